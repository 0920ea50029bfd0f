"""Which party an entry is: the evidence on which a listing gets its entity.

Strongest first: what a contributor decided, what the listing was before, a reference to
another entry of the same list. Without any of these the entry is a party of its own: what it
shares with other lists, their references included, is weighed when all lists are there
(:mod:`sanctions_data.resolution`).
"""

from __future__ import annotations

from datetime import date

from sanctions_data.lists import Entry
from sanctions_data.names.fold import remembered_latin_key
from sanctions_data.names.similar_names import share_a_word
from sanctions_data.resolution.evidence import POINTS
from sanctions_data.resolution.merge_entities import target_of
from sanctions_data.tables.entity_ids import new_entity_id
from sanctions_data.tables.store import Row, Store


class Resolver:
    """Finds or founds the entity of an entry.

    ``matched_by`` is one of ``decision``, ``cross_reference`` and ``own_listing``, or what
    the listing was matched by before.

    Args:
        store: all tables.
        list_id: the list that is imported.
        day: the day of its snapshot.
    """

    def __init__(self, store: Store, list_id: str, day: date) -> None:
        self._store = store
        self._list_id = list_id
        self._day = day
        self._same: dict[str, str] = {}
        self._different: set[tuple[str, str]] = set()
        for row in store.rows("match_decisions"):
            if row["decision"] == "same":
                self._same[row["listing_id"]] = target_of(store, row["entity_id"])
            else:
                self._different.add((row["listing_id"], target_of(store, row["entity_id"])))
        self._names: dict[str, list[str]] = {}
        for row in store.rows("entity_names"):
            self._names.setdefault(row["entity_id"], []).append(row["name"])

    def entity_of(self, listing_id: str, entry: Entry) -> tuple[str, str]:
        """The entity id and the evidence for it; the id is new where there is none."""
        if entity_id := self._same.get(listing_id):
            return entity_id, "decision"
        known = self._store.get("listings", listing_id)
        if known is not None:
            return known["entity_id"], known["matched_by"]
        for reference in entry.references:
            other = self._store.get("listings", f"{reference.list_id}-{reference.ref}")
            is_own = reference.list_id == self._list_id
            if is_own and other and self._may_be(listing_id, other, entry):
                self._note_match(listing_id, other, reference.ref)
                return other["entity_id"], "cross_reference"
        return new_entity_id(entry.names[0].text, listing_id), "own_listing"

    def _note_match(self, listing_id: str, other: Row, reference: str) -> None:
        match = {
            "listing_id": listing_id,
            "entity_id": other["entity_id"],
            "rule": "cross_reference",
            "matched_listing_id": other["listing_id"],
            "matched_value": reference,
            "score": str(POINTS.reference),
            "matched_on": self._day.isoformat(),
        }
        self._store.put("matches", match)

    def _may_be(self, listing_id: str, other: Row, entry: Entry) -> bool:
        """Whether nothing speaks against a reference; lists have been seen to swap two."""
        entity_id = other["entity_id"]
        if (listing_id, entity_id) in self._different:
            return False
        entity = self._store.get("entities", entity_id)
        if entity is None or entry.kind not in (entity["kind"], "unknown"):
            return False
        theirs = [*self._names.get(entity_id, ()), other["name"], entity["name"]]
        return share_a_word(
            [remembered_latin_key(name.text) for name in entry.names],
            [remembered_latin_key(name) for name in theirs],
        )
