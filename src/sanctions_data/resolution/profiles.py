"""What one list says about one party: the unit that is matched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass, field
from functools import cached_property

from sanctions_data.identifiers.imo import has_ship_check_digit, is_ship_number
from sanctions_data.names.fold import fold_number, remembered_latin_key
from sanctions_data.names.legal_forms import BodyName, split_body_name
from sanctions_data.resolution.regimes import regimes_of
from sanctions_data.schema import MEASURE_TABLES
from sanctions_data.tables.store import Row, Store

CURATED = "curated"
Number = tuple[str, str]
_NONE: frozenset[str] = frozenset()

_COUNTRY = ("nationality", "country", "birth_country", "flag")
_SHORTEST_NUMBER = 5
_DAY = len("1966-01-11")
# Lists do not agree on what is a tax number and what a number in a register.
_NUMBERS = {
    "passport": "passport",
    "national_id": "national_id",
    "tax_id": "company_number",
    "registration_number": "company_number",
    "aircraft_msn": "aircraft_msn",
    "aircraft_registration": "aircraft_registration",
}


@dataclass
class Profile:
    """What one list says about one party.

    ``listings`` are the entries that say it; mostly one. A curated profile has none.
    ``titles`` are the names under which they stand, as they are compared, and ``since`` the
    days of their listing, exact or bounds.
    ``is_decided`` if a contributor said of every entry that it is this party.
    ``numbers`` maps an identifier (type and folded value) to the countries printed with it.
    """

    list_id: str
    entity_id: str
    kind: str
    listings: list[str] = field(default_factory=list)
    first_seen: str = ""
    titles: Set[str] = frozenset()
    names: Set[str] = frozenset()
    bodies: Set[BodyName] = frozenset()
    numbers: dict[Number, Set[str]] = field(default_factory=dict)
    births: Set[str] = frozenset()
    places: Set[str] = frozenset()
    countries: Set[str] = frozenset()
    genders: Set[str] = frozenset()
    regimes: Set[str] = frozenset()
    programmes: Set[str] = frozenset()
    listed: Set[str] = frozenset()
    since: Set[str] = frozenset()
    is_decided: bool = False

    @cached_property
    def days(self) -> set[str]:
        """Days of birth; the first of January is left out, as it stands for the year alone."""
        return {day for day in self.births if len(day) == _DAY and not day.endswith("-01-01")}

    @cached_property
    def years(self) -> set[int]:
        """Years of birth."""
        return {int(day[:4]) for day in self.births}

    @property
    def key(self) -> tuple[str, str]:
        """What tells profiles apart and puts them in an order that no import changes."""
        return self.list_id, min(self.listings, default=self.entity_id)


class _Joiner:
    """Joins sets, and holds each once: a country or a programme is that of thousands of parties."""

    def __init__(self) -> None:
        self._held: dict[frozenset[str], frozenset[str]] = {}

    def __call__(self, known: Set[str], more: Iterable[str]) -> frozenset[str]:
        both = frozenset(known).union(more)
        return self._held.setdefault(both, both)


def build_profiles(store: Store) -> list[Profile]:
    """The profile of every listing, and of every curated party, in a fixed order."""
    entities = {row["entity_id"]: row for row in store.rows("entities")}
    found: dict[tuple[str, str], Profile] = {}
    joined = _Joiner()

    def profile(row: Row) -> Profile:
        key = row["list_id"], row["entity_id"]
        if key not in found:
            entity = entities.get(row["entity_id"], {})
            found[key] = Profile(*key, entity.get("kind", "unknown"))
            if row["list_id"] == CURATED and entity.get("country"):
                found[key].countries = joined(_NONE, [entity["country"]])
        return found[key]

    authorities = {row["list_id"]: row["authority_id"] for row in store.rows("lists")}
    for row in store.rows("listings"):
        known = profile(row)
        known.listings.append(row["listing_id"])
        is_first = len(known.listings) == 1
        known.is_decided = row["matched_by"] == "decision" and (is_first or known.is_decided)
        # Lists of one authority number parties alike; those of two have nothing in common.
        authority = authorities.get(row["list_id"], row["list_id"])
        known.numbers["entry_number", f"{authority} {row['entry_ref']}"] = _NONE
        known.titles |= titles_of(known.kind, row["name"])
        if row["listed_on"]:
            known.since = joined(known.since, [row["listed_on"]])
        if row["listed_precision"] == "day":
            known.listed = joined(known.listed, [row["listed_on"]])
        known.first_seen = min(filter(None, (known.first_seen, row["first_seen"])), default="")
    _read_facts(store, profile, joined)
    _read_programmes(store, found, joined)
    return sorted(found.values(), key=lambda each: each.key)


def titles_of(kind: str, name: str) -> set[str]:
    """The name of an entry as it is compared with that of another entry of the same list.

    Example:
        >>> titles_of("person", "SAMPLE, Ada")
        {'ada sample'}
        >>> sorted(titles_of("organisation", "Sample Air (SAIR)"))
        ['air sair sample', 'air sample']
    """
    if kind in ("organisation", "unknown"):
        return {body.core for body in split_body_name(name)} or {remembered_latin_key(name)}
    return {remembered_latin_key(name)}


def _read_facts(store: Store, profile: Callable[[Row], Profile], joined: _Joiner) -> None:
    for row in store.rows("entity_names"):
        if row["name_type"] != "weak_alias":
            known = profile(row)
            known.names |= {remembered_latin_key(row["name"])}
            if known.kind in ("organisation", "unknown"):
                known.bodies |= {*split_body_name(row["name"])}
    for row in store.rows("entity_identifiers"):
        known = profile(row)
        if number := identifying_number(row["identifier_type"], row["value"], known.kind):
            countries = filter(None, [row["country"]])
            known.numbers[number] = joined(known.numbers.get(number, _NONE), countries)
    for row in store.rows("entity_attributes"):
        attribute, value = row["attribute"], row["value"]
        if attribute == "member_of":
            continue  # To put an airline into a class is not to keep a party.
        known = profile(row)
        if attribute in _COUNTRY:
            known.countries = joined(known.countries, [value])
        elif attribute == "birth_date":
            known.births |= {value}
        elif attribute == "birth_place":
            known.places |= {remembered_latin_key(value)}
        elif attribute == "gender":
            known.genders = joined(known.genders, [value])


def _read_programmes(store: Store, found: dict[tuple[str, str], Profile], joined: _Joiner) -> None:
    regimes = regimes_of(store)
    by_listing = {listing: each for each in found.values() for listing in each.listings}
    for table in MEASURE_TABLES:
        for row in store.rows(table):
            if owner := by_listing.get(row["listing_id"]):
                owner.programmes = joined(owner.programmes, [row["programme_id"]])
                owner.regimes = joined(owner.regimes, regimes.get(row["programme_id"], ()))


def identifying_number(kind: str, value: str, party: str) -> Number | None:
    """The identifier as it is compared; None where it does not tell parties apart.

    The number of a ship must have a right check digit; what is not known to be a ship may have
    that of a company. Others must be long enough, with a digit, not to be a number that many
    registers give.

    Example:
        >>> identifying_number("imo_number", "IMO 9074729", "vessel")
        ('imo_number', '9074729')
        >>> identifying_number("registration_number", "12", "organisation") is None
        True
        >>> identifying_number("ofsi_group", "13376", "person")
        ('entry_number', 'gb 13376')
    """
    folded = fold_number(value).removeprefix("imo") if kind == "imo_number" else fold_number(value)
    if kind in ("un_reference", "eu_fsf_number"):
        return kind, folded
    if kind == "ofsi_group":
        return "entry_number", f"gb {value}"  # of the closed list of OFSI
    if kind == "imo_number":
        fits = has_ship_check_digit if party == "vessel" else is_ship_number
        return (kind, folded) if fits(folded) else None
    if kind in ("lei", "swift_bic"):
        return (kind, folded[:8]) if kind == "swift_bic" else (kind, folded)
    if kind in _NUMBERS and len(folded) >= _SHORTEST_NUMBER and any(map(str.isdigit, folded)):
        return _NUMBERS[kind], folded
    return None
