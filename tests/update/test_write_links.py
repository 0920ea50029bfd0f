"""Ties between the entries of a list."""

from __future__ import annotations

import pytest

from sanctions_data.lists.common.entry import Link
from sanctions_data.tables.store import Store
from sanctions_data.update.write_entities import write_links


@pytest.fixture
def store() -> Store:
    store = Store()
    for ref in "123":
        store.put("listings", {"listing_id": f"x-{ref}", "list_id": "x", "entry_ref": ref})
    write_links(store, "x", {"x-1": [Link("owned_by", "2")], "x-2": []}, may_remove=True)
    return store


def ties(store: Store) -> set[tuple[str, ...]]:
    return {tuple(row.values()) for row in store.rows("listing_links")}


FIRST, SECOND = ("x-1", "owned_by", "x-2"), ("x-2", "supports", "x-3")


def test_a_tie_to_no_entry_has_no_row(store: Store) -> None:
    write_links(store, "x", {"x-1": [Link("owned_by", "9")]}, may_remove=True)
    assert ties(store) == {FIRST}


@pytest.mark.parametrize(
    ("may_remove", "left"),
    [
        pytest.param(True, {SECOND}, id="taken back by a whole snapshot"),
        pytest.param(False, {FIRST, SECOND}, id="kept by a poorer one"),
    ],
)
def test_a_tie_that_is_no_longer_printed(
    store: Store, may_remove: bool, left: set[tuple[str, ...]]
) -> None:
    links = {"x-1": [], "x-2": [Link("supports", "3")]}
    write_links(store, "x", links, may_remove=may_remove)
    assert ties(store) == left


def test_a_snapshot_without_ties_says_nothing_of_them(store: Store) -> None:
    write_links(store, "x", {"x-1": [], "x-2": []}, may_remove=True)
    assert ties(store) == {FIRST}


def test_the_ties_of_an_entry_that_is_gone_stay(store: Store) -> None:
    write_links(store, "x", {"x-2": [Link("supports", "3")]}, may_remove=True)
    assert ties(store) == {FIRST, SECOND}
