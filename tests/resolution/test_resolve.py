from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.resolution.conftest import Adder, add_listing

from sanctions_data.resolution import resolve
from sanctions_data.tables.store import Store

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
        pytest.param("EXAMPLE STAR", {**SHIP, "imo_number": "9319882"}, "SEA ROSE",
                     {**SHIP, "imo_number": "9319882"}, True,
                     id="number that would do for a company"),
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


IRAN = {"kind": "organisation", "country": "IR", "programme": "iran"}
TWICE = [
    pytest.param("Example Tank Works", {}, {"programme": "un-iran"}, True, id="two programmes"),
    pytest.param("Example Tank Works", {"listed_on": "2010-06-09"}, {"listed_on": "2025-09-29"},
                 True, id="two days"),
    pytest.param("Example Tank Works", {"listed_on": "2010-06-09"}, {"listed_on": "2010-06-09"},
                 False, id="branches listed on one day"),
    pytest.param("Exampletankworks", {"listed_on": "2010-06-09"}, {"listed_on": "2025-09-29"},
                 False, id="one word on two days"),
    pytest.param("Example Tank Works", {}, {"programme": "un-iran", "country": "AE"}, False,
                 id="two programmes, two countries"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "facts", "other", "is_one"), TWICE)
def test_party_that_a_list_has_twice(
    store: Store, add: Adder, name: str, facts: dict[str, Any], other: dict[str, Any], is_one: bool
) -> None:
    add("eu-fsf", "B1", name, **{**IRAN, **facts})
    add("eu-fsf", "B2", name, **{**IRAN, **other})
    resolve(store)
    assert are_one(store) == is_one


def test_other_lists_join_a_party_that_one_list_has_twice(store: Store, add: Adder) -> None:
    add("eu-fsf", "B1", "Example Tank Works", **IRAN)
    add("eu-fsf", "B2", "Example Tank Works", **{**IRAN, "programme": "un-iran"})
    add("gb-fcdo", "A1", "EXAMPLE TANK WORKS", **IRAN)
    resolve(store)
    assert are_one(store)
    assert len(store.rows("matches")) == 2


@pytest.mark.parametrize(
    ("lists", "names", "is_one"),
    [
        pytest.param(("us-ofac-sdn", "us-ofac-cons"), ("Vega Works", "Vega Plant"), True,
                     id="one authority"),
        pytest.param(("us-ofac-sdn", "us-ofac-cons"), ("Vega Works", "Lyra Plant"), False,
                     id="no word in common"),
        pytest.param(("us-ofac-sdn", "gb-fcdo"), ("Vega Works", "Vega Plant"), False,
                     id="two authorities"),
    ],
)  # fmt: skip
def test_lists_of_one_authority_number_parties_alike(
    store: Store, add: Adder, lists: tuple[str, str], names: tuple[str, str], is_one: bool
) -> None:
    for list_id, name in zip(lists, names, strict=True):
        add(list_id, "18267", name, kind="organisation")
    resolve(store)
    assert are_one(store) == is_one


NAMES = ("Ada Example", "Ada Eksempel")


@pytest.mark.parametrize(
    ("names", "others", "is_one"),
    [
        pytest.param(NAMES, NAMES, True, id="two names"),
        pytest.param(NAMES, NAMES[:1], False, id="one name"),
        pytest.param((*NAMES[:1], "Ada"), (*NAMES[:1], "Ada"), False, id="second of one word"),
    ],
)
def test_two_names_that_both_lists_print_are_more_than_one(
    store: Store, add: Adder, names: tuple[str, ...], others: tuple[str, ...], is_one: bool
) -> None:
    crowd(store, add, "Ada", "Example", "Eksempel")
    add("gb-fcdo", "A1", *names, programme="russia")
    add("eu-fsf", "B1", *others, programme="russia")
    resolve(store)
    assert (entity_of(store, "gb-fcdo-A1") == entity_of(store, "eu-fsf-B1")) == is_one


@pytest.mark.parametrize(
    ("days", "is_one"),
    [
        pytest.param(("2020-12-31", "2012-04-12"), True, id="taken over"),
        pytest.param(("2021-03-22", "2012-04-12"), False, id="listed later"),
        pytest.param(("2012-04-12", "2020-12-31"), False, id="the other way round"),
    ],
)
def test_uk_took_over_whom_the_eu_had_listed(
    store: Store, add: Adder, days: tuple[str, str], is_one: bool
) -> None:
    crowd(store, add, "Ada", "Example")
    add("gb-fcdo", "A1", "Ada Example", programme="russia", listed_on=days[0])
    add("eu-fsf", "B1", "Ada Example", programme="russia", listed_on=days[1])
    resolve(store)
    assert (entity_of(store, "gb-fcdo-A1") == entity_of(store, "eu-fsf-B1")) == is_one


