"""Importing the history of a list: bounds for the days that no snapshot of ours tells.

What a history says of an entry stands in ``sightings``. Where it shows that an entry was on the
list earlier than we saw it, or gone earlier, the days of its listing and measures follow.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sanctions_data.lists.common.list_history import (
    ENTRIES,
    ROW_CHANGES,
    ProgrammeChange,
    Sighting,
    read_programme_changes,
    read_sightings,
)
from sanctions_data.lists.common.partial_dates import iso
from sanctions_data.schema import MEASURE_TABLES
from sanctions_data.tables.store import Row, Store

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


def import_history(store: Store, list_id: str, folder: Path) -> HistoryOutcome:
    """Put the history of a list into the store; doing it twice changes nothing the second time.

    Raises:
        ValueError: the list is not known, or a file is not laid out as expected.
    """
    if store.get("lists", list_id) is None:
        raise ValueError(f"{folder}: lists.csv has no list {list_id!r}")
    sightings = list(read_sightings(folder, list_id))
    source_id = f"{list_id}-{_PREFIX}{end_of(folder).isoformat()}"
    _write_source(store, list_id, source_id, folder, len(sightings))
    outcome = HistoryOutcome()
    listing_of = _listings_by_ref(store, list_id)
    added_on = _days_of_programmes(store, list_id, read_programme_changes(folder))
    tells_programmes = (folder / ROW_CHANGES).is_file()
    begins = _first_days(store)
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
        rows, added = measures[listing["listing_id"]], added_on.get(sighting.ref, {})
        if not sighting.gone_on or sighting.gone_on.isoformat() > listing["first_seen"]:
            came = [row for row in rows if row["first_seen"] == listing["first_seen"]]
            # Of several programmes one may have been added later.
            if not tells_programmes and len({row["programme_id"] for row in came}) > 1:
                came = []
            first = sighting.first_seen.isoformat()
            outcome.starts += _bound_starts(listing, came, first, added, begins)
        outcome.ends += _bound_ends(listing, rows, sighting)
    return outcome


def _listings_by_ref(store: Store, list_id: str) -> Callable[[str], Row | None]:
    """Finds a listing by the reference that it has, or had when it was first read."""
    ours = [row for row in store.rows("listings") if row["list_id"] == list_id]
    by_ref = {row["entry_ref"]: row for row in ours}
    by_id = {row["listing_id"]: row for row in ours}
    return lambda ref: by_ref.get(ref) or by_id.get(f"{list_id}-{ref}")


def _days_of_programmes(
    store: Store, list_id: str, changes: Iterable[ProgrammeChange]
) -> dict[str, dict[str, str]]:
    """By reference and programme the last day on which an entry got the programme."""
    programmes = {
        row["term"]: row["programme_id"]
        for row in store.rows("source_terms")
        if row["list_id"] == list_id and row["programme_id"]
    }
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for change in changes:
        for term in change.added & programmes.keys():
            known = found[change.ref].get(programmes[term], "")
            found[change.ref][programmes[term]] = max(known, change.changed_on.isoformat())
    return found


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


def _bound_starts(
    listing: Row, rows: list[Row], first: str, added: dict[str, str], begins: dict[str, str]
) -> int:
    """Let what was on the list when we first saw the entry begin by the day that others did.

    Args:
        listing: the entry.
        rows: the measures that came with it.
        first: the day on which others first saw it.
        added: the days on which programmes were added to it, by programme.
        begins: the first day of each act and rule.
    """
    bounded = 0
    if _is_looser(listing["listed_on"], listing["listed_precision"], first):
        listing["listed_on"], listing["listed_precision"] = first, "on_or_before"
    for row in rows:
        day = max(first, added.get(row["programme_id"], ""))
        earliest = max(begins.get(row["instrument_id"], ""), begins.get(row["rule_id"], ""))
        if row["status"] == "announced" or not earliest <= day < row["first_seen"]:
            continue
        if _is_looser(row["start_date"], row["start_precision"], day):
            row["start_date"], row["start_precision"], row["start_rule"] = day, "on_or_before", ""
            bounded += 1
    return bounded


def _first_days(store: Store) -> dict[str, str]:
    """Before which day nothing can have begun, by act and rule: an entry is older than those."""
    acts = {row["instrument_id"]: row["adopted_on"] for row in store.rows("instruments")}
    return acts | {row["rule_id"]: row["from_date"] for row in store.rows("programme_measures")}


def _is_looser(day: str, precision: str, bound: str) -> bool:
    """Whether a date says less than a bound, or is shown by it to be that of something later."""
    return precision == "unknown" or (precision in ("on_or_before", "day") and day > bound)


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
