"""Attributes of an entry, read from the texts of a list in the way each attribute needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from sanctions_data.lists.countries import read_country
from sanctions_data.lists.entry import Attribute, parse_partial
from sanctions_data.lists.report import Report
from sanctions_data.lists.xml import texts_of

_COUNTRIES = ("birth_country", "nationality", "country", "flag", "previous_flag")
_DATES = ("birth_date", "founded")
_GENDERS = {"male": "male", "m": "male", "female": "female", "f": "female"}


def read_attribute(name: str, printed: str, position: str, report: Report) -> Iterator[Attribute]:
    """Yield the attribute, or nothing and a warning where the text cannot be read.

    Countries become ISO codes, dates partial ISO dates; everything else stays as printed.

    Example:
        >>> report = Report("gb-fcdo")
        >>> [a.value for a in read_attribute("birth_date", "dd/mm/1969", "entry 1", report)]
        ['1969']
        >>> list(read_attribute("gender", "unsure", "entry 1", report)), len(report.problems)
        ([], 1)
    """
    value = printed
    if name in _COUNTRIES:
        value = read_country(printed, position, report)
    elif name in _DATES:
        value = parse_partial(printed)
        if printed and not value:
            report.warn(
                position,
                f"found {name} {printed!r}, expected a day, a month or a year; left empty",
            )
    elif name == "gender":
        value = _GENDERS.get(printed.casefold(), "")
        if printed and not value:
            report.warn(position, f"found gender {printed!r}, expected Male or Female; left empty")
    if value:
        yield Attribute(name, value)


def read_attributes(
    element: etree._Element, paths: Iterable[tuple[str, str]], position: str, report: Report
) -> Iterator[Attribute]:
    """Yield the attributes found at ``paths``, pairs of an element path and an attribute."""
    for path, name in paths:
        for printed in texts_of(element, path):
            yield from read_attribute(name, printed, position, report)
