from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.resolution.conftest import Adder, add_listing

from sanctions_data.resolution import resolve
from sanctions_data.update.store import Store

PERSON = {"birth_date": "1961-03-04", "nationality": "RU"}
BODY = {"kind": "organisation", "country": "RU", "programme": "russia"}
SHIP = {"kind": "vessel", "imo_number": "9074729"}


def entity_of(store: Store, listing_id: str) -> str:
    return (store.get("listings", listing_id) or {})["entity_id"]


def are_one(store: Store) -> bool:
    return len({row["entity_id"] for row in store.rows("listings")}) == 1


@pytest.mark.parametrize(
    ("name", "facts", "other_name", "other", "is_one"),
    [
        pytest.param("Ada Example", PERSON, "EXAMPLE, Ada", PERSON, True, id="name and birthday"),
        pytest.param("Ada Example", PERSON, "Ada Example", {"nationality": "RU"}, False,
                     id="common name and country only"),
        pytest.param("Ада Экзампле", PERSON, "Ada Ekzample", PERSON, True, id="other script"),
        pytest.param("Ada Example", PERSON, "Ada Q. Exampel", PERSON, True, id="near name"),
        pytest.param("Ada Example", PERSON, "Eve Example", PERSON, False, id="twins"),
        pytest.param("Ada Example", PERSON, "Ada Example", {**PERSON, "birth_date": "1975"}, False,
                     id="two birth dates"),
        pytest.param("Ada Example", {**PERSON, "gender": "male"}, "Ada Example",
                     {**PERSON, "gender": "female"}, False, id="two genders"),
        pytest.param("Ada Example", {"passport": "AB123456/RU"}, "Ada Exampel",
                     {"passport": "AB 123456/RU"}, True, id="passport"),
        pytest.param("Ada Example", {"passport": "AB123456/RU"}, "Ada Example",
                     {"passport": "AB123456/KZ"}, False, id="passport of two countries"),
        pytest.param("Ada Example", PERSON, "Ada Example", {**BODY}, False, id="two kinds"),
        pytest.param("Example Tank Works JSC", BODY, "AO Example Tank Works", BODY, True,
                     id="legal forms alike"),
        pytest.param("Example Tank Works JSC", BODY, "Example Tank Works LLC", BODY, False,
                     id="legal forms differ"),
        pytest.param("Example Tank Works", BODY, "Example Tank Works", {**BODY, "country": "KZ"},
                     False, id="seats differ"),
        pytest.param("Example Bank (EB)", BODY, "Example Bank", BODY, True, id="abbreviation"),
        pytest.param("Example Bank (Kazakhstan)", BODY, "Example Bank", BODY, False,
                     id="branch in brackets"),
        pytest.param("Works A", {**BODY, "tax_id": "7700000001"}, "Works A",
                     {**BODY, "tax_id": "7700000002"}, False, id="two company numbers"),
        pytest.param("EXAMPLE STAR", SHIP, "SEA ROSE", SHIP, True, id="ship renamed"),
        pytest.param("EXAMPLE STAR", SHIP, "EXAMPLE STAR", {**SHIP, "imo_number": "9176187"},
                     False, id="two ships of one name"),
        pytest.param("EXAMPLE STAR", {"kind": "vessel"}, "EXAMPLE STAR", {"kind": "vessel"},
                     False, id="ships without number"),
    ],
)  # fmt: skip
def test_evidence(
    store: Store, add: Adder, name: str, facts: dict[str, Any], other_name: str,
    other: dict[str, Any], is_one: bool,
) -> None:  # fmt: skip
    add("gb-fcdo", "A1", name, **facts)
    add("eu-fsf", "B1", other_name, **other)
    resolve(store)
    assert are_one(store) == is_one
    assert len(store.rows("matches")) == is_one


def test_two_entries_of_a_list_stay_two_but_by_reference(store: Store, add: Adder) -> None:
    add("gb-fcdo", "A1", "Ada Example", **PERSON)
    add("gb-fcdo", "A2", "Ada Example", **PERSON)
    resolve(store)
    assert not are_one(store)
    for ref in ("A3", "A4"):
        add("gb-fcdo", ref, "Bob Sample", un_reference="XXi.001")
    resolve(store)
    assert entity_of(store, "gb-fcdo-A3") == entity_of(store, "gb-fcdo-A4")


def test_references_that_a_list_swapped_are_not_followed(store: Store, add: Adder) -> None:
    add("un-sc", "XXi.001", "Ada Example", un_reference="XXi.001")
    add("gb-fcdo", "A1", "Boris Sample", un_reference="XXi.001")
    assert resolve(store) == 0


