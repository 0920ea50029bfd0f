"""A denial order on an airline that contributors wrote, and that a list states, is one row."""

from __future__ import annotations

import pytest

from sanctions_data.tables.store import Store
from sanctions_data.update.measures.join_written import join_written

WRITTEN = {"instrument_id": "us-fr-87-21611", "start_date": "2022-04-07"}


def put(store: Store, measure_id: str, listing_id: str, **cells: str) -> None:
    row = {
        "measure_id": measure_id,
        "listing_id": listing_id,
        "entity_id": "example-air",
        "authority_id": "us-bis",
        "restriction_kind": "denial_order",
        **cells,
    }
    store.put("flight_restrictions", row)


@pytest.mark.parametrize(
    ("listed", "left"),
    [
        pytest.param({"start_date": "2022-04-12"}, ["listed", "written"], id="another order"),
        pytest.param({**WRITTEN, "start_date": "2022-04-12"}, ["written"], id="the same act"),
        pytest.param({**WRITTEN, "instrument_id": ""}, ["written"], id="the same day"),
        pytest.param({}, ["listed", "written"], id="neither is known"),
        pytest.param({**WRITTEN, "entity_id": "other"}, ["listed", "written"], id="another party"),
        pytest.param(
            {**WRITTEN, "authority_id": "gb"}, ["listed", "written"], id="another authority"
        ),
        pytest.param(
            {**WRITTEN, "restriction_kind": "landing"}, ["listed", "written"], id="another kind"
        ),
    ],
)
def test_what_was_written_stays(listed: dict[str, str], left: list[str]) -> None:
    store = Store()
    put(store, "written", "", **WRITTEN)
    put(store, "listed", "us-bis-dpl-1", **listed)
    assert join_written(store, ()) == 2 - len(left)
    assert sorted(row["measure_id"] for row in store.rows("flight_restrictions")) == left
    assert join_written(store, ()) == 0


@pytest.mark.parametrize(
    ("name", "order", "is_one"),
    [
        pytest.param("EXEMPLAR JSC", WRITTEN, True, id="the name and the order"),
        pytest.param("OTHER AIRLINES", WRITTEN, False, id="no word but a common one"),
        pytest.param("EXEMPLAR BIRD", WRITTEN, False, id="another name with the same word"),
        pytest.param("EXEMPLAR AIRLINES", {"start_date": "2023-01-01"}, False, id="another order"),
    ],
)
def test_an_airline_of_the_same_order_is_the_same(
    name: str, order: dict[str, str], is_one: bool
) -> None:
    store = Store()
    for entity_id, text in (("exemplar", "Exemplar Airlines"), ("new", name)):
        store.put("entities", {"entity_id": entity_id, "kind": "organisation"})
        store.put("entity_names", {"entity_id": entity_id, "name": text, "list_id": "curated"})
    listed = {"listing_id": "us-bis-dpl-1", "entity_id": "new", "matched_by": "own_listing"}
    store.put("listings", listed)
    put(store, "written", "", **{**WRITTEN, "entity_id": "exemplar"})
    put(store, "listed", "us-bis-dpl-1", **{**order, "entity_id": "new"})
    assert join_written(store, ()) == is_one
    [listing] = store.rows("listings")
    assert listing["entity_id"] == ("exemplar" if is_one else "new")
    assert listing["matched_by"] == ("same_order" if is_one else "own_listing")
    assert [match["entity_id"] for match in store.rows("matches")] == ["exemplar"] * is_one


def test_two_rows_without_a_list_are_left_alone() -> None:
    store = Store()
    put(store, "one", "", **WRITTEN)
    put(store, "other", "", **WRITTEN)
    assert join_written(store, ()) == 0
