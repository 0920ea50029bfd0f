"""Reader of the EU's Consolidated Financial Sanctions List (FSF, version 1.1).

The list prints no measures: whoever is on it has assets frozen, by rule. It prints one
regulation for each entry, the latest that touched it, and a programme code. That act
amends another one, which the list does not name: it is kept as a hint at the regime.

A third party's cut of the publisher's CSV is read where the XML is not in the folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree

from sanctions_data.identifiers.imo import is_ship_number
from sanctions_data.lists.common.checked_read import checked_read
from sanctions_data.lists.common.entry import (
    CrossReference,
    Entry,
    Identifier,
    ListFile,
    ListFormat,
    Term,
    tidy,
)
from sanctions_data.lists.common.list_files import find_file, locate_file
from sanctions_data.lists.common.partial_dates import parse_day
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.words import load_words
from sanctions_data.lists.common.xml import records
from sanctions_data.lists.eu_fsf import csv_cut
from sanctions_data.lists.eu_fsf.acts import NAMESPACE, NUMBER, ActDays, read_acts
from sanctions_data.lists.eu_fsf.dates import Designation, day_in_remark, listing_day, own_days
from sanctions_data.lists.eu_fsf.details import (
    attributes,
    identifiers,
    names,
    un_reference,
)

FILE = "xmlFullSanctionsList_1_1.xml"
URL = "https://webgate.ec.europa.eu/fsd/fsf/public/files/xmlFullSanctionsList_1_1/content"

_WORDS = load_words(__file__)
_KINDS, _MISPRINTED = _WORDS["kinds"], _WORDS["kinds-misprinted"]


@checked_read("reference")
def read(folder: Path, report: ReadReport) -> Iterator[Entry]:
    """Yield the entries of the list in ``folder``; what is wrong goes into ``report``.

    Example:
        >>> report = ReadReport("eu-fsf")
        >>> list(read(Path("no-such-folder"), report)), len(report.errors)
        ([], 1)
    """
    if find_file(folder, FILE) is None and find_file(folder, csv_cut.FILE):
        read_all = csv_cut.read_entries
    else:
        read_all = _read_entities
    days = ActDays()
    found = []
    for entry, designation in read_all(folder, report):
        days.note(entry.acts)
        found.append((entry, designation))
    for entry, designation in found:
        whole = replace(entry, acts=days.complete(entry.acts))
        listed_on, precision = listing_day(whole.acts, *own_days(designation, whole))
        yield replace(whole, listed_on=listed_on, precision=precision)


def _read_entities(folder: Path, report: ReadReport) -> Iterator[csv_cut.Undated]:
    """The entries without their days of listing, each with the days that it states."""
    tags = (f"{NAMESPACE}sanctionEntity",)
    elements = records(locate_file(folder, FILE), tags, f"{NAMESPACE}export", report)
    numbered = number = 0
    for number, element in enumerate(elements, 1):
        ref = tidy(element.get("euReferenceNumber"))
        numbered += bool(ref)
        shown = ref or f"logicalId {tidy(element.get('logicalId')) or 'missing'}"
        position = f"{FILE}, sanctionEntity {number} ({shown})"
        if entry := _entry(element, ref, position, report):
            yield entry, _designation(element, position, report)
    if number and not numbered:
        report.error(
            FILE,
            "found no euReferenceNumber in any sanctionEntity; this is the list in layout 1.0, "
            "expected layout 1.1: download xmlFullSanctionsList_1_1",
        )


def _designation(element: etree._Element, position: str, report: ReadReport) -> Designation:
    printed = tidy(element.get("designationDate"))
    day = parse_day(printed)
    if printed and day is None:
        report.warn(position, f"found designationDate {printed!r}, expected yyyy-mm-dd; left out")
    return Designation(day_in_remark(tidy(element.get("designationDetails"))), day)


def _entry(element: etree._Element, ref: str, position: str, report: ReadReport) -> Entry | None:
    found_names = names(element)
    if not ref or not found_names:
        shown = repr(found_names[0].text) if found_names else "no nameAlias with a wholeName"
        missing = "" if ref else "no euReferenceNumber for "
        report.odd(position, f"found {missing}{shown}; the entry was left out", left_out=ref)
        return None
    unread = []
    printed_kind = _value(element, "subjectType", "code")
    kind = _MISPRINTED.get(ref.casefold()) or _KINDS.get(printed_kind.casefold(), "unknown")
    if kind == "unknown":
        unread.append("kind")
        report.odd(
            position,
            f"found subjectType {printed_kind!r}, expected person or enterprise; read as unknown",
        )
    regulations = element.findall(f"{NAMESPACE}regulation")
    programmes = [tidy(regulation.get("programme")) for regulation in regulations]
    if not any(programmes):
        unread.append("programmes")
        report.odd(position, "found no programme, from which the measures follow; left empty")
    reference = un_reference(element, position, report)
    numbers = identifiers(element, position, report)
    return Entry(
        ref=ref,
        kind=_vessel_or(kind, numbers),
        names=found_names,
        position=position,
        programmes=(
            *(Term("programme", text) for text in dict.fromkeys(programmes) if text),
            # Some codes cover several regimes; the act that touched the entry may tell which.
            *(
                Term("regulation", number, is_hint=True)
                for act in regulations
                if (number := tidy(act.get("numberTitle")))
            ),
        ),
        identifiers=(
            *(Identifier("un_reference", text) for text in (reference,) if text),
            *(Identifier(NUMBER, text) for text in (tidy(element.get("logicalId")),) if text),
            *numbers,
        ),
        attributes=attributes(element, kind, position, report),
        references=(CrossReference("un-sc", reference),) if reference else (),
        unread=tuple(unread),
        acts=read_acts(element, position, report),
    )


def _vessel_or(kind: str, numbers: tuple[Identifier, ...]) -> str:
    imo_numbers = [number.value for number in numbers if number.type == "imo_number"]
    is_ship = len(imo_numbers) == 1 and is_ship_number(imo_numbers[0])
    return "vessel" if is_ship and kind == "organisation" else kind


def _value(element: etree._Element, tag: str, attribute: str) -> str:
    child = element.find(f"{NAMESPACE}{tag}")
    return tidy(child.get(attribute)) if child is not None else ""


FORMAT = ListFormat(
    "eu-fsf",
    (
        ListFile(FILE, URL, dated=r'generationDate="(\d{4}-\d\d-\d\d)'),
        ListFile(csv_cut.FILE, "", optional=True, is_served=False, carries=csv_cut.CARRIES),
    ),
    read,
    mains=((FILE,), (csv_cut.FILE,)),
    maximum_bytes=150_000_000,
)
