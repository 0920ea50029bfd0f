"""Days as lists print them, and dates of which only the month or the year is known."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

_ISO = re.compile(r"^(\d{4})-(\d{2})-(\d{2})(?:[T+\-Z].*)?$")
_DAY_FIRST = re.compile(r"^(\d{1,2})/(\d{1,2})/(\d{4})$")
_IN_WORDS = re.compile(r"^(\d{1,2}) ([A-Za-z]{3,})\.? (\d{4})$")
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)


@lru_cache(maxsize=4096)  # a list repeats its dates a lot
def parse_day(text: str) -> date | None:
    """A day written ISO (a time or zone behind it is dropped), ``dd/mm/yyyy`` or in English words.

    Returns None where the text is none of these or names no day of the calendar.

    Example:
        >>> parse_day("18/11/2024"), parse_day("2015-07-01-04:00"), parse_day("17 March 2011")
        (datetime.date(2024, 11, 18), datetime.date(2015, 7, 1), datetime.date(2011, 3, 17))
    """
    if match := _ISO.match(text):
        year, month, day = match.groups()
    elif match := _DAY_FIRST.match(text):
        day, month, year = match.groups()
    elif match := _IN_WORDS.match(text):
        day, word, year = match.groups()
        numbers = [n for n, name in enumerate(_MONTHS, 1) if name.startswith(word.casefold())]
        if not numbers:
            return None
        month = str(numbers[0])
    else:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


_YEAR_OR_MONTH = re.compile(r"^(\d{4})(?:-(\d{2}))?$")
_PLACEHOLDERS = re.compile(r"^(\d{1,2}|dd)/(\d{1,2}|mm)/(\d{4})$", re.IGNORECASE)
_NOT_KNOWN = ("dd", "mm", "00", "0")


@lru_cache(maxsize=4096)
def parse_partial(text: str) -> str:
    """A partial ISO date: a day, a month or a year, as far as the text says.

    Reads what ``parse_day`` reads, ``1969``, ``1969-05``, and ``dd/mm/yyyy`` in which the
    letters ``dd`` and ``mm`` (or zeros) stand for what is not known. Returns an empty
    string for anything else; nothing is guessed.

    Example:
        >>> parse_partial("03/05/1969"), parse_partial("dd/05/1969"), parse_partial("dd/mm/1969")
        ('1969-05-03', '1969-05', '1969')
    """
    if day := parse_day(text):
        return day.isoformat()
    if match := _YEAR_OR_MONTH.match(text):
        year, month = match.group(1), match.group(2) or "mm"
    elif match := _PLACEHOLDERS.match(text):
        day_of_month, month, year = (part.casefold() for part in match.groups())
        if day_of_month not in _NOT_KNOWN and month not in _NOT_KNOWN:
            return ""  # all three are given, and they name no day
    else:
        return ""
    if int(year) == 0:
        return ""
    if month in _NOT_KNOWN:
        return f"{int(year):04}"
    return f"{int(year):04}-{int(month):02}" if 1 <= int(month) <= 12 else ""
