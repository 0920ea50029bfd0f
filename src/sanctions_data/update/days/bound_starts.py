"""What the history of a list says of the first days of measures."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import NamedTuple

from sanctions_data.tables.act_days import first_days_of_rows
from sanctions_data.tables.store import Row, Store
from sanctions_data.update.days.list_history import (
    ROW_CHANGES,
    Sighting,
    read_programme_changes,
)

SEEN_ON_THAT_DAY = "seen_on_that_day"


class _Bound(NamedTuple):
    """By when something was there, and whether it came on that very day."""

    day: str
    is_exact: bool

    @classmethod
    def of(cls, seen: date, absent: date | None) -> _Bound:
        return cls(seen.isoformat(), seen == absent)


class Starts:
    """Bounds the starts of measures by the history of one list.

    Args:
        store: all tables.
        list_id: the list.
        folder: its history.
    """

    def __init__(self, store: Store, list_id: str, folder: Path) -> None:
        self._tells_programmes = (folder / ROW_CHANGES).is_file()
        self._begins = first_days_of_rows(store.rows("instruments"))
        for rule in store.rows("programme_measures"):
            self._begins[rule["rule_id"]] = rule["from_date"]
        programmes = {
            row["term"]: row["programme_id"]
            for row in store.rows("source_terms")
            if row["list_id"] == list_id and row["programme_id"]
        }
        self._added: dict[str, dict[str, _Bound]] = defaultdict(dict)
        for change in read_programme_changes(folder):
            bound = _Bound.of(change.changed_on, change.absent_on)
            for term in change.added & programmes.keys():
                known = self._added[change.ref]
                known[programmes[term]] = max(bound, known.get(programmes[term], bound))

    def bound(self, listing: Row, rows: list[Row], sighting: Sighting) -> int:
        """Let what came with an entry begin by the day on which others first saw it.

        Args:
            listing: the entry.
            rows: its measures.
            sighting: when others saw it.

        Returns:
            How many measures got a surer start.
        """
        if sighting.gone_on and sighting.gone_on.isoformat() <= listing["first_seen"]:
            return 0  # That was an earlier listing.
        first = _Bound.of(sighting.first_seen, sighting.absent_on)
        if _is_looser(listing["listed_on"], listing["listed_precision"], first):
            listing["listed_on"], listing["listed_precision"] = _cells(first)
        came = [row for row in rows if row["first_seen"] == listing["first_seen"]]
        # Of several programmes one may have been added later.
        if not self._tells_programmes and len({row["programme_id"] for row in came}) > 1:
            return 0
        added = self._added.get(sighting.ref, {})
        return sum(self._bound_row(row, max(first, added.get(row["programme_id"], first)))
                   for row in came)  # fmt: skip

    def _bound_row(self, row: Row, bound: _Bound) -> bool:
        # An entry is older than the acts and rules that came to apply to it.
        begins = (self._begins.get(row[column], "") for column in ("instrument_id", "rule_id"))
        if row["status"] == "announced" or not max(begins) <= bound.day < row["first_seen"]:
            return False
        if not _is_looser(row["start_date"], row["start_precision"], bound):
            return False
        row["start_date"], row["start_precision"] = _cells(bound)
        row["start_rule"] = SEEN_ON_THAT_DAY if bound.is_exact else ""
        return True


def _cells(bound: _Bound) -> tuple[str, str]:
    return bound.day, "day" if bound.is_exact else "on_or_before"


def _is_looser(day: str, precision: str, bound: _Bound) -> bool:
    """Whether a date says less than a bound, or is shown by it to be that of something later."""
    if precision == "on_or_before":
        return day > bound.day or (bound.is_exact and day == bound.day)
    return precision == "unknown" or (precision == "day" and day > bound.day)
