"""The command that checks: its forms, and what it says of one that there is not."""

from __future__ import annotations

import json
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
    assert "unknown format 'xml'; known are github, json, markdown, sarif, text" in done.stderr


def test_a_date_in_a_foreign_form_is_read(sound_folder: Path) -> None:
    path = sound_folder / "events.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(",2024-09-10,", ",10/09/2024,"), encoding="utf-8")
    done = run(str(sound_folder / "events.csv"))
    assert "write 2024-09-10 or 2024-10-09: the source says which" in done.stdout


def test_a_warning_does_not_fail(sound_folder: Path) -> None:
    path = sound_folder / "entity_identifiers.csv"
    header = path.read_text(encoding="utf-8").partition("\n")[0]
    path.write_text(f"{header}\niran-air,tax_id,7707083839,gb-fcdo,RU,\n", encoding="utf-8")
    done = run(str(sound_folder))
    assert done.exit_code == 0, done.stdout
    assert "warning: found 7707083839; it is no valid Russian tax number (INN)" in done.stdout
    assert done.stdout.endswith("no errors, 1 warning (1 number-check-digit)\n")


def _with_a_wrong_code(folder: Path) -> None:
    path = folder / "asset_freezes.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(",in_force,", ",active,"), encoding="utf-8")


@pytest.mark.parametrize("engine", ["fast", "pandera"])
def test_each_engine(sound_folder: Path, engine: str) -> None:
    done = run(str(sound_folder), "--engine", engine)
    assert (done.exit_code, done.stdout.strip()[-9:]) == (0, "no issues")
    _with_a_wrong_code(sound_folder)
    done = run(str(sound_folder), "--engine", engine)
    assert done.exit_code == 1
    assert f"{sound_folder / 'asset_freezes.csv'}:2:status: found active" in done.stdout


@pytest.mark.parametrize("form", ["text", "github", "sarif", "json", "markdown"])
def test_each_form_is_that_of_the_default_engine(sound_folder: Path, form: str) -> None:
    _with_a_wrong_code(sound_folder)
    arguments = [str(sound_folder / "asset_freezes.csv"), "--format", form, "--engine"]
    fast, pandera = (run(*arguments, engine) for engine in ("fast", "pandera"))
    assert fast.exit_code == pandera.exit_code == 1
    for text in ("cell-enum", "active"):
        assert fast.stdout.count(text) == pandera.stdout.count(text) > 0


def test_an_engine_that_there_is_not(sound_folder: Path) -> None:
    done = run(str(sound_folder), "--engine", "polars")
    assert done.exit_code == 2
    assert "unknown engine 'polars'; known are fast, pandera" in done.stderr


def test_the_folder_that_was_checked_is_told(
    sound_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert f"Checked {sound_folder}\n" in run(str(sound_folder)).stdout
    assert json.loads(run(str(sound_folder), "--json").stdout)["folder"] == str(sound_folder)
    one = sound_folder / "events.csv"
    assert f"Checked {one}\n" in run(str(one)).stdout
    monkeypatch.chdir(sound_folder.parent)
    assert f"Checked {sound_folder.name}\n" in run(sound_folder.name).stdout
