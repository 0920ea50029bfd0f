"""Cells of free text that break a rule, whatever they are about.

The rules look at the distinct values of a column, and first with one expression for all rules:
nearly all values are words of plain letters, which no rule here forbids.

Cells that a list printed are held to less than those that a contributor wrote: an official
name may mix scripts, and we do not fix it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute

from sanctions_data.validation.engine.arrow import Mask, integers
from sanctions_data.validation.engine.columns import Cells, CodedRows, rows_of
from sanctions_data.validation.engine.context import Context
from sanctions_data.validation.engine.definition import TABLES

_PRINTED = {
    "entity_names": ("name",),
    "entity_identifiers": ("value",),
    "entity_attributes": ("value",),
    "entities": ("name",),
    "listings": ("name", "entry_ref", "matched_by"),
    "source_terms": ("field", "term"),
    "other_measures": ("printed_term",),
}

PLACEHOLDERS = (
    r"^(?i:n/a|n\.a\.?|#n/a|not [a-z]+|unknown|none|null|nan?|tb[acd]|todo|x+|nil|no|void|empty"
    r"|test|[-–—?.*_]+)$"
)
# What every bad cell matches: a sign that is no plain letter, a extra space, the beginning
# of a formula, or a placeholder.
_UNUSUAL = rf"[^ -~]|^[ =+\-@]| $|  |{PLACEHOLDERS}"


def _list_columns() -> list[tuple[str, str]]:
    """The columns of free text: those whose definition does not already say what they hold."""
    return [
        (table.name, column.name)
        for table in TABLES.values()
        if table.group != "history"  # It repeats what other tables said.
        for column in table.columns
        if column.logical == "string"
        and not (column.pattern or column.vocabulary or column.reference)
    ]


def find_cells(
    context: Context,
    screen: str,
    is_bad: Callable[[str], bool],
    is_bad_here: Callable[[str], bool] | None = None,
) -> Iterator[tuple[str, int, str, str]]:
    """Table, row, column and cell of every bad cell.

    Args:
        context: the tables.
        screen: an RE2 expression that every bad cell matches, and few others do.
        is_bad: whether a cell is bad, whoever wrote it.
        is_bad_here: whether it is bad if a contributor wrote it; the same if left out.
    """
    for table, column in _list_columns():
        if not context.is_read(table):
            continue
        rows = context.rows(table)
        cells, unusual = rows[column], _find_unusual(context, table, column)
        screened = pyarrow.compute.match_substring_regex(cells.values.take(unusual), screen)
        suspects: list[int] = unusual.filter(screened).to_pylist()
        if not suspects:
            continue
        printed = _are_printed(rows, table, column)
        ours = Cells(cells.values, cells.places[~printed]).used
        for place in suspects:
            value = cells.values[place].as_py()
            always = is_bad(value)
            if always or (is_bad_here and ours[place] and is_bad_here(value)):
                here = cells.places == place
                for row in rows_of(here if always else here & ~printed):
                    yield table, row, column, value


def _find_unusual(context: Context, table: str, column: str) -> pa.Array:
    """The places of the values that may break a rule of this module."""
    cells = context.rows(table)[column]
    return context.once(
        ("unusual", table, column), lambda: integers(np.flatnonzero(cells.matches(_UNUSUAL)))
    )


def _are_printed(rows: CodedRows, table: str, column: str) -> Mask:
    """Which rows hold in this column what a list printed."""
    if column not in _PRINTED.get(table, ()):
        return np.zeros(len(rows), dtype=bool)
    if "list_id" not in rows:
        return np.ones(len(rows), dtype=bool)
    return ~rows["list_id"].isin("curated")
