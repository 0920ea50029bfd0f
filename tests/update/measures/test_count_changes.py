"""What an update says that it did is what became of the tables."""

from __future__ import annotations

import pytest
from tests.small_data import fill_store

from sanctions_data.tables.store import Store
from sanctions_data.update.measures.count_changes import count_changes, states


@pytest.fixture
def store() -> Store:
    store = fill_store(Store())
    for name in "ab":
        store.put("listings", {"listing_id": f"eu-fsf-{name}", "list_id": "eu-fsf"})
        store.put("travel_bans", ban(name))
    store.put("travel_bans", ban("c") | {"listing_id": ""})
    return store


def ban(name: str, status: str = "in_force") -> dict[str, str]:
    return {
        "measure_id": f"{name}-ban", "measure_type": "travel_ban", "status": status,
        "listing_id": f"eu-fsf-{name}", "start_date": "",
    }  # fmt: skip


def test_nothing(store: Store) -> None:
    assert not any(count_changes(store, states(store)).values())


def test_each_kind_of_change_of_a_list(store: Store) -> None:
    before = states(store)
    store.put("travel_bans", ban("a", "ended"))
    store.put("travel_bans", ban("b") | {"start_date": "2020-01-01"})
    store.put("listings", {"listing_id": "un-sc-d", "list_id": "un-sc"})
    store.put("travel_bans", ban("d") | {"listing_id": "un-sc-d"})
    counts = count_changes(store, before)
    assert counts["eu-fsf"] == {("travel_ban", "ended"): 1, ("travel_ban", "changed"): 1}
    assert counts["un-sc"] == {("listing", "added"): 1, ("travel_ban", "added"): 1}


def test_what_was_added_and_joined_is_nothing(store: Store) -> None:
    before = states(store)
    store.put("travel_bans", ban("d"))
    store.remove("travel_bans", store.get("travel_bans", "d-ban") or {})
    assert not any(count_changes(store, before).values())
