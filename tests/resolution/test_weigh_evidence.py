"""What is evidence enough that two listings are one party, and what is not."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.resolution.conftest import (
    BODY,
    PERSON,
    Adder,
    are_one,
    crowd,
    entity_of,
    person,
    profile,
)

from sanctions_data.resolution import resolve
from sanctions_data.resolution.weigh_evidence import EvidenceWeigher
from sanctions_data.tables.store import Store

SHIP = {"kind": "vessel", "imo_number": "9074729"}


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


def test_name_of_two_words_is_enough_among_few(store: Store, add: Adder) -> None:
    add("gb-fcdo", "A1", "Ada Example", nationality="IR", programme="iran")
    add("eu-fsf", "B1", "Ada Example", nationality="IR", programme="iran")
    resolve(store)
    assert are_one(store)


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


def numbers(**printed: str) -> dict[tuple[str, str], set[str]]:
    """Numbers of a profile by type, each with the country after a stroke."""
    found = {}
    for kind, text in printed.items():
        value, _, country = text.partition("/")
        found[kind, value] = {country} - {""}
    return found


MSN = {"aircraft_msn": "30460", "aircraft_registration": "epabc"}


@pytest.mark.parametrize(
    ("ours", "theirs", "names", "score"),
    [
        pytest.param({"lei": "5299"}, {"lei": "5299"}, ("vega", "lyra"), 100, id="LEI"),
        pytest.param(MSN, MSN, ("vega", "lyra"), 100, id="serial number and registration"),
        pytest.param(MSN, {"aircraft_msn": "30460"}, ("vega", "vega"), None,
                     id="serial number alone"),
        pytest.param({"aircraft_registration": "epabc"}, {"aircraft_registration": "epabc"},
                     ("vega", "vega"), None, id="registration alone"),
        pytest.param({"passport": "ab123/RU"}, {"passport": "ab123/RU"}, ("vega", "vega"), 100,
                     id="number with its country"),
        pytest.param({"passport": "ab123/RU"}, {"passport": "ab123/RU"}, ("vega", "lyra"), None,
                     id="number without a word of the name"),
        pytest.param({"passport": "ab123/RU"}, {"passport": "ab123"}, ("vega", "vega"), None,
                     id="short number without a country"),
        pytest.param({"passport": "ab1234567/RU"}, {"passport": "ab1234567"}, ("vega", "vega"), 80,
                     id="long number without a country"),
        pytest.param({"swift_bic": "abcdru"}, {"swift_bic": "abcdru"}, ("vega", "vega"), 80,
                     id="bank code"),
    ],
)  # fmt: skip
def test_numbers(
    ours: dict[str, str], theirs: dict[str, str], names: tuple[str, str], score: int | None
) -> None:
    one = profile("gb-fcdo", "1", names[0], kind="vessel", numbers=numbers(**ours))
    other = profile("eu-fsf", "1", names[1], kind="vessel", numbers=numbers(**theirs))
    found = EvidenceWeigher([one, other]).weigh(one, other)
    assert (found.score if found else None) == score


def test_a_number_that_a_list_prints_for_two_parties_counts_for_nothing() -> None:
    shared = {"numbers": numbers(passport="ab1234567/RU")}
    one, other = person("gb-fcdo", **shared), person("eu-fsf", **shared)
    second = person("eu-fsf", "2", "eve sample", **shared)
    assert EvidenceWeigher([one, other]).weigh(one, other) is not None
    assert EvidenceWeigher([one, other, second]).weigh(one, other) is None


@pytest.mark.parametrize(
    ("ignored", "rule"),
    [
        pytest.param((), "passport", id="nothing"),
        pytest.param(("passport",), "name_country", id="passports"),
        pytest.param(("passport", "name"), None, id="passports and names"),
    ],
)
def test_what_is_ignored_plays_no_part(ignored: tuple[str, ...], rule: str | None) -> None:
    facts = {"numbers": numbers(passport="ab1234567/RU"), "countries": {"RU"}}
    one, other = (person(each, "1", "ada bea example", **facts) for each in ("gb-fcdo", "eu-fsf"))
    weigher = EvidenceWeigher([one, other], ignore=ignored)
    found = weigher.weigh(one, other)
    assert (found.rule if found else None) == rule
    assert len(weigher.numbers(one)) == (not ignored)


@given(st.permutations(["gb-fcdo", "eu-fsf"]), st.booleans(), st.booleans(), st.booleans())
def test_it_is_the_same_both_ways_round(
    lists: list[str], has_birth: bool, has_country: bool, has_number: bool
) -> None:
    facts = {
        "births": {"1961-03-04"} if has_birth else set(),
        "countries": {"RU"} if has_country else set(),
        "numbers": numbers(passport="ab1234567/RU") if has_number else {},
    }
    one, other = (person(each, **facts) for each in lists)
    weigher = EvidenceWeigher([one, other])
    assert weigher.weigh(one, other) == weigher.weigh(other, one)
