"""Identifiers and attributes of an entry of the UK Sanctions List.

Elements are found by their own name wherever they stand inside ``IndividualDetails``,
``EntityDetails`` or ``ShipDetails``, as the publisher has renamed the wrappers before.
Addresses are not kept, only their countries. Subsidiaries and former owners are left out:
they are other parties.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sanctions_data.identifiers.imo import read_imo_number
from sanctions_data.lists.common.attributes import read_attributes
from sanctions_data.lists.common.entry import Attribute, Identifier
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.xml_record import XmlRecord

_NUMBERS = {
    "IndividualDetails/PassportNumber": "passport",
    "IndividualDetails/NationalIdentifierNumber": "national_id",
    "EntityDetails/BusinessRegistrationNumber": "registration_number",
    "ShipDetails/HullIdentificationNumber": "other",
    "PhoneNumbers/PhoneNumber": "phone",
    "Websites/Website": "website",
}
_ATTRIBUTES = (
    ("IndividualDetails/DOB", "birth_date"),
    ("IndividualDetails/TownOfBirth", "birth_place"),
    ("IndividualDetails/CountryOfBirth", "birth_country"),
    ("IndividualDetails/Nationality", "nationality"),
    ("IndividualDetails/Gender", "gender"),
    ("IndividualDetails/Position", "position"),
    ("Titles/Title", "title"),
    ("IndividualDetails/Title", "title"),
    ("Addresses/AddressCountry", "country"),
    ("EntityDetails/TypeOfEntity", "entity_type"),
    ("EntityDetails/ParentCompany", "owner"),
    ("ShipDetails/CurrentOwnerOperator", "owner"),
    ("ShipDetails/CurrentBelievedFlagOfShip", "flag"),
    ("ShipDetails/PreviousFlag", "previous_flag"),
    ("ShipDetails/TypeOfShip", "vessel_type"),
    ("ShipDetails/TonnageOfShip", "tonnage"),
    ("ShipDetails/LengthOfShip", "length"),
    ("ShipDetails/YearBuilt", "built"),
)


def identifiers(record: XmlRecord, position: str, report: ReadReport) -> tuple[Identifier, ...]:
    """The identifiers of a designation, without repeats: lists repeat them a lot."""
    return tuple(dict.fromkeys(_identifiers(record, position, report)))


def _identifiers(record: XmlRecord, position: str, report: ReadReport) -> Iterator[Identifier]:
    for place, kind in _NUMBERS.items():
        for value in record.texts(place):
            yield Identifier(kind, value)
    for printed in record.texts("EmailAddresses/EmailAddress"):
        for address in re.split(r"[;,\s]+", printed):
            if address:
                yield Identifier("email", address)
    for printed in record.texts("ShipDetails/IMONumber"):
        if number := read_imo_number(printed):
            yield Identifier("imo_number", number)
        else:
            report.warn(position, f"found IMONumber {printed!r}, expected seven digits; kept as is")
            yield Identifier("other", printed)


def attributes(record: XmlRecord, position: str, report: ReadReport) -> tuple[Attribute, ...]:
    """The attributes of a designation, without repeats."""
    return tuple(dict.fromkeys(read_attributes(record, _ATTRIBUTES, position, report)))
