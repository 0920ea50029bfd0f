"""Identifiers and attributes of an entry of the Australian list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sanctions_data.lists.common.attributes import read_attribute
from sanctions_data.lists.common.countries import country_code
from sanctions_data.lists.common.entry import Attribute, Identifier, tidy
from sanctions_data.lists.common.partial_dates import parse_partial
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.xlsx import XlsxRow

_ENUMERATOR = re.compile(r"(?:^|\s)\(?[a-z]{1,2}\)\s*", re.IGNORECASE)
_BIRTH = re.compile(
    r"(?<![\d/-])(?:(?P<whole>\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{2}-\d{2}|\d{4})"
    r"|(?P<month>\d{1,2})/(?P<year>\d{4}))(?![\d/-])"
)
_REMARK = re.compile(r"\s*\([^)]*\)\s*$")


def identifiers(row: XlsxRow, position: str, report: ReadReport) -> Iterator[Identifier]:
    """Yield the IMO number of a ship; the list has no column for other numbers."""
    printed = row.text("IMO Number")
    if re.fullmatch(r"\d{7}", printed):
        yield Identifier("imo_number", printed)
    elif printed:
        report.warn(position, f"found IMO Number {printed!r}, expected seven digits; kept as is")
        yield Identifier("other", printed)


def attributes(row: XlsxRow, position: str, report: ReadReport) -> tuple[Attribute, ...]:
    """The attributes of an entry, without repeats. Of addresses only the countries are kept."""
    return tuple(dict.fromkeys(_attributes(row, position, report)))


def _attributes(row: XlsxRow, position: str, report: ReadReport) -> Iterator[Attribute]:
    for part in _parts(row.text("Date of Birth"), ";"):
        yield from _birth_dates(part, position, report)
    for place in _parts(row.text("Place of Birth"), None):
        yield Attribute("birth_place", place)
        yield from _country("birth_country", place.rpartition(";")[2])
    for printed in _parts(row.text("Citizenship"), ";"):
        yield from read_attribute("nationality", printed, position, report)
    for place in _parts(row.text("Address"), ";"):
        yield from _country("country", place.rpartition(",")[2])


def _birth_dates(text: str, position: str, report: ReadReport) -> Iterator[Attribute]:
    """A part may say ``Approximately 1963`` or name several days with blanks between them."""
    found = False
    for match in _BIRTH.finditer(text):
        printed = match["whole"] or f"{match['year']}-{int(match['month']):02}"
        if value := parse_partial(printed):
            found = True
            yield Attribute("birth_date", value)
    if not found:
        report.warn(position, f"found Date of Birth {text!r}, expected a day, a month or a year")


def _parts(text: str, separator: str | None) -> Iterator[str]:
    for numbered in _ENUMERATOR.split(text):
        for part in numbered.split(separator) if separator else [numbered]:
            if shown := tidy(part).strip(" ;"):
                yield shown


def _country(name: str, printed: str) -> Iterator[Attribute]:
    """An address need not end with a country, so one that does not is no issue."""
    if code := country_code(_REMARK.sub("", printed)):
        yield Attribute(name, code)
