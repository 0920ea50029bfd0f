"""Attributes of an entry, read from the texts of a list in the way each attribute needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sanctions_data.lists.common.countries import read_countries
from sanctions_data.lists.common.entry import Attribute
from sanctions_data.lists.common.partial_dates import dates_in
from sanctions_data.lists.common.placeholders import is_nothing
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.words import load_words
from sanctions_data.lists.common.xml_record import XmlRecord

_COUNTRIES = ("birth_country", "nationality", "country", "flag", "previous_flag")
_DATES = ("birth_date", "founded")
_GENDERS = load_words(__file__)["genders"]


def read_attribute(
    name: str, printed: str, position: str, report: ReadReport
) -> Iterator[Attribute]:
    """Yield the attribute, or nothing and a warning where the text cannot be read.

    One text may name several countries or dates, and a placeholder names none. Countries
    become ISO codes, dates partial ISO dates; everything else stays as printed.

    Example:
        >>> report = ReadReport("gb-fcdo")
        >>> [a.value for a in read_attribute("birth_date", "dd/mm/1969", "entry 1", report)]
        ['1969']
        >>> list(read_attribute("gender", "unsure", "entry 1", report)), len(report.problems)
        ([], 1)
    """
    if is_nothing(printed):
        return
    for value in _values(name, printed, position, report):
        yield Attribute(name, value)


def _values(name: str, printed: str, position: str, report: ReadReport) -> Iterable[str]:
    if name in _COUNTRIES:
        return read_countries(printed, position, report)
    if name in _DATES:
        values, expected = dates_in(printed), "a day, a month or a year"
    elif name == "gender":
        values, expected = tuple(filter(None, [_GENDERS.get(printed.casefold())])), "Male or Female"
    else:
        return (printed,)
    if not values:
        report.warn(position, f"found {name} {printed!r}, expected {expected}; left empty")
    return values


def read_attributes(
    record: XmlRecord, places: Iterable[tuple[str, str]], position: str, report: ReadReport
) -> Iterator[Attribute]:
    """Yield the attributes found at ``places``, pairs of a place in the record and an attribute."""
    for place, name in places:
        for printed in record.texts(place):
            yield from read_attribute(name, printed, position, report)
