"""Reader of the EU's Consolidated Financial Sanctions List (FSF, version 1.1).

The list prints no measures: whoever is on it has assets frozen, by rule. It prints one
regulation for each entry, the latest that touched it, and a programme code. That act
amends another one, which the list does not name: it is kept as a hint at the regime.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from lxml import etree

from sanctions_data.identifiers.imo import is_ship_number
from sanctions_data.lists.common.entry import (
    CrossReference,
    Entry,
    Identifier,
    ListFile,
    ListFormat,
    Term,
    tidy,
)
from sanctions_data.lists.common.partial_dates import parse_day
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.repeats import without_repeats
from sanctions_data.lists.common.words import load_words
from sanctions_data.lists.common.xml import records
from sanctions_data.lists.eu_fsf.details import (
    attributes,
    identifiers,
    names,
    un_reference,
)

FILE = "xmlFullSanctionsList_1_1.xml"
URL = "https://webgate.ec.europa.eu/fsd/fsf/public/files/xmlFullSanctionsList_1_1/content"
NAMESPACE = "{http://eu.europa.ec/fpi/fsd/export}"

_KINDS = load_words(__file__)["kinds"]


@without_repeats("reference")
def read(folder: Path, report: ReadReport) -> Iterator[Entry]:
    """Yield the entries of the list in ``folder``; what is wrong goes into ``report``.

    Example:
        >>> report = ReadReport("eu-fsf")
        >>> list(read(Path("no-such-folder"), report)), len(report.errors)
        ([], 1)
    """
    tags = (f"{NAMESPACE}sanctionEntity",)
    elements = records(folder / FILE, tags, f"{NAMESPACE}export", report)
    for number, element in enumerate(elements, 1):
        ref = tidy(element.get("euReferenceNumber")) or tidy(element.get("logicalId"))
        position = f"{FILE}, sanctionEntity {number} ({ref or 'no reference'})"
        if entry := _entry(element, ref, position, report):
            yield entry


def _entry(element: etree._Element, ref: str, position: str, report: ReadReport) -> Entry | None:
    printed_kind = _value(element, "subjectType", "code")
    kind = _KINDS.get(printed_kind.casefold())
    found_names = names(element)
    regulations = element.findall(f"{NAMESPACE}regulation")
    programmes = [tidy(regulation.get("programme")) for regulation in regulations]
    listed_on = _earliest(element, position, report)
    issues = []
    if not ref:
        shown = found_names[0].text if found_names else "an entry without a name"
        issues.append(f"found neither euReferenceNumber nor logicalId for {shown!r}")
    if not found_names:
        issues.append("found no nameAlias with a wholeName")
    if kind is None:
        issues.append(f"found subjectType {printed_kind!r}, expected person or enterprise")
    if not any(programmes):
        issues.append("found no programme, from which the measures follow")
    for issue in issues:
        report.error(position, issue)
    if issues or kind is None:
        return None
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
        identifiers=(*((Identifier("un_reference", reference),) if reference else ()), *numbers),
        attributes=attributes(element, kind, position, report),
        references=(CrossReference("un-sc", reference),) if reference else (),
        listed_on=listed_on,
        precision="on_or_before" if listed_on else "unknown",
    )


def _vessel_or(kind: str, numbers: tuple[Identifier, ...]) -> str:
    imo_numbers = [number.value for number in numbers if number.type == "imo_number"]
    is_ship = len(imo_numbers) == 1 and is_ship_number(imo_numbers[0])
    return "vessel" if is_ship and kind == "organisation" else kind


def _earliest(element: etree._Element, position: str, report: ReadReport) -> date | None:
    """The earliest day that any part of the entry names: the party was listed by then.

    The list prints when an act entered into force only with the latest act. For older acts
    the day of publication is used.
    """
    in_force: dict[str, str] = {}
    for regulation in element.iterfind(f"{NAMESPACE}regulation"):
        day = regulation.get("entryIntoForceDate") or regulation.get("publicationDate")
        in_force[tidy(regulation.get("numberTitle"))] = tidy(day)
    days = list(in_force.items())
    summaries = dict.fromkeys(  # most parts of an entry name the same few acts
        (summary.get("numberTitle"), summary.get("publicationDate"))
        for part in element
        for summary in part.iterchildren(f"{NAMESPACE}regulationSummary")
    )
    days.extend((tidy(act), tidy(day)) for act, day in summaries if tidy(act) not in in_force)
    found = []
    for act, printed in days:
        if day_found := parse_day(printed):
            found.append(day_found)
        elif printed:
            report.warn(position, f"found date {printed!r} for act {act!r}, expected yyyy-mm-dd")
    return min(found, default=None)


def _value(element: etree._Element, tag: str, attribute: str) -> str:
    child = element.find(f"{NAMESPACE}{tag}")
    return tidy(child.get(attribute)) if child is not None else ""


FORMAT = ListFormat("eu-fsf", (ListFile(FILE, URL),), read)