def test_merged_party_is_found_under_every_id_and_a_second_run_changes_nothing(
    store: Store, add: Adder
) -> None:
    add("gb-fcdo", "A1", "Ada Example", **PERSON)
    late = add("eu-fsf", "B1", "Ada Example", **PERSON)
    (store.get("listings", "eu-fsf-B1") or {})["first_seen"] = "2026-08-01"
    assert resolve(store) == 1
    first = entity_of(store, "gb-fcdo-A1")
    assert (store.get("entities", late) or {})["merged_into"] == first
    for table in ("listings", "entity_names", "entity_attributes", "asset_freezes", "matches"):
        assert {row["entity_id"] for row in store.rows(table)} == {first}, table
    match = store.rows("matches")[0]
    assert match["listing_id"] == "eu-fsf-B1"
    assert match["rule"] == "name_birth_day_country"
    assert match["matched_value"] == "ada example; 1961-03-04; RU"
    before = [store.canonical(table) for table in ("entities", "listings", "matches")]
    assert resolve(store) == 0
    assert before == [store.canonical(table) for table in ("entities", "listings", "matches")]


def test_id_that_nobody_knew_leaves_no_trace(store: Store, add: Adder) -> None:
    first = add("gb-fcdo", "A1", "Ada Example", **PERSON)
    add("eu-fsf", "B1", "Ada Example", **PERSON)
    resolve(store, known={first})
    assert len([row for row in store.rows("entities") if row["entity_id"] != first]) <= 1


def test_party_that_contributors_keep_wins(store: Store, add: Adder) -> None:
    add("gb-fcdo", "A1", "Ada Example", **PERSON)
    store.put("entities", {"entity_id": "ada", "kind": "person", "name": "Ada Example"})
    origin = {"entity_id": "ada", "list_id": "curated"}
    store.put("entity_names", {**origin, "name": "Ada Example", "name_type": "primary"})
    store.put("entity_attributes", {**origin, "attribute": "birth_date", "value": "1961-03-04"})
    resolve(store)
    assert entity_of(store, "gb-fcdo-A1") == "ada"


def test_decision_splits_and_joins_again(store: Store, add: Adder) -> None:
    add("gb-fcdo", "A1", "Ada Example", **PERSON)
    add("eu-fsf", "B1", "Ada Example", **PERSON)
    resolve(store)
    party = entity_of(store, "eu-fsf-B1")
    decision = {"listing_id": "eu-fsf-B1", "entity_id": party, "decision": "different"}
    store.put("match_decisions", decision)
    resolve(store)
    assert not are_one(store)
    assert entity_of(store, "gb-fcdo-A1") == party
    assert not store.rows("matches")
    assert resolve(store) == 0
    store.put("match_decisions", {**decision, "decision": "same"})
    resolve(store)
    assert are_one(store)
    assert entity_of(store, "eu-fsf-B1") == party


LISTS = ("gb-fcdo", "eu-fsf", "un-sc", "us-ofac-sdn")
ENTRY = st.fixed_dictionaries(
    {
        "list_id": st.sampled_from(LISTS),
        "name": st.sampled_from(["Ada Example", "Ada Q Example", "Eve Example"]),
        "birth_date": st.sampled_from(["1961-03-04", "1961", "1970-05-06"]),
        "gender": st.sampled_from(["male", "female"]),
    }
)


def partition(entries: list[dict[str, str]]) -> set[frozenset[str]]:
    store = Store()
    for entry in entries:
        facts = {key: cell for key, cell in entry.items() if key not in ("list_id", "name", "ref")}
        add_listing(store, entry["list_id"], entry["ref"], entry["name"], **facts)
    resolve(store)
    parties: dict[str, set[str]] = {}
    for row in store.rows("listings"):
        parties.setdefault(row["entity_id"], set()).add(row["listing_id"])
    return {frozenset(party) for party in parties.values()}


@given(st.lists(ENTRY, max_size=7), st.randoms())
def test_conflicts_never_merge_and_order_plays_no_part(
    entries: list[dict[str, str]], chance: Any
) -> None:
    numbered = [{**entry, "ref": f"A{number}"} for number, entry in enumerate(entries)]
    parties = partition(numbered)
    by_id = {f"{entry['list_id']}-{entry['ref']}": entry for entry in numbered}
    for party in parties:
        members = [by_id[listing] for listing in party]
        assert len({m["gender"] for m in members}) == 1
        assert len({m["birth_date"][:4] for m in members}) == 1
        assert len({m["list_id"] for m in members}) == len(members)
    shuffled = list(numbered)
    chance.shuffle(shuffled)
    assert partition(shuffled) == parties
