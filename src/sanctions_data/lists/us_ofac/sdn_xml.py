"""OFAC's older XML: ``sdn.xml`` and ``consolidated.xml``.

It prints what the CSV files print, and no dates of its own either. The labels of the remarks are
types of numbers here.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from sanctions_data.lists.common.entry import Entry, Term, whole_number
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.words import load_words
from sanctions_data.lists.common.xml import records, text_of, texts_of
from sanctions_data.lists.us_ofac.directives import with_directives
from sanctions_data.lists.us_ofac.facts import Facts
from sanctions_data.lists.us_ofac.remarks import read_remarks

_NAMESPACE = "{http://tempuri.org/sdnList.xsd}"
_WORDS = load_words(__file__)
_KINDS, _NAME_TYPES = _WORDS["kinds-xml"], _WORDS["names-xml"]
_LISTS = (
    ("dateOfBirthList/dateOfBirthItem/dateOfBirth", "DOB"),
    ("placeOfBirthList/placeOfBirthItem/placeOfBirth", "POB"),
    ("nationalityList/nationality/country", "nationality"),
    ("citizenshipList/citizenship/country", "citizen"),
    ("vesselInfo/callSign", "Vessel Call Sign"),
    ("vesselInfo/vesselType", "Vessel Type"),
    ("vesselInfo/vesselFlag", "Vessel Flag"),
    ("vesselInfo/vesselOwner", "Vessel Owner"),
    ("vesselInfo/tonnage", "Vessel Tonnage"),
)


def _tag(path: str) -> str:
    return "/".join(_NAMESPACE + step for step in path.split("/"))


def read_sdn_xml(
    path: Path, report: ReadReport, *, has_directives: bool = False
) -> Iterator[Entry]:
    """Yield the entries of the file.

    Args:
        path: the file.
        report: receives errors and warnings; an error where the file holds fewer entries than
            it says that it does.
        has_directives: whether the measures of an entry depend on the directives that it names.
    """
    number, stated = 0, ""
    tags = (_tag("sdnEntry"), _tag("Record_Count"))
    for element in records(path, tags, _tag("sdnList"), report):
        if element.tag == tags[1]:
            stated = (element.text or "").strip()
            continue
        number += 1
        ref = text_of(element, _tag("uid"))
        position = f"{path.name}:{element.sourceline} (entry {ref or '?'})"
        if entry := _entry(element, ref, position, report):
            yield (
                with_directives(entry, _remarks_of(element), report) if has_directives else entry
            )
    if number < (whole_number(stated) or 0) and not report.errors:
        report.error(
            path.name,
            f"found {number} entries, but the file says that it has {stated}; it is cut off, "
            "download it again",
        )


def _entry(element: etree._Element, ref: str, position: str, report: ReadReport) -> Entry | None:
    name = _full_name(element)
    if not ref.isdecimal() or not name:
        shown = repr(name) if name else "no lastName"
        missing = "" if ref else "no uid for "
        report.odd(position, f"found {missing}{shown}; the entry was left out", left_out=ref)
        return None
    unread = []
    printed = text_of(element, _tag("sdnType"))
    kind = _KINDS.get(printed, "unknown")
    if kind == "unknown":
        unread.append("kind")
        report.odd(position, f"sdnType {printed!r} is none of {', '.join(_KINDS)}; read as unknown")
    facts = Facts(kind, position, report)
    facts.add_name(name, "primary")
    _read_aliases(element, facts)
    for position_held in text_of(element, _tag("title")).split("; "):
        facts.add("Title", position_held)
    for place, label in _LISTS:
        for value in texts_of(element, _tag(place)):
            facts.add(label, value)
    if tons := text_of(element, _tag("vesselInfo/grossRegisteredTonnage")):
        facts.add("Vessel Tonnage", f"{tons} GRT")
    for number in element.iterfind(_tag("idList/id")):
        label, value = text_of(number, _tag("idType")), text_of(number, _tag("idNumber"))
        facts.add(label, value, text_of(number, _tag("idCountry")))
    read_remarks(text_of(element, _tag("remarks")).strip("()"), facts)
    if kind == "aircraft":
        facts.add_tail_from_name(name)
    for country in texts_of(element, _tag("addressList/address/country")):
        facts.add_country("country", country)
    programmes = tuple(
        Term("Program", text) for text in texts_of(element, _tag("programList/program"))
    )
    if not programmes:
        unread.append("programmes")  # whoever is on the list has one
    return Entry(
        ref=ref,
        kind=kind,
        names=facts.names,
        position=position,
        programmes=programmes,
        identifiers=facts.identifiers,
        attributes=facts.attributes,
        unread=tuple(unread),
    )


def _full_name(element: etree._Element) -> str:
    """The name as the CSV files print it: ``EXAMPLE, Ada``."""
    parts = (text_of(element, _tag(part)) for part in ("lastName", "firstName"))
    return ", ".join(filter(None, parts))


def _read_aliases(element: etree._Element, facts: Facts) -> None:
    for alias in element.iterfind(_tag("akaList/aka")):
        name_type = _NAME_TYPES.get(text_of(alias, _tag("type")).upper(), "alias")
        if text_of(alias, _tag("category")) == "weak":
            name_type = "weak_alias"
        facts.add_name(_full_name(alias), name_type)


def _remarks_of(element: etree._Element) -> str:
    """The numbers as the remarks of the CSV files print them: label and value, by semicolons."""
    return "; ".join(
        f"{text_of(number, _tag('idType'))} {text_of(number, _tag('idNumber'))}"
        for number in element.iterfind(_tag("idList/id"))
    )
