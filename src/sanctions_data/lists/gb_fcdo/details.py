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
from sanctions_data.lists.common.death import read_death
from sanctions_data.lists.common.entry import Attribute, Identifier
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.words import load_words
from sanctions_data.lists.common.xml_record import XmlRecord

_WORDS = load_words(__file__)


def identifiers(record: XmlRecord, position: str, report: ReadReport) -> tuple[Identifier, ...]:
    """The identifiers of a designation, without repeats: lists repeat them a lot."""
    return tuple(dict.fromkeys(_identifiers(record, position, report)))


def _identifiers(record: XmlRecord, position: str, report: ReadReport) -> Iterator[Identifier]:
    for place, kind in _WORDS["identifiers"].items():
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
    found = [*read_attributes(record, _WORDS["attributes"].items(), position, report)]
    if record.text("IndividualEntityShip").casefold() == "individual":
        found += read_death(record.texts("OtherInformation"))
    return tuple(dict.fromkeys(found))
