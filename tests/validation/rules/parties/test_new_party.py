"""A party entered again: by its name, an alias, or a number that only one party has."""

from __future__ import annotations

import pytest
from tests.validation.rules.small_context import Cells, told

OURS = {"entity_id": "ours", "kind": "vessel", "name": "Widget Star"}
LISTED = {"entity_id": "listed", "kind": "vessel", "name": "Quixotic Star"}
LISTINGS = [{"listing_id": "x", "entity_id": "listed"}]


@pytest.mark.parametrize(
    ("ours", "aliases", "is_told"),
    [
        pytest.param({}, [], False, id="another name"),
        pytest.param({"name": "QUIXOTIC STAR"}, [], True, id="the same name"),
        pytest.param({}, [{"entity_id": "listed", "name": "Widget-Star"}], True, id="an alias"),
        pytest.param({}, [{"entity_id": "ours", "name": "Widget-Star"}], False, id="its own alias"),
        pytest.param({"name": "Quixotic Star", "kind": "person"}, [], False, id="another kind"),
        pytest.param({"name": "Quixotic Star", "merged_into": "listed"}, [], False, id="merged"),
    ],
)
def test_the_name_of_a_listed_party(ours: Cells, aliases: list[Cells], *, is_told: bool) -> None:
    found = told(
        "party-is-new",
        entities=[{**OURS, **ours}, LISTED], listings=LISTINGS, entity_names=aliases,
    )  # fmt: skip
    assert found == [("entities", 0, "name")] * is_told


def test_parties_that_lists_name_may_share_a_name() -> None:
    rows = [{**OURS, "name": "Quixotic Star"}, LISTED]
    both = [*LISTINGS, {"listing_id": "y", "entity_id": "ours"}]
    assert told("party-is-new", entities=rows, listings=both) == []


@pytest.mark.parametrize(
    ("sort", "value", "of_other", "is_told"),
    [
        pytest.param("imo_number", "9481910", ("imo_number", "9481910"), True, id="the same"),
        pytest.param("imo_number", "948 1910", ("imo_number", "9481910"), True, id="with a space"),
        pytest.param("imo_number", "9481910", ("imo_number", "9074729"), False, id="another"),
        pytest.param("mmsi", "9481910", ("imo_number", "9481910"), False, id="of another type"),
        pytest.param("registration_number", "12345", ("registration_number", "12345"), False,
                     id="of a type that several parties may share"),
    ],
)  # fmt: skip
def test_the_number_of_a_listed_party(
    sort: str, value: str, of_other: tuple[str, str], *, is_told: bool
) -> None:
    numbers = [
        {"entity_id": "ours", "identifier_type": sort, "value": value},
        {"entity_id": "listed", "identifier_type": of_other[0], "value": of_other[1]},
        {"identifier_type": sort, "value": value},  # Of nobody, which has an issue of its own.
        {"entity_id": "ours", "identifier_type": "mode_s"},
    ]
    found = told(
        "party-is-new", entities=[OURS, LISTED], listings=LISTINGS, entity_identifiers=numbers
    )
    assert found == [("entity_identifiers", 0, "value")] * is_told
