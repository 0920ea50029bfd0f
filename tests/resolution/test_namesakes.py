"""Names that several parties bear, and parties that a list has twice."""

from __future__ import annotations

from typing import Any

import pytest
from tests.resolution.conftest import IRAN, Adder, are_one, person, profile

from sanctions_data.resolution import resolve
from sanctions_data.resolution.namesakes import common_names, contested_names
from sanctions_data.resolution.profiles import Profile
from sanctions_data.tables.store import Store

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


def test_a_name_of_two_persons_of_one_list_is_common() -> None:
    two = [person("gb-fcdo", "1", births={"1950"}), person("gb-fcdo", "2", births={"1980"})]
    assert common_names(two) == {"ada example"}


@pytest.mark.parametrize(
    "persons",
    [
        pytest.param([person("gb-fcdo", "1"), person("eu-fsf", "1")], id="two lists"),
        pytest.param([person("gb-fcdo", "1", births={"1950"}), person("gb-fcdo", "2",
                     births={"1950"})], id="one birth"),
        pytest.param([], id="nobody"),
    ],
)  # fmt: skip
def test_a_name_that_is_not_common(persons: list[Profile]) -> None:
    assert common_names(persons) == set()


@pytest.mark.parametrize(
    ("facts", "other", "is_contested"),
    [
        pytest.param({"births": {"1950"}}, {"births": {"1980"}}, True, id="two ages"),
        pytest.param({"births": {"1950"}}, {"births": {"1951"}}, False, id="nearly one age"),
        pytest.param({"births": {"1950"}}, {}, False, id="one age"),
        pytest.param({"births": {"1950"}}, {"births": {"1980"}, "entity_id": "e-gb-fcdo-1"}, False,
                     id="one party"),
    ],
)  # fmt: skip
def test_a_name_of_persons_of_two_ages_is_contested(
    facts: dict[str, Any], other: dict[str, Any], is_contested: bool
) -> None:
    second = person("eu-fsf", "1")
    for field, value in other.items():
        setattr(second, field, value)
    found = contested_names([person("gb-fcdo", "1", **facts), second])
    assert found == ({"ada example"} if is_contested else set())


@pytest.mark.parametrize(("country", "is_contested"), [("IR", True), ("RU", False)])
def test_a_name_of_bodies_of_two_countries_is_contested(country: str, is_contested: bool) -> None:
    one = profile("gb-fcdo", "1", "vega works", kind="organisation", countries={"RU"})
    other = profile("eu-fsf", "1", "vega works", kind="organisation", countries={country})
    assert contested_names([one, other]) == ({"vega works"} if is_contested else set())
