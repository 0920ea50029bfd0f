"""Which two parties may be one, as far as the tables say."""

from __future__ import annotations

import pytest
from tests.validation.rules.small_context import Cells, context_of

from sanctions_data.validation.rules.parties.known_parties import KnownParties

A = {"entity_id": "a-one", "kind": "person", "name": "Ann One", "country": "GB"}
B = {"entity_id": "b-two", "kind": "person", "name": "Ben Two", "country": "GB"}


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        pytest.param({}, {}, True, id="nothing keeps them apart"),
        pytest.param({"kind": "vessel"}, {}, False, id="two kinds"),
        pytest.param({"kind": "unknown"}, {}, True, id="the kind of one is not known"),
        pytest.param({}, {"kind": "unknown"}, True, id="the kind of the other is not known"),
        pytest.param({"note": "Not B-TWO."}, {}, False, id="a note names the other by its id"),
        pytest.param({"note": "Not ben two."}, {}, False, id="a note names the other by its name"),
        pytest.param({}, {"note": "Not a-one."}, False, id="the note of the other names the one"),
        pytest.param({"note": "Not Carl."}, {}, True, id="a note names a third"),
        pytest.param({}, {"merged_into": "a-one"}, False, id="the other was merged"),
    ],
)
def test_what_keeps_two_parties_apart(one: Cells, other: Cells, *, may_be: bool) -> None:
    known = KnownParties(context_of(entities=[{**A, **one}, {**B, **other}]))
    assert known.may_be_same("a-one", "b-two") is may_be


def test_a_party_is_no_other_than_itself_and_none_that_is_not_there() -> None:
    known = KnownParties(context_of(entities=[A, B]))
    assert not known.may_be_same("a-one", "a-one")
    assert not known.may_be_same("a-one", "c-three")


def test_a_decision_keeps_the_party_of_a_listing_apart() -> None:
    known = KnownParties(
        context_of(
            entities=[A, B],
            listings=[{"listing_id": "x", "entity_id": "b-two"}],
            match_decisions=[{"listing_id": "x", "entity_id": "a-one"}],
        )
    )
    assert not known.may_be_same("a-one", "b-two")


def test_a_party_that_stands_twice_is_the_first_row() -> None:
    """A second row has an issue of its own; a row without an id is none."""
    unnamed = {key: cell for key, cell in A.items() if key != "entity_id"}
    rows = [unnamed, A, B, {**B, "kind": "vessel"}]
    assert KnownParties(context_of(entities=rows)).may_be_same("a-one", "b-two")


@pytest.mark.parametrize(
    ("country", "is_other"), [("FR", True), ("GB", False), ("", False)], ids=["two", "one", "none"]
)
def test_countries(country: str, *, is_other: bool) -> None:
    other = {**B, "country": country} if country else {k: B[k] for k in ("entity_id", "kind")}
    known = KnownParties(context_of(entities=[A, other]))
    assert known.are_of_two_countries("a-one", "b-two") is is_other
