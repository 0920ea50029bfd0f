"""Which party an entry is: the evidence on which a listing gets its entity.

Strongest first: what a contributor decided, what the listing was before, a reference to
a listing of another list. Without any of these the entry is a party of its own: two
parties that are one do less harm than one party that is two.
"""

from __future__ import annotations

import hashlib
from base64 import b32encode

from slugify import slugify

from sanctions_data.lists import Entry
from sanctions_data.update.store import Store


class Resolver:
    """Finds or founds the entity of an entry.

    ``matched_by`` is one of ``decision``, ``un_reference`` (any cross reference to
    another list) and ``own_listing``.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._same: dict[str, str] = {}
        self._different: set[tuple[str, str]] = set()
        for row in store.rows("match_decisions"):
            if row["decision"] == "same":
                self._same[row["listing_id"]] = row["entity_id"]
            else:
                self._different.add((row["listing_id"], row["entity_id"]))

    def entity_of(self, listing_id: str, entry: Entry) -> tuple[str, str]:
        """The entity id and the evidence for it; the id is new where there is none."""
        if entity_id := self._same.get(listing_id):
            return entity_id, "decision"
        known = self._store.get("listings", listing_id)
        if known is not None:
            return known["entity_id"], known["matched_by"]
        for reference in entry.references:
            other = self._store.get("listings", f"{reference.list_id}-{reference.ref}")
            if other and self._may_be(listing_id, other["entity_id"], entry):
                return other["entity_id"], "un_reference"
        return new_entity_id(entry.names[0].text, listing_id), "own_listing"

    def _may_be(self, listing_id: str, entity_id: str, entry: Entry) -> bool:
        if (listing_id, entity_id) in self._different:
            return False
        entity = self._store.get("entities", entity_id)
        return entity is not None and entry.kind in (entity["kind"], "unknown")


def new_entity_id(name: str, listing_id: str) -> str:
    """A readable id that depends on the first listing only, and so on no order of imports.

    Example:
        >>> new_entity_id("Viktor BOUT", "un-sc-XXi.001")
        'viktor-bout-kbk2s'
    """
    digest = hashlib.blake2s(listing_id.encode(), digest_size=5).digest()
    mark = b32encode(digest).decode().lower()[:5]
    readable = slugify(name, max_length=48, word_boundary=True) or "unnamed"
    return f"{readable}-{mark}"
