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


_MONTH = r"(?P<month>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\.?"
_YEAR = r"(?:1[89]|20)\d\d"
_DATE = re.compile(
    rf"(?<![\w/])(?<!(?<!\d{{4}})-)(?:"
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -]?{_MONTH},?[ -]?(?P<year>{_YEAR})"
    rf"|{_MONTH.replace('month', 'bare_month')},? (?P<year_of_month>{_YEAR})"
    rf"|(?P<numbers>\d{{1,2}}/\d{{1,2}}/{_YEAR}|{_YEAR}-\d{{2}}-\d{{2}})"
    rf"|(?P<number_of_month>\d{{1,2}})/(?P<year_of_number>{_YEAR})"
    rf"|(?P<only_year>{_YEAR})"
    r")(?![\w/]|-\d{1,2}(?!\d))",
    re.IGNORECASE,
)
# A comma stands between dates, and between the month and the year of one.
_PARTS = re.compile(r"(?<![a-z]),|,(?! ?\d{4})|;|\bor\b|(?<!\S)\(?[a-z]{1,2}\)", re.IGNORECASE)
_RANGE_AGAIN = re.compile(r"(?<=\w) \(range [^)]*\)")  # says the days of a range once more
_TWO_YEARS = re.compile(r"\b(\d{4})/(\d{4})\b")
_ABOUT = re.compile(
    r"\b(?:approx\w*|about|around|circa|ca?\.|estimated|early|mid|late)(?!\w)", re.IGNORECASE
)
_RANGE = re.compile(r"\bbetween\b|\bto\b|\buntil\b|\d\s*[-–—]\s*\d{4}", re.IGNORECASE)


def dates_in(text: str) -> tuple[str, ...]:
    """The partial ISO dates in a text that may hold several, or a date that is not exact.

    Our dates are no exact days where the text is not: of a date that is about right (``circa``)
    the year is kept, and of a range the two years, or the year or month in which it lies.

    Example:
        >>> dates_in("9 May 1970, April 1971, 05/1972")
        ('1970-05-09', '1971-04', '1972-05')
        >>> dates_in("circa 4 May 1970"), dates_in("Between 1972 and 1973"), dates_in("1955-1958")
        (('1970',), ('1972', '1973'), ('1955', '1958'))
    """
    if exact := parse_partial(text):
        return (exact,)
    found: dict[str, None] = {}
    plain = _TWO_YEARS.sub(r"\1-\2", _RANGE_AGAIN.sub("", text))
    for part in _PARTS.split(plain):
        days = [day for match in _DATE.finditer(part) if (day := _date_of(match))]
        if _ABOUT.search(part):
            days = [day[:4] for day in days]
        elif len(days) == 2 and _RANGE.search(part):
            days = _bounds(*days)
        found.update(dict.fromkeys(days))
    return tuple(found)


def _bounds(first: str, last: str) -> list[str]:
    """What two ends of a range have in common, or their years where that is nothing."""
    if first[:4] != last[:4]:
        return [first[:4], last[:4]]
    common = [
        one for one, other in zip(first.split("-"), last.split("-"), strict=False) if one == other
    ]
    return ["-".join(common)]


def iso(day: date | None) -> str:
    """A day as ISO text; empty where there is none.

    Example:
        >>> iso(date(2024, 9, 10)), iso(None)
        ('2024-09-10', '')
    """
    return day.isoformat() if day else ""


def _date_of(match: re.Match[str]) -> str:
    if match["numbers"] or match["only_year"]:
        return parse_partial(match["numbers"] or match["only_year"])
    if match["day"]:
        day = parse_day(f"{match['day']} {match['month']} {match['year']}")
        return iso(day)
    if match["number_of_month"]:
        return parse_partial(f"{match['year_of_number']}-{int(match['number_of_month']):02}")
    first = parse_day(f"1 {match['bare_month']} {match['year_of_month']}")
    return first.isoformat()[:7] if first else ""
