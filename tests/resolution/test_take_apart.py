"""A party whose lists come to contradict each other is taken apart."""

from __future__ import annotations

import pytest
from tests.resolution.conftest import PERSON, Adder, are_one, entity_of

from sanctions_data.resolution import resolve
from sanctions_data.tables.store import Row, Store

FACTS = {"nationality": "RU", "programme": "russia"}
LATE = "gb-fcdo-A1"


def learn_birth(store: Store, listing_id: str, birth: str) -> None:
    """What a later file of the list prints."""
    origin = {"entity_id": entity_of(store, listing_id), "list_id": listing_id.rsplit("-", 1)[0]}
    store.put("entity_attributes", {**origin, "attribute": "birth_date", "value": birth})


def listing(store: Store, listing_id: str) -> Row:
    return store.get("listings", listing_id) or {}


@pytest.fixture
def party(store: Store, add: Adder) -> str:
    """One person on three lists, of whom one prints no birth."""
    first = add("us-ofac-sdn", "1", "Ada Bea Example", birth_date="1982-02-23", **FACTS)
    add("eu-fsf", "B1", "Ada Bea Example", birth_date="1982-02-23", **FACTS)
    add("gb-fcdo", "A1", "Ada Bea Example", **FACTS)
    for number, name in enumerate(("eu-fsf-B1", LATE), start=1):
        listing(store, name)["first_seen"] = f"2026-02-0{number + 1}"
    resolve(store)
    assert are_one(store)
    return first


@pytest.mark.parametrize(
    ("birth", "is_one"),
    [
        pytest.param("1982-02-23", True, id="the same day"),
        pytest.param("1983", True, id="a year later"),
        pytest.param("1955-07-01", False, id="another age"),
    ],
)
def test_entry_that_contradicts_the_party_leaves_it(
    store: Store, party: str, birth: str, is_one: bool
) -> None:
    learn_birth(store, LATE, birth)
    resolve(store)
    assert are_one(store) is is_one
    assert entity_of(store, "us-ofac-sdn-1") == entity_of(store, "eu-fsf-B1") == party
    assert listing(store, "eu-fsf-B1")["matched_by"] == "name_birth_day_country_programme"
    matched = {row["listing_id"] for row in store.rows("matches")}
    assert matched == {"eu-fsf-B1"} | ({LATE} if is_one else set())
    births = {row["entity_id"] for row in store.rows("entity_attributes")
              if row["list_id"] == "gb-fcdo"}  # fmt: skip
    assert births == {entity_of(store, LATE)}
    for row in store.rows("asset_freezes"):
        assert row["entity_id"] == entity_of(store, row["listing_id"])


def test_entry_that_left_gets_the_id_that_it_founded_and_stays_away(
    store: Store, party: str
) -> None:
    learn_birth(store, LATE, "1955-07-01")
    resolve(store)
    founded = store.get("entities", entity_of(store, LATE)) or {}
    assert (founded["name"], founded["merged_into"]) == ("Ada Bea Example", "")
    assert listing(store, LATE)["matched_by"] == "own_listing"
    tables = ("entities", "listings", "matches", "entity_attributes")
    before = [store.canonical(table) for table in tables]
    assert resolve(store) == 0
    assert before == [store.canonical(table) for table in tables]


def test_those_that_leave_together_are_one_party(store: Store, add: Adder, party: str) -> None:
    add("jp-mof", "9", "Ada Bea Example", birth_date="1955-07-01", **FACTS)
    learn_birth(store, LATE, "1955-07-01")
    resolve(store)
    assert entity_of(store, LATE) == entity_of(store, "jp-mof-9") != party


def test_a_list_that_prints_both_births_holds_the_party_together(
    store: Store, add: Adder, party: str
) -> None:
    add("au-dfat", "7", "Ada Bea Example", birth_date="1982-02-23", **FACTS)
    resolve(store)
    learn_birth(store, "au-dfat-7", "1955-07-01")
    learn_birth(store, LATE, "1955-07-01")
    resolve(store)
    assert are_one(store)


def test_what_a_contributor_put_into_a_party_stays(store: Store, party: str) -> None:
    decision = {"listing_id": LATE, "entity_id": party, "decision": "same"}
    store.put("match_decisions", decision)
    listing(store, LATE)["matched_by"] = "decision"
    learn_birth(store, LATE, "1955-07-01")
    resolve(store)
    assert entity_of(store, LATE) == party


def test_an_entry_beside_a_decided_one_is_explained_by_its_link(store: Store, add: Adder) -> None:
    add("us-ofac-sdn", "1", "Ada Example", **PERSON)
    add("ca-gac", "5", "Bea Quite Otherwise")
    add("jp-mof", "9", "Ada Example", **PERSON)
    founded = entity_of(store, "ca-gac-5")
    listing(store, "us-ofac-sdn-1")["first_seen"] = "2022-01-31"
    store.put(
        "match_decisions", {"listing_id": "jp-mof-9", "entity_id": founded, "decision": "same"}
    )
    resolve(store)
    assert are_one(store)
    own = [r["listing_id"] for r in store.rows("listings") if r["matched_by"] == "own_listing"]
    assert own == ["us-ofac-sdn-1"]
    (match,) = store.rows("matches")
    assert (match["listing_id"], match["matched_listing_id"]) == ("ca-gac-5", "us-ofac-sdn-1")
