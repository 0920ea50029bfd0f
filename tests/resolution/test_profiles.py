"""What one list says about one party, read from the tables."""

from __future__ import annotations

import pytest
from tests.resolution.conftest import Adder

from sanctions_data.resolution.profiles import (
    CURATED,
    Profile,
    build_profiles,
    identifying_number,
    titles_of,
)
from sanctions_data.tables.store import Store


def test_a_profile_holds_what_its_list_prints(store: Store, add: Adder) -> None:
    add("gb-fcdo", "A1", "EXAMPLE, Ada", "Ада Пример", birth_date="1961-03-04", nationality="RU",
        gender="female", passport="AB 123456/RU", programme="iran",
        listed_on="2010-06-09")  # fmt: skip
    (found,) = build_profiles(store)
    assert found.names == {"ada example", "ada primer"}
    assert found.titles == {"ada example"}
    assert found.bodies == set()
    assert found.numbers == {
        ("passport", "ab123456"): {"RU"},
        ("entry_number", "gb-fcdo A1"): set(),
    }
    assert (found.births, found.countries, found.genders) == ({"1961-03-04"}, {"RU"}, {"female"})
    assert (found.programmes, found.regimes) == ({"iran"}, {"IR"})
    assert (found.since, found.listed) == ({"2010-06-09"}, {"2010-06-09"})
    assert found.key == ("gb-fcdo", "gb-fcdo-A1")
    assert not found.is_decided


def test_a_body_is_compared_without_its_legal_form(store: Store, add: Adder) -> None:
    add("gb-fcdo", "A1", "Vega Works JSC", kind="organisation")
    (found,) = build_profiles(store)
    assert {body.core for body in found.bodies} == {"vega works"}


def test_a_weak_alias_and_a_bound_of_listing_do_not_count(store: Store, add: Adder) -> None:
    add("gb-fcdo", "A1", "Ada Example", "Ada", listed_on="2010-06-09")
    names = {row["name"]: row for row in store.rows("entity_names")}
    names["Ada"]["name_type"] = "weak_alias"
    (store.get("listings", "gb-fcdo-A1") or {})["listed_precision"] = "on_or_before"
    (found,) = build_profiles(store)
    assert found.names == {"ada example"}
    assert (found.since, found.listed) == ({"2010-06-09"}, set())


def test_a_curated_party_has_a_profile_without_a_listing(store: Store) -> None:
    store.put("entities", {"entity_id": "ada", "kind": "person", "name": "Ada", "country": "IR"})
    store.put("entity_names", {"entity_id": "ada", "list_id": CURATED, "name": "Ada Example"})
    (found,) = build_profiles(store)
    assert (found.list_id, found.listings, found.countries) == (CURATED, [], {"IR"})
    assert found.key == (CURATED, "ada")


@pytest.mark.parametrize(
    ("matched_by", "is_decided"),
    [
        pytest.param(("decision", "decision"), True, id="both"),
        pytest.param(("decision", "own_listing"), False, id="the first alone"),
        pytest.param(("own_listing", "decision"), False, id="the second alone"),
    ],
)
def test_decided_is_a_profile_all_of_whose_entries_are(
    store: Store, add: Adder, matched_by: tuple[str, str], is_decided: bool
) -> None:
    first = add("gb-fcdo", "A1", "Ada Example")
    add("gb-fcdo", "A2", "Ada Example")
    for listing, how in zip(store.rows("listings"), matched_by, strict=True):
        listing |= {"entity_id": first, "matched_by": how}
    found = next(each for each in build_profiles(store) if each.listings)
    assert found.listings == ["gb-fcdo-A1", "gb-fcdo-A2"]
    assert found.is_decided is is_decided


def test_lists_of_one_authority_share_their_numbers(store: Store, add: Adder) -> None:
    add("us-ofac-sdn", "18267", "Vega Works", kind="organisation")
    add("us-ofac-cons", "18267", "Vega Plant", kind="organisation")
    one, other = build_profiles(store)
    assert one.numbers == other.numbers == {("entry_number", "us-ofac 18267"): set()}


def test_profiles_come_in_an_order_that_no_import_changes(store: Store, add: Adder) -> None:
    for list_id, ref in (("un-sc", "2"), ("gb-fcdo", "9"), ("un-sc", "1")):
        add(list_id, ref, f"Ada {ref} Example")
    assert [profile.key[1] for profile in build_profiles(store)] == [
        "gb-fcdo-9",
        "un-sc-1",
        "un-sc-2",
    ]


def test_the_first_of_january_is_a_year_and_no_day() -> None:
    profile = Profile("a", "x", "person", births={"1961-01-01", "1962-03-04", "1963"})
    assert profile.days == {"1962-03-04"}
    assert profile.years == {1961, 1962, 1963}


@pytest.mark.parametrize(
    ("kind", "name", "titles"),
    [
        pytest.param("person", "EXAMPLE, Ada", {"ada example"}, id="person"),
        pytest.param("organisation", "Vega Works Ltd", {"vega works"}, id="body"),
        pytest.param("organisation", "VW Ltd", {"ltd vw"}, id="body of too few letters"),
        pytest.param("vessel", "VEGA LTD", {"ltd vega"}, id="ship"),
    ],
)
def test_titles(kind: str, name: str, titles: set[str]) -> None:
    assert titles_of(kind, name) == titles


@pytest.mark.parametrize(
    ("kind", "value", "party", "expected"),
    [
        pytest.param("imo_number", "IMO 9074729", "vessel", ("imo_number", "9074729"), id="ship"),
        pytest.param("imo_number", "9074728", "vessel", None, id="wrong check digit"),
        pytest.param("passport", "AB 123-456", "person", ("passport", "ab123456"), id="passport"),
        pytest.param("passport", "1234", "person", None, id="too short"),
        pytest.param("passport", "UNKNOWN", "person", None, id="no digit"),
        pytest.param("tax_id", "7700000001", "organisation", ("company_number", "7700000001"),
                     id="tax number"),
        pytest.param("registration_number", "7700000001", "organisation",
                     ("company_number", "7700000001"), id="register number"),
        pytest.param("swift_bic", "ABCDRUMM123", "organisation", ("swift_bic", "abcdrumm"),
                     id="code of a branch"),
        pytest.param("un_reference", "XXi.001", "person", ("un_reference", "xxi001"), id="UN"),
        pytest.param("phone", "+7 495 1234567", "person", None, id="not an identifier of one"),
    ],
)  # fmt: skip
def test_identifying_number(
    kind: str, value: str, party: str, expected: tuple[str, str] | None
) -> None:
    assert identifying_number(kind, value, party) == expected
