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


def any_number(kind: str) -> str:
    numbers = sd.load("entity_identifiers")
    return str(numbers.loc[numbers["identifier_type"] == kind, "value"].iloc[0])


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("LEI", "lei"), ("passport no.", "passport"), ("MMSI", "mmsi"), ("IMO", "imo_number"),
        ("tail number", "aircraft_registration"), ("BIC:", "swift_bic"), ("USDT", "crypto_address"),
        ("Digital Currency Address", "crypto_address"), ("tax id", "tax_id"),
        ("pasport", "passport"),
    ],
)  # fmt: skip
def test_a_number_behind_the_word_for_its_type(words: str, kind: str) -> None:
    number = any_number(kind)
    matches = find(f"{words} {number}")
    assert matches
    assert {(each.how, each.matched.split(" ")[0]) for each in matches} == {("identifier", kind)}


def test_a_number_of_another_type_is_not_meant() -> None:
    assert not [each for each in find(f"LEI {any_number('passport')}") if each.how == "identifier"]


def test_the_case_of_an_address_counts() -> None:
    numbers = sd.load("entity_identifiers")
    of = numbers.loc[numbers["identifier_type"] == "crypto_address", "value"]
    address = of[of.str.startswith("T")].iloc[0]
    assert find(address)[0].how == "identifier"
    assert not [each for each in find(address.lower()) if each.how == "identifier"]
    hexadecimal = of[of.str.startswith("0x")].iloc[0]
    assert find(hexadecimal.upper().replace("0X", "0x"))[0].how == "identifier"


def test_a_registration_needs_no_hyphen() -> None:
    registration = any_number("aircraft_registration")
    assert find(registration.replace("-", ""))[0].how == "identifier"


@pytest.mark.parametrize("query", [None, 9481910, ["Iran Air"]])
def test_what_is_no_text_is_refused(query: object) -> None:
    with pytest.raises(ValueError, match="expected a name or a number as text"):
        sd.lookup(query)  # type: ignore[arg-type]
