"""Names, features, documents and places of an entity in OFAC's enhanced XML."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from lxml import etree

from sanctions_data.lists.common.entry import Link, tidy
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.words import load_words
from sanctions_data.lists.common.xml import text_of, texts_of
from sanctions_data.lists.us_ofac.facts import Facts
from sanctions_data.lists.us_ofac.labels import IDENTIFIERS, straight
from sanctions_data.lists.us_ofac.remarks import read_remarks

NAMESPACE = (
    "{https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ENHANCED_XML}"
)

_WORDS = load_words(__file__)
_ALIAS_TYPES, _RELATIONS = _WORDS["names-xml"], _WORDS["relations"]
_GRT = "Vessel Gross Registered Tonnage"
_DATES = ("Birthdate", "Organization Established Date")


@cache
def tag(path: str) -> str:
    """A path of element names, each with the namespace.

    Example:
        >>> tag("names/name").count(NAMESPACE)
        2
    """
    return "/".join(NAMESPACE + step for step in path.split("/"))


def read_facts(element: etree._Element, references: dict[str, str], facts: Facts) -> None:
    """Add what the entity says of the party.

    Args:
        element: the entity.
        references: values that features point to, by number.
        facts: receives names, identifiers and attributes.
    """
    _read_names(element, facts)
    for position in text_of(element, tag("generalInfo/title")).split("; "):
        facts.add("Title", position)
    _read_features(element, references, facts)
    _read_documents(element, facts)
    if facts.kind == "aircraft" and facts.names:
        facts.add_tail_from_name(facts.names[0].text)
    for address in element.iterfind(tag("addresses/address")):
        _read_address(address, facts)
    for related in texts_of(element, tag("relationships/relationship/relatedEntity")):
        facts.add("Linked To:", related)
    remarks = text_of(element, tag("generalInfo/remarks"))
    if remarks.startswith("(") and remarks.endswith(")"):
        remarks = remarks[1:-1]
    if "Linked To:" in remarks:
        read_remarks(remarks, facts)


def read_links(element: etree._Element, position: str, report: ReadReport) -> Iterator[Link]:
    """Yield the ties to other entries; a warning for a relation that is not known."""
    for relationship in element.iterfind(tag("relationships/relationship")):
        printed = text_of(relationship, tag("type"))
        related = relationship.find(tag("relatedEntity"))
        ref = "" if related is None else related.get("entityId", "")
        if printed in _RELATIONS and ref:
            yield Link(_RELATIONS[printed], ref)
        elif ref:
            report.warn(
                position, f"relation {printed!r} is not known; left out (add it to words.toml)"
            )


def remarks_of(element: etree._Element) -> str:
    """The features as the remarks of the CSV files print them: label and value, by semicolons."""
    return "; ".join(
        f"{text_of(feature, tag('type'))} {text_of(feature, tag('value'))}"
        for feature in element.iterfind(tag("features/feature"))
    )


def _read_names(element: etree._Element, facts: Facts) -> None:
    """Add the primary name first, then the others, each in its main script first."""
    names = element.findall(tag("names/name"))
    for name in sorted(names, key=lambda name: text_of(name, tag("isPrimary")) != "true"):
        name_type = _ALIAS_TYPES.get(text_of(name, tag("aliasType")), "alias")
        if text_of(name, tag("isLowQuality")) == "true":
            name_type = "weak_alias"
        translations = name.findall(tag("translations/translation"))
        translations.sort(key=lambda one: text_of(one, tag("isPrimary")) != "true")
        for number, translation in enumerate(translations):
            is_primary = not number and text_of(name, tag("isPrimary")) == "true"
            full_name = text_of(translation, tag("formattedFullName"))
            facts.add_name(full_name, "primary" if is_primary else name_type)


def _read_features(element: etree._Element, references: dict[str, str], facts: Facts) -> None:
    for feature in element.iterfind(tag("features/feature")):
        label = text_of(feature, tag("type"))
        value = text_of(feature, tag("value"))
        if not value:
            pointer = feature.find(tag("valueRefId"))
            if pointer is not None:
                value = references.get(pointer.get("refId") or tidy(pointer.text), "")
        if value and text_of(feature, tag("valueDate/isApproximate")) == "true":
            value = f"circa {value.removeprefix('circa ')}"
        if label == _GRT:
            facts.add("Vessel Tonnage", f"{value} GRT" if value else "")
        elif label == "Title":
            for position in value.split("; "):
                facts.add(label, position)
        else:
            facts.add(label, value or _bounds_of(feature) if label in _DATES else value)


def _bounds_of(feature: etree._Element) -> str:
    """A date that is not written out, by its first and last day."""
    first = text_of(feature, tag("valueDate/fromDateBegin"))
    last = text_of(feature, tag("valueDate/toDateEnd"))
    return f"{first} to {last}" if first != last else first


def _read_documents(element: etree._Element, facts: Facts) -> None:
    for document in element.iterfind(tag("identityDocuments/identityDocument")):
        # A number that is marked as not valid does not identify the party.
        if text_of(document, tag("isValid")) == "false":
            continue
        label = straight(text_of(document, tag("type")))
        number = text_of(document, tag("documentNumber"))
        country = text_of(document, tag("issuingCountry"))
        if label in IDENTIFIERS:
            facts.add(label, number, country)


def _read_address(address: etree._Element, facts: Facts) -> None:
    """Add the country; where OFAC knows none it prints a region."""
    if country := text_of(address, tag("country")):
        facts.add_country("country", country)
        return
    for part in address.iterfind(tag("translations/translation/addressParts/addressPart")):
        if text_of(part, tag("type")) == "REGION":
            facts.add_country("country", f"Region: {text_of(part, tag('value'))}")
