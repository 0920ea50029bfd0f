"""Reader of the UK Sanctions List of the Foreign, Commonwealth & Development Office.

``SanctionsImposed`` is the authority on what is imposed; the true/false indicators beside
it know fewer measures and are only compared with it. Of the free text in
``OtherInformation`` nothing is kept but the dates that it gives to single measures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from sanctions_data.identifiers.un_reference import read_un_reference
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
from sanctions_data.lists.common.list_files import locate_file
from sanctions_data.lists.common.partial_dates import parse_day
from sanctions_data.lists.common.placeholders import is_nothing
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.words import load_words
from sanctions_data.lists.common.xml import records
from sanctions_data.lists.common.xml_record import XmlRecord
from sanctions_data.lists.gb_fcdo.details import attributes, identifiers

FILE = "UK-Sanctions-List.xml"
URL = "https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.xml"

_WORDS = load_words(__file__)
# "The" opens the sentence: without it, the words of the sentence before would be read as the
# name of the measure, as not every sentence ends with a full stop.
_IMPOSED_ON = re.compile(
    r"\bThe ((?:(?!\bThe\b)[^.]){3,100}?) (?:was|were) imposed on"
    r" (\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2} [A-Z][a-z]+ \d{4})"
)


_NAME_PARTS = tuple(f"Name{part}" for part in range(1, 7))


@checked_read("UniqueID")
def read(folder: Path, report: ReadReport) -> Iterator[Entry]:
    """Yield the entries of the list in ``folder``; what is wrong goes into ``report``.

    Example:
        >>> report = ReadReport("gb-fcdo")
        >>> list(read(Path("no-such-folder"), report)), len(report.errors)
        ([], 1)
    """
    designations = records(locate_file(folder, FILE), ("Designation",), "Designations", report)
    for number, element in enumerate(designations, 1):
        record = XmlRecord(element)
        ref = record.text("UniqueID")
        position = f"{FILE}, Designation {number} ({ref or 'no UniqueID'})"
        if entry := _entry(record, ref, position, report):
            yield entry


def _entry(record: XmlRecord, ref: str, position: str, report: ReadReport) -> Entry | None:
    names = _names(record, position, report)
    if not ref or not names:
        shown = repr(names[0].text) if names else "no name"
        missing = "" if ref else "no UniqueID for "
        report.odd(position, f"found {missing}{shown}; the entry was left out", left_out=ref)
        return None
    unread = []
    printed_kind = record.text("IndividualEntityShip")
    kind = _WORDS["kinds"].get(printed_kind.casefold(), "unknown")
    if kind == "unknown":
        unread.append("kind")
        report.odd(
            position,
            f"found IndividualEntityShip {printed_kind!r}, expected Individual, Entity or Ship; "
            "read as unknown",
        )
    printed_day = record.text("DateDesignated")
    listed_on = parse_day(printed_day)
    if listed_on is None:
        unread.append("listed_on")
        report.odd(
            position,
            f"found DateDesignated {printed_day!r}, expected dd/mm/yyyy or yyyy-mm-dd; left empty",
        )
    measures = _measures(record, position, report)
    if not measures:
        unread.append("measures")
        report.odd(position, "found no SanctionsImposed, expected one measure at least")
    reference = _un_reference(record, position, report)
    group = record.text("OFSIGroupID")
    return Entry(
        ref=ref,
        kind=kind,
        names=names,
        position=position,
        programmes=tuple(Term("RegimeName", t) for t in record.texts("RegimeName")),
        measures=measures,
        identifiers=(
            *((Identifier("un_reference", reference),) if reference else ()),
            *((Identifier("ofsi_group", group),) if group else ()),
            *identifiers(record, position, report),
        ),
        attributes=attributes(record, position, report),
        references=(CrossReference("un-sc", reference),) if reference else (),
        listed_on=listed_on,
        precision="day" if listed_on else "unknown",
        unread=tuple(unread),
    )


def _names(record: XmlRecord, position: str, report: ReadReport) -> tuple[Name, ...]:
    found: dict[str, str] = {}
    for cells in record.groups("Names/Name"):
        text = " ".join(filter(None, map(cells.get, _NAME_PARTS)))
        if not text:
            continue  # the list has a few name types without a name
        name_type = _name_type(cells, position, report)
        if name_type == "primary" or text not in found:
            found[text] = name_type
    for text in record.texts("NonLatinNames/NameNonLatinScript"):
        found.setdefault(text, "alias")
    if found and "primary" not in found.values():
        report.warn(position, "found no primary name; the first name was taken for it")
        found[next(iter(found))] = "primary"
    # A party has one primary name; a second one that the list gives it is another name.
    first = next((text for text, kind in found.items() if kind == "primary"), "")
    others = (Name(t, "alias" if k == "primary" else k) for t, k in found.items() if t != first)
    return (Name(first), *others) if first else ()


def _name_type(cells: dict[str, str], position: str, report: ReadReport) -> str:
    printed = cells.get("NameType", "")
    name_type = _WORDS["names"].get(printed.casefold().rstrip("."))
    if name_type is None:
        report.warn(position, f"found NameType {printed!r}; the name was read as a weak alias")
        return "weak_alias"
    is_weak = cells.get("AliasStrength", "").casefold().startswith("low")
    return "weak_alias" if name_type == "alias" and is_weak else name_type


def _un_reference(record: XmlRecord, position: str, report: ReadReport) -> str:
    printed = record.text("UNReferenceNumber")
    reference = read_un_reference(printed)
    if printed and not reference and printed.casefold() != "n/a":
        report.warn(position, f"found UNReferenceNumber {printed!r}, expected one such as QDi.001")
    return reference


def _measures(record: XmlRecord, position: str, report: ReadReport) -> tuple[StatedMeasure, ...]:
    imposed: dict[str, StatedMeasure] = {}
    for part in "|".join(record.texts("SanctionsImposed")).split("|"):
        if not is_nothing(text := tidy(part)):
            imposed.setdefault(text.casefold(), StatedMeasure(Term("SanctionsImposed", text)))
    _compare_indicators(record, imposed, position, report)
    information = record.text("OtherInformation")
    dated = _IMPOSED_ON.findall(information) if "imposed on" in information else ()
    for subject, printed in dated:
        # "The transport sanctions" are dated, "Transport sanctions: see …" is imposed.
        term = next((term for term in imposed if term.startswith(subject.casefold())), None)
        day = parse_day(printed)
        if term is None:
            report.warn(position, f"found the date {printed} for {subject!r}, which is not imposed")
        elif day is None:
            report.warn(position, f"found {printed!r} for {subject!r}, which is no date")
        else:
            imposed[term] = replace(imposed[term], start=day)
    return tuple(imposed.values())


def _compare_indicators(
    record: XmlRecord, imposed: dict[str, StatedMeasure], position: str, report: ReadReport
) -> None:
    terms = set(map(_letters, imposed))
    for tag, printed in next(record.groups("SanctionsImposedIndicators"), {}).items():
        if (printed.casefold() in ("true", "1", "yes")) != (_letters(tag) in terms):
            report.warn(
                position,
                f"found {tag} {printed!r}, but SanctionsImposed says "
                f"otherwise; SanctionsImposed was followed",
            )


@lru_cache(maxsize=256)  # a few terms, in every entry again
def _letters(term: str) -> str:
    return re.sub(r"[\W_]", "", term).casefold()


FORMAT = ListFormat(
    "gb-fcdo",
    (ListFile(FILE, URL, dated=r"<DateGenerated>([^<T]+)"),),
    read,
    maximum_bytes=100_000_000,
)
