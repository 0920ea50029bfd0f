"""What an update did to the rows of each list, counted when all of it is done.

While a list is merged corrections are off, and one prohibition may still be two rows: what a
merge does on the way is not what becomes of the tables.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from sanctions_data.schema import MEASURE_TABLES
from sanctions_data.tables.store import Row, Store
from sanctions_data.update.pair_measures import OPEN

Counts = Counter[tuple[str, str]]
State = tuple[int, bool]


def states(store: Store) -> dict[str, State]:
    """What each listing and each imported measure is like, by id, and whether it goes on.

    Args:
        store: all tables, with corrections.
    """
    found = {row["listing_id"]: _state(row) for row in store.rows("listings")}
    for table in MEASURE_TABLES:
        found |= {r["measure_id"]: _state(r) for r in store.rows(table) if r["listing_id"]}
    return found


def count_changes(store: Store, before: dict[str, State]) -> dict[str, Counts]:
    """What is ``added``, ``changed`` and ``ended``, by kind of row, for every list.

    Args:
        store: all tables, with corrections.
        before: their ``states`` before the update.
    """
    counts: dict[str, Counts] = defaultdict(Counter)
    list_of = {row["listing_id"]: row["list_id"] for row in store.rows("listings")}
    for row in store.rows("listings"):
        _count(counts[row["list_id"]], "listing", row, before.get(row["listing_id"]))
    for table in MEASURE_TABLES:
        for row in store.rows(table):
            if of := list_of.get(row["listing_id"]):
                _count(counts[of], row["measure_type"], row, before.get(row["measure_id"]))
    return counts


def _state(row: Row) -> State:
    goes_on = row["status"] in OPEN if "status" in row else not row["delisted_on"]
    return hash(tuple(row.values())), goes_on


def _count(counts: Counts, what: str, row: Row, before: State | None) -> None:
    now = _state(row)
    if before is None:
        counts[what, "added"] += 1
    elif now != before:
        counts[what, "ended" if before[1] and not now[1] else "changed"] += 1
