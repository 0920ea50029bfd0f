"""A workspace: rows wait beside the tables, and are written all or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from sanctions_data.contribute.workspace import Cells, NewRow, WorkingEdition, Workspace
from sanctions_data.tables.location import csv_path
from sanctions_data.tables.transaction import open_for_writing

ENTITY = {"entity_id": "a-company", "kind": "organisation", "name": "A Company"}


@pytest.fixture
def workspace(folder: Path) -> Workspace:
    return Workspace(folder)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_row_waits_where_it_is_seen_and_not_on_disk(workspace: Workspace, folder: Path) -> None:
    before = contents(folder)
    workspace.add("entities", ENTITY)
    assert "a-company" in workspace.keys("entities")
    assert "a-company" in set(WorkingEdition(workspace=workspace).load("entities")["entity_id"])
    assert contents(folder) == before


def test_a_waiting_row_holds_no_empty_cell_and_composed_letters(workspace: Workspace) -> None:
    row = workspace.add("entities", {**ENTITY, "name": "A Compa\u0301ny", "country": ""})
    assert row == NewRow("entities", {**ENTITY, "name": "A Comp\u00e1ny"})
    assert row.key == "a-company"


def test_written_rows_stand_in_their_place(workspace: Workspace, folder: Path) -> None:
    row = workspace.add("entities", ENTITY)
    line = workspace.line(row)
    with open_for_writing(folder.parent, "add"):
        workspace.write()
    text = csv_path(folder, "entities").read_text().splitlines()
    assert text[line - 1].startswith("a-company,organisation,A Company,")
    assert text[1:] == sorted(text[1:])


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        pytest.param({}, [], id="sound"),
        pytest.param({"kind": "firm"}, [("kind", "enum")], id="no code"),
        pytest.param({"kind": ""}, [("kind", "required")], id="left out"),
        pytest.param({"entity_id": "iran-air"}, [("entity_id", "unique-key")], id="key is taken"),
        pytest.param({"name": "TBD"}, [("name", "placeholder")], id="placeholder"),
    ],
)
def test_issues_of_the_cells_of_a_row(
    workspace: Workspace, cells: Cells, found: list[tuple[str, str]]
) -> None:
    row = {column: cell for column, cell in {**ENTITY, **cells}.items() if cell}
    issues = [(issue.column, issue.rule) for issue in workspace.cell_issues("entities", row)]
    assert [column for column, _ in issues] == [column for column, _ in found]
    for (_, rule), (_, wanted) in zip(issues, found, strict=True):
        assert wanted in rule


def test_a_reference_to_a_row_that_waits_is_sound(workspace: Workspace) -> None:
    name = {"entity_id": "a-company", "list_id": "gb-fcdo", "name": "A Co", "name_type": "alias",
            "script": "Latn"}  # fmt: skip
    (issue,) = workspace.cell_issues("entity_names", name)
    assert issue.column == "entity_id"
    workspace.add("entities", ENTITY)
    assert workspace.cell_issues("entity_names", name) == []


def test_a_rule_finds_what_is_new_and_whose_it_is(workspace: Workspace, folder: Path) -> None:
    assert workspace.rule_issues() == []
    merged = workspace.add("entities", {**ENTITY, "merged_into": "a-company"})
    issues = workspace.rule_issues()
    assert issues
    assert {issue.file for issue in issues} == {str(csv_path(folder, "entities"))}
    assert {id(workspace.owner(issue)) for issue in issues} == {id(merged)}


def test_a_table_that_cannot_be_read_is_named(workspace: Workspace, folder: Path) -> None:
    csv_path(folder, "entities").write_text("name\nA\n")
    with pytest.raises(ValueError, match=r"entities\.csv:1"):
        workspace.frame("entities")


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no such folder"):
        Workspace(tmp_path / "nothing")
