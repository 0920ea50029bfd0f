"""Resolution as a whole: who is merged into whom, what is written, and that it can be repeated."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.resolution.conftest import PERSON, Adder, add_listing, are_one, entity_of

from sanctions_data.resolution import resolve
from sanctions_data.tables.store import Store


def test_each_listing_says_how_it_came_to_a_party_that_grew_in_steps(
    store: Store, add: Adder
) -> None:
    person = {**PERSON, "programme": "russia"}
    for list_id in ("eu-fsf", "au-dfat"):
        add(list_id, "1", "Ada Example", **person)
    resolve(store)
    for list_id in ("gb-fcdo", "us-ofac-sdn"):
        add(list_id, "1", "Ada Example", "Ada Q Sample", passport="AB123456/RU")
    resolve(store)
    assert not are_one(store)
    add("jp-mof", "1", "Ada Q Sample", **person, passport="AB 123456/RU")
    add("un-sc", "1", "Ada Example", **person)
    add("ca-gac", "1", "Ada Example", "Ada Q Sample", **person, passport="AB 123456/RU")
    resolve(store)
    assert are_one(store)
    own = [r["listing_id"] for r in store.rows("listings") if r["matched_by"] == "own_listing"]
    matched = {row["listing_id"] for row in store.rows("matches")}
    assert len(own) == 1
    assert matched == {row["listing_id"] for row in store.rows("listings")} - set(own)


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
    assert match["matched_on"] == "2026-08-22"
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


def test_the_number_of_the_eu_database_makes_one_party_of_all_that_bear_it(
    store: Store, add: Adder
) -> None:
    add("eu-fsf", "A", "Oo Ye Win", "Wholly Other", birth_date="1961-03-04", eu_fsf_number="7")
    add("eu-travel-bans", "7", "Ye Sample", birth_date="1966", eu_fsf_number="7")
    resolve(store)
    assert are_one(store)


def test_the_number_of_the_eu_database_does_not_join_two_kinds(store: Store, add: Adder) -> None:
    add("eu-fsf", "A", "Example Air", kind="organisation", eu_fsf_number="7")
    add("eu-travel-bans", "7", "Example Air", eu_fsf_number="7")
    resolve(store)
    assert not are_one(store)


def test_an_older_file_does_not_give_a_known_party_another_id(store: Store, add: Adder) -> None:
    known = add("eu-fsf", "A", "Ada Example", eu_fsf_number="7")
    add("eu-travel-bans", "7", "Ada Sample", eu_fsf_number="7")
    (store.get("listings", "eu-travel-bans-7") or {})["first_seen"] = "2020-01-01"
    resolve(store, {known})
    assert entity_of(store, "eu-travel-bans-7") == known
