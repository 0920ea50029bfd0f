"""Writing what an entry says about its party: the entity, its names, numbers and facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from sanctions_data.lists import Entry
from sanctions_data.lists.common.entry import Link
from sanctions_data.names.scripts import script_of
from sanctions_data.resolution.merge_entities import NAME_TYPES, is_better_name, single_country
from sanctions_data.schema import TABLES
from sanctions_data.tables.store import Row, Store, row_key
from sanctions_data.update.richness import PRIMARY, Kind, kind_of

FACT_TABLES = ("entity_names", "entity_identifiers", "entity_attributes")

FactKey = tuple[str, ...]
"""The table of a fact, and the key of its row."""


def facts_of(list_id: str, entity_id: str, entry: Entry) -> dict[str, list[Row]]:
    """Rows for the three tables of facts, by table.

    Where an entry prints a name twice the better name type counts.
    """
    origin = {"entity_id": entity_id, "list_id": list_id}
    names: dict[str, Row] = {}
    for name in sorted(entry.names, key=lambda name: NAME_TYPES.index(name.type)):
        names.setdefault(
            name.text,
            {**origin, "name": name.text, "name_type": name.type, "script": script_of(name.text)},
        )
    return {
        "entity_names": list(names.values()),
        "entity_identifiers": [
            {
                **origin,
                "identifier_type": each.type,
                "value": each.value,
                "country": each.country,
                "currency": each.currency,
            }
            for each in entry.identifiers
        ],
        "entity_attributes": [
            {**origin, "attribute": each.name, "value": each.value} for each in entry.attributes
        ],
    }


def keyed(facts: dict[str, list[Row]]) -> dict[FactKey, Row]:
    """The rows by table and key."""
    return {_key(table, row): row for table, rows in facts.items() for row in rows}


def _key(table: str, row: Row) -> FactKey:
    return table, *row_key(TABLES[table], row)


class PartyWriter:
    """Puts the parties of one list into the store.

    A list owns the facts that it prints. Those of an entity that is in the new snapshot are
    replaced, but for what the snapshot cannot carry; those of an entity that is gone stay as
    they were last seen.
    """

    def __init__(self, store: Store, list_id: str) -> None:
        self._store = store
        self._list_id = list_id
        self._known: dict[str, dict[FactKey, Row]] = {}
        for table in FACT_TABLES:
            for row in store.rows(table):
                if row["list_id"] == list_id:
                    self._known.setdefault(row["entity_id"], {})[_key(table, row)] = row

    def known(self, entity_id: str) -> dict[FactKey, Row]:
        """The facts that the list is known to have printed of a party."""
        return self._known.get(entity_id, {})

    def found(self, entity_id: str, entry: Entry) -> None:
        """Write the entity of an entry if there is none, or fill in what was not known of it."""
        entity = self._store.get("entities", entity_id)
        if entity is None:
            name = entry.names[0].text
            self._store.put("entities", {"entity_id": entity_id, "kind": entry.kind, "name": name})
        elif entity["kind"] == "unknown":
            entity["kind"] = entry.kind

    def learn_name(self, entity_id: str, was: str, name: str) -> None:
        """Call a party by its primary name that was called by another one for want of it."""
        entity = self._store.get("entities", entity_id)
        known = self._store.get("entity_names", self._list_id, entity_id, was)
        if entity and entity["name"] == was and known and known["name_type"] != "primary":
            entity["name"] = name

    def write(
        self, entity_id: str, entries: Iterable[Entry], keeps: Callable[[Kind], bool]
    ) -> tuple[int, int]:
        """Write the facts of a party.

        Args:
            entity_id: the party.
            entries: all entries of the snapshot that are this party.
            keeps: whether facts of a kind stay although no entry says them.

        Returns:
            How many facts are new, and how many are gone.
        """
        known = self._known.pop(entity_id, {})
        new: dict[FactKey, Row] = {}
        for entry in entries:
            for key, row in keyed(facts_of(self._list_id, entity_id, entry)).items():
                if key not in new or is_better_name(row, new[key]):
                    new[key] = row
        has_title = any(kind_of(key[0], row) == PRIMARY for key, row in new.items())
        gone = 0
        for key, row in known.items():
            if key in new:
                continue
            kind = kind_of(key[0], row)
            if kind == PRIMARY and not has_title:
                continue
            if not keeps(kind):
                self._store.remove(key[0], row)
                gone += 1
            elif kind == PRIMARY:
                row["name_type"] = "alias"  # the list has another primary name now
        added = 0
        for key, row in new.items():
            before = known.get(key)
            if before is None or any(before[column] != cell for column, cell in row.items()):
                added += 1
                self._store.put(key[0], _filled(before, row))
        entity = self._store.get("entities", entity_id)
        if entity is not None and not entity["country"]:
            attributes = [row for key, row in new.items() if key[0] == "entity_attributes"]
            entity["country"] = single_country(entity["kind"], attributes)
        return added, gone

    def move(self, old_id: str, new_id: str) -> None:
        """Note that what was one entity is another: the list's facts go with it.

        If nothing else is left of the old entity it points to the new one, and stays
        findable by its id.
        """
        listings = [row for row in self._store.rows("listings") if row["entity_id"] == old_id]
        if sum(row["list_id"] == self._list_id for row in listings) <= 1:
            there = self._known.setdefault(new_id, {})
            for (table, *_), row in self._known.pop(old_id, {}).items():
                self._store.remove(table, row)
                row["entity_id"] = new_id
                key = _key(table, row)
                if key not in there:
                    self._store.put(table, row)
                    there[key] = row
        old = self._store.get("entities", old_id)
        if old is not None and len(listings) <= 1:
            old["merged_into"] = new_id


def _filled(before: Row | None, row: Row) -> Row:
    """A fact as it is printed now; the country of a number stays where it is not printed again."""
    if before is not None and before.get("country") and not row.get("country", "x"):
        return {**row, "country": before["country"]}
    return row


def write_links(
    store: Store, list_id: str, links: Mapping[str, Iterable[Link]], *, may_remove: bool
) -> None:
    """Write the ties between the entries of a list.

    Args:
        store: receives the rows; a tie to what is no entry of the list has none.
        list_id: the list.
        links: the ties of every entry in the snapshot, by its listing.
        may_remove: whether what the snapshot does not print is taken back. Where it prints no
            tie of any entry it says nothing of them.
    """
    by_ref = {
        r["entry_ref"]: r["listing_id"] for r in store.rows("listings") if r["list_id"] == list_id
    }
    found = {
        (listing_id, link.relation, by_ref[link.ref])
        for listing_id, every in links.items()
        for link in every
        if link.ref in by_ref
    }
    for row in store.rows("listing_links") if found and may_remove else ():
        if row["listing_id"] in links and tuple(row.values()) not in found:
            store.remove("listing_links", row)
    for key in found:
        store.put("listing_links", dict(zip(TABLES["listing_links"].header, key, strict=True)))
