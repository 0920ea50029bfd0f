"""Identifiers and attributes in the rows of a group; of its prose nothing is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sanctions_data.identifiers.imo import read_imo_number
from sanctions_data.identifiers.un_reference import read_un_reference
from sanctions_data.lists.common.attributes import read_attribute
from sanctions_data.lists.common.death import read_death
from sanctions_data.lists.common.entry import Attribute, Identifier
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.words import load_words
from sanctions_data.lists.common.xlsx import XlsxRow
from sanctions_data.lists.gb_hmt_conlist.numbers import numbers_in, parts_of

NOTES = "Other Information"
_LABELS = load_words(__file__)["attributes"]
_UK_REFERENCE = re.compile(r"\(UK Sanctions List Ref\): ?([A-Z]{3}\d{4,5})\b")
# The UN's reference has a label, or opens the text; further on it is that of another party.
_UN_REFERENCE = re.compile(
    r"(?:\(UN Ref\): ?|^(?:Annex \w+\. )?(?:UN Listing\. )?UN Ref[.: ]*)([A-Z]{2}[ie]\.\d{3})\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\(([A-Z][A-Za-z ]+)\): ?(\w+)")
# The number of the ship itself opens the text; that of another ship or of a company does not.
_SHIP = re.compile(r"^\(?IMO(?: number)?: (\d{7})\b")
_LABELLED_SHIP = re.compile(r"\(IMO number\): ?(\d{7})\b")
_NUMBERS = (
    ("Passport Number", "passport"),
    ("Passport Details", "passport"),
    ("National Identification Number", "national_id"),
    ("NI Number", "national_id"),
)
_ATTRIBUTES = (
    ("DOB", "birth_date"),
    ("Town of Birth", "birth_place"),
    ("Country of Birth", "birth_country"),
    ("Nationality", "nationality"),
    ("Position", "position"),
    ("Title", "title"),
    ("Country", "country"),
)


def uk_reference(rows: Sequence[XlsxRow]) -> str:
    """The reference of the group on the UK Sanctions List; empty where none is printed."""
    found = (_UK_REFERENCE.search(row.text(NOTES)) for row in rows)
    return next((match.group(1) for match in found if match), "")


def un_reference(rows: Sequence[XlsxRow], kind: str) -> str:
    """The reference of the group on the UN's list; empty where none of its kind is printed."""
    found = (_UN_REFERENCE.search(row.text(NOTES)) for row in rows)
    reference = next((read_un_reference(match.group(1)) for match in found if match), "")
    is_of_person = reference[2:3] == "i"
    return reference if is_of_person == (kind == "person") else ""


def ship_number(rows: Sequence[XlsxRow]) -> str:
    """The IMO number of the group, if it is a ship."""
    for row in rows:
        text = row.text(NOTES)
        if match := _SHIP.match(text) or _LABELLED_SHIP.search(text):
            return read_imo_number(match.group(1))
    return ""


def identifiers(rows: Sequence[XlsxRow], *, is_ship: bool) -> Iterator[Identifier]:
    """Yield the numbers in the rows of a group.

    The details of a passport hold its number only where there is no column for that.
    """
    if is_ship and (number := ship_number(rows)):
        yield Identifier("imo_number", number)
    for column, kind in _NUMBERS:
        for row in rows:
            if column == "Passport Details" and "Passport Number" in row.letters:
                continue
            yield from (Identifier(kind, number) for number in numbers_in(row.text(column)))


def attributes(
    rows: Sequence[XlsxRow], position: str, report: ReadReport, *, is_person: bool
) -> Iterator[Attribute]:
    """Yield what the rows of a group say of the party, each text once."""
    seen: set[tuple[str, str]] = set()
    for column, name in _ATTRIBUTES:
        for row in rows:
            for part in parts_of(row.text(column)):
                if (name, part) not in seen:
                    seen.add((name, part))
                    yield from read_attribute(name, part, position, report)
    for row in rows:
        for label, value in _LABEL.findall(row.text(NOTES)):
            if attribute := _LABELS.get(label.casefold()):
                yield from read_attribute(attribute, value, position, report)
    if is_person:
        yield from read_death(row.text(NOTES) for row in rows)
