"""Rows from JSON, put into a workspace."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from sanctions_data.contribute.json_rows import add_json_rows
from sanctions_data.contribute.workspace import Workspace
from sanctions_data.validation.issues import Issue

ENTITY = {"kind": "organisation", "name": "Example Trading Company"}


@pytest.fixture
def workspace(folder: Path) -> Workspace:
    return Workspace(folder)


def add(workspace: Workspace, content: object, table: str = "entities") -> list[Issue]:
    return add_json_rows(json.dumps(content), table, workspace, date.today(), "row.json")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        pytest.param("  IR ", "IR", id="spaces around"),
        pytest.param(None, None, id="null"),
        pytest.param("", None, id="empty"),
    ],
)
def test_cells(workspace: Workspace, cell: object, expected: str | None) -> None:
    assert add(workspace, {**ENTITY, "country": cell}) == []
    assert workspace.new[0].cells.get("country") == expected


@pytest.mark.parametrize(
    ("value", "text"), [(7, "7"), (True, "true"), (["é"], '["é"]')], ids=["number", "truth", "list"]
)
def test_a_value_is_written_as_json_writes_it(
    workspace: Workspace, value: object, text: str
) -> None:
    add(workspace, {**ENTITY, "note": value})
    assert workspace.new[0].cells["note"] == text


def test_a_key_left_out_is_made_and_one_given_is_kept(workspace: Workspace) -> None:
    assert add(workspace, [ENTITY, {**ENTITY, "entity_id": "own-key"}]) == []
    assert [row.key for row in workspace.new] == ["example-trading-company", "own-key"]


def test_a_column_that_is_not_there_is_named_with_the_row(workspace: Workspace) -> None:
    (issue,) = add(workspace, [ENTITY, {**ENTITY, "name": "Another One", "colour": "red"}])
    assert (issue.file, issue.column, issue.found) == ("row.json (row 2)", "colour", "red")
    assert "entities has no such column" in issue.problem
    assert "write one of entity_id, kind, name" in issue.hint


def test_issues_of_cells_name_the_row(workspace: Workspace) -> None:
    found = add(workspace, [{**ENTITY, "kind": "firm"}, {"name": "Another One"}])
    assert [(issue.file, issue.column) for issue in found] == [
        ("row.json (row 1)", "kind"), ("row.json (row 2)", "kind"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param('{"kind":\n', r"row\.json:2: no valid JSON", id="no JSON, with the line"),
        pytest.param("[]", "row.json: expected an object with a cell a column", id="no row"),
        pytest.param('["a"]', "row.json: expected an object", id="no object"),
        pytest.param("7", "row.json: expected an object", id="a number"),
    ],
)
def test_what_is_no_row_is_refused(workspace: Workspace, content: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        add_json_rows(content, "entities", workspace, date.today(), "row.json")
    assert workspace.new == []
