"""Dates in a foreign form, and the days that they may mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

_NUMBERS = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})")
_WORDS = re.compile(
    r"(\d{1,2})[ -]([A-Za-z]{3,9})\.?[ -](\d{4}|\d{2})|([A-Za-z]{3,9}) (\d{1,2}), (\d{4})"
)
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?")
_SERIAL = re.compile(r"[1-9]\d{4}(?:[.,]0+)?")
_FIRST_SERIAL_DAY = date(1899, 12, 30)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def describe_foreign_date(cell: str) -> tuple[str, str, str] | None:
    """Rule, problem and hint of a date in a foreign form; None for what is no date."""
    if not (days := read_days(cell)):
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


def read_days(text: str) -> list[str]:
    """The days, in ISO form, that a date in a foreign form may mean; none if it is no date.

    Example:
        >>> read_days("25/02/2022"), read_days("10/09/2024"), read_days("45545")
        (['2022-02-25'], ['2024-09-10', '2024-10-09'], ['2024-09-10'])
    """
    if found := _MOMENT.fullmatch(text):
        return _list_days([found[1].split("-")])
    if _SERIAL.fullmatch(text):
        days = int(re.split("[.,]", text)[0])
        return [(_FIRST_SERIAL_DAY + timedelta(days=days)).isoformat()]
    if found := _NUMBERS.fullmatch(text):
        first, _, second, third = found.groups()
        if len(first) == 4 and len(third) <= 2:
            return _list_days([(first, second, third)])
        if len(first) <= 2:
            parts = ((second, first), (first, second))
            return _list_days((year, *part) for year in _guess_years(third) for part in parts)
    if found := _WORDS.fullmatch(text):
        day, month, year = found[1] or found[5], found[2] or found[4], found[3] or found[6]
        if (name := month[:3].casefold()) in _MONTHS:
            return _list_days((full, _MONTHS.index(name) + 1, day) for full in _guess_years(year))
    return []


def _guess_years(year: str) -> list[str]:
    """The years that may be meant; of two digits the century is not known."""
    return [year] if len(year) == 4 else [f"{century}{year}" for century in (20, 19)]


def _list_days(parts: Iterable[Sequence[str | int]]) -> list[str]:
    """The days of the calendar among years, months and days, each once."""
    days: dict[str, None] = {}
    for year, month, day in parts:
        try:
            days[datetime(int(year), int(month), int(day)).date().isoformat()] = None
        except ValueError:
            continue
    return list(days)
