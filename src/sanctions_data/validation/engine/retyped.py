"""Cells that a spreadsheet took for dates, numbers or truth values and wrote in its own way.

Only ``TRUE`` and ``FALSE`` are fixed, as nothing is lost in them. A date in a foreign form
is *suggested*: what it means is for a person with the source at hand to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import chain
from typing import TYPE_CHECKING

from sanctions_data.schema import Column, Table
from sanctions_data.schema.base import PARTIAL_DATE
from sanctions_data.validation.issues import Issue

if TYPE_CHECKING:
    import pandas as pd

# In entity_attributes the attribute says what sort of value stands beside it.
_DATES = ("birth_date", "founded")
_BOOLEANS = ("deceased",)

_ISO = re.compile(PARTIAL_DATE)
_NUMBERS = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})")
_WORDS = re.compile(
    r"(\d{1,2})[ -]([A-Za-z]{3,9})\.?[ -](\d{4}|\d{2})|([A-Za-z]{3,9}) (\d{1,2}), (\d{4})"
)
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?")
_SERIAL = re.compile(r"[1-9]\d{4}(?:[.,]0+)?")
_ROUNDED = re.compile(r"-?\d(?:[.,]\d+)?E\+\d{2,3}")
_ERROR = re.compile(r"#(?:NAME\?|REF!|N/A|VALUE!|DIV/0!|NUM!|NULL!)|#{4,}")
_FIRST_SERIAL_DAY = date(1899, 12, 30)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def fix_booleans(table: Table, frame: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """``TRUE`` and ``FALSE`` as ``true`` and ``false``, and how many there were."""
    frame, fixed = frame.copy(), 0
    for column in table.columns:
        cells = frame[column.name]
        shouted = cells.str.lower().isin(["true", "false"]) & (cells != cells.str.lower())
        shouted &= _holds(table, frame, column, column.logical == "boolean", _BOOLEANS)
        frame.loc[shouted, column.name] = cells[shouted].str.lower()
        fixed += int(shouted.sum())
    return frame, fixed


def suggestions(
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
        of_date = cells[_holds(table, frame, column, dated, _DATES).loc[cells.index]]
        foreign = of_date[~of_date.str.fullmatch(_ISO)]
        lost = cells[cells.str.fullmatch(_ROUNDED) | cells.str.fullmatch(_ERROR)]
        dates = ((row, cell, about_date(cell)) for row, cell in foreign.items())
        losses = ((row, cell, _about_loss(cell)) for row, cell in lost.items())
        for row, cell, told in chain(dates, losses):
            if told:
                line = lines[int(str(row))]
                yield Issue(file, line, position, column.name, told[0], cell, *told[1:])


def _holds(
    table: Table, frame: pd.DataFrame, column: Column, by_type: bool, attributes: tuple[str, ...]
) -> pd.Series[bool]:
    """Which cells of a column hold a sort of value: by its type, or by the attribute beside."""
    if table.name == "entity_attributes" and column.name == "value":
        return frame["attribute"].isin(attributes)
    import pandas as pd

    return pd.Series(by_type, index=frame.index, dtype="bool")


def about_date(cell: str) -> tuple[str, str, str] | None:
    """Rule, problem and hint of a date in a foreign form; None for what is no date."""
    if not (days := readings(cell)):
        return None
    if _SERIAL.fullmatch(cell):
        (day,) = days
        return (
            "foreign-date",
            "a spreadsheet's number of a day",
            f"write {day}, its day where the sheet counts from 1900, after a look at the source",
        )
    if len(days) == 1:
        return "foreign-date", "a date in a foreign form", f"write {days[0]}"
    return (
        "foreign-date",
        "a date in a foreign form that can be read in several ways",
        f"write {' or '.join(days)}: the source says which",
    )


def _about_loss(cell: str) -> tuple[str, str, str]:
    restore = "restore the cell from the previous version of the file"
    if _ROUNDED.fullmatch(cell):
        return "digits-lost", "a spreadsheet rounded a long number, its digits are lost", restore
    return "spreadsheet-error", "a spreadsheet's error stands where a value was", restore


def readings(text: str) -> list[str]:
    """The days, in ISO form, that a date in a foreign form may mean; none if it is no date.

    Example:
        >>> readings("25/02/2022"), readings("10/09/2024"), readings("45545")
        (['2022-02-25'], ['2024-09-10', '2024-10-09'], ['2024-09-10'])
    """
    if found := _MOMENT.fullmatch(text):
        return _days([found[1].split("-")])
    if _SERIAL.fullmatch(text):
        days = int(re.split("[.,]", text)[0])
        return [(_FIRST_SERIAL_DAY + timedelta(days=days)).isoformat()]
    if found := _NUMBERS.fullmatch(text):
        first, _, second, third = found.groups()
        if len(first) == 4 and len(third) <= 2:
            return _days([(first, second, third)])
        if len(first) <= 2:
            parts = ((second, first), (first, second))
            return _days((year, *part) for year in _years(third) for part in parts)
    if found := _WORDS.fullmatch(text):
        day, month, year = found[1] or found[5], found[2] or found[4], found[3] or found[6]
        if (name := month[:3].casefold()) in _MONTHS:
            return _days((full, _MONTHS.index(name) + 1, day) for full in _years(year))
    return []


def _years(year: str) -> list[str]:
    """The years that may be meant; of two digits the century is not known."""
    return [year] if len(year) == 4 else [f"{century}{year}" for century in (20, 19)]


def _days(parts: Iterable[Sequence[str | int]]) -> list[str]:
    """The days of the calendar among years, months and days, each once."""
    days: dict[str, None] = {}
    for year, month, day in parts:
        try:
            days[datetime(int(year), int(month), int(day)).date().isoformat()] = None
        except ValueError:
            continue
    return list(days)
