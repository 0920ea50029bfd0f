"""Whether a day that a list prints for an entry can be the day on which a programme began.

Lists print one day an entry. It is not the day of a programme that was added to the entry later,
nor of an entry that was seen before that day: lists print anew when an entry is moved or listed
again. What snapshots and histories have shown decides.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from sanctions_data.lists.common.entry import FACTS
from sanctions_data.tables.store import Row, Store
from sanctions_data.update.sources import kept_titles


class StartLimits:
    """What earlier snapshots and histories of one list say of the first days of its entries.

    Args:
        store: all tables.
        earlier: the rows of the earlier snapshots of the list that were read.
    """

    def __init__(self, store: Store, earlier: Iterable[Row]) -> None:
        # A file that says nothing of programmes does not show that there was none.
        self._days = sorted(
            row["published_on"]
            for row in earlier
            if FACTS["measures"] not in kept_titles(row) and row["completeness"] != "incomplete"
        )
        self._sightings: dict[str, list[Row]] = defaultdict(list)
        for row in store.rows("sightings"):
            self._sightings[row["listing_id"]].append(row)

    def seen_on(self, listing: Row) -> str:
        """The first day on which an entry was seen, without a gap until we read it."""
        first = str(listing["first_seen"])
        whole = (
            row["first_seen"]
            for row in self._sightings[listing["listing_id"]]
            if not row["gone_on"] or row["gone_on"] > first
        )
        return min([first, *whole])

    def bounded(self, listing: Row, listed: tuple[str, str]) -> tuple[str, str]:
        """A day of listing with its precision, or the bound where it is that of something later.

        A day ahead of the first sighting is that of a listing which was announced.
        """
        seen, (day, _) = self.seen_on(listing), listed
        is_later = seen < day and not listing["listed_on"] > listing["first_seen"]
        return (seen, "on_or_before") if is_later else listed

    def fits(self, listing: Row, rows: Iterable[Row], day: date | None, today: str) -> bool:
        """Whether an entry's day can be that of measures under one programme.

        Args:
            listing: the entry.
            rows: the measures under the programme that stand; none if it is new to the entry.
            day: the day that the list prints for the entry; None fits, as it says nothing.
            today: the day of the snapshot.
        """
        known = [row for row in rows if row["status"] != "suspended"]
        if day is None or any(row["status"] == "announced" for row in known):
            return True
        first_seen = min((row["first_seen"] for row in known), default=today)
        printed = day.isoformat()
        if first_seen <= listing["first_seen"]:
            return printed <= self.seen_on(listing)
        return self._last_without(listing["first_seen"], first_seen) < printed <= first_seen

    def _last_without(self, since: str, until: str) -> str:
        """The last earlier snapshot that has the entry, and not yet the programme."""
        place = bisect_left(self._days, until)
        return self._days[place - 1] if place and self._days[place - 1] >= since else ""
