"""The command that checks: its forms, and what it says of one that there is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sanctions_data.cli.app import app


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["validate", *arguments])


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("text", ""),
        ("github", "::notice"),
        ("sarif", "{"),
        ("json", "{"),
        ("markdown", "## Check of the tables\n"),
    ],
)
def test_each_form(sound_folder: Path, form: str, begins: str) -> None:
    done = run(str(sound_folder), "--format", form)
    assert done.exit_code == 0
    assert done.stdout.startswith(begins)


def test_a_form_that_there_is_not(sound_folder: Path) -> None:
    done = run(str(sound_folder), "--format", "xml")
    assert done.exit_code == 2
    assert "unknown format 'xml'; choose one of text, github, sarif, json, markdown" in done.stderr


def test_a_date_in_a_foreign_form_is_read(sound_folder: Path) -> None:
    path = sound_folder / "events.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(",2024-09-10,", ",10/09/2024,"), encoding="utf-8")
    done = run(str(sound_folder / "events.csv"))
    assert "write 2024-09-10 or 2024-10-09: the source says which" in done.stdout
