"""The command line: exit codes, JSON, and 80 columns."""

from __future__ import annotations

import json
import re
from importlib.metadata import version
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sanctions_data.cli.app import app

run = CliRunner().invoke


def test_lookup_shows_the_answer_at_80_columns() -> None:
    done = run(app, ["lookup", "Iran Air"])
    assert done.exit_code == 0
    assert "2024-11-18" in done.stdout
    assert "SI 2023/1314" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert "\x1b[" not in done.stdout


def test_it_says_its_version() -> None:
    assert run(app, ["--version"]).stdout == f"sanctions-data {version('sanctions-data')}\n"


@pytest.mark.parametrize(
    "command", ["", *(c.name or c.callback.__name__ for c in app.registered_commands)]
)
def test_help_is_in_plain_words_and_gives_flags_no_type(command: str) -> None:
    done = run(app, [*command.split(), "--help"], env={"COLUMNS": "80", "NO_COLOR": "1"})
    assert done.exit_code == 0
    assert "--help " in done.stdout
    assert "<bool>" not in done.stdout
    old = r"\b(mend|fault|remed|blank|least|most|tell|likeness)"
    assert not re.findall(old, done.stdout, re.IGNORECASE)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(["lookup", "zzzzqqqqxxxx"], 1, id="nothing found"),
        pytest.param(["lookup", "Iran Airr"], 1, id="near miss"),
        pytest.param(["lookup", "Iran Air", "--on", "yesterday"], 2, id="no day"),
        pytest.param(["show", "nothing"], 2, id="no such table"),
        pytest.param(["show", "events", "--where", "colour=red"], 2, id="no such column"),
        pytest.param(["validate", "no/such/folder"], 2, id="no such folder"),
        pytest.param(["update", "gb-fcdo", "--from", "no/such/folder"], 2, id="no snapshot"),
        pytest.param(["update", "--from", "no/such/folder"], 2, id="no snapshot of any list"),
        pytest.param(["screen", "no/such/file.csv"], 2, id="no such file"),
        pytest.param(["update", "no-list", "--from", "."], 2, id="no such list"),
        pytest.param(["tables"], 0, id="tables"),
        pytest.param(["show", "authorities", "--where", "country=IR"], 0, id="show"),
        pytest.param(["show", "authorities", "--csv"], 0, id="show as CSV"),
    ],
)
def test_exit_code(arguments: list[str], code: int) -> None:
    done = run(app, arguments)
    assert done.exit_code == code
    assert "Traceback" not in done.output
    if code == 2:
        assert done.stderr.startswith("sanctions-data: ")


def test_an_error_of_the_system_is_told_in_words() -> None:
    done = run(app, ["search", "no/such/file.txt"])
    assert done.stderr == "sanctions-data: no/such/file.txt: no such file or directory\n"


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["lookup", "Iran Air"], id="lookup"),
        pytest.param(["lookup", "Iran Airr"], id="near miss"),
        pytest.param(["tables"], id="tables"),
        pytest.param(["show", "events"], id="show"),
    ],
)
def test_json_is_json(arguments: list[str]) -> None:
    assert json.loads(run(app, [*arguments, "--json"]).stdout)


def test_validate_names_the_issue(sound_folder: Path) -> None:
    path = sound_folder / "events.csv"
    path.write_text(path.read_text().replace("2024-09-10,day", "2024-09-31,day"))
    done = run(app, ["validate", str(sound_folder)])
    assert done.exit_code == 1
    assert "events.csv:2:occurred_on: found 2024-09-31; not a day of the calendar" in done.stdout
    found = json.loads(run(app, ["validate", str(sound_folder), "--json"]).stdout)
    assert found["issues"][0]["rule"] == "cell-date"


def test_fmt_fixes_order_and_line_ends_once(sound_folder: Path) -> None:
    path = sound_folder / "measure_types.csv"
    lines = path.read_text().splitlines()
    path.write_bytes("\r\n".join([lines[0], *reversed(lines[1:])]).encode())
    assert run(app, ["fmt", "--check", str(sound_folder)]).exit_code == 1
    assert "changed" in run(app, ["fmt", str(sound_folder)]).stdout
    assert run(app, ["fmt", "--check", str(sound_folder)]).exit_code == 0
    assert path.read_text().splitlines() == lines
