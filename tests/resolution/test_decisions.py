"""What contributors decided wins over every rule."""

from __future__ import annotations

import pytest
from tests.resolution.conftest import PERSON, Adder, are_one, entity_of

from sanctions_data.resolution import resolve
from sanctions_data.resolution.decisions import apply_decisions, choose_entity_id, refusals
from sanctions_data.tables.entity_ids import new_entity_id
from sanctions_data.tables.store import Store


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


def test_what_was_decided_is_held_against_nobody(store: Store, add: Adder) -> None:
    facts = {"nationality": "RU", "programme": "russia"}
    party = add("us-ofac-sdn", "1", "Ada Bea Example", birth_date="1982-02-23", **facts)
    add("nz-mfat", "N1", "Ada Bea Example", birth_date="1972-05-14", **facts)
    add("eu-fsf", "B1", "Ada Bea Example", birth_date="1982-02-23", **facts)
    add("gb-fcdo", "A1", "Ada Bea Example", **facts)
    resolve(store)
    assert len({row["entity_id"] for row in store.rows("listings")}) == 3
    store.put(
        "match_decisions",
        {"listing_id": "nz-mfat-N1", "entity_id": party, "decision": "same"},
    )
    resolve(store)
    assert are_one(store)


def test_a_listing_that_is_the_party_moves_and_what_it_leaves_is_merged(
    store: Store, add: Adder
) -> None:
    party, old = add("gb-fcdo", "A1", "Ada Example"), add("eu-fsf", "B1", "Eve Other")
    decision = {"listing_id": "eu-fsf-B1", "entity_id": party, "decision": "same"}
    store.put("match_decisions", decision)
    assert apply_decisions(store) == set()
    assert entity_of(store, "eu-fsf-B1") == party
    assert (store.get("listings", "eu-fsf-B1") or {})["matched_by"] == "decision"
    assert (store.get("entities", old) or {})["merged_into"] == party
    assert {row["entity_id"] for row in store.rows("entity_names")} == {party}


def test_a_party_that_contributors_keep_is_not_merged_when_a_listing_leaves_it(
    store: Store, add: Adder
) -> None:
    party, old = add("gb-fcdo", "A1", "Ada Example"), add("eu-fsf", "B1", "Eve Other")
    store.put("entity_names", {"entity_id": old, "list_id": "curated", "name": "Eve Other"})
    decision = {"listing_id": "eu-fsf-B1", "entity_id": party, "decision": "same"}
    store.put("match_decisions", decision)
    apply_decisions(store)
    assert (store.get("entities", old) or {})["merged_into"] == ""


def test_a_decision_about_a_listing_that_is_gone_is_passed_over(store: Store, add: Adder) -> None:
    party = add("gb-fcdo", "A1", "Ada Example")
    decision = {"listing_id": "eu-fsf-B9", "entity_id": party, "decision": "same"}
    store.put("match_decisions", decision)
    assert apply_decisions(store) == set()
    assert entity_of(store, "gb-fcdo-A1") == party


def test_refusals_name_the_entity_that_is_left(store: Store, add: Adder) -> None:
    party, merged = add("gb-fcdo", "A1", "Ada Example"), add("eu-fsf", "B1", "Ada Example")
    (store.get("entities", merged) or {})["merged_into"] = party
    for listing, decision in (("un-sc-1", "different"), ("un-sc-2", "same")):
        store.put("match_decisions", {"listing_id": listing, "entity_id": merged,
                                      "decision": decision})  # fmt: skip
    assert refusals(store) == {("un-sc-1", party)}


def test_a_listing_gets_the_entity_back_that_it_founded(store: Store, add: Adder) -> None:
    party, founded = add("gb-fcdo", "A1", "Ada Example"), add("eu-fsf", "B1", "Ada Example")
    listing = store.get("listings", "eu-fsf-B1")
    assert listing is not None
    listing["entity_id"] = party
    (store.get("entities", founded) or {})["merged_into"] = party
    assert choose_entity_id(store, listing) == founded


def test_a_listing_gets_another_entity_where_its_own_is_taken(store: Store, add: Adder) -> None:
    taken = add("gb-fcdo", "A1", "Ada Example")
    listing = store.get("listings", "gb-fcdo-A1")
    assert listing is not None
    free = choose_entity_id(store, listing)
    assert free != taken
    assert store.get("entities", free) is None
    for number in range(2, 99):
        mark = new_entity_id("Ada Example", f"gb-fcdo-A1#{number}")
        store.put("entities", {"entity_id": mark, "kind": "person", "name": "Ada Example"})
    with pytest.raises(ValueError, match="gb-fcdo-A1: has been split off too often; fix match"):
        choose_entity_id(store, listing)
