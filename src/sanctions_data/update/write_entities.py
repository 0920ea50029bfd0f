"""Writing what an entry says about its party: the entity, its names, numbers and facts."""

from __future__ import annotations

from collections.abc import Iterable

from sanctions_data.lists import Entry
from sanctions_data.names.scripts import script_of
from sanctions_data.tables.store import Row, Store

FACT_TABLES = ("entity_names", "entity_identifiers", "entity_attributes")
_NAME_RANK = ("primary", "alias", "former", "weak_alias")
_COUNTRY_FACTS = {
    "person": ("nationality",),
    "vessel": ("flag",),
    "aircraft": ("flag", "country"),
}


def facts_of(list_id: str, entity_id: str, entry: Entry) -> dict[str, list[Row]]:
    """Rows for the three tables of facts, by table.

    Where an entry prints a name twice the better name type counts.
    """
    origin = {"entity_id": entity_id, "list_id": list_id}
    names: dict[str, Row] = {}
    for name in sorted(entry.names, key=lambda name: _NAME_RANK.index(name.type)):
        names.setdefault(
            name.text,
            {**origin, "name": name.text, "name_type": name.type, "script": script_of(name.text)},
        )
    return {
        "entity_names": list(names.values()),
        "entity_identifiers": [
            {**origin, "identifier_type": each.type, "value": each.value, "country": each.country}
            for each in entry.identifiers
        ],
        "entity_attributes": [
            {**origin, "attribute": each.name, "value": each.value} for each in entry.attributes
        ],
    }


class PartyWriter:
    """Puts the parties of one list into the store.

    A list owns the facts that it prints: those of an entity that is in the new snapshot
    are replaced as a whole, those of an entity that is gone stay as they were last seen.
    """

    def __init__(self, store: Store, list_id: str) -> None:
        self._store = store
        self._list_id = list_id
        self._known: dict[str, list[tuple[str, Row]]] = {}
        for table in FACT_TABLES:
            for row in store.rows(table):
                if row["list_id"] == list_id:
                    self._known.setdefault(row["entity_id"], []).append((table, row))

    def write(self, entity_id: str, entry: Entry) -> None:
        """Write the entity and its facts."""
        for table, row in self._known.pop(entity_id, ()):
            self._store.remove(table, row)
        facts = facts_of(self._list_id, entity_id, entry)
        for table, rows in facts.items():
            for row in rows:
                self._store.put(table, row)
        entity = self._store.get("entities", entity_id)
        country = single_country(entry.kind, facts["entity_attributes"])
        if entity is None:
            self._store.put(
                "entities",
                {
                    "entity_id": entity_id,
                    "kind": entry.kind,
                    "name": entry.names[0].text,
                    "country": country,
                },
            )
        elif not entity["country"] and country:
            entity["country"] = country

    def move(self, old_id: str, new_id: str) -> None:
        """Note that what was one entity is another: the list's facts about the old one go.

        If nothing else is left of the old entity it points to the new one, and stays
        findable by its id.
        """
        for table, row in self._known.pop(old_id, ()):
            self._store.remove(table, row)
        listings = (r for r in self._store.rows("listings") if r["entity_id"] == old_id)
        old = self._store.get("entities", old_id)
        if old is not None and len(list(listings)) <= 1:
            old["merged_into"] = new_id


def single_country(kind: str, attributes: Iterable[Row]) -> str:
    """The one country that the facts point to; empty if there is none or more than one.

    A person's is the nationality, a ship's the flag, an organisation's that of its
    addresses.
    """
    wanted = _COUNTRY_FACTS.get(kind, ("country",))
    found = {row["value"] for row in attributes if row["attribute"] in wanted}
    return found.pop() if len(found) == 1 else ""
