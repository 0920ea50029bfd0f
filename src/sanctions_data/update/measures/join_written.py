"""One prohibition is one row: what a list states may have been written by hand before.

Denial orders on airlines ground their aircraft, and contributors wrote them before the list of
them was read. Such a row names more than the list does, so it stays and that of the list goes.
The order is also the best evidence of who is who: it names one airline of a name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from sanctions_data.names.fold import latin_key
from sanctions_data.resolution.evidence import POINTS, Evidence
from sanctions_data.resolution.merge_entities import merge_entities
from sanctions_data.resolution.resolve import newest_day, write_match
from sanctions_data.tables.store import Row, Store

_TABLE = "flight_restrictions"
_RULE = "same_order"
# Words that tell no airline from another.
_COMMON = {
    "air", "airline", "airlines", "airways", "aviation", "company", "corp", "fzc", "fze", "group",
    "inc", "jsc", "llc", "ltd", "pjsc",
}  # fmt: skip

_Order = tuple[str, str]


def join_written(store: Store, known: Collection[str]) -> int:
    """Take out the flight restrictions of lists that contributors wrote as well.

    Two are one prohibition if they are of one kind, by one authority and under the same act or
    from the same day, on one party. A party that only the list knows is made one with the party
    of such an order that has the same name but for words that many airlines have.

    Args:
        store: all tables, with every list matched.
        known: ids of parties that were there before and must stay findable.

    Returns:
        How many rows of lists were taken out.
    """
    written: dict[_Order, list[Row]] = defaultdict(list)
    listed = []
    for row in store.rows(_TABLE):
        if row["listing_id"]:
            listed.append(row)
        else:
            written[_order(row)].append(row)
    listed = [row for row in listed if written[_order(row)]]
    if not listed:
        return 0
    known_to_us = {row["entity_id"] for rows in written.values() for row in rows}
    names = _names_of(store, known_to_us | {row["entity_id"] for row in listed})
    taken = 0
    for row in listed:
        party = row["entity_id"]
        parties = {w["entity_id"] for w in written[_order(row)] if _is_same(row, w)}
        if party not in known_to_us:
            parties = {each for each in parties if names[party] & names[each]}
            if len(parties) == 1:
                [party] = parties
                _note_matches(store, row, party)
                merge_entities(store, {row["entity_id"]: party}, known)
        if party in parties:
            store.remove(_TABLE, row)
            taken += 1
    return taken


def _note_matches(store: Store, order: Row, party: str) -> None:
    """Say of each listing of the party of an order why it is one of ``party``."""
    what = f"{order['restriction_kind']} {order['start_date']}"
    evidence, day = Evidence(_RULE, (what,), POINTS.threshold), newest_day(store)
    for listing in store.rows("listings"):
        if listing["entity_id"] == order["entity_id"] and listing["matched_by"] == "own_listing":
            write_match(store, listing["listing_id"], party, evidence, "", day)


def _order(row: Row) -> _Order:
    return row["authority_id"], row["restriction_kind"]


def _is_same(row: Row, written: Row) -> bool:
    has_same_act = row["instrument_id"] and row["instrument_id"] == written["instrument_id"]
    has_same_day = row["start_date"] and row["start_date"] == written["start_date"]
    return bool(has_same_act or has_same_day)


def _names_of(store: Store, entities: Collection[str]) -> dict[str, set[frozenset[str]]]:
    """The names of some parties, each as its words without those that many airlines have."""
    names: dict[str, set[frozenset[str]]] = defaultdict(set)
    for row in store.rows("entity_names"):
        if row["entity_id"] in entities:
            words = frozenset(latin_key(row["name"]).split()) - _COMMON
            names[row["entity_id"]] |= {words} if words else set()
    return names
