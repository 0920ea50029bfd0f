"""Identifiers and attributes of an entry of the Australian list.

DFAT parts places by commas, copies of its file by semicolons; several are lettered, or stand in
lines of their own. What is not a name may differ between the rows of an entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sanctions_data.lists.au_dfat.passports import passports
from sanctions_data.lists.common.countries import country_codes, is_own_name, is_people
from sanctions_data.lists.common.death import read_death
from sanctions_data.lists.common.entry import Attribute, Identifier, tidy
from sanctions_data.lists.common.partial_dates import dates_in
from sanctions_data.lists.common.placeholders import is_nothing
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.xlsx import XlsxRow, lines_of

_ENUMERATOR = re.compile(r"(?:^|\s)\(?[a-z]{1,2}\)\s*", re.IGNORECASE)
_REMARK = re.compile(r"[\s,]*\([^)]*\)\s*$")
_SHORTEST_COUNTRY = 4
_REMARKS = "Additional Information"
_BETWEEN_COUNTRIES = (";", ",", " and ")


def identifiers(rows: Sequence[XlsxRow], position: str, report: ReadReport) -> Iterator[Identifier]:
    """Yield the IMO number of a ship, and the passports in the remarks on a person, each once."""
    if _is_person(rows):
        found = (number for row in rows for number in passports(row.text(_REMARKS)))
        yield from (Identifier("passport", number) for number in dict.fromkeys(found))
    printed = rows[0].text("IMO Number")
    if re.fullmatch(r"\d{7}", printed):
        yield Identifier("imo_number", printed)
    elif not is_nothing(printed):
        report.warn(position, f"found IMO Number {printed!r}, expected seven digits; kept as is")
        yield Identifier("other", printed)


def attributes(rows: Sequence[XlsxRow], position: str, report: ReadReport) -> tuple[Attribute, ...]:
    """The attributes in all rows of an entry, without repeats. Of addresses only the countries."""
    seen: set[tuple[str, str]] = set()
    found: dict[Attribute, None] = {}
    for column, read in _READERS:
        for row in rows:
            printed = lines_of(row.cells.get(column))
            if (column, printed) not in seen:
                seen.add((column, printed))
                found.update(dict.fromkeys(read(printed, position, report)))
    if _is_person(rows):
        found.update(dict.fromkeys(read_death(row.text(_REMARKS) for row in rows)))
    return tuple(found)


def _is_person(rows: Sequence[XlsxRow]) -> bool:
    return rows[0].text("Type").casefold() == "individual"


def _birth_dates(text: str, position: str, report: ReadReport) -> Iterator[Attribute]:
    for part in _parts(text, "[;\n]"):
        dates = dates_in(part)
        yield from (Attribute("birth_date", date) for date in dates)
        if not dates:
            report.warn(
                position, f"found Date of Birth {part!r}, expected a day, a month or a year"
            )


def _birth_places(text: str, position: str, report: ReadReport) -> Iterator[Attribute]:
    for place in _parts(_joined(text), "\n"):
        yield Attribute("birth_place", place)
        yield from (Attribute("birth_country", code) for code in _country_at_end(place))


def _nationalities(text: str, position: str, report: ReadReport) -> Iterator[Attribute]:
    for part in _parts(text, "\n"):
        for country in _countries(part, _BETWEEN_COUNTRIES):
            codes = country_codes(country)
            yield from (Attribute("nationality", code) for code in codes)
            if not codes and not is_nothing(country):
                report.warn(
                    position, f"found country {country!r}, which has no ISO code; left empty"
                )


def _addresses(text: str, position: str, report: ReadReport) -> Iterator[Attribute]:
    """An address need not end with a country, so one that does not is no issue."""
    for place in _parts(_joined(text), "[;\n]"):
        yield from (Attribute("country", code) for code in _country_at_end(place))


_READERS = (
    ("Date of Birth", _birth_dates),
    ("Place of Birth", _birth_places),
    ("Citizenship", _nationalities),
    ("Address", _addresses),
)


def _joined(text: str) -> str:
    """A text in which a line that ends before the country goes on in the next one."""
    place = ""
    for line in text.split("\n"):
        place += line if not place else ("\n" if _country_at_end(_last_line(place)) else " ") + line
    return place


def _last_line(text: str) -> str:
    return text.rpartition("\n")[2]


def _parts(text: str, separator: str) -> Iterator[str]:
    for numbered in _ENUMERATOR.split(text):
        for part in re.split(separator, numbered):
            if not is_nothing(shown := tidy(part).strip(" ;,")):
                yield shown


def _countries(text: str, separators: tuple[str, ...]) -> Iterator[str]:
    """Split a list of countries, but not a name that has a comma or an "and" itself."""
    if country_codes(text) or not separators:
        yield tidy(text)
        return
    for part in text.split(separators[0]):
        if part.strip():
            yield from _countries(part, separators[1:])


def _country_at_end(place: str) -> tuple[str, ...]:
    """The country with which a place ends: some have a comma in their name."""
    parts = re.split(r"[;,] *", _REMARK.sub("", place).strip(" ;,."))
    for cut in range(len(parts)):
        name = ", ".join(parts[cut:])
        # A short part may be that of a town, or of a state of the US.
        is_name = len(name) >= _SHORTEST_COUNTRY or is_own_name(name)
        if is_name and not is_people(name) and (codes := country_codes(name)):
            return codes
    return ()
