"""A hint says what to find out, and never gives another row's value as if it were this one's."""

from __future__ import annotations

import pytest

from sanctions_data.schema import TABLES
from sanctions_data.validation.engine.cell_messages import describe_issue

REQUIRED = [
    pytest.param(table, column, id=f"{table.name} {column.name}")
    for table in TABLES.values()
    for column in table.columns
    if column.required
]


@pytest.mark.parametrize(("table", "column"), REQUIRED)
def test_a_missing_cell_gets_no_example(table: object, column: object) -> None:
    _, hint = describe_issue(column, "required", table)  # type: ignore[arg-type]
    example, codes = column.example, column.vocabulary  # type: ignore[attr-defined]
    assert hint.startswith(("find out ", "give the row an id "))
    assert codes or len(example) < 4 or example not in hint


@pytest.mark.parametrize(
    ("table", "column", "told"),
    [
        ("authorities", "kind", "write one of international, "),
        ("listings", "list_id", "write its id in lists.csv"),
        ("authorities", "name", "official name in English"),
        ("authorities", "authority_id", "an id that no other row has"),
    ],
)
def test_what_to_find_out(table: str, column: str, told: str) -> None:
    assert told in describe_issue(TABLES[table].column(column), "required", TABLES[table])[1]
