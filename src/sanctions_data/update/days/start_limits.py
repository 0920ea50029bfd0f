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
        whole = [row for row in earlier if row["completeness"] != "incomplete"]
        self._whole = sorted(row["published_on"] for row in whole)
        # A file that says nothing of programmes does not show that there was none.
        self._days = sorted(
            row["published_on"] for row in whole if FACTS["measures"] not in kept_titles(row)
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

    def fits(
        self, listing: Row, rows: Iterable[Row], programme_id: str, day: date | None, today: str
    ) -> bool:
        """Whether an entry's day can be that of measures under one programme.

        Args:
            listing: the entry.
            rows: its measures that stand.
            programme_id: the programme.
            day: the day that the list prints for the entry; None fits, as it says nothing.
            today: the day of the snapshot.
        """
        # A measure whose file did not print its programme may be under this one.
        known = [row for row in rows if row["programme_id"] in ("", programme_id)]
        if day is None or any(row["status"] == "announced" for row in known):
            return True
        printed = day.isoformat()
        first_seen = min((row["first_seen"] for row in known), default=today)
        others = min((r["first_seen"] for r in rows if r not in known), default=first_seen)
        if first_seen <= max(listing["first_seen"], others):
            # Who was on no list before the first sighting was listed anew, whatever is printed.
            seen = self.seen_on(listing)
            place = bisect_left(self._whole, seen)
            return (self._whole[place - 1] if place else "") < printed <= seen
        # It was not there when the others were first seen, nor in any snapshot up to its own.
        lacking = max(others, self._last_without(listing["first_seen"], first_seen))
        return lacking < printed <= first_seen

    def _last_without(self, since: str, until: str) -> str:
        """The last earlier snapshot that has the entry, and not yet the programme."""
        place = bisect_left(self._days, until)
        return self._days[place - 1] if place and self._days[place - 1] >= since else ""
