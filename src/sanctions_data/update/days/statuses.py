"""What a new day brings: statuses that are out of date, and lists that have not changed."""

from __future__ import annotations

from collections.abc import Iterable

from sanctions_data.download.snapshots import SnapshotFolder, fingerprint
from sanctions_data.resolution.merge_entities import target_of
from sanctions_data.schema import MEASURE_TABLES
from sanctions_data.tables.store import Row, Store
from sanctions_data.update.terms.imposed import UNCLASSIFIED

# The tables from which that is told.
NEEDED = (*MEASURE_TABLES, "sources", "source_terms", "listings", "entities", "match_decisions")


def bring_up_to_date(store: Store) -> int:
    """Mark as ended what has run out, as in force what has begun, and return how many rows did.

    The day of the data is that of the newest snapshot: an order that expires in September is
    in force in a snapshot of August, and is not in one of October. A report that somebody
    cites is no snapshot, and makes no other row older.
    """
    today = data_day(store)
    changed = 0
    for table in MEASURE_TABLES:
        for row in due(store.rows(table), today):
            row["status"] = "ended" if _is_over(row, today) else "in_force"
            changed += 1
    return changed


def data_day(store: Store) -> str:
    """The day of the newest snapshot, or of the newest source where there is none."""
    sources = store.rows("sources")
    snapshots = [row for row in sources if row["kind"] == "list_snapshot"]
    return max((row["published_on"] for row in snapshots or sources), default="")


def due(rows: Iterable[Row], today: str) -> list[Row]:
    """The rows whose status is another one on this day."""
    return [row for row in rows if _has_begun(row, today) or _has_run_out(row, today)]


def _has_begun(row: Row, today: str) -> bool:
    return row["status"] == "announced" and bool(row["start_date"]) and row["start_date"] <= today


def _has_run_out(row: Row, today: str) -> bool:
    return row["status"] == "in_force" and _is_over(row, today)


def _is_over(row: Row, today: str) -> bool:
    return bool(row["end_date"]) and row["end_date"] <= today


def is_unchanged(store: Store, snapshot: SnapshotFolder) -> bool:
    """Whether to import a snapshot would change nothing.

    So it is if its files are those that were read last, no measure begins or ends by its day,
    no printed term has got a meaning since, and every decision on a match was carried out.
    """
    list_id, day = snapshot.list_format.list_id, snapshot.taken_on.isoformat()
    read = [row for row in store.rows("sources") if row["list_id"] == list_id and row["sha256"]]
    newest = max(read, key=lambda row: row["published_on"], default=None)
    if newest is None or newest["published_on"] > day:
        return False
    if newest["sha256"] != fingerprint(snapshot)[0]:
        return False
    today = max(day, data_day(store))
    known = {r["term"].casefold() for r in store.rows("source_terms") if r["list_id"] == list_id}
    return not (
        any(due(store.rows(table), today) for table in MEASURE_TABLES)
        or any(row["printed_term"].casefold() in known for row in _unclassified(store, list_id))
        or are_decisions_open(store)
    )


def open_terms(store: Store, list_id: str) -> dict[tuple[str, str, str], int]:
    """The printed terms of a list that nobody has given a meaning, with their number."""
    terms: dict[tuple[str, str, str], int] = {}
    for row in _unclassified(store, list_id):
        key = "", row["printed_term"], ""
        terms[key] = terms.get(key, 0) + 1
    return terms


def are_decisions_open(store: Store) -> bool:
    """Whether a decision says another thing of a listing than the tables do."""
    for decision in store.rows("match_decisions"):
        listing = store.get("listings", decision["listing_id"])
        wanted = target_of(store, decision["entity_id"])
        if listing is None or store.get("entities", wanted) is None:
            continue
        if (listing["entity_id"] == wanted) != (decision["decision"] == "same"):
            return True
    return False


def _unclassified(store: Store, list_id: str) -> list[Row]:
    ours = {row["listing_id"] for row in store.rows("listings") if row["list_id"] == list_id}
    return [
        row
        for row in store.rows("other_measures")
        if row["measure_type"] == UNCLASSIFIED
        and row["status"] in ("in_force", "announced")
        and row["listing_id"] in ours
    ]
