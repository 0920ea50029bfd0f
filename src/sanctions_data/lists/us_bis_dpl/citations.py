"""The Federal Register citations that the Denied Persons List prints with an order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

# An order is published within days of its signature; what is later renews or changes it.
_USUAL_DELAY = timedelta(days=60)
_MISPRINTED_MONTH = timedelta(days=31)
# The longest time between a conviction and the order that follows from it, with a reserve.
_LONGEST_AFTER_CONVICTION = timedelta(days=3 * 365)
_CITATION = re.compile(
    r"(?P<volume>\d{2})\s*\.?\s*F\.?\s*R\.?\s*(?P<page>\d[\d,]*\d)(?:[,-]\s*\d+)?,?\s+"
    r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4}|\d{2})(?!\d)"
)
# Volume 1 is of 1936.
_YEAR_BEFORE_FIRST_VOLUME = 1935


@dataclass(frozen=True, slots=True)
class Publication:
    """A citation, and its day; None where the printed day is not of the year of the volume."""

    number: str
    day: date | None


def parse_american_day(text: str) -> date | None:
    """A day written month first, or None.

    Example:
        >>> parse_american_day("10/16/2017"), parse_american_day("16/10/2017")
        (datetime.date(2017, 10, 16), None)
    """
    try:
        month, day, year = map(int, text.split("/"))
        return date(year, month, day)
    except (ValueError, OverflowError):  # A year of thirty digits is no number for a date.
        return None


def find_order(printed: str, effective: date) -> tuple[str, date | None]:
    """The citation under which an order was published, and the day by which it bound the party.

    Usually that is one of the days after the effective day, and the day is the effective one. An
    order that follows from a conviction is printed as effective on the day of the conviction,
    though it is younger: then the day is that of its publication.

    Args:
        printed: all citations as printed, those of earlier and later orders included.
        effective: the effective day as printed.

    Returns:
        The citation, empty if none is surely that of the order; and the day of publication where
        it stands for the effective day, else None.

    Example:
        >>> find_order("66 F.R. 47630 9/13/01, 67 F.R. 10890 3/11/02", date(2002, 3, 4))
        ('67 FR 10890', None)
        >>> find_order("83 F.R. 60395 11/26/2018", date(2017, 9, 19))
        ('83 FR 60395', datetime.date(2018, 11, 26))
        >>> find_order("88 F.R. 30078 5/10/2023", date(2023, 10, 31))
        ('', None)
    """
    found = {each.number: each for each in _publications(printed)}
    dated = [(each.day, each.number) for each in found.values() if each.day]
    soon = [each for each in dated if effective <= each[0] <= effective + _USUAL_DELAY]
    if soon:
        return min(soon)[1], None
    if len(found) != 1:
        return "", None
    [only] = found.values()
    if only.day is None:
        # The year of the day is misprinted; the volume still tells it.
        return (only.number, None) if _year_of(only.number) == effective.year else ("", None)
    if only.day < effective:
        # No order is published before it takes effect: the month is misprinted, or it is another.
        is_near = effective - only.day <= _MISPRINTED_MONTH
        return (only.number, None) if is_near else ("", None)
    if only.day <= effective + _LONGEST_AFTER_CONVICTION:
        return only.number, only.day
    return "", None


def _publications(printed: str) -> list[Publication]:
    found = []
    for match in _CITATION.finditer(printed):
        number = f"{match['volume']} FR {match['page'].replace(',', '')}"
        year = int(match["year"])
        # Two digits stand for a year from 1970 on.
        year += 0 if year > 99 else 1900 if year >= 70 else 2000
        day = parse_american_day(f"{match['month']}/{match['day']}/{year}")
        found.append(Publication(number, day if year == _year_of(number) else None))
    return found


def _year_of(number: str) -> int:
    return _YEAR_BEFORE_FIRST_VOLUME + int(number.split(maxsplit=1)[0])
