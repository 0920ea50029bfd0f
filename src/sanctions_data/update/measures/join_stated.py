"""One prohibition is one row: what one list of an authority states another may imply as well.

The EU states the entry bans of persons in a list that is always behind, and its financial
sanctions list implies the same bans by rule. Once the entries are matched, the stated row stays,
as it names its act, and learns from the implied ones what the list behind cannot say: from when,
under which programme, and that the person has been delisted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

from sanctions_data.schema import MEASURE_TABLES
from sanctions_data.tables.store import Row, Store

_Party = tuple[str, str]
_OPEN = ("in_force", "announced", "suspended")


def join_stated(store: Store, lists: Collection[str]) -> Counter[str]:
    """Make one row of each measure that such a list states and another implies.

    Doing it twice changes nothing the second time.

    Args:
        store: all tables, with every list matched.
        lists: the lists that state measures but never are whole.

    Returns:
        How many implied rows were taken out, by kind of measure.
    """
    list_of = {row["listing_id"]: row["list_id"] for row in store.rows("listings")}
    taken: Counter[str] = Counter()
    others: dict[_Party, list[Row]] = defaultdict(list)
    stated: list[tuple[str, Row]] = []
    for table in MEASURE_TABLES:
        for row in store.rows(table):
            of = list_of.get(row["listing_id"], "")
            if of in lists:
                stated.append((table, row))
            elif of:
                others[row["entity_id"], row["authority_id"]].append(row)
    # Rows that name their programme choose first: what is left must be that of the others.
    for table, row in sorted(stated, key=lambda each: not each[1]["programme_id"]):
        siblings = others.get((row["entity_id"], row["authority_id"]), [])
        implied = _implied(row, siblings)
        for other in implied:
            _learn(row, other)
            _move_references(store, table, other["measure_id"], row["measure_id"])
            store.remove(table, other)
            siblings.remove(other)
            taken[row["measure_type"]] += 1
        _end_with(row, siblings)
    return taken


def _implied(row: Row, siblings: Iterable[Row]) -> list[Row]:
    """The rows that follow from another list and are the prohibition that a row states."""
    found = [
        other
        for other in siblings
        if other["basis"] == "derived"
        and other["measure_type"] == row["measure_type"]
        and row["status"] in _OPEN
        and row["programme_id"] in ("", other["programme_id"])
        and (other["status"] in _OPEN or other["end_date"] > row["first_seen"])
    ]
    # Where the list prints no act and several programmes imply the ban, it may be any of them.
    return found if len({other["programme_id"] for other in found}) == 1 else []


def _learn(row: Row, other: Row) -> None:
    for column in ("programme_id", "instrument_id"):
        row[column] = row[column] or other[column]
    started = row["start_date"], row["start_precision"]
    if other["start_date"] and (not started[0] or other["start_date"] < started[0]):
        started = other["start_date"], other["start_precision"]
    row["start_date"], row["start_precision"] = started
    row["first_seen"] = min(row["first_seen"], other["first_seen"])
    if other["status"] not in _OPEN:
        for column in ("status", "end_date", "end_precision"):
            row[column] = other[column]


def _move_references(store: Store, table: str, old_id: str, new_id: str) -> None:
    """Let what contributors wrote about the one row be about the other."""
    for correction in list(store.rows("corrections")):
        if correction["table"] == table and correction["row_key"] == old_id:
            store.remove("corrections", correction)
            store.put("corrections", {**correction, "row_key": new_id})
    for link in list(store.rows("event_measures")):
        if link["measure_id"] == old_id:
            store.remove("event_measures", link)
            store.put("event_measures", {**link, "measure_id": new_id})


def _end_with(row: Row, siblings: Iterable[Row]) -> None:
    """End a row with the last measure of its programme: one who is delisted is so from all."""
    same = [other for other in siblings if other["programme_id"] == row["programme_id"] != ""]
    if row["status"] in _OPEN and same and all(other["status"] == "ended" for other in same):
        last = max(same, key=lambda other: other["end_date"])
        if last["end_date"] > row["first_seen"]:
            for column in ("status", "end_date", "end_precision"):
                row[column] = last[column]
