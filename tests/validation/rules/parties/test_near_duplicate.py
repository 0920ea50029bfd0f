"""A measure entered again on a party in another spelling, among parties that are others."""

from __future__ import annotations

import pytest
from tests.validation.rules.small_context import Cells, told

ACT = {"authority_id": "gb", "measure_type": "travel_ban", "instrument_id": "act",
       "start_date": "2024-05-10"}  # fmt: skip


def entity(name: str, **more: str) -> Cells:
    return {"entity_id": name.casefold().replace(" ", "-"), "kind": "person", "name": name, **more}


def ban(of: Cells, **more: str) -> Cells:
    return {**ACT, "measure_id": f"ban-{of['entity_id']}", "entity_id": of["entity_id"], **more}


def issues(ours: Cells, *listed: Cells, cells: Cells | None = None) -> list[tuple[str, int, str]]:
    """What is told of a measure of ours, which comes first, on a party beside listed ones."""
    bans = [{**ban(ours), **(cells or {})}, *(ban(each, listing_id="x") for each in listed)]
    return told("near-duplicate", entities=[ours, *listed], travel_bans=bans)


TOLD = [("travel_bans", 0, "entity_id")]


@pytest.mark.parametrize(
    ("ours", "listed", "is_told"),
    [
        pytest.param(entity("Anna Personn"), entity("Anna Persson"), True, id="before the other"),
        pytest.param(entity("Anna Persson"), entity("Anna Personn"), True, id="after the other"),
        pytest.param(entity("Anna Persson"), entity("Olga Example"), False, id="another name"),
        pytest.param(entity("Example Star 7"), entity("Example Star 8"), False,
                     id="another number"),
        pytest.param(entity("Anna Personn", country="GB"), entity("Anna Persson", country="FR"),
                     False, id="of two countries"),
        pytest.param(entity("Anna Personn"), entity("Anna Persson", country="FR"), True,
                     id="of a country that one of them has"),
        pytest.param(entity("Anna Personn"), entity("Anna Persson", kind="vessel"), False,
                     id="of two kinds"),
        pytest.param(entity("Anna Personn"), entity("Anna Persson", kind="unknown"), True,
                     id="of a kind that nobody knows"),
        pytest.param(entity("Anna Personn", note="Not Anna Persson."), entity("Anna Persson"),
                     False, id="our note keeps them apart"),
        pytest.param(entity("Anna Personn"), entity("Anna Persson", note="Not Anna Personn."),
                     False, id="the other's note keeps them apart"),
    ],
)  # fmt: skip
def test_which_parties_may_be_one(ours: Cells, listed: Cells, *, is_told: bool) -> None:
    assert issues(ours, listed) == TOLD * is_told


@pytest.mark.parametrize(
    ("cells", "is_told"),
    [
        pytest.param({}, True, id="the same measure"),
        pytest.param({"instrument_id": "another"}, False, id="under another act"),
        pytest.param({"start_date": "2024-05-11"}, False, id="from another day"),
        pytest.param({"listing_id": "y"}, False, id="a list prints both"),
    ],
)
def test_which_measures_are_the_same(cells: Cells, *, is_told: bool) -> None:
    found = issues(entity("Anna Personn"), entity("Anna Persson"), cells=cells)
    assert found == TOLD * is_told


# By their letters these come between Anna Personn and Anna Persson, read forwards and backwards.
BETWEEN = [entity(f"Anna Pers{letter}on", kind="vessel") for letter in "opqr"]


@pytest.mark.parametrize(
    ("ours", "listed"),
    [
        pytest.param(entity("Anna Personn"), entity("Anna Persson"), id="before the other"),
        pytest.param(entity("Anna Persson"), entity("Anna Personn"), id="after the other"),
    ],
)
def test_names_are_compared_with_their_four_neighbours(ours: Cells, listed: Cells) -> None:
    """No more of them, or a table of thousands would take minutes."""
    assert issues(ours, *BETWEEN[:3], listed) == TOLD
    assert issues(ours, *BETWEEN, listed) == []


# Names that are like none of the others, and come before and after them in either order.
OTHERS = [entity(f"{first}{second} Quill {second}{first}")
          for first in "bdfhkmortv" for second in "aeiou"]  # fmt: skip


@pytest.mark.parametrize(
    ("ours", "listed"),
    [
        pytest.param(entity("Annapersona"), entity("Annapersonz"), id="the end"),
        pytest.param(entity("Zannaperson"), entity("Aannaperson"), id="the beginning"),
    ],
)
def test_names_that_differ_at_one_side_are_near_in_one_order(ours: Cells, listed: Cells) -> None:
    assert issues(ours, *OTHERS, listed) == TOLD


def test_two_rows_on_one_party_are_no_two_parties() -> None:
    ours, listed = entity("Anna Personn"), entity("Anna Persson")
    bans = [ban(ours), ban(ours, measure_id="again"), ban(listed, listing_id="x")]
    found = told("near-duplicate", entities=[ours, listed], travel_bans=bans)
    assert found == TOLD
    assert told("near-duplicate", entities=[ours, listed], travel_bans=bans[:2]) == []
