"""Profiles are joined along their links, as long as nothing speaks against it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.resolution.conftest import person

from sanctions_data.resolution.clusters import join_profiles
from sanctions_data.resolution.evidence import Evidence
from sanctions_data.resolution.links import Link
from sanctions_data.resolution.profiles import CURATED, Profile


def link(one: Profile, other: Profile, rule: str = "passport", score: int = 100) -> Link:
    return Link(one, other, Evidence(rule, ("x",), score))


def parties(
    profiles: list[Profile], *links: Link, refused: frozenset[tuple[str, str]] = frozenset()
) -> set[frozenset[str]]:
    return {
        frozenset(profile.list_id for profile in cluster.profiles)
        for cluster in join_profiles(profiles, links, refused)
    }


UK, EU, UN, CURATED_ADA, CURATED_EVE = (
    person("gb-fcdo"), person("eu-fsf"), person("un-sc"), person(CURATED), person(CURATED, "2"),
)  # fmt: skip


def test_without_a_link_each_is_a_party() -> None:
    assert parties([UK, EU]) == {frozenset({"gb-fcdo"}), frozenset({"eu-fsf"})}


def test_links_join_in_a_chain() -> None:
    assert parties([UK, EU, UN], link(UK, EU), link(EU, UN)) == {
        frozenset({"gb-fcdo", "eu-fsf", "un-sc"})
    }


def test_profiles_of_one_entity_are_one_without_a_link() -> None:
    ours = person("gb-fcdo")
    theirs = person("eu-fsf")
    theirs.entity_id = ours.entity_id
    (cluster,) = join_profiles([ours, theirs], [], frozenset())
    assert cluster.entities == {ours.entity_id}
    assert cluster.links == []


def test_a_link_within_a_party_is_kept_with_it() -> None:
    links = [link(UK, EU), link(EU, UN), link(UK, UN)]
    (cluster,) = join_profiles([UK, EU, UN], links, frozenset())
    assert cluster.links == links


def test_a_chain_does_not_join_what_conflicts() -> None:
    old, young = person("gb-fcdo", births={"1950"}), person("un-sc", births={"1980"})
    assert parties([old, EU, young], link(old, EU), link(EU, young)) == {
        frozenset({"gb-fcdo", "eu-fsf"}), frozenset({"un-sc"}),
    }  # fmt: skip


def test_what_was_decided_conflicts_with_nobody() -> None:
    old = person("gb-fcdo", births={"1950"}, is_decided=True)
    young = person("un-sc", births={"1980"})
    assert len(parties([old, young], link(old, young))) == 1


@pytest.mark.parametrize(
    ("rule", "is_one"),
    [pytest.param("passport", False, id="number"), pytest.param("un_reference", True, id="UN")],
)
def test_two_entries_of_a_list_are_joined_by_a_reference_alone(rule: str, is_one: bool) -> None:
    second = person("gb-fcdo", "2")
    found = join_profiles([UK, EU, second], [link(UK, EU), link(EU, second, rule)], frozenset())
    assert (len(found) == 1) is is_one


@pytest.mark.parametrize(
    ("listing", "entity", "is_one"),
    [
        pytest.param("gb-fcdo-1", EU.entity_id, False, id="this entity"),
        pytest.param("eu-fsf-1", UK.entity_id, False, id="the other way round"),
        pytest.param("gb-fcdo-1", "e-other", True, id="another entity"),
    ],
)
def test_a_contributor_refuses(listing: str, entity: str, is_one: bool) -> None:
    found = parties([UK, EU], link(UK, EU), refused=frozenset({(listing, entity)}))
    assert (len(found) == 1) is is_one


def test_two_parties_that_contributors_keep_stay_two() -> None:
    one = [CURATED_ADA, UK, CURATED_EVE]
    found = join_profiles(one, [link(CURATED_ADA, UK), link(UK, CURATED_EVE)], frozenset())
    assert [cluster.is_curated for cluster in found] == [True, True]
    assert sorted(len(cluster.profiles) for cluster in found) == [1, 2]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=8))
def test_every_profile_is_in_one_party(ends: list[tuple[int, int]]) -> None:
    profiles = [person(f"list-{number}") for number in range(6)]
    links = [link(profiles[a], profiles[b]) for a, b in ends]
    found = join_profiles(profiles, links, frozenset())
    members = [profile.list_id for cluster in found for profile in cluster.profiles]
    assert sorted(members) == sorted(profile.list_id for profile in profiles)
    for cluster in found:
        assert cluster.entities == {profile.entity_id for profile in cluster.profiles}
