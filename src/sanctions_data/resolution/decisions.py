"""What contributors decided: it wins over every rule."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sanctions_data.resolution.merge_entities import move_listing, target_of
from sanctions_data.tables.entity_ids import new_entity_id
from sanctions_data.tables.store import Row, Store


def refusals(store: Store) -> set[tuple[str, str]]:
    """Pairs of listing and entity that are different, with merged entities followed."""
    return {
        (row["listing_id"], target_of(store, row["entity_id"]))
        for row in store.rows("match_decisions")
        if row["decision"] == "different"
    }


def apply_decisions(store: Store) -> set[str]:
    """Give every listing that a decision names the entity that the decision wants.

    A listing that is said to be the party moves there, and the entity it leaves is merged
    if nothing else is left of it. One that is said to be another party gets back the entity
    that it founded once, or a new one.

    Returns:
        The entities that a listing was split off, whose matches must be written anew.
    """
    left = set()
    for decision in store.rows("match_decisions"):
        listing = store.get("listings", decision["listing_id"])
        if listing is None:
            continue
        wanted = target_of(store, decision["entity_id"])
        if store.get("entities", wanted) is None:
            continue  # Its list is still to be read.
        is_there = listing["entity_id"] == wanted
        if decision["decision"] == "same" and not is_there:
            old_id = listing["entity_id"]
            move_listing(store, listing, wanted)
            listing["matched_by"] = "decision"
            _merge_if_empty(store, old_id, wanted)
        elif decision["decision"] == "different" and is_there:
            left.add(wanted)
            split_off(store, [listing["listing_id"]])
    return left


def choose_entity_id(store: Store, listing: Row) -> str:
    """An id for a listing that is split off: the one it founded, if that is not in the way."""
    base = listing["listing_id"]
    for mark in (base, *(f"{base}#{number}" for number in range(2, 99))):
        entity_id = new_entity_id(listing["name"], mark)
        row = store.get("entities", entity_id)
        if row is None or (row["merged_into"] and not _listings_of(store, entity_id)):
            return entity_id
    raise ValueError(f"{base}: has been split off too often; fix match_decisions")


def split_off(store: Store, listing_ids: Sequence[str]) -> str:
    """Give listings of one list an entity of their own, and forget how they were matched.

    Returns:
        The id of that entity: the one that the first of them founded, or a new one.
    """
    listings = [row for each in listing_ids if (row := store.get("listings", each))]
    old = store.get("entities", listings[0]["entity_id"]) or {}
    entity_id, name = choose_entity_id(store, listings[0]), listings[0]["name"]
    store.put("entities", {"entity_id": entity_id, "kind": old["kind"], "name": name})
    for listing in listings:
        move_listing(store, listing, entity_id)
        listing["matched_by"] = "own_listing"
    for match in store.rows("matches"):
        if not {match["listing_id"], match["matched_listing_id"]}.isdisjoint(listing_ids):
            store.remove("matches", match)
            (store.get("listings", match["listing_id"]) or {})["matched_by"] = "own_listing"
    return entity_id


def drop_if_empty(store: Store, entity_id: str, known: Collection[str]) -> None:
    """Take out an entity that lost its last listing without being merged; a known id stays."""
    entity = store.get("entities", entity_id)
    is_left = entity is not None and not entity["merged_into"] and entity_id not in known
    curated = any(
        row["entity_id"] == entity_id and row["list_id"] == "curated"
        for row in store.rows("entity_names")
    )
    if entity is not None and is_left and not curated and not _listings_of(store, entity_id):
        store.remove("entities", entity)


def _merge_if_empty(store: Store, entity_id: str, target: str) -> None:
    is_empty = not _listings_of(store, entity_id)
    curated = any(
        row["entity_id"] == entity_id and row["list_id"] == "curated"
        for row in store.rows("entity_names")
    )
    entity = store.get("entities", entity_id)
    if is_empty and not curated and entity is not None:
        entity["merged_into"] = target


def _listings_of(store: Store, entity_id: str) -> list[Row]:
    return [row for row in store.rows("listings") if row["entity_id"] == entity_id]
