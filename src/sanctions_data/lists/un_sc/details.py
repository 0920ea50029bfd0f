"""Documents and attributes of an entry of the UN Consolidated List."""

from __future__ import annotations

import re

from sanctions_data.lists.common.attributes import read_attributes
from sanctions_data.lists.common.countries import read_country
from sanctions_data.lists.common.death import read_death
from sanctions_data.lists.common.entry import Attribute, Identifier
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.words import load_words
from sanctions_data.lists.common.xml_record import XmlRecord

# The list has two types of document, in several languages …
_PASSPORT = re.compile(r"passe?port|pasaporte", re.IGNORECASE)
_NATIONAL_ID = re.compile(r"national identification|identi[dt]", re.IGNORECASE)
# … and says in a second element what the document is in truth.
_TAX_ID = re.compile(r"fiscal|tax", re.IGNORECASE)
_NO_IDENTITY = re.compile(
    r"ration|birth|driver|voter|student|other id|certificate|residential", re.IGNORECASE
)
_ATTRIBUTES = load_words(__file__)["attributes"]


def documents(record: XmlRecord, position: str, report: ReadReport) -> tuple[Identifier, ...]:
    """The numbered documents of a person; one without a number identifies nobody."""
    found: dict[Identifier, None] = {}
    for document in record.groups(f"{record.tag}_DOCUMENT"):
        value = document.get("NUMBER", "")
        if not value:
            continue
        printed, more = (document.get(f"TYPE_OF_DOCUMENT{n}", "") for n in ("", "2"))
        kind = _document_type(printed, more)
        if kind == "other" and not more:
            report.warn(position, f"found TYPE_OF_DOCUMENT {printed!r}, which is not known")
        country = document.get("ISSUING_COUNTRY") or document.get("COUNTRY_OF_ISSUE", "")
        found[Identifier(kind, value, read_country(country, position, report))] = None
    return tuple(found)


def _document_type(printed: str, more: str) -> str:
    if _TAX_ID.search(more):
        return "tax_id"
    if _NO_IDENTITY.search(more):
        return "other"
    if _PASSPORT.search(printed):
        return "passport"
    return "national_id" if _NATIONAL_ID.search(printed) else "other"


def attributes(record: XmlRecord, position: str, report: ReadReport) -> tuple[Attribute, ...]:
    """The attributes of an entry, those printed with an alias among them, without repeats."""
    towns = (
        Attribute("birth_place", town)
        for place in record.groups("INDIVIDUAL_PLACE_OF_BIRTH")
        if (town := place.get("CITY") or place.get("STATE_PROVINCE"))
    )
    others = read_attributes(record, _ATTRIBUTES.items(), position, report)
    death = read_death(record.texts("COMMENTS1")) if record.tag == "INDIVIDUAL" else ()
    return tuple(dict.fromkeys((*towns, *others, *death)))
