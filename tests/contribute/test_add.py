"""``sanctions-data add``: by question and from JSON, written whole or not at all."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sanctions_data.cli.app import app
from sanctions_data.tables.location import csv_path
from sanctions_data.validation.format_files import format_files

TODAY = date.today().isoformat()
ENTITY = {"kind": "organisation", "name": "Example Trading Company", "country": "IR"}
FREEZE = {
    "entity_id": "iran-air",
    "authority_id": "gb",
    "status": "in_force",
    "start_date": "2020-01-02",
    "start_precision": "day",
    "basis": "stated",
    "evidence": "secondary",
    "source_id": "gb-fcdo-2026-08-22",
}


def add(folder: Path, table: str, *arguments: str, said: str = "") -> Result:
    return CliRunner().invoke(app, ["add", table, "--data", str(folder), *arguments], input=said)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def rows(folder: Path, table: str) -> list[str]:
    return csv_path(folder, table).read_text(encoding="utf-8").splitlines()


def given(folder: Path, content: object) -> str:
    path = folder.parent / "row.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return str(path)


def test_a_row_from_json_stands_in_its_place(folder: Path) -> None:
    done = add(folder, "entities", "--from", given(folder, ENTITY))
    assert done.exit_code == 0, done.output
    line = "example-trading-company,organisation,Example Trading Company,IR,,"
    assert rows(folder, "entities")[2] == line
    assert "entities.csv:3  example-trading-company" in done.stdout
    assert "sanctions-data validate" in done.stdout
    assert "git push" in done.stdout
    assert all(formed.is_canonical for formed in format_files(folder))


def test_what_follows_is_filled_in(folder: Path) -> None:
    done = add(folder, "asset_freezes", "--from", "-", said=json.dumps(FREEZE))
    assert done.exit_code == 0, done.output
    (row,) = [line for line in rows(folder, "asset_freezes") if "2020-01-02" in line]
    assert row.startswith("gb-2020-01-02-iran-air-asset-freeze,iran-air,gb,,,asset_freeze,")
    assert f",{TODAY}," in row


def test_several_rows_from_json_and_a_key_that_is_taken(folder: Path) -> None:
    done = add(folder, "entities", "--from", given(folder, [ENTITY, {**ENTITY, "country": "SY"}]))
    assert "example-trading-company-2" in done.output


def test_a_placeholder_is_told_before_the_next_question(folder: Path) -> None:
    said = "TBD\nA claim.\n\n\n\nn\n"
    done = add(folder, "claims", said=said)
    told = done.output.index("the cell holds a placeholder")
    assert told < done.output.index("event_id")
    assert "proposition: A claim." in done.output


def test_a_key_made_of_a_wrong_cell_is_no_issue_of_its_own(folder: Path) -> None:
    wrong = {**FREEZE, "start_date": "10/09/2024"}
    done = add(folder, "asset_freezes", "--from", given(folder, wrong))
    assert "start_date: found 10/09/2024" in done.stderr
    assert "measure_id" not in done.stderr


@pytest.mark.parametrize(
    ("table", "content", "said"),
    [
        pytest.param("entities", {**ENTITY, "colour": 1}, "colour: found 1; ", id="no column"),
        pytest.param("entities", {**ENTITY, "kind": "firm"}, "[cell-enum]", id="no code"),
        pytest.param("entities", [ENTITY, {"kind": "state"}], "(row 2):name: ", id="second row"),
        pytest.param("entities", {**ENTITY, "entity_id": "iran-air"}, "[unique-key]", id="taken"),
        pytest.param(
            "asset_freezes", {**FREEZE, "entity_id": "iran-aire"}, "did you mean iran-air", id="id"
        ),
        pytest.param(
            "asset_freezes",
            {**FREEZE, "start_date": "10/09/2024"},
            "write 2024-09-10 or 2024-10-09",
            id="foreign date",
        ),
        pytest.param(
            "asset_freezes",
            {**FREEZE, "end_date": "2019-01-01", "end_precision": "day"},
            "[dates-in-order]",
            id="rule",
        ),
    ],
)
def test_an_issue_in_json_is_told_and_nothing_is_written(
    folder: Path, table: str, content: object, said: str
) -> None:
    before = contents(folder)
    done = add(folder, table, "--from", given(folder, content))
    assert done.exit_code == 1
    assert said in done.stderr
    assert "row.json (row " in done.stderr
    assert contents(folder) == before


@pytest.mark.parametrize(
    ("table", "content"),
    [
        pytest.param("entities", "{", id="no JSON"),
        pytest.param("entities", "[]", id="no row"),
        pytest.param("entities", "3", id="no object"),
        pytest.param("changes", "{}", id="a table of the machine"),
        pytest.param("nothing", "{}", id="no table"),
    ],
)
def test_it_cannot_run(folder: Path, table: str, content: str) -> None:
    done = add(folder, table, "--from", "-", said=content)
    assert done.exit_code == 2
    assert done.stderr.startswith("sanctions-data: ")


def test_by_question_with_an_issue_in_a_cell(folder: Path) -> None:
    answers = ["firm", "2", "Example Trading Company", "Iran", "IR", "", "", "", "y"]
    done = add(folder, "entities", said="\n".join(answers) + "\n")
    assert done.exit_code == 0, done.output
    assert "not a code of this column" in done.stdout
    assert "not of the form of this column" in done.stdout
    assert "entity_id [example-trading-company]" in done.stdout
    assert any(line.startswith("example-trading-company,") for line in rows(folder, "entities"))


def measure_answers(*, party: list[str], source: list[str]) -> list[str]:
    """Answers for an asset freeze, from the party to the last confirmation."""
    start = ["1", "2020-01-02", "", "", "", ""]  # status, start, precision, rule, end, announced
    return [*party, "gb", "", "", *start, "", "2", "", *source, "", "", "", "y"]


def test_the_party_is_found_by_name(folder: Path) -> None:
    answers = measure_answers(party=["havapeymayi melli iran", "1"], source=["gb-fcdo-2026-08-22"])
    done = add(folder, "asset_freezes", said="\n".join(answers) + "\n")
    assert done.exit_code == 0, done.output
    assert "1  iran-air  (Iran Air, organisation, IR)" in done.stdout
    assert any("gb-2020-01-02-iran-air" in line for line in rows(folder, "asset_freezes"))


def test_a_new_source_is_asked_for_on_the_way(folder: Path) -> None:
    kind, rest = "5", [""] * 7
    new = ["+", kind, "A report", "Example Daily", "https://example.org/a", "", "2020-01-03"]
    answers = measure_answers(party=["iran-air"], source=[*new, *rest, ""])
    done = add(folder, "asset_freezes", said="\n".join(answers) + "\n")
    assert done.exit_code == 0, done.output
    assert any(line.startswith("example-daily-2020-01-03,") for line in rows(folder, "sources"))
    assert any("example-daily-2020-01-03" in line for line in rows(folder, "asset_freezes"))


@pytest.mark.parametrize("answers", range(0, 12, 3))
def test_the_end_of_the_input_leaves_everything_as_it_was(folder: Path, answers: int) -> None:
    before = contents(folder)
    said = measure_answers(party=["iran-air"], source=["gb-fcdo-2026-08-22"])[:answers]
    done = add(folder, "asset_freezes", said="".join(f"{each}\n" for each in said))
    assert done.exit_code == 1
    assert "nothing was written" in done.stderr
    assert contents(folder) == before


def test_an_issue_of_a_rule_is_fixed(folder: Path) -> None:
    answers = measure_answers(party=["iran-air"], source=["gb-fcdo-2026-08-22"])
    answers[8:9] = [
        "2019-01-01",
        "",
    ]  # An end before the start, and its precision.
    answers[4] = "4"  # ended
    answers[-1:] = ["f", "2021-01-01", "y"]
    done = add(folder, "asset_freezes", said="\n".join(answers) + "\n")
    assert done.exit_code == 0, done.output
    assert "before start_date 2020-01-02" in done.stdout
    assert any(",2020-01-02,day,,2021-01-01,day," in line for line in rows(folder, "asset_freezes"))


def test_a_row_with_an_issue_is_written_only_if_asked_for(folder: Path) -> None:
    answers = measure_answers(party=["iran-air"], source=["gb-fcdo-2026-08-22"])
    answers[8:9], answers[4] = ["2019-01-01", ""], "4"
    before = contents(folder)
    stopped = [*answers[:-1], "s"]
    assert add(folder, "asset_freezes", said="\n".join(stopped) + "\n").exit_code == 1
    assert contents(folder) == before
    written = [*answers[:-1], "w"]
    assert add(folder, "asset_freezes", said="\n".join(written) + "\n").exit_code == 0
    assert contents(folder) != before


WRONG_NUMBER = {
    "entity_id": "iran-air",
    "identifier_type": "tax_id",
    "value": "7707083839",
    "list_id": "gb-fcdo",
    "country": "RU",
}


def test_a_warning_is_told_and_the_row_is_written(folder: Path) -> None:
    done = add(folder, "entity_identifiers", "--from", given(folder, WRONG_NUMBER))
    assert done.exit_code == 0, done.output
    assert "(row 1):value: warning: found 7707083839; it is no valid" in done.output
    assert "iran-air,tax_id,7707083839,gb-fcdo,RU," in rows(folder, "entity_identifiers")


def test_a_warning_is_told_among_questions_and_enter_writes_the_row(folder: Path) -> None:
    said = "iran-air\ntax_id\n7707083839\ngb-fcdo\nRU\n\n\n"
    done = add(folder, "entity_identifiers", said=said)
    assert done.exit_code == 0, done.output
    assert "warning: value: it is no valid Russian" in done.output
    assert "iran-air,tax_id,7707083839,gb-fcdo,RU," in rows(folder, "entity_identifiers")
