"""Reader of Canada's Consolidated Autonomous Sanctions List (Global Affairs Canada).

The list has no reference of its own: items are numbered anew in every schedule. A
reference is therefore made of regulations, schedule and item, as the regulations
themselves cite an entry: ``russia-1-part-1-25``. It stays the same as long as the item
keeps its place in the regulations. The list prints no measures either: they follow from
the regulations (``Country``) and the schedule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from lxml import etree

from sanctions_data.identifiers.imo import read_imo_number
from sanctions_data.lists.ca_gac.names import other_names
from sanctions_data.lists.common.attributes import read_attribute
from sanctions_data.lists.common.checked_read import checked_read
from sanctions_data.lists.common.entry import (
    Attribute,
    Entry,
    Identifier,
    ListFile,
    ListFormat,
    Name,
    Term,
    tidy,
)
from sanctions_data.lists.common.list_files import locate_file
from sanctions_data.lists.common.partial_dates import parse_day
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.xml import records

FILE = "sema-lmes.xml"
URL = (
    "https://www.international.gc.ca/world-monde/assets/office_docs/"
    "international_relations-relations_internationales/sanctions/sema-lmes.xml"
)

_TWO_LANGUAGES = re.compile(r"\s+[/|]\s+")
_NEITHER_LETTER_NOR_DIGIT = re.compile(r"[^a-z0-9.]+")
_OR = re.compile(r"\s+or\s+|/", re.IGNORECASE)
_YEARS = re.compile(r"^(\d{4})-(\d{4})$")


@checked_read("country, schedule and item")
def read(folder: Path, report: ReadReport) -> Iterator[Entry]:
    """Yield the entries of the list in ``folder``; what is wrong goes into ``report``.

    Example:
        >>> report = ReadReport("ca-gac")
        >>> list(read(Path("no-such-folder"), report)), len(report.errors)
        ([], 1)
    """
    for number, element in enumerate(
        records(locate_file(folder, FILE), ("record",), "data-set", report), 1
    ):
        cells = _cells(element)
        ref, name = _reference(cells), _name(cells)
        position = f"{FILE}, record {number} ({ref}, {name or 'no name'})"
        if entry := _entry(cells, ref, name, position, report):
            yield entry


def _cells(element: etree._Element) -> dict[str, str]:
    """Texts by element name; the publisher's bilingual names (``Item-NumeroDarticle``) are cut."""
    return {child.tag.partition("-")[0]: tidy(child.text) for child in element}


def _reference(cells: dict[str, str]) -> str:
    """Regulations, schedule and item, in English, in small letters.

    Example:
        >>> _reference({"Country": "Iran", "Schedule": "1, Part 1.1", "Item": "7"})
        'iran-1-part-1.1-7'
    """
    parts = (_english(cells.get("Country", "")), _schedule(cells), cells.get("Item", ""))
    return "-".join(filter(None, map(_small, parts))).strip("-.")


@lru_cache(maxsize=4096)  # countries, schedules and items are few, and each comes often
def _small(printed: str) -> str:
    return _NEITHER_LETTER_NOR_DIGIT.sub("-", printed.casefold()).strip("-")


@lru_cache(maxsize=1024)
def _english(printed: str) -> str:
    return _TWO_LANGUAGES.split(printed)[0]


def _schedule(cells: dict[str, str]) -> str:
    printed = cells.get("Schedule", "")
    return "" if printed.casefold() == "n/a" else printed


def _name(cells: dict[str, str]) -> str:
    person = (cells.get("GivenName", ""), cells.get("LastName", ""))
    return (cells.get("EntityOrShip", "") or " ".join(filter(None, person))).strip(" ;,")


def _entry(
    cells: dict[str, str], ref: str, name: str, position: str, report: ReadReport
) -> Entry | None:
    missing = [tag for tag in ("Country", "Item") if not cells.get(tag)]
    if missing or not name:
        expected = "EntityOrShip, LastName or GivenName" if not missing else " and ".join(missing)
        report.odd(position, f"found no {expected}; the entry was left out", "" if missing else ref)
        return None
    printed_day = cells.get("DateOfListing", "")
    listed_on = parse_day(printed_day)
    if listed_on is None:
        report.odd(
            position, f"found DateOfListing {printed_day!r}, expected yyyy-mm-dd; left empty"
        )
    kind = _kind(cells)
    return Entry(
        ref=ref,
        kind=kind,
        names=(Name(name), *other_names(cells.get("Aliases", ""), name, kind)),
        position=position,
        programmes=(_programme(cells["Country"], _schedule(cells)),),
        identifiers=_identifiers(cells, position, report),
        attributes=tuple(_attributes(cells, kind, position, report)),
        listed_on=listed_on,
        precision="day" if listed_on else "unknown",
        unread=() if listed_on else ("listed_on",),
    )


@lru_cache(maxsize=1024)
def _programme(country: str, schedule: str) -> Term:
    """One term, as a schedule means another thing under the regulations of another country."""
    return Term("Country, Schedule", ", ".join(filter(None, (country, schedule))))


def _kind(cells: dict[str, str]) -> str:
    if not cells.get("EntityOrShip"):
        return "person"
    # Only a ship has a number or a build date; a company has neither.
    is_ship = cells.get("ShipIMONumber") or cells.get("DateOfBirthOrShipBuildDate")
    return "vessel" if is_ship else "organisation"


def _identifiers(
    cells: dict[str, str], position: str, report: ReadReport
) -> tuple[Identifier, ...]:
    printed = cells.get("ShipIMONumber", "")
    if number := read_imo_number(printed):
        return (Identifier("imo_number", number),)
    if printed:
        report.warn(position, f"found ShipIMONumber {printed!r}, expected seven digits; left empty")
    return ()


def _attributes(
    cells: dict[str, str], kind: str, position: str, report: ReadReport
) -> Iterator[Attribute]:
    printed = cells.get("DateOfBirthOrShipBuildDate", "")
    if kind == "vessel":
        if printed:
            yield Attribute("built", printed)
    elif printed:
        years = _YEARS.match(printed)
        for part in years.groups() if years else _OR.split(printed):
            yield from read_attribute("birth_date", tidy(part), position, report)
    title = _english(cells.get("TitleOrShipType", "") or cells.get("TitleOrShip", ""))
    if title:
        yield Attribute("vessel_type" if kind == "vessel" else "title", title)


FORMAT = ListFormat(
    "ca-gac", (ListFile(FILE, URL),), read, renumbers=True, maximum_bytes=15_000_000
)
