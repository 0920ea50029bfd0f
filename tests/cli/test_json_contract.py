"""What every command prints with ``--json`` keeps the schema that is published for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from sanctions_data.cli.app import app
from sanctions_data.generate.answer_schemas import FOLDER, answer_schemas
from sanctions_data.tables.location import root_folder

ROOT = Path(__file__).parents[2]
SCHEMAS = {path.name.partition(".")[0]: path for path in answer_schemas(ROOT)}
LINES = {
    "compare": ["un-sc", "gb", "--limit", "3"],
    "diff": ["2026.8.0", "2026.8.0"],
    "export": None,  # Writes all tables.
    "flights": ["--party", "mahan-air", "--on", "2020-05-01"],
    "fmt": ["--check", str(ROOT / "data" / "authorities.csv")],
    "lookup": ["Iran Air"],
    "screen": ["customers.csv"],
    "search": ["customers.csv", "--column", "name"],
    "show": ["authorities"],
    "tables": [],
    "update": None,  # Reads lists.
    "validate": [str(ROOT / "data" / "authorities.csv")],
    "verify": ["receipt.json"],
    "why": ["de-operating-permit-mahan-air-2019"],
}


@pytest.mark.parametrize("name", LINES)
def test_schema_is_published_as_it_is_generated(name: str) -> None:
    assert (ROOT / SCHEMAS[name]).read_bytes() == answer_schemas(ROOT)[SCHEMAS[name]], FOLDER
    Draft202012Validator.check_schema(json.loads((ROOT / SCHEMAS[name]).read_bytes()))


def test_every_command_with_json_has_a_schema() -> None:
    import typer

    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    having = {name for name, each in commands.items() if any(p.name == "json" for p in each.params)}
    assert having == set(LINES) == set(SCHEMAS)


@pytest.mark.parametrize("name", [name for name, line in LINES.items() if line is not None])
def test_what_is_printed_keeps_the_schema(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "customers.csv").write_text("name\nIran Air\n", encoding="utf-8")
    if name == "verify":
        CliRunner().invoke(app, ["screen", "customers.csv", "--receipt", "receipt.json"])
    done = CliRunner().invoke(app, [name, *(LINES[name] or []), "--json"])
    schema = json.loads((root_folder() / SCHEMAS[name]).read_bytes())
    Draft202012Validator(schema).validate(json.loads(done.stdout))
