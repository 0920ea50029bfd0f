"""OFAC's XML with everything: ``SDN_ENHANCED.XML``.

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
from sanctions_data.lists.us_ofac.facts import Facts
from sanctions_data.lists.us_ofac.labels import IDENTIFIERS

FILE_NAME = "SDN_ENHANCED.XML"

_NAMESPACE = (
    "{https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ENHANCED_XML}"
)
_WORDS = load_words(__file__)
_KINDS, _ALIAS_TYPES = _WORDS["kinds-xml"], _WORDS["names-xml"]
_GRT = "Vessel Gross Registered Tonnage"


def _tag(path: str) -> str:
    return "/".join(_NAMESPACE + step for step in path.split("/"))


def read_enhanced(path: Path, list_name: str, report: ReadReport) -> Iterator[Entry]:
    """Yield the entries of an enhanced XML file.

    Args:
        path: the file.
        list_name: the list that every entry must be on, as the file prints it; the day on
            which it was published there is the day of listing.
        report: receives errors and warnings.
    """
    references: dict[str, str] = {}
    seen: set[str] = set()
    entity, reference = _tag("entity"), _tag("referenceValue")
    for element in records(path, (entity, reference), _tag("sanctionsData"), report):
        if element.tag == reference:
            references[element.get("refId", "")] = text_of(element, _tag("value"))
            continue
        ref = element.get("id", "")
        position = f"{path.name}:{element.sourceline} (entry {ref or '?'})"
        if not ref.isdecimal():
            report.error(position, f"found id {ref!r} of an entity, expected digits")
        elif ref in seen:
            report.error(position, f"entry number {ref} comes a second time; download it again")
        elif entry := _entry(element, position, list_name, references, report):
            yield entry
        seen.add(ref)
    if not seen and not report.errors:
        report.error(path.name, "the file holds no entity; download it again")


def _entry(
    element: etree._Element,
    position: str,
    list_name: str,
    references: dict[str, str],
    report: ReadReport,
) -> Entry | None:
    printed = text_of(element, _tag("generalInfo/entityType"))
    kind = _KINDS.get(printed)
    if kind is None:
        report.error(position, f"entityType {printed!r} is none of {', '.join(_KINDS)}")
        return None
    facts = Facts(kind, position, report)
    _read_names(element, facts)
    if not facts.names or facts.names[0].type != "primary":
        report.error(position, "no name is marked isPrimary; an entry must have one")
        return None
    _read_features(element, references, facts)
    _read_documents(element, facts)
    if kind == "aircraft":
        facts.add_tail_from_name(facts.names[0].text)
    for country in texts_of(element, _tag("addresses/address/country")):
        facts.add_country("country", country)
    for related in texts_of(element, _tag("relationships/relationship/relatedEntity")):
        facts.add("Linked To:", related)
    listed_on = _listed_on(element, position, list_name, report)
    return Entry(
        ref=element.get("id", ""),
        kind=kind,
        names=facts.names,
        position=position,
        programmes=(
            *_terms(element, "Program", "sanctionsPrograms/sanctionsProgram"),
            # A programme says all that an authority says of the measures. Where the terms do
            # not know an authority, the list is still read.
            *_terms(element, "legalAuthority", "legalAuthorities/legalAuthority", is_hint=True),
        ),
        identifiers=facts.identifiers,
        attributes=facts.attributes,
        listed_on=listed_on,
        precision="day" if listed_on else "unknown",
    )


def _terms(
    element: etree._Element, field: str, path: str, *, is_hint: bool = False
) -> Iterator[Term]:
    return (Term(field, text, is_hint) for text in texts_of(element, _tag(path)))


def _listed_on(
    element: etree._Element, position: str, list_name: str, report: ReadReport
) -> date | None:
    lists = [
        child
        for child in element.iterfind(_tag("sanctionsLists/sanctionsList"))
        if tidy(child.text) == list_name
    ]
    if not lists:
        report.error(position, f"the entry is not on the {list_name!r}; this is another file")
        return None
    printed = lists[0].get("datePublished", "")
    if printed and not parse_day(printed):
        report.error(position, f"datePublished {printed!r} is no date; expected YYYY-MM-DD")
    return parse_day(printed)


def _read_names(element: etree._Element, facts: Facts) -> None:
    """Add the primary name first, then the others, each in its main script first."""
    names = element.findall(_tag("names/name"))
    for name in sorted(names, key=lambda name: text_of(name, _tag("isPrimary")) != "true"):
        name_type = _ALIAS_TYPES.get(text_of(name, _tag("aliasType")), "alias")
        if text_of(name, _tag("isLowQuality")) == "true":
            name_type = "weak_alias"
        translations = name.findall(_tag("translations/translation"))
        translations.sort(key=lambda one: text_of(one, _tag("isPrimary")) != "true")
        for number, translation in enumerate(translations):
            is_primary = not number and text_of(name, _tag("isPrimary")) == "true"
            full_name = text_of(translation, _tag("formattedFullName"))
            facts.add_name(full_name, "primary" if is_primary else name_type)


def _read_features(element: etree._Element, references: dict[str, str], facts: Facts) -> None:
    for feature in element.iterfind(_tag("features/feature")):
        # An approximate date has no place in a date of birth.
        if text_of(feature, _tag("valueDate/isApproximate")) == "true":
            continue
        label = text_of(feature, _tag("type"))
        value = text_of(feature, _tag("value"))
        if not value:
            pointer = feature.find(_tag("valueRefId"))
            if pointer is not None:
                value = references.get(pointer.get("refId") or tidy(pointer.text), "")
        if label == _GRT:
            facts.add("Vessel Tonnage", f"{value} GRT" if value else "")
        elif label == "Title":
            for position in value.split("; "):
                facts.add(label, position)
        else:
            facts.add(label, value)


def _read_documents(element: etree._Element, facts: Facts) -> None:
    for document in element.iterfind(_tag("identityDocuments/identityDocument")):
        # A number that is marked as not valid does not identify the party.
        if text_of(document, _tag("isValid")) == "false":
            continue
        label = text_of(document, _tag("type"))
        number = text_of(document, _tag("documentNumber"))
        country = text_of(document, _tag("issuingCountry"))
        if label in IDENTIFIERS:
            facts.add(label, number, country)
