"""Importing the history of a list: bounds for the days that no snapshot of ours tells.

What a history says of an entry stands in ``sightings``. Where it shows that an entry was on the
list earlier than we saw it, or gone earlier, the days of its listing and measures follow.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sanctions_data.lists.common.partial_dates import iso
from sanctions_data.schema import MEASURE_TABLES
from sanctions_data.tables.store import Row, Store
from sanctions_data.update.days.bound_starts import Starts
from sanctions_data.update.days.list_history import ENTRIES, Sighting, read_sightings

_PREFIX = "history-"


@dataclass
class HistoryOutcome:
    """What a history told: sightings kept, entries that we do not know, days made surer."""

    sightings: int = 0
    unknown: int = 0
    starts: int = 0
    ends: int = 0
    refs: list[str] = field(default_factory=list)


def end_of(folder: Path) -> date:
    """The last day of a history, from the name of its folder; its month may be all it tells.

    Example:
        >>> end_of(Path("un-sc/history-2020-09-14_2025-06-18"))
        datetime.date(2025, 6, 18)
        >>> end_of(Path("eu-fsf/history-2021-01_2026-02"))
        datetime.date(2026, 2, 1)
    """
    text = folder.name.removeprefix(_PREFIX).partition("_")[2]
    return date.fromisoformat(text if len(text) > len("2026-02") else f"{text}-01")


def find_histories(root: Path, list_id: str) -> list[Path]:
    """The histories of a list below ``root``, laid out as ``<list>/history-FROM_UNTIL``."""
    return sorted((root / list_id).glob(f"{_PREFIX}*_*"))


def import_history(
    store: Store, list_id: str, folder: Path, present: Collection[str] | None = None
) -> HistoryOutcome:
    """Put the history of a list into the store; doing it twice changes nothing the second time.

    Args:
        store: all tables.
        list_id: the list.
        folder: the history.
        present: the references in our last file of the list, where that file ends nobody, as
            entries are missing in it: an entry that is neither in it nor in the end of the
            history is gone.

    Raises:
        ValueError: the list is not known, or a file is not laid out as expected.
    """
    if store.get("lists", list_id) is None:
        raise ValueError(f"{folder}: lists.csv has no list {list_id!r}")
    sightings = list(read_sightings(folder, list_id))
    source_id = f"{list_id}-{_PREFIX}{end_of(folder).isoformat()}"
    _write_source(store, list_id, source_id, folder, len(sightings))
    outcome, listing_of = HistoryOutcome(), _listings_by_ref(store, list_id)
    starts = Starts(store, list_id, folder)
    measures: dict[str, list[Row]] = defaultdict(list)
    for table in MEASURE_TABLES:
        for row in store.rows(table):
            measures[row["listing_id"]].append(row)
    for sighting in sightings:
        listing = listing_of(sighting.ref)
        if listing is None:
            outcome.unknown += 1
            outcome.refs.append(sighting.ref)
            continue
        outcome.sightings += 1
        _write_sighting(store, listing, source_id, sighting)
        rows = measures[listing["listing_id"]]
        outcome.starts += starts.bound(listing, rows, sighting)
        if present is not None and listing["entry_ref"] not in present:
            _end_gone(listing, rows, sighting)
        outcome.ends += _bound_ends(listing, rows, sighting)
    return outcome


def _listings_by_ref(store: Store, list_id: str) -> Callable[[str], Row | None]:
    """Finds a listing by the reference that it has, or had when it was first read."""
    ours = [row for row in store.rows("listings") if row["list_id"] == list_id]
    by_ref = {row["entry_ref"]: row for row in ours}
    by_id = {row["listing_id"]: row for row in ours}
    return lambda ref: by_ref.get(ref) or by_id.get(f"{list_id}-{ref}")


def _write_sighting(store: Store, listing: Row, source_id: str, sighting: Sighting) -> None:
    store.put(
        "sightings",
        {
            "listing_id": listing["listing_id"],
            "source_id": source_id,
            "first_seen": sighting.first_seen.isoformat(),
            "absent_on": iso(sighting.absent_on),
            "last_seen": iso(sighting.last_seen),
            "gone_on": iso(sighting.gone_on),
        },
    )


def _end_gone(listing: Row, rows: list[Row], sighting: Sighting) -> None:
    """End an entry that the history saw go, and that is in no file of ours since."""
    gone = iso(sighting.gone_on)
    if not gone or listing["delisted_on"] or gone <= listing["first_seen"]:
        return
    listing["delisted_on"], listing["delisted_precision"] = gone, "on_or_before"
    for row in rows:
        if row["status"] in ("in_force", "suspended") and not row["end_date"]:
            row["end_date"], row["end_precision"] = max(gone, row["start_date"]), "on_or_before"
            row["status"] = "ended"


def _bound_ends(listing: Row, rows: list[Row], sighting: Sighting) -> int:
    """Let what we found gone end by the day on which others did."""
    gone, seen = iso(sighting.gone_on), listing["delisted_on"]
    if not gone or listing["delisted_precision"] != "on_or_before":
        return 0
    if not listing["first_seen"] < gone < seen:
        return 0
    listing["delisted_on"] = gone
    bounded = 0
    for row in rows:
        if row["end_date"] == seen and row["end_precision"] == "on_or_before":
            row["end_date"] = max(gone, row["start_date"])
            bounded += 1
    return bounded


def _write_source(store: Store, list_id: str, source_id: str, folder: Path, entries: int) -> None:
    official, content = store.get("lists", list_id) or {}, (folder / ENTRIES).read_bytes()
    store.put(
        "sources",
        {
            "title": f"When entries of the list were seen: {official['title']}",
            "licence": official["licence"],
            "note": "Worked out by others from many files of the list.",
            **{c: v for c, v in (store.get("sources", source_id) or {}).items() if v},
            "source_id": source_id,
            "kind": "list_history",
            "published_on": end_of(folder).isoformat(),
            "sha256": hashlib.sha256(content).hexdigest(),
            "bytes": str(len(content)),
            "entries": str(entries),
        },
    )
