"""OFAC's XML with everything: ``SDN_ENHANCED.XML`` and ``CONS_ENHANCED.XML``.

The ``id`` of an ``entity`` is the ``ent_num`` of the CSV files; ``generalInfo/identityId``
is a number of OFAC's own and is not used.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from lxml import etree

from sanctions_data.lists.common.entry import Entry, Term, tidy
from sanctions_data.lists.common.partial_dates import parse_day
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.words import load_words
from sanctions_data.lists.common.xml import records, text_of, texts_of
from sanctions_data.lists.us_ofac.directives import with_directives
from sanctions_data.lists.us_ofac.enhanced_facts import (
    NAMESPACE,
    read_facts,
    read_links,
    remarks_of,
    tag,
)
from sanctions_data.lists.us_ofac.facts import Facts

_KINDS = load_words(__file__)["kinds-xml"]
_SDN, _CONSOLIDATED = "SDN List", "Consolidated List"
_CONSOLIDATED_SINCE = date(2014, 10, 10)
_BLOCK = "Block"


def read_enhanced(
    path: Path, list_name: str, report: ReadReport, *, has_directives: bool = False
) -> Iterator[Entry]:
    """Yield the entries of an enhanced XML file.

    Args:
        path: the file.
        list_name: the list that every entry must be on, as the file prints it.
        report: receives errors and warnings.
        has_directives: whether the measures of an entry depend on the directives that its
            features name.
    """
    references: dict[str, str] = {}
    entity, reference = tag("entity"), tag("referenceValue")
    found = False
    for element in records(path, (entity, reference), f"{NAMESPACE}sanctionsData", report):
        if element.tag == reference:
            references[element.get("refId", "")] = text_of(element, tag("value"))
            continue
        found = True
        ref = element.get("id", "")
        position = f"{path.name}:{element.sourceline} (entry {ref or '?'})"
        if not ref.isdecimal():
            report.odd(position, f"found id {ref!r} of an entity, expected digits; left out")
        elif entry := _entry(element, position, list_name, references, report):
            remarks = remarks_of(element) if has_directives else ""
            yield with_directives(entry, remarks, report) if has_directives else entry
    if not found and not report.errors:
        report.error(path.name, "the file holds no entity; download it again")


def _entry(
    element: etree._Element,
    position: str,
    list_name: str,
    references: dict[str, str],
    report: ReadReport,
) -> Entry | None:
    ref = element.get("id", "")
    unread = []
    printed = text_of(element, tag("generalInfo/entityType"))
    kind = _KINDS.get(printed, "unknown")
    if kind == "unknown":
        unread.append("kind")
        report.odd(
            position, f"entityType {printed!r} is none of {', '.join(_KINDS)}; read as unknown"
        )
    facts = Facts(kind, position, report)
    read_facts(element, references, facts)
    if not facts.names or facts.names[0].type != "primary":
        report.odd(position, "no name is marked isPrimary; the entry was left out", left_out=ref)
        return None
    days = _days_of_publication(element)
    if list_name not in days:
        report.odd(position, f"the entry is not on the {list_name!r}; it was left out")
        return None
    types = set(texts_of(element, tag("sanctionsTypes/sanctionsType")))
    if types == {_BLOCK} and days.keys() == {_CONSOLIDATED}:
        # Who is blocked is on the SDN list. A copy of July 2026 has 97 such entries, which had
        # been on that list until then.
        report.warn(position, "it is blocked but not on the SDN list; the entry was left out")
        return None
    # Of an entry that is on another list too, the older day of publication may be printed.
    is_shared = list_name == _SDN and not types <= {_BLOCK}
    listed_on = None if is_shared else _listed_on(days, list_name, position, report)
    if days[list_name] and not listed_on and not is_shared:
        unread.append("listed_on")
    programmes = tuple(_terms(element, "Program", "sanctionsPrograms/sanctionsProgram"))
    if not programmes:
        unread.append("programmes")  # whoever is on the list has one
    return Entry(
        ref=ref,
        kind=kind,
        names=facts.names,
        position=position,
        programmes=(
            *programmes,
            # A programme says all that an authority says of the measures. Where the terms do
            # not know an authority, the list is still read.
            *_terms(element, "legalAuthority", "legalAuthorities/legalAuthority", is_hint=True),
        ),
        identifiers=facts.identifiers,
        attributes=facts.attributes,
        links=tuple(read_links(element, position, report)),
        listed_on=listed_on,
        precision=_precision(listed_on, days),
        unread=tuple(unread),
    )


def _terms(
    element: etree._Element, field: str, path: str, *, is_hint: bool = False
) -> Iterator[Term]:
    return (Term(field, text, is_hint) for text in texts_of(element, tag(path)))


def _days_of_publication(element: etree._Element) -> dict[str, str]:
    """The lists that an entry is on, and the day on which it was published on each."""
    return {
        tidy(child.text): tidy(child.get("datePublished"))
        for child in element.iterfind(tag("sanctionsLists/sanctionsList"))
    }


def _precision(listed_on: date | None, days: dict[str, str]) -> str:
    if listed_on == _CONSOLIDATED_SINCE and days.keys() == {_CONSOLIDATED}:
        return "on_or_before"  # It began with the entries of older lists, which are not named.
    return "day" if listed_on else "unknown"


def _listed_on(
    days: dict[str, str], list_name: str, position: str, report: ReadReport
) -> date | None:
    """The day of publication on the list, or on an older one that it took over.

    The consolidated list began in 2014 with entries of older lists, which the file names too.
    """
    others = days.keys() - {_SDN} if list_name != _SDN else {_SDN}
    found = []
    for name in sorted(others):
        if day := parse_day(days[name]):
            found.append(day)
        elif days[name]:
            report.odd(
                position, f"datePublished {days[name]!r} is no date; expected YYYY-MM-DD; left out"
            )
    return min(found, default=None)
