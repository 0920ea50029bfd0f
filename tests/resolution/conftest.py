"""Small stores of made-up parties."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sanctions_data.resolution.profiles import Profile
from sanctions_data.tables.entity_ids import new_entity_id
from sanctions_data.tables.store import Store

Adder = Callable[..., str]

PERSON = {"birth_date": "1961-03-04", "nationality": "RU"}
BODY = {"kind": "organisation", "country": "RU", "programme": "russia"}
IRAN = {"kind": "organisation", "country": "IR", "programme": "iran"}


@pytest.fixture
def store() -> Store:
    store = Store()
    for day, sha256 in (("2026-08-22", "0" * 64), ("2026-09-01", "")):  # the newer is not read yet
        source = {"source_id": f"s-{day}", "kind": "list_snapshot", "published_on": day}
        store.put("sources", {**source, "sha256": sha256})
    for list_id in ("us-ofac-sdn", "us-ofac-cons"):
        store.put("lists", {"list_id": list_id, "authority_id": "us-ofac"})
    for programme in ("Russia", "Iran", "UN: Iran", "Cyber"):
        programme_id = programme.lower().replace(": ", "-")
        store.put("programmes", {"programme_id": programme_id, "name": programme})
    return store


@pytest.fixture
def add(store: Store) -> Adder:
    """Adds a listing that founded its entity; returns the entity's id.

    Facts are attributes, identifiers (``number/country``), ``programme`` and ``listed_on``.
    """

    def make(list_id: str, ref: str, *names: str, kind: str = "person", **facts: str) -> str:
        return add_listing(store, list_id, ref, *names, kind=kind, **facts)

    return make


def add_listing(
    store: Store, list_id: str, ref: str, *names: str, kind: str = "person", **facts: str
) -> str:
    listing_id = f"{list_id}-{ref}"
    entity_id = new_entity_id(names[0], listing_id)
    origin = {"entity_id": entity_id, "list_id": list_id}
    store.put("entities", {"entity_id": entity_id, "kind": kind, "name": names[0]})
    listed_on = facts.pop("listed_on", "")
    store.put(
        "listings",
        {**origin, "listing_id": listing_id, "entry_ref": ref, "name": names[0],
         "matched_by": "own_listing", "first_seen": "2026-02-01", "listed_on": listed_on,
         "listed_precision": "day" if listed_on else "unknown"},
    )  # fmt: skip
    for name in names:
        store.put("entity_names", {**origin, "name": name, "name_type": "alias"})
    programme = facts.pop("programme", "")
    store.put(
        "asset_freezes",
        {"measure_id": f"{listing_id}-freeze", "entity_id": entity_id,
         "listing_id": listing_id, "programme_id": programme},
    )  # fmt: skip
    for fact, value in facts.items():
        if fact in ("birth_date", "nationality", "country", "gender"):
            store.put("entity_attributes", {**origin, "attribute": fact, "value": value})
        else:
            number, _, country = value.partition("/")
            store.put(
                "entity_identifiers",
                {**origin, "identifier_type": fact, "value": number, "country": country},
            )
    return entity_id


def entity_of(store: Store, listing_id: str) -> str:
    return (store.get("listings", listing_id) or {})["entity_id"]


def are_one(store: Store) -> bool:
    """Whether all listings are of one party."""
    return len({row["entity_id"] for row in store.rows("listings")}) == 1


def crowd(store: Store, add: Adder, *words: str) -> None:
    """Persons of whom so many have each word that no name of two of them is rare."""
    for number in range(40):
        for place, word in enumerate(words):
            add("gb-fcdo", f"C{place}{number}", f"{word} {number}th", programme="russia")
            add("eu-fsf", f"C{place}{number}", f"{word} {number}rd", programme="russia")


def person(list_id: str, ref: str = "1", *names: str, **facts: object) -> Profile:
    """The profile of a person, who is called Ada Example unless names are given."""
    return profile(list_id, ref, *(names or ("ada example",)), kind="person", **facts)


def profile(list_id: str, ref: str, *names: str, kind: str, **facts: object) -> Profile:
    """The profile of one entry, with names as they are compared, and an entity of its own."""
    listing = f"{list_id}-{ref}"
    return Profile(list_id, f"e-{listing}", kind, [listing], names=set(names), **facts)  # type: ignore[arg-type]
