"""The quick run over the cells finds what pandera finds."""

from __future__ import annotations

import pandas as pd
import pytest

from sanctions_data.schema import TABLES
from sanctions_data.schema.binding import validate
from sanctions_data.validation.engine.cells import find_broken_cells
from sanctions_data.validation.engine.columns import CodedRows
from sanctions_data.validation.engine.context import Context

BAD = [
    "",
    " ",
    "x",
    "x\n",
    "\u0662\u0660\u0662\u0664-\u0660\u0661-\u0660\u0661",
    "2023-02-29",
    "X-1",
    "a b",
    "=1",
    "2024-13-01",
    "2024-1-1",
    "True",
    "007",
    "-",
    "x" * 2001,
]


@pytest.mark.parametrize("name", TABLES)
def test_same_issues_as_pandera(name: str, example_tables: dict[str, pd.DataFrame]) -> None:
    table = TABLES[name]
    sound = example_tables[name]
    rows = [sound.assign(**{c: bad or None}) for c in table.header for bad in BAD]
    frame = pd.concat([sound, sound, *rows], ignore_index=True).astype("str")
    frames = {**example_tables, name: frame}
    context = Context({each: _rows(frames[each]) for each in TABLES})
    ours = {
        (broken.column.name, broken.rule, int(row))
        for broken in find_broken_cells(table, context)
        for row in broken.rows
    }
    found = validate(table, frame, frames)
    theirs = set(zip(found["column"], found["rule"], found["row"].astype(int), strict=True))
    assert ours == theirs


def test_there_is_no_year_0(example_tables: dict[str, pd.DataFrame]) -> None:
    """Pandas reads it; the calendar, frictionless and both engines do not know it."""
    frames = {**example_tables, "events": example_tables["events"].assign(occurred_on="0000-01-01")}
    context = Context({each: _rows(frames[each]) for each in TABLES})
    found = [(b.column.name, b.rule) for b in find_broken_cells(TABLES["events"], context)]
    assert ("occurred_on", "cell_date") in found
    by_pandera = validate(TABLES["events"], frames["events"], frames)
    assert ("occurred_on", "cell_date") in set(
        zip(by_pandera["column"], by_pandera["rule"], strict=True)
    )


def _rows(frame: pd.DataFrame) -> CodedRows:
    cells = frame.astype("object").where(frame.notna(), None)
    return CodedRows.of(list(frame.columns), cells.to_numpy().tolist())
