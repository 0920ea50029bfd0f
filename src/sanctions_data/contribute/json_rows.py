"""Rows given as JSON, for those who need no questions."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

from sanctions_data.contribute.cell_defaults import fill_certain_cells, propose_cell
from sanctions_data.contribute.workspace import Workspace
from sanctions_data.schema import TABLES, Table
from sanctions_data.validation.issues import Issue


def add_json_rows(
    content: str, name: str, workspace: Workspace, today: date, file: str
) -> list[Issue]:
    """Put the rows of a JSON object, or of a list of objects, into a workspace.

    What is certain is filled in, and so is a key that was left out. Numbers and truth
    values may be written as such; ``null`` and an empty string are an empty cell.

    Args:
        content: the JSON.
        name: the table.
        workspace: where the rows wait.
        today: the day of the edit.
        file: how messages name where the JSON came from.

    Returns:
        The issues of cells, each naming the object by its number, from 1.

    Raises:
        ValueError: the content is no JSON, or no object or list of objects.
    """
    table = TABLES[name]
    issues: list[Issue] = []
    for number, given in enumerate(_read_objects(content, file), start=1):
        place = f"{file} (row {number})"
        unknown = [column for column in given if column not in table.header]
        issues += [_tell_unknown(place, column, given[column], table) for column in unknown]
        cells = fill_certain_cells(table, workspace, today)
        cells |= {
            column: _to_cell(value) for column, value in given.items() if column not in unknown
        }
        cells = {column: cell for column, cell in cells.items() if cell}
        made = ""
        if len(table.key) == 1 and table.key[0] not in cells:
            (made,) = table.key
            key = propose_cell(table, made, cells, workspace)
            cells |= {made: key} if key else {}
        found = workspace.cell_issues(name, cells)
        # A key that was made of wrong cells is wrong with them, and right when they are.
        found = [issue for issue in found if issue.column != made] or found
        issues += [replace(issue, file=place) for issue in found]
        workspace.add(name, cells)
    return issues


def _tell_unknown(place: str, column: str, value: Any, table: Table) -> Issue:
    problem = f"{table.name} has no such column"
    hint = f"write one of {', '.join(table.header)}"
    return Issue(place, 0, 0, column, "header", str(value), problem, hint)


def _read_objects(content: str, file: str) -> list[dict[str, Any]]:
    try:
        read = json.loads(content)
    except json.JSONDecodeError as error:
        raise ValueError(f"{file}:{error.lineno}: no valid JSON ({error.msg})") from None
    objects = read if isinstance(read, list) else [read]
    if not objects or not all(isinstance(each, dict) for each in objects):
        raise ValueError(f"{file}: expected an object with a cell a column, or a list of such")
    return objects


def _to_cell(value: Any) -> str:
    if value is None:
        return ""
    return value.strip() if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
