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
from sanctions_data.validation.engine.columns import Cells, rows_of
from sanctions_data.validation.engine.context import Context
from sanctions_data.validation.engine.definition import TABLES
from sanctions_data.validation.rules.contributed import are_ours

PRINTED = {
    "entity_names": ("name",),
    "entity_identifiers": ("value",),
    "entity_attributes": ("value",),
    "entities": ("name",),
    "listings": ("name", "entry_ref", "matched_by"),
    "source_terms": ("field", "term"),
    "other_measures": ("printed_term",),
}

# Words that people write for want of a value, whoever they are.
NEVER_A_VALUE = (
    r"n/a|n\.a\.?|#n/a|not (?:yet )?(?:known|available|applicable|specified|stated|given|provided"
    r"|found|disclosed|recorded|determined|indicated|set|published)|unknown|none|null|nan"
    r"|tb[acd]|to be (?:confirmed|determined|added|announced|done|checked)|todo|fixme|xxx+"
    r"|no (?:data|date|info|information|value|name|source|title|number)|see (?:above|below|note)"
    r"|same as above|ditto|idem|undefined|unspecified|n\.d\.|s\.d\.|s\.n\.|s\.l\.|n/k|n/s|n/d"
    r"|lorem ipsum.*|asdf+|[-–—?.*_/\\…]+"
)
# What may be a code or a name where a list or a party has it.
SELDOM_A_VALUE = (
    r"na|nil|no|void|empty|test|x|nd|ns|pending|missing|unbekannt|inconnu|desconocido|sconosciuto"
    r"|неизвестно|нет данных|dummy|sample|placeholder|foo|bar|foobar|blank|anonymous|-?\d{1,2}"
)
PLACEHOLDERS = rf"^(?i:{NEVER_A_VALUE}|{SELDOM_A_VALUE})$"
# What every bad cell matches: a sign that is no plain letter, an extra space, the beginning
# of a formula, a placeholder, or what a spreadsheet, a web page or a mail leaves behind.
_UNUSUAL = rf"[^ -~]|^[ =+\-@]| $|  |{PLACEHOLDERS}|[&%#<\\?]|E\+\d|^'\d"


def list_text_columns() -> list[tuple[str, str]]:
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
    for table, column in list_text_columns():
        if not context.is_read(table):
            continue
        rows = context.rows(table)
        cells, unusual = rows[column], _find_unusual(context, table, column)
        screened = pyarrow.compute.match_substring_regex(cells.values.take(unusual), screen)
        suspects: list[int] = unusual.filter(screened).to_pylist()
        if not suspects:
            continue
        printed = _are_printed(context, table, column)
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


def _are_printed(context: Context, table: str, column: str) -> Mask:
    """Which rows hold in this column what a list printed."""
    rows = context.rows(table)
    if column not in PRINTED.get(table, ()):
        return np.zeros(len(rows), dtype=bool)
    if table in ("listings", "source_terms", "other_measures"):
        return np.ones(len(rows), dtype=bool)
    return ~are_ours(context, table)
