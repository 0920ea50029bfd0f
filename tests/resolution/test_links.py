"""Which pairs of profiles are linked."""

from __future__ import annotations

import pytest
from tests.resolution.conftest import IRAN, PERSON, Adder, are_one, entity_of, person

from sanctions_data.resolution import links, resolve
from sanctions_data.resolution.evidence import Evidence
from sanctions_data.resolution.links import Link, find_links, pair_of
from sanctions_data.resolution.weigh_evidence import EvidenceWeigher
from sanctions_data.tables.store import Store


def test_two_entries_of_a_list_stay_two_but_by_reference(store: Store, add: Adder) -> None:
    add("gb-fcdo", "A1", "Ada Example", **PERSON)
    add("gb-fcdo", "A2", "Ada Example", **PERSON)
    resolve(store)
    assert not are_one(store)
    for ref in ("A3", "A4"):
        add("gb-fcdo", ref, "Bob Sample", un_reference="XXi.001")
    resolve(store)
    assert entity_of(store, "gb-fcdo-A3") == entity_of(store, "gb-fcdo-A4")


def test_other_lists_join_a_party_that_one_list_has_twice(store: Store, add: Adder) -> None:
    add("eu-fsf", "B1", "Example Tank Works", **IRAN)
    add("eu-fsf", "B2", "Example Tank Works", **{**IRAN, "programme": "un-iran"})
    add("gb-fcdo", "A1", "EXAMPLE TANK WORKS", **IRAN)
    resolve(store)
    assert are_one(store)
    assert len(store.rows("matches")) == 2


def test_the_strongest_link_comes_first_whatever_the_order_of_profiles() -> None:
    ada = {"births": {"1961-03-04"}, "countries": {"RU"}}
    number = {("passport", "ab123456"): {"RU"}}
    every = [person("gb-fcdo", **ada), person("eu-fsf", **ada, numbers=number),
             person("un-sc", **ada, numbers=number)]  # fmt: skip
    found = find_links(every, EvidenceWeigher(every))
    scores = [link.evidence.score for link in found]
    assert len(found) == 3
    assert scores == sorted(scores, reverse=True)
    again = find_links(every[::-1], EvidenceWeigher(every[::-1]))
    assert {link.pair for link in again} == {link.pair for link in found}
    assert [link.evidence.score for link in again] == scores


def test_a_name_that_fits_two_entries_under_two_names_is_taken_for_neither() -> None:
    facts = {"countries": {"RU"}, "regimes": {"RU"}}
    asked = person("gb-fcdo", "1", "ada bea example", "ada cea sample", **facts)
    first = person("eu-fsf", "1", "ada bea example", **facts)
    second = person("eu-fsf", "2", "ada cea sample", **facts)
    assert len(find_links([asked, first], EvidenceWeigher([asked, first]))) == 1
    every = [asked, first, second]
    assert find_links(every, EvidenceWeigher(every)) == []


def test_something_surer_decides_between_two_entries() -> None:
    facts = {"countries": {"RU"}, "regimes": {"RU"}}
    asked = person("gb-fcdo", "1", "ada bea example", "ada cea sample", births={"1961-03-04"},
                   **facts)  # fmt: skip
    first = person("eu-fsf", "1", "ada bea example", births={"1961-03-04"}, **facts)
    second = person("eu-fsf", "2", "ada cea sample", **facts)
    every = [asked, first, second]
    (link,) = find_links(every, EvidenceWeigher(every))
    assert link.pair == pair_of(asked, first)
    assert link.is_sure


def test_what_very_many_share_leads_to_no_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    every = [person(f"list-{n}", births={"1961-03-04"}, countries={"RU"}) for n in range(4)]
    assert len(find_links(every, EvidenceWeigher(every))) == 6
    monkeypatch.setattr(links, "LARGEST_BLOCK", 3)
    assert find_links(every, EvidenceWeigher(every)) == []


@pytest.mark.parametrize(
    ("rule", "is_sure"),
    [
        pytest.param("passport", True, id="number"),
        pytest.param("name_birth_day_country", True, id="name and day"),
        pytest.param("name_birth_year_country", False, id="name and year"),
        pytest.param("near_name_birth_day", True, id="near name and day"),
    ],
)
def test_a_link_is_sure_by_more_than_a_name_and_a_year(rule: str, is_sure: bool) -> None:
    assert Link(person("a"), person("b"), Evidence(rule, (), 80)).is_sure is is_sure


def test_a_pair_is_one_whichever_comes_first() -> None:
    one, other = person("gb-fcdo"), person("eu-fsf")
    assert pair_of(one, other) == pair_of(other, one)
    assert Link(one, other, Evidence("passport", (), 100)).pair == pair_of(other, one)
