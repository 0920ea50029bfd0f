"""The cells of free text that contributors wrote, for the rules about their words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from sanctions_data.validation.engine.arrow import integers
from sanctions_data.validation.engine.columns import rows_of
from sanctions_data.validation.engine.context import Context
from sanctions_data.validation.engine.definition import TABLES
from sanctions_data.validation.rules.contributed import are_ours
from sanctions_data.validation.rules.text_columns import find_cells

PROSE = ("note", "summary", "proposition", "title", "exemptions", "publisher", "definition",
         "not_to_confuse", "speaker_role")  # fmt: skip


def find_ours(
    context: Context, screen: str, is_bad: Callable[[str], bool]
) -> Iterator[tuple[str, int, str, str]]:
    """Table, row, column and cell of every bad cell that a contributor wrote.

    Args:
        context: the tables.
        screen: an RE2 expression that every bad cell matches, and few others do.
        is_bad: whether a cell is bad.
    """
    return find_cells(context, screen, lambda _: False, is_bad)


def find_prose(
    context: Context, find_bad: Callable[[str], str]
) -> Iterator[tuple[str, int, str, str]]:
    """Table, row, column and what is bad, of the sentences that contributors wrote.

    Args:
        context: the tables.
        find_bad: what is bad in a sentence; empty for nothing.
    """
    for table, definition in TABLES.items():
        if (definition.group == "history" and table != "corrections") or not context.is_read(table):
            continue
        rows = context.rows(table)
        for column in filter(definition.header.__contains__, PROSE):
            cells = rows[column].only(are_ours(context, table))
            used = np.flatnonzero(cells.used)
            for place, value in zip(
                used.tolist(), cells.values.take(integers(used)).to_pylist(), strict=True
            ):
                if bad := find_bad(value):
                    for row in rows_of(cells.places == place):
                        yield table, row, column, bad
