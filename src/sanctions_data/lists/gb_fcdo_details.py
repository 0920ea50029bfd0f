"""Identifiers and attributes of an entry of the UK Sanctions List.

Elements are found by their own name wherever they stand inside ``IndividualDetails``,
``EntityDetails`` or ``ShipDetails``, as the publisher has renamed the wrappers before.
Addresses are not kept, only their countries. Subsidiaries and former owners are left out:
they are other parties.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from sanctions_data.lists.attributes import read_attributes
from sanctions_data.lists.entry import Attribute, Identifier
from sanctions_data.lists.report import Report
from sanctions_data.lists.xml import texts_of

_NUMBERS = {
    "IndividualDetails//PassportNumber": "passport",
    "IndividualDetails//NationalIdentifierNumber": "national_id",
    "EntityDetails//BusinessRegistrationNumber": "registration_number",
    "ShipDetails//HullIdentificationNumber": "other",
    "PhoneNumbers/PhoneNumber": "phone",
    "Websites/Website": "website",
}
_IMO = re.compile(r"^(?:IMO[\s:.]*)?(\d{7})$", re.IGNORECASE)
_ATTRIBUTES = (
    ("IndividualDetails//DOB", "birth_date"),
    ("IndividualDetails//TownOfBirth", "birth_place"),
    ("IndividualDetails//CountryOfBirth", "birth_country"),
    ("IndividualDetails//Nationality", "nationality"),
    ("IndividualDetails//Gender", "gender"),
    ("IndividualDetails//Position", "position"),
    ("Titles/Title", "title"),
    ("IndividualDetails//Title", "title"),
    ("Addresses/Address/AddressCountry", "country"),
    ("EntityDetails//TypeOfEntity", "entity_type"),
    ("EntityDetails//ParentCompany", "owner"),
    ("ShipDetails//CurrentOwnerOperator", "owner"),
    ("ShipDetails//CurrentBelievedFlagOfShip", "flag"),
    ("ShipDetails//PreviousFlag", "previous_flag"),
    ("ShipDetails//TypeOfShip", "vessel_type"),
    ("ShipDetails//TonnageOfShip", "tonnage"),
    ("ShipDetails//LengthOfShip", "length"),
    ("ShipDetails//YearBuilt", "built"),
)


def identifiers(element: etree._Element, position: str, report: Report) -> tuple[Identifier, ...]:
    """The identifiers of a designation, without repeats: lists repeat them a lot."""
    return tuple(dict.fromkeys(_identifiers(element, position, report)))


def _identifiers(element: etree._Element, position: str, report: Report) -> Iterator[Identifier]:
    for path, kind in _NUMBERS.items():
        for value in texts_of(element, path):
            yield Identifier(kind, value)
    for printed in texts_of(element, "EmailAddresses/EmailAddress"):
        for address in re.split(r"[;,\s]+", printed):
            if address:
                yield Identifier("email", address)
    for printed in texts_of(element, "ShipDetails//IMONumber"):
        if match := _IMO.match(printed):
            yield Identifier("imo_number", match.group(1))
        else:
            report.warn(position, f"found IMONumber {printed!r}, expected seven digits; kept as is")
            yield Identifier("other", printed)


def attributes(element: etree._Element, position: str, report: Report) -> tuple[Attribute, ...]:
    """The attributes of a designation, without repeats."""
    return tuple(dict.fromkeys(read_attributes(element, _ATTRIBUTES, position, report)))
