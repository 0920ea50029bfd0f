"""What OFAC says of a party, turned into our names, identifiers and attributes.

OFAC uses one set of labels everywhere: in the remarks of the CSV files, and as types of
features and identity documents in the XML. So one table here says what each label means.
A label that is not in the table is left out, as most of the others introduce prose.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from sanctions_data.lists.common.countries import country_code
from sanctions_data.lists.common.entry import Attribute, Identifier, Name, tidy
from sanctions_data.lists.common.partial_dates import dates_in
from sanctions_data.lists.common.placeholders import is_nothing
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.us_ofac.labels import ATTRIBUTES, CRYPTO, IDENTIFIERS, straight
from sanctions_data.lists.us_ofac.places import place_and_country

_IMO = re.compile(r"IMO (\d{7})")
_LEI = re.compile(r"[0-9A-Z]{18}\d{2}")
_TAIL = re.compile(r"(?=.*[A-Z])[A-Z0-9]{1,2}-?[A-Z0-9]{2,6}")
_REGION = "Region: "
_NO_COUNTRY = "stateless"
_AROUND_PROVISION = re.compile(
    r"^(?:see|(?:subject to secondary sanctions )?pursuant to(?: the)?) ", re.IGNORECASE
)
_PROVISION = re.compile(r"Executive Order \d|Regulations|\bAct of \d|^Subject to Secondary")


@dataclass
class Facts:
    """Collects the facts of one entry; each counts once, in the order of the file.

    Args:
        kind: kind of the party; an identification number means another thing by kind.
        position: where in the file, for messages.
        report: receives a warning for every country that is not known.

    Example:
        >>> facts = Facts("person", "sdn.csv:1 (entry 1)", ReadReport("us-ofac-sdn"))
        >>> facts.add("Passport", "A123", "Iran")
        >>> facts.identifiers
        (Identifier(type='passport', value='A123', country='IR', currency=''),)
    """

    kind: str
    position: str
    report: ReadReport
    _names: dict[str, Name] = field(default_factory=dict)
    _identifiers: dict[Identifier, None] = field(default_factory=dict)
    _currencies: dict[str, set[str]] = field(default_factory=dict)
    _attributes: dict[Attribute, None] = field(default_factory=dict)

    def add(self, label: str, value: str, country: str = "") -> None:
        """Add what stands behind a label; ``country`` is the issuer of an identifier."""
        value, label = tidy(value), straight(label)
        if not value:
            return
        if attribute := ATTRIBUTES.get(label):
            _READERS.get(attribute, _as_printed)(self, attribute, value)
        elif label.startswith(CRYPTO):
            self._currencies.setdefault(value, set()).add(label.removeprefix(CRYPTO))
        elif label in IDENTIFIERS:
            self._add_identifier(label, value, country)

    def add_name(self, text: str, name_type: str) -> None:
        """Add a name; the first mention of it decides its type."""
        if text := tidy(text):
            self._names.setdefault(text, Name(text, name_type))

    def add_tail_from_name(self, name: str) -> None:
        """Take the name of an aircraft for its registration, where no other is printed."""
        if not _TAIL.fullmatch(name):
            return
        if not any(known.type == "aircraft_registration" for known in self._identifiers):
            self._identify("aircraft_registration", name)

    def add_country(self, attribute: str, printed: str) -> None:
        """Add the code of a printed country, or a warning."""
        if code := self.country(printed):
            self._describe(attribute, code)

    def country(self, printed: str) -> str:
        """Code of a printed country; a warning and nothing where it is not known.

        Where OFAC knows no country it prints a region, which need not be one.
        """
        name = tidy(printed)
        is_region = name.startswith(_REGION)
        name = name.removeprefix(_REGION)
        code = country_code(name)
        if not code and not is_region and not is_nothing(name) and name.casefold() != _NO_COUNTRY:
            self.report.warn(
                self.position,
                f"country {name!r} is not known; left empty (add it to countries.toml)",
            )
        return code

    @property
    def names(self) -> tuple[Name, ...]:
        """All names so far."""
        return tuple(self._names.values())

    @property
    def identifiers(self) -> tuple[Identifier, ...]:
        """All identifiers so far."""
        addresses = (
            Identifier("crypto_address", address, currency=" ".join(sorted(currencies)))
            for address, currencies in self._currencies.items()
        )
        return (*addresses, *self._identifiers)

    @property
    def attributes(self) -> tuple[Attribute, ...]:
        """All attributes so far."""
        return tuple(self._attributes)

    def _add_identifier(self, label: str, value: str, country: str) -> None:
        identifier_type = IDENTIFIERS[label]
        if imo := _IMO.fullmatch(value):
            identifier_type, value = "imo_number", imo[1]
        elif identifier_type == "imo_number":
            identifier_type = "imo_number" if re.fullmatch(r"\d{7}", value) else "other"
        elif label == "Identification Number":
            identifier_type = "national_id" if self.kind == "person" else "registration_number"
        elif label == "Legal Entity Number" and _LEI.fullmatch(value):
            identifier_type = "lei"
        if identifier_type == "other":
            value = f"{label} {value}"
        self._identify(identifier_type, value, self.country(country) if country else "")

    def _identify(self, identifier_type: str, value: str, country: str = "") -> None:
        self._identifiers.setdefault(Identifier(identifier_type, value, country))

    def _describe(self, name: str, value: str) -> None:
        if value:
            self._attributes.setdefault(Attribute(name, value))

    def _read_place(self, attribute: str, value: str) -> None:
        place, country = place_and_country(value)
        self._describe("birth_place", place)
        self._describe("birth_country", country)

    def _read_gender(self, attribute: str, value: str) -> None:
        if value.lower() in {"male", "female"}:
            self._describe(attribute, value.lower())

    def _read_provision(self, attribute: str, value: str) -> None:
        """Add the provision that is printed, without the words around it."""
        provision = _AROUND_PROVISION.sub("", straight(value)).removesuffix(".")
        if _PROVISION.search(provision):
            self._describe(attribute, provision[:1].upper() + provision[1:])

    def _read_date(self, attribute: str, value: str) -> None:
        for date in dates_in(value):
            self._describe(attribute, date)

    def _read_year(self, attribute: str, value: str) -> None:
        for date in dates_in(value)[:1]:
            self._describe(attribute, date[:4])


def _as_printed(facts: Facts, attribute: str, value: str) -> None:
    facts._describe(attribute, value)


_READERS: dict[str, Callable[[Facts, str, str], None]] = {
    "birth_date": Facts._read_date,
    "founded": Facts._read_date,
    "built": Facts._read_year,
    "birth_place": Facts._read_place,
    "gender": Facts._read_gender,
    "secondary_sanctions": Facts._read_provision,
    "nationality": Facts.add_country,
    "country": Facts.add_country,
    "flag": Facts.add_country,
    "previous_flag": Facts.add_country,
}
