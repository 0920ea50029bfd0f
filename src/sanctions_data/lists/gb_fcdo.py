"""Reader of the UK Sanctions List of the Foreign, Commonwealth & Development Office.

``SanctionsImposed`` is the authority on what is imposed; the true/false indicators beside
it know fewer measures and are only compared with it. Of the free text in
``OtherInformation`` nothing is kept but the dates that it gives to single measures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree

from sanctions_data.lists.entry import (
    CrossReference,
    Entry,
    Identifier,
    ListFile,
    ListFormat,
    Name,
    StatedMeasure,
    Term,
    parse_day,
    tidy,
)
from sanctions_data.lists.gb_fcdo_details import attributes, identifiers
from sanctions_data.lists.report import Report
from sanctions_data.lists.xml import children, records, text_of, texts_of

FILE = "UK-Sanctions-List.xml"
URL = "https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.xml"

_KINDS = {"individual": "person", "entity": "organisation", "ship": "vessel"}
_NAME_TYPES = {
    "primary name": "primary",
    "primary name variation": "alias",
    "alias": "alias",
    "a.k.a": "alias",
    "f.k.a": "former",
}
_UN_REFERENCE = re.compile(r"^([a-z]{2})([ie])\.(\d{3,})$", re.IGNORECASE)
# "The" opens the sentence: without it, the words of the sentence before would be read as the
# name of the measure, as not every sentence ends with a full stop.
_IMPOSED_ON = re.compile(
    r"\bThe ((?:(?!\bThe\b)[^.]){3,100}?) (?:was|were) imposed on"
    r" (\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2} [A-Z][a-z]+ \d{4})"
)


_NAME_PARTS = tuple(f"Name{part}" for part in range(1, 7))


def read(folder: Path, report: Report) -> Iterator[Entry]:
    """Yield the entries of the list in ``folder``; what is wrong goes into ``report``.

    Example:
        >>> report = Report("gb-fcdo")
        >>> list(read(Path("no-such-folder"), report)), len(report.errors)
        ([], 1)
    """
    seen: dict[str, str] = {}
    designations = records(folder / FILE, ("Designation",), "Designations", report)
    for number, element in enumerate(designations, 1):
        ref = text_of(element, "UniqueID")
        position = f"{FILE}, Designation {number} ({ref or 'no UniqueID'})"
        if ref in seen:
            report.error(position, f"found UniqueID {ref} again; first at {seen[ref]}")
            continue
        entry = _entry(element, ref, position, report)
        if entry:
            seen[ref] = position
            yield entry


def _entry(element: etree._Element, ref: str, position: str, report: Report) -> Entry | None:
    names = _names(element, position, report)
    kind = _KINDS.get(text_of(element, "IndividualEntityShip").casefold())
    listed_on = parse_day(text_of(element, "DateDesignated"))
    measures = _measures(element, position, report)
    faults = []
    if not ref:
        shown = names[0].text if names else "an entry without a name"
        faults.append(f"found no UniqueID for {shown!r}")
    if not names:
        faults.append("found no name")
    if kind is None:
        faults.append(
            f"found IndividualEntityShip {text_of(element, 'IndividualEntityShip')!r}, "
            "expected Individual, Entity or Ship"
        )
    if listed_on is None:
        faults.append(
            f"found DateDesignated {text_of(element, 'DateDesignated')!r}, expected dd/mm/yyyy "
            "or yyyy-mm-dd"
        )
    if not measures:
        faults.append("found no SanctionsImposed, expected one measure at least")
    for fault in faults:
        report.error(position, fault)
    if faults or kind is None:
        return None
    reference = _un_reference(element, position, report)
    group = text_of(element, "OFSIGroupID")
    return Entry(
        ref=ref,
        kind=kind,
        names=names,
        position=position,
        programmes=tuple(Term("RegimeName", t) for t in texts_of(element, "RegimeName")),
        measures=measures,
        identifiers=(
            *((Identifier("un_reference", reference),) if reference else ()),
            *((Identifier("ofsi_group", group),) if group else ()),
            *identifiers(element, position, report),
        ),
        attributes=attributes(element, position, report),
        references=(CrossReference("un-sc", reference),) if reference else (),
        listed_on=listed_on,
        precision="day",
    )


def _names(element: etree._Element, position: str, report: Report) -> tuple[Name, ...]:
    found: dict[str, str] = {}
    for name in element.iterfind("Names/Name"):
        cells = children(name)
        text = " ".join(filter(None, map(cells.get, _NAME_PARTS)))
        if not text:
            continue  # the list has a few name types without a name
        name_type = _name_type(cells, position, report)
        if name_type == "primary" or text not in found:
            found[text] = name_type
    for text in texts_of(element, "NonLatinNames/NonLatinName/NameNonLatinScript"):
        found.setdefault(text, "alias")
    if found and "primary" not in found.values():
        report.warn(position, "found no primary name; the first name was taken for it")
        found[next(iter(found))] = "primary"
    # A party has one primary name; a second one that the list gives it is another name.
    first = next((text for text, kind in found.items() if kind == "primary"), "")
    others = (Name(t, "alias" if k == "primary" else k) for t, k in found.items() if t != first)
    return (Name(first), *others) if first else ()


def _name_type(cells: dict[str, str], position: str, report: Report) -> str:
    printed = cells.get("NameType", "")
    name_type = _NAME_TYPES.get(printed.casefold().rstrip("."))
    if name_type is None:
        report.warn(position, f"found NameType {printed!r}; the name was read as a weak alias")
        return "weak_alias"
    is_weak = cells.get("AliasStrength", "").casefold().startswith("low")
    return "weak_alias" if name_type == "alias" and is_weak else name_type


def _un_reference(element: etree._Element, position: str, report: Report) -> str:
    """The UN's own spelling of the reference: some stand in capitals in this list."""
    printed = text_of(element, "UNReferenceNumber")
    if match := _UN_REFERENCE.match(printed):
        committee, kind, number = match.groups()
        return f"{committee.upper()}{kind.lower()}.{number}"
    if printed and printed.casefold() != "n/a":
        report.warn(position, f"found UNReferenceNumber {printed!r}, expected one such as QDi.001")
    return ""


def _measures(element: etree._Element, position: str, report: Report) -> tuple[StatedMeasure, ...]:
    imposed: dict[str, StatedMeasure] = {}
    for part in "|".join(texts_of(element, "SanctionsImposed")).split("|"):
        if text := tidy(part):
            imposed.setdefault(text.casefold(), StatedMeasure(Term("SanctionsImposed", text)))
    _compare_indicators(element, imposed, position, report)
    for subject, printed in _IMPOSED_ON.findall(text_of(element, "OtherInformation")):
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
    element: etree._Element, imposed: dict[str, StatedMeasure], position: str, report: Report
) -> None:
    indicators = next(element.iterchildren("SanctionsImposedIndicators"), None)
    if indicators is None:
        return
    terms = {re.sub(r"[\W_]", "", term) for term in imposed}
    for tag, printed in children(indicators).items():
        if (printed.casefold() in ("true", "1", "yes")) != (tag.casefold() in terms):
            report.warn(
                position,
                f"found {tag} {printed!r}, but SanctionsImposed says "
                f"otherwise; SanctionsImposed was followed",
            )


FORMAT = ListFormat("gb-fcdo", (ListFile(FILE, URL),), read)
