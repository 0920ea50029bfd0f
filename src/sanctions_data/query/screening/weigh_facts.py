"""What birth dates, countries, kinds and numbers say of a candidate, for and against it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

import pandas as pd

from sanctions_data.names.fold import fold_number
from sanctions_data.query.edition import Edition
from sanctions_data.query.screening.customers import Customer
from sanctions_data.tables.records import records

# Best first; a number that no other party has settles it.
SAME_NUMBER, STRENGTHENED, NAME_ONLY, WEAKENED, REFUTED = (
    "same_number", "strengthened", "name_only", "weakened", "refuted",
)  # fmt: skip
VERDICTS = (SAME_NUMBER, STRENGTHENED, NAME_ONLY, WEAKENED, REFUTED)
# A ship or company has one of these for life, so another one is another party.
_ONE_FOR_LIFE = {"imo_number", "lei"}
_COUNTRIES = {"birth_country", "nationality", "country", "flag", "previous_flag"}
# Birth years that lists print are often off by one.
_YEARS_APART = 1


@dataclass(slots=True)
class PartyFacts:
    """What is known of a party, as far as a customer can be compared with it."""

    kind: str = ""
    birth_dates: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    numbers: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def facts_of(entity_ids: Collection[str], edition: Edition) -> dict[str, PartyFacts]:
    """The facts of some parties."""
    found: dict[str, PartyFacts] = defaultdict(PartyFacts)
    for row in records(_of(edition.load("entities"), entity_ids)):
        facts = found[row["entity_id"]]
        facts.kind = str(row["kind"])
        facts.countries |= {row["country"]} if pd.notna(row["country"]) else set()
    for row in records(_of(edition.load("entity_attributes"), entity_ids)):
        if row["attribute"] == "birth_date":
            found[row["entity_id"]].birth_dates.add(row["value"])
        elif row["attribute"] in _COUNTRIES:
            found[row["entity_id"]].countries.add(row["value"])
    for row in records(_of(edition.load("entity_identifiers"), entity_ids)):
        found[row["entity_id"]].numbers[str(row["identifier_type"])].add(fold_number(row["value"]))
    return found


def _of(frame: pd.DataFrame, entity_ids: Collection[str]) -> pd.DataFrame:
    return frame[frame["entity_id"].isin(list(entity_ids))]


def weigh_facts(customer: Customer, facts: PartyFacts) -> tuple[str, str]:
    """Whether the facts strengthen or refute that the customer is the party, and why in words.

    A kind or a birth date that cannot be that of the party refutes it, another country only
    weakens it: people move, and lists name few of their countries.

    Example:
        >>> facts = PartyFacts("person", {"1957-03-01"}, {"RU"})
        >>> weigh_facts(Customer("1", "A", birth_date="1957", country="RU"), facts)
        ('strengthened', 'birth date 1957 fits 1957-03-01; country RU')
        >>> weigh_facts(Customer("1", "A", birth_date="1990-03-01"), facts)
        ('refuted', 'birth date 1990-03-01 is not 1957-03-01')
    """
    told = [
        *_weigh_numbers(customer, facts), *_weigh_kind(customer, facts),
        *_weigh_birth(customer, facts), *_weigh_country(customer, facts),
    ]  # fmt: skip
    found = {verdict for verdict, _ in told}
    # What settles it comes first, then what refutes it; one fact for it outweighs a country.
    order = (SAME_NUMBER, REFUTED, STRENGTHENED, WEAKENED)
    verdict = next((each for each in order if each in found), NAME_ONLY)
    return verdict, "; ".join(words for _, words in told)


def _weigh_numbers(customer: Customer, facts: PartyFacts) -> list[tuple[str, str]]:
    told = []
    for kind, number in customer.numbers:
        named = kind.replace("_", " ")
        # A number may stand under another type than the caller calls it.
        if any(number in numbers for numbers in facts.numbers.values()):
            told.append((SAME_NUMBER, f"{named} {number}"))
        elif kind in _ONE_FOR_LIFE and (theirs := facts.numbers.get(kind)):
            told.append((REFUTED, f"{named} {number} is not {' or '.join(sorted(theirs))}"))
    return told


def _weigh_kind(customer: Customer, facts: PartyFacts) -> list[tuple[str, str]]:
    if not customer.kind or customer.kind == facts.kind:
        return []
    return [(REFUTED, f"{customer.kind} is no {facts.kind}")]


def _weigh_birth(customer: Customer, facts: PartyFacts) -> list[tuple[str, str]]:
    asked, known = customer.birth_date, sorted(facts.birth_dates)
    if not asked or not known:
        return []
    for each in known:
        if each.startswith(asked) or asked.startswith(each):
            return [(STRENGTHENED, f"birth date {asked}" + (each != asked) * f" fits {each}")]
    words = f"birth date {asked} is not {' or '.join(known)}"
    near = any(
        each[:4].isdigit() and abs(int(each[:4]) - int(asked[:4])) <= _YEARS_APART
        for each in known
    )  # fmt: skip
    return [(WEAKENED if near else REFUTED, words)]


def _weigh_country(customer: Customer, facts: PartyFacts) -> list[tuple[str, str]]:
    if not customer.country or not facts.countries:
        return []
    if customer.country in facts.countries:
        return [(STRENGTHENED, f"country {customer.country}")]
    return [(WEAKENED, f"country {customer.country} is not {' or '.join(sorted(facts.countries))}")]
