"""Every command that answers with rows prints them as CSV too: the rows that --json has."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from sanctions_data.cli.app import app
from sanctions_data.generate.answer_schemas import answer_schemas

ROOT = Path(__file__).parents[2]
LINES = {
    "compare": ["un-sc", "gb", "--limit", "3"],
    "diff": ["2026.2.0", "2026.8.0", "--table", "sources"],
    "flights": ["--party", "mahan-air", "--on", "2020-05-01"],
    "lookup": ["Iran Air", "--matrix"],
    "measures": ["--party", "mahan-air"],
    "screen": ["customers.csv"],
    "search": ["customers.csv", "--column", "name"],
    "show": ["authorities"],
    "tables": [],
}


def test_every_command_that_answers_with_rows_has_csv() -> None:
    schemas = {path.name.partition(".")[0]: json.loads(text)
               for path, text in answer_schemas(ROOT).items()}  # fmt: skip
    with_rows = {name for name, each in schemas.items()
                 if each.get("properties", {}).get("rows", {}).get("type") == "array"}  # fmt: skip
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    having = {name for name, each in commands.items() if any(p.name == "csv" for p in each.params)}
    assert with_rows <= set(LINES) == having


@pytest.mark.parametrize("name", LINES)
def test_csv_has_the_rows_of_json(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "customers.csv").write_text("name\nIran Air\n", encoding="utf-8")
    done = CliRunner().invoke(app, [name, *LINES[name], "--csv"])
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    answer = json.loads(CliRunner().invoke(app, [name, *LINES[name], "--json"]).stdout)
    assert rows, done.output
    assert [list(row) for row in rows] == [list(row) for row in answer["rows"]]
    texts = [key for key, cell in answer["rows"][0].items() if isinstance(cell, str)]
    assert [[row[key] for key in texts] for row in rows] == [
        [row[key] or "" for key in texts] for row in answer["rows"]
    ]


def test_lookup_prints_the_measures_or_the_candidates() -> None:
    done = CliRunner().invoke(app, ["lookup", "Iran Air", "--csv"])
    assert {row["entity_id"] for row in csv.DictReader(io.StringIO(done.stdout))} >= {"iran-air"}
    done = CliRunner().invoke(app, ["lookup", "Iran", "--csv"])
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert len(rows) > 1
    assert list(rows[0]) == ["entity_id", "how", "matched", "score"]
    assert done.exit_code == 1


def test_two_forms_at_once_are_refused() -> None:
    done = CliRunner().invoke(app, ["tables", "--csv", "--json"])
    assert done.exit_code == 2
    assert "found --csv and --json, expected one of them" in done.stderr


@pytest.mark.parametrize("form", ["--csv", "--json"])
@pytest.mark.parametrize("line", [["show", "authorities"], ["measures", "--party", "mahan-air"]])
def test_a_program_is_told_that_rows_were_cut_off(line: list[str], form: str) -> None:
    done = CliRunner().invoke(app, [*line, "--limit", "2", form])
    assert done.stderr.startswith("2 of ")
    assert done.stderr.endswith("--limit 0 prints all\n")
    assert CliRunner().invoke(app, [*line, "--limit", "0", form]).stderr == ""


def test_measures_tell_of_how_many_it_cannot_be_told() -> None:
    line = ["measures", "--party", "mahan-air", "--on", "2015-01-01"]
    shown = CliRunner().invoke(app, line).stdout
    assert "cannot be told" not in shown.partition("measures\n")[0]
    assert "more it cannot be told; --undecided shows them too" in shown
    assert "cannot be told" in CliRunner().invoke(app, [*line, "--undecided"]).stdout
