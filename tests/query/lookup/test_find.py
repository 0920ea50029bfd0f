"""Finding a party by any of its names, listings and numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sanctions_data as sd
from sanctions_data.names.fold import fold_name
from sanctions_data.query.lookup.find import find


@pytest.mark.parametrize(
    ("query", "how"),
    [
        pytest.param("Iran Air", "name", id="as printed"),
        pytest.param("iran air", "name", id="case"),
        pytest.param("AIR, IRAN", "name", id="word order and punctuation"),
        pytest.param("Irán Áir", "name", id="accents"),
        pytest.param("HAVAPEYMAYI MELLI IRAN", "name", id="other name"),
        pytest.param("IRN0240", "listing", id="reference of the list"),
        pytest.param("gb-fcdo-IRN0240", "listing", id="listing id"),
        pytest.param("10100354259", "identifier", id="national id"),
        pytest.param("iran-air", "entity", id="entity id"),
    ],
)
def test_iran_air(query: str, how: str) -> None:
    answer = sd.lookup(query)
    assert answer.party is not None
    assert answer.party.entity["entity_id"] == "iran-air"
    assert answer.matches[0].how == how


def test_near_miss_is_never_taken_for_a_match() -> None:
    answer = sd.lookup("Iran Airr")
    assert answer.party is None
    assert answer.matches[0].entity_id == "iran-air"
    assert {match.how for match in answer.matches} == {"near_miss"}


@pytest.mark.parametrize("query", ["Lavrov", "LAVROV viktorovich"])
def test_part_of_a_name_is_shown_and_never_taken_for_a_match(query: str) -> None:
    answer = sd.lookup(query)
    assert answer.party is None
    assert {match.how for match in answer.matches} == {"part_of_name"}
    assert answer.matches[0].entity_id == "sergei-viktorovich-lavrov-3elre"
    assert "No name is exactly" in str(answer)


def test_several_matches_are_listed_not_guessed() -> None:
    names = sd.load("entity_names").merge(sd.load("entities")[["entity_id", "merged_into"]])
    living = names[names["merged_into"].isna()].drop_duplicates(["name", "entity_id"])
    shared = living[living.duplicated("name")]["name"].iloc[0]
    answer = sd.lookup(shared)
    assert len(answer.matches) > 1
    assert answer.party is None
    assert "parties match" in str(answer)


@pytest.mark.parametrize("query", ["", "   ", "???", "zzzzqqqqxxxx", "a'; DROP TABLE", "\x00"])
def test_nothing_found_is_no_error(query: str) -> None:
    assert find(query) == []


@given(st.text(max_size=40))
def test_folding_is_stable(name: str) -> None:
    assert fold_name(fold_name(name)) == fold_name(name)
