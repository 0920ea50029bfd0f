"""What shows that two profiles are two parties, whatever else they share."""

from __future__ import annotations

from typing import Any

import pytest
from tests.resolution.conftest import Adder, are_one, person, profile

from sanctions_data.resolution import resolve
from sanctions_data.resolution.conflicts import blocks, find_conflict
from sanctions_data.tables.store import Store


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


RIVALS = [
    pytest.param({"births": {"1961"}}, {"births": {"1962"}}, "", id="one year apart"),
    pytest.param({"births": {"1961"}}, {"births": {"1963"}}, "birth_date", id="two years apart"),
    pytest.param({"births": {"1961", "1980"}}, {"births": {"1980"}}, "", id="one birth in common"),
    pytest.param({"births": {"1961"}}, {}, "", id="one birth"),
    pytest.param({"genders": {"male"}}, {"genders": {"female"}}, "gender", id="two genders"),
    pytest.param({"genders": {"male"}}, {"genders": {"male", "female"}}, "", id="a doubt"),
    pytest.param({"numbers": {("imo_number", "9074729"): set()}},
                 {"numbers": {("imo_number", "9176187"): set()}}, "imo_number", id="two ships"),
    pytest.param({"numbers": {("passport", "AB123456"): set()}},
                 {"numbers": {("passport", "AB654321"): set()}}, "", id="two passports"),
]  # fmt: skip


@pytest.mark.parametrize(("facts", "others", "why"), RIVALS)
def test_conflicts_of_persons(facts: dict[str, Any], others: dict[str, Any], why: str) -> None:
    one, other = person("gb-fcdo", **facts), person("eu-fsf", **others)
    assert find_conflict(one, other) == find_conflict(other, one) == why


@pytest.mark.parametrize(
    ("kinds", "why"),
    [
        pytest.param(("person", "organisation"), "kind", id="person and body"),
        pytest.param(("organisation", "vessel"), "kind", id="body and ship"),
        pytest.param(("organisation", "unknown"), "", id="body and not known"),
        pytest.param(("unknown", "vessel"), "", id="not known and ship"),
        pytest.param(("person", "unknown"), "kind", id="person and not known"),
    ],
)
def test_conflicts_of_kinds(kinds: tuple[str, str], why: str) -> None:
    one, other = (profile("a", kind, "vega", kind=kind) for kind in kinds)
    assert find_conflict(one, other) == find_conflict(other, one) == why


@pytest.mark.parametrize(
    ("ours", "theirs", "why"),
    [
        pytest.param(["7700000001"], ["7700000002"], "company_number", id="of one register"),
        pytest.param(["7700000001"], ["1027700000001"], "", id="of two registers"),
        pytest.param(["7700000001", "7700000002"], ["7700000002"], "", id="one in common"),
        pytest.param(["123456789"], ["987654321"], "", id="too short"),
        pytest.param(["77A0000001"], ["77A0000002"], "", id="with a letter"),
    ],
)
def test_conflicts_of_company_numbers(ours: list[str], theirs: list[str], why: str) -> None:
    one, other = (
        profile("a", str(place), "vega", kind="organisation",
                numbers={("company_number", number): set() for number in numbers})
        for place, numbers in enumerate((ours, theirs))
    )  # fmt: skip
    assert find_conflict(one, other) == find_conflict(other, one) == why


def test_only_a_reference_with_a_whole_name_outweighs_a_conflict() -> None:
    one, other = person("un-sc", births={"1937"}), person("eu-fsf", births={"1969"})
    stranger = person("eu-fsf", "2", "eve other", births={"1969"})
    ship = profile("eu-fsf", "3", "ada example", kind="vessel")
    assert not blocks(one, other, "un_reference")
    assert blocks(one, other, "passport")
    assert blocks(one, stranger, "un_reference")
    assert blocks(one, ship, "un_reference")
    assert not blocks(one, person("eu-fsf", births={"1937"}), "passport")
