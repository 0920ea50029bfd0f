"""Cells that a spreadsheet took for dates, numbers or truth values and wrote in its own way.

Only ``TRUE`` and ``FALSE`` are fixed, as nothing is lost in them. A date in a foreign form
is *suggested*: what it means is for a person with the source at hand to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from sanctions_data.schema import Column, Table
from sanctions_data.schema.base import PARTIAL_DATE
from sanctions_data.validation.engine.foreign_dates import describe_foreign_date
from sanctions_data.validation.issues import Issue

if TYPE_CHECKING:
    import pandas as pd

# In entity_attributes the attribute says what sort of value stands beside it.
_DATES = ("birth_date", "founded")
_BOOLEANS = ("deceased",)

_ROUNDED = re.compile(r"-?\d(?:[.,]\d+)?E\+\d{2,3}")
_ERROR = re.compile(r"#(?:NAME\?|REF!|N/A|VALUE!|DIV/0!|NUM!|NULL!|#{3,})")


def fix_booleans(table: Table, frame: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """``TRUE`` and ``FALSE`` as ``true`` and ``false``, and how many there were."""
    frame, fixed = frame.copy(), 0
    for column in table.columns:
        cells = frame[column.name]
        shouted = cells.str.lower().isin(["true", "false"]) & (cells != cells.str.lower())
        shouted &= _find_cells_of(table, frame, column, column.logical == "boolean", _BOOLEANS)
        frame.loc[shouted, column.name] = cells[shouted].str.lower()
        fixed += int(shouted.sum())
    return frame, fixed


def suggest_fixes(
    table: Table, frame: pd.DataFrame, lines: Sequence[int], file: str
) -> Iterator[Issue]:
    """What must be fixed by hand, with file, line, column, what was found, what to write.

    Args:
        table: what the rows are.
        frame: the rows, every cell text or missing, with the labels 0, 1, 2 …
        lines: the line of each row.
        file: how messages name the file.
    """
    for position, column in enumerate(table.columns, start=1):
        dated = column.logical == "date" or column.pattern == PARTIAL_DATE
        cells = frame[column.name].dropna()
        of_date = cells[_find_cells_of(table, frame, column, dated, _DATES).loc[cells.index]]
        foreign = of_date[~of_date.str.fullmatch(PARTIAL_DATE)]
        rounded, broken = _ROUNDED.pattern, _ERROR.pattern  # pandas 2.3.0 takes texts alone
        lost = cells[cells.str.fullmatch(rounded) | cells.str.fullmatch(broken)]
        dates = ((row, cell, describe_foreign_date(cell)) for row, cell in foreign.items())
        losses = ((row, cell, describe_loss(cell)) for row, cell in lost.items())
        for row, cell, told in chain(dates, losses):
            if told:
                line = lines[int(str(row))]
                yield Issue(file, line, position, column.name, told[0], cell, *told[1:])


def _find_cells_of(
    table: Table, frame: pd.DataFrame, column: Column, by_type: bool, attributes: tuple[str, ...]
) -> pd.Series[bool]:
    """Which cells of a column hold a sort of value: by its type, or by the attribute beside."""
    if table.name == "entity_attributes" and column.name == "value":
        return frame["attribute"].isin(attributes)
    import pandas as pd

    return pd.Series(by_type, index=frame.index, dtype="bool")


def describe_loss(cell: str) -> tuple[str, str, str] | None:
    """Rule, problem and hint of what a spreadsheet lost; None for any other cell."""
    restore = "restore the cell from the previous version of the file"
    if _ROUNDED.fullmatch(cell):
        return "digits-lost", "a spreadsheet rounded a long number, its digits are lost", restore
    if _ERROR.fullmatch(cell):
        return "spreadsheet-error", "a spreadsheet's error stands where a value was", restore
    return None
