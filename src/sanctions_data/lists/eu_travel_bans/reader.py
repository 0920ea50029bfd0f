"""Reader of the EU's list of persons subject to travel restrictions.

It is the one list of the EU that states who may not enter, with the CFSP decision that bars
them. The publisher adds to it late, so that nobody's absence says anything. Its layout is that
of the financial sanctions list, and a person has the number that the EU's database gives to the
party there. Some persons have no number: their name stands in a remark.

The XML is read as public importers describe it (no real file was at hand), and so is a
third party's copy in CSV, of which there is a real one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from lxml import etree
from slugify import slugify

from sanctions_data.lists.common.checked_read import checked_read
from sanctions_data.lists.common.entry import (
    CrossReference,
    Entry,
    Identifier,
    ListFile,
    ListFormat,
    Name,
    StatedMeasure,
    Term,
    tidy,
)
from sanctions_data.lists.common.list_files import find_file, locate_file
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.words import load_words
from sanctions_data.lists.common.xml import records
from sanctions_data.lists.eu_fsf.acts import NAMESPACE, NUMBER
from sanctions_data.lists.eu_fsf.details import attributes, identifiers, names, un_reference
from sanctions_data.lists.eu_travel_bans import csv_copy
from sanctions_data.lists.eu_travel_bans.decisions import decision_numbers

FILE = "TravelBansExport_*.xml"
# A page for people; the file has another address each time.
URL = "https://www.sanctionsmap.eu/#/main/travel/ban"
_MISPRINTED = load_words(__file__)["kinds-misprinted"]
# What the list says of a person for whom it prints no decision: that he is on it.
_ON_THE_LIST = Term("list", "TravelBansExport")

T = TypeVar("T")


@checked_read("logicalId")
def read(folder: Path, report: ReadReport) -> Iterator[Entry]:
    """Yield the persons of the list in ``folder``; what is wrong goes into ``report``.

    One who is under two decisions has two records, and is one entry.

    Example:
        >>> report = ReadReport("eu-travel-bans")
        >>> list(read(Path("no-such-folder"), report)), len(report.errors)
        ([], 1)
    """
    found: dict[str, Entry] = {}
    for position, element in _elements(folder, report):
        entry = _entry(element, position, report)
        if entry is None:
            continue
        known = found.get(entry.ref)
        found[entry.ref] = _joined(known, entry) if known else entry
    yield from found.values()


def _elements(folder: Path, report: ReadReport) -> Iterator[tuple[str, etree._Element]]:
    if find_file(folder, FILE) is None and find_file(folder, csv_copy.FILE):
        yield from csv_copy.read_elements(folder, report)
        return
    path = locate_file(folder, FILE)
    every = records(path, (f"{NAMESPACE}sanctionEntity",), f"{NAMESPACE}export", report)
    for number, element in enumerate(every, 1):
        yield f"{path.name}, sanctionEntity {number}", element


def _entry(element: etree._Element, position: str, report: ReadReport) -> Entry | None:
    number = tidy(element.get("logicalId"))
    found_names = names(element) or _name_in_remark(element)
    if not found_names:
        report.odd(position, "found no name; the person was left out", left_out=number)
        return None
    kind = _MISPRINTED.get(number, "person")
    reference = un_reference(element, position, report)
    numbers = (("un_reference", reference), (NUMBER, number))
    decisions = [Term("decision", each) for each in decision_numbers(element)]
    return Entry(
        ref=number or slugify(found_names[0].text),
        kind=kind,
        names=found_names,
        position=position,
        programmes=tuple(decisions),
        measures=tuple(
            StatedMeasure(term, act=term.text if term in decisions else "")
            for term in decisions or [_ON_THE_LIST]
        ),
        identifiers=(
            *(Identifier(kind, value) for kind, value in numbers if value),
            *identifiers(element, position, report),
        ),
        attributes=attributes(element, kind, position, report),
        references=(CrossReference("un-sc", reference),) if reference else (),
    )


def _name_in_remark(element: etree._Element) -> tuple[Name, ...]:
    """The name of a person without number: what stands before the bracket of the first remark."""
    remarks = [tidy(remark.text) for remark in element.iterfind(f"{NAMESPACE}remark")]
    if tidy(element.get("logicalId")) or not remarks:
        return ()
    name = remarks[0].partition("(")[0].strip()
    return (Name(name),) if name else ()


def _joined(known: Entry, other: Entry) -> Entry:
    """One person of two records: what either says."""
    titles = {each.text for each in known.names}
    others = (Name(each.text, "alias") for each in other.names if each.text not in titles)
    return replace(
        known,
        names=(*known.names, *others),
        programmes=_once(known.programmes, other.programmes),
        measures=_once(known.measures, other.measures),
        identifiers=_once(known.identifiers, other.identifiers),
        attributes=_once(known.attributes, other.attributes),
        references=_once(known.references, other.references),
    )


def _once(one: tuple[T, ...], other: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(dict.fromkeys((*one, *other)))


FORMAT = ListFormat(
    "eu-travel-bans",
    (
        ListFile(FILE, URL, is_served=False),
        ListFile(csv_copy.FILE, "", optional=True, is_served=False),
    ),
    read,
    has_many_programmes=True,
    mains=((FILE,), (csv_copy.FILE,)),
    is_ever_whole=False,
)