@pytest.mark.parametrize(
    ("country", "is_one"),
    [
        pytest.param("IR", True, id="country of the matter"),
        pytest.param("RU", False, id="another country"),
    ],
)
def test_country_of_a_person_and_a_matter_that_is_about_it(
    store: Store, add: Adder, country: str, is_one: bool
) -> None:
    add("gb-fcdo", "A1", "Ada Bea Example", nationality=country, programme="cyber")
    add("eu-fsf", "B1", "Ada Bea Example", programme="iran")
    resolve(store)
    assert are_one(store) == is_one


def crowd(store: Store, add: Adder, *words: str) -> None:
    """Persons of whom so many have each word that no name of two of them is rare."""
    for number in range(40):
        for place, word in enumerate(words):
            add("gb-fcdo", f"C{place}{number}", f"{word} {number}th", programme="russia")
            add("eu-fsf", f"C{place}{number}", f"{word} {number}rd", programme="russia")


def test_name_of_two_words_is_enough_among_few(store: Store, add: Adder) -> None:
    add("gb-fcdo", "A1", "Ada Example", nationality="IR", programme="iran")
    add("eu-fsf", "B1", "Ada Example", nationality="IR", programme="iran")
    resolve(store)
    assert are_one(store)


@pytest.mark.parametrize(
    ("births", "is_one"),
    [
        pytest.param(("1961", "1961"), True, id="one age"),
        pytest.param(("1961", "1990"), False, id="two ages"),
    ],
)
def test_name_that_two_persons_bear_tells_nothing_without_an_age(
    store: Store, add: Adder, births: tuple[str, str], is_one: bool
) -> None:
    for list_id, birth in zip(("us-ofac-sdn", "eu-fsf"), births, strict=True):
        add(list_id, "1", "Ada Bea Example", birth_date=birth, nationality="RU", programme="russia")
    add("gb-fcdo", "A1", "Ada Bea Example", nationality="RU", programme="russia")
    resolve(store)
    assert are_one(store) == is_one
    if not is_one:
        assert len({row["entity_id"] for row in store.rows("listings")}) == 3


def test_body_without_country_is_not_matched_by_a_name_of_two_countries(
    store: Store, add: Adder
) -> None:
    add("us-ofac-sdn", "1", "Example Relief Foundation", **{**IRAN, "country": "IQ"})
    add("eu-fsf", "1", "Example Relief Foundation", **{**IRAN, "country": "AF"})
    add("gb-fcdo", "A1", "Example Relief Foundation", kind="organisation", programme="iran")
    assert resolve(store) == 0


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


def test_references_that_a_list_swapped_are_not_followed(store: Store, add: Adder) -> None:
    add("un-sc", "XXi.001", "Ada Example", un_reference="XXi.001")
    add("gb-fcdo", "A1", "Boris Sample", un_reference="XXi.001")
    assert resolve(store) == 0


def test_reference_and_a_family_name_join_nobody(store: Store, add: Adder) -> None:
    add("un-sc", "XXi.001", "Kim Kyong Ok", un_reference="XXi.001", birth_date="1937")
    add("eu-fsf", "B1", "Kyong Ok Kim", un_reference="XXi.001")
    add("eu-fsf", "B2", "Tong-Ho Kim", un_reference="XXi.001", birth_date="1969-08-18")
    resolve(store)
    assert entity_of(store, "eu-fsf-B1") == entity_of(store, "un-sc-XXi.001")
    assert entity_of(store, "eu-fsf-B2") != entity_of(store, "un-sc-XXi.001")


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        pytest.param("Ada Sample", False, id="another name"),
        pytest.param("Ada Example", True, id="same name"),
    ],
)
def test_reference_with_another_age_needs_the_whole_name(
    store: Store, add: Adder, name: str, is_one: bool
) -> None:
    add("un-sc", "XXi.001", "Ada Example", un_reference="XXi.001", birth_date="1937")
    add("eu-fsf", "B1", name, un_reference="XXi.001", birth_date="1969-08-18")
    resolve(store)
    assert are_one(store) == is_one


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
