"""What is known of a party moves with it, and nothing of it is lost."""

from __future__ import annotations

import pytest
from tests.resolution.conftest import Adder, entity_of

from sanctions_data.resolution.merge_entities import merge_entities, move_listing, target_of
from sanctions_data.tables.store import Store


def put_entity(store: Store, entity_id: str, **cells: str) -> None:
    store.put("entities", {"entity_id": entity_id, "kind": "person", "name": entity_id, **cells})


@pytest.mark.parametrize(
    ("entity_id", "target"),
    [
        pytest.param("c", "c", id="not merged"),
        pytest.param("a", "c", id="merged twice"),
        pytest.param("nobody", "nobody", id="not known"),
    ],
)
def test_target_of_a_merged_entity(store: Store, entity_id: str, target: str) -> None:
    for one, other in (("a", "b"), ("b", "c"), ("c", "")):
        put_entity(store, one, merged_into=other)
    assert target_of(store, entity_id) == target


def test_a_circle_of_mergers_has_an_end(store: Store) -> None:
    put_entity(store, "a", merged_into="b")
    put_entity(store, "b", merged_into="a")
    assert target_of(store, "a") in ("a", "b")


def test_all_that_refers_to_the_loser_refers_to_the_winner(store: Store, add: Adder) -> None:
    winner = add("gb-fcdo", "A1", "Ada Example")
    loser = add("eu-fsf", "B1", "Ada Example", birth_date="1961")
    store.put("claims", {"claim_id": "c", "entity_id": loser, "proposition": "A claim."})
    merge_entities(store, {loser: winner}, known={winner, loser})
    tables = ("listings", "entity_names", "entity_attributes", "asset_freezes")
    for table in tables:
        assert {row["entity_id"] for row in store.rows(table)} == {winner}, table
    assert (store.get("entities", loser) or {})["merged_into"] == winner


def test_a_fact_that_both_have_stands_once(store: Store) -> None:
    for entity_id, name_type in (("winner", "primary"), ("loser", "alias")):
        put_entity(store, entity_id)
        store.put("entity_names", {"list_id": "curated", "entity_id": entity_id, "name": "Ada",
                                   "name_type": name_type})  # fmt: skip
    merge_entities(store, {"loser": "winner"}, known=())
    (row,) = store.rows("entity_names")
    assert (row["entity_id"], row["name_type"]) == ("winner", "primary")
    assert store.get("entities", "loser") is None


@pytest.mark.parametrize(
    ("winner", "loser", "expected"),
    [
        pytest.param({"kind": "unknown"}, {"kind": "vessel"}, ("vessel", ""), id="kind"),
        pytest.param({"country": ""}, {"country": "IR"}, ("person", "IR"), id="country"),
        pytest.param({"country": "RU"}, {"country": "IR"}, ("person", "RU"), id="both"),
    ],
)
def test_a_winner_learns_from_a_loser(
    store: Store, winner: dict[str, str], loser: dict[str, str], expected: tuple[str, str]
) -> None:
    put_entity(store, "winner", **winner)
    put_entity(store, "loser", **loser)
    merge_entities(store, {"loser": "winner"}, known=())
    row = store.get("entities", "winner") or {}
    assert (row["kind"], row["country"]) == expected


def test_a_decision_is_left_as_it_was_written(store: Store, add: Adder) -> None:
    winner, loser = add("gb-fcdo", "A1", "Ada Example"), add("eu-fsf", "B1", "Ada Example")
    decision = {"listing_id": "eu-fsf-B1", "entity_id": loser, "decision": "same"}
    store.put("match_decisions", decision)
    merge_entities(store, {loser: winner}, known={loser})
    assert [row["entity_id"] for row in store.rows("match_decisions")] == [loser]


@pytest.mark.parametrize(
    ("second", "moved"),
    [
        pytest.param("eu-fsf", True, id="the only entry of its list"),
        pytest.param("gb-fcdo", False, id="another entry of its list stays"),
    ],
)
def test_facts_go_with_a_listing_where_they_are_its_alone(
    store: Store, add: Adder, second: str, moved: bool
) -> None:
    old = add("gb-fcdo", "A1", "Ada Example", birth_date="1961")
    beside = add(second, "B1", "Ada Sample")
    merge_entities(store, {beside: old}, known=())
    put_entity(store, "new")
    listing = store.get("listings", "gb-fcdo-A1")
    assert listing is not None
    move_listing(store, listing, "new")
    assert entity_of(store, "gb-fcdo-A1") == "new"
    assert entity_of(store, f"{second}-B1") == old
    (birth,) = store.rows("entity_attributes")
    assert birth["entity_id"] == ("new" if moved else old)
    freezes = {row["listing_id"]: row["entity_id"] for row in store.rows("asset_freezes")}
    assert freezes == {"gb-fcdo-A1": "new", f"{second}-B1": old}
