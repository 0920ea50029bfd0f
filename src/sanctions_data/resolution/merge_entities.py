"""Moving what is known of a party to another entity, so that lookups find it there.

And which of several facts of a party counts, where it has one place only.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from sanctions_data.schema import MEASURE_TABLES, TABLES
from sanctions_data.tables.store import Row, Store, row_key

FACTS = ("entity_names", "entity_identifiers", "entity_attributes")
NAME_TYPES = ("primary", "alias", "former", "weak_alias")
"""The types of a name, the best one first: that counts where a list prints a name twice."""

_COUNTRY_FACTS = {
    "person": ("nationality",),
    "vessel": ("flag",),
    "aircraft": ("flag", "country"),
}
# A decision names the entity that the contributor had in mind; it is followed, not changed.
_AS_WRITTEN = ("match_decisions",)


def target_of(store: Store, entity_id: str) -> str:
    """The entity that this one was merged into in the end; itself if it was not."""
    seen = set()
    while entity_id not in seen:
        seen.add(entity_id)
        row = store.get("entities", entity_id)
        if row is None or not row["merged_into"]:
            break
        entity_id = row["merged_into"]
    return entity_id


def merge_entities(store: Store, winner_of: Mapping[str, str], known: Collection[str]) -> None:
    """Merge every entity on the left into the one on the right.

    All that refers to the loser refers to the winner afterwards. A loser in ``known``, an id
    that somebody may have used, stays findable by ``merged_into``; any other goes.
    """
    if not winner_of:
        return
    for name, table in TABLES.items():
        columns = [c.name for c in table.columns if c.reference == "entities"]
        if name in _AS_WRITTEN or not columns:
            continue
        for row in store.rows(name):
            changed = {c: winner_of[row[c]] for c in columns if row[c] in winner_of}
            if changed and set(changed) & set(table.key):
                _move_row(store, name, row, changed)
            elif changed:
                row.update(changed)
    _move_corrections(store, winner_of)
    for loser_id, winner_id in winner_of.items():
        loser, winner = store.get("entities", loser_id), store.get("entities", winner_id)
        if loser is None or winner is None:
            continue
        if winner["kind"] == "unknown":
            winner["kind"] = loser["kind"]
        winner["country"] = winner["country"] or loser["country"]
        if loser_id in known:
            loser["merged_into"] = winner_id
        else:
            store.remove("entities", loser)


def _move_corrections(store: Store, winner_of: Mapping[str, str]) -> None:
    """Let what was corrected of a party be corrected of the one that it turned out to be."""
    for row in list(store.rows("corrections")):
        if row["table"] == "entities" and row["row_key"] in winner_of:
            _move_row(store, "corrections", row, {"row_key": winner_of[row["row_key"]]})


def move_listing(store: Store, listing: Row, entity_id: str) -> None:
    """Give one listing another entity, with the facts of its list where they are its alone."""
    old_id, list_id = listing["entity_id"], listing["list_id"]
    beside = [
        row
        for row in store.rows("listings")
        if row["entity_id"] == old_id and row["listing_id"] != listing["listing_id"]
    ]
    listing["entity_id"] = entity_id
    if all(row["list_id"] != list_id for row in beside):
        for table in FACTS:
            for row in store.rows(table):
                if row["entity_id"] == old_id and row["list_id"] == list_id:
                    _move_row(store, table, row, {"entity_id": entity_id})
    for table in (*MEASURE_TABLES, "matches"):
        for row in store.rows(table):
            if row["listing_id"] == listing["listing_id"]:
                row["entity_id"] = entity_id
    entity = store.get("entities", entity_id)
    if entity is not None and not entity["country"]:
        facts = [
            row
            for row in store.rows("entity_attributes")
            if (row["entity_id"], row["list_id"]) == (entity_id, list_id)
        ]
        entity["country"] = single_country(entity["kind"], facts)


def _move_row(store: Store, table: str, row: Row, changed: Row) -> None:
    """Move a row whose key changes; where the target has the same fact already, it stays."""
    store.remove(table, row)
    moved = {**row, **changed}
    there = store.get(table, *row_key(TABLES[table], moved))
    if there is None or is_better_name(moved, there):
        store.put(table, moved)


def is_better_name(row: Row, other: Row) -> bool:
    """Whether a row is a name of a better type than another; facts of other tables never are.

    Example:
        >>> is_better_name({"name_type": "primary"}, {"name_type": "alias"})
        True
        >>> is_better_name({"value": "IR"}, {"value": "IQ"})
        False
    """
    if "name_type" not in row:
        return False
    return NAME_TYPES.index(row["name_type"]) < NAME_TYPES.index(other["name_type"])


def single_country(kind: str, attributes: Iterable[Row]) -> str:
    """The one country that the facts point to; empty if there is none or more than one.

    A person's is the nationality, a ship's the flag, an organisation's that of its
    addresses.
    """
    wanted = _COUNTRY_FACTS.get(kind, ("country",))
    found = {row["value"] for row in attributes if row["attribute"] in wanted}
    return found.pop() if len(found) == 1 else ""
