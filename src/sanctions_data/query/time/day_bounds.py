"""Between which days a measure began and ended, as far as its dates and the lists tell.

A measure began on a day from ``start_earliest`` to ``start_latest`` and ended on one from
``end_earliest`` to ``end_latest``; both days are the same where the date is exact.

=============  =================================  ===============================================
date           earliest                           latest
=============  =================================  ===============================================
day            that day                           that day
month, year    its first day                      its last day
start bounded  not before (see ``not_before``)    the bound, or the day on which it was first seen
or not known
end bounded    day after the last sighting        the bound
end not known  day after the last sighting        newest snapshot of the list
=============  =================================  ===============================================

A measure that is listed was last sighted in the last snapshot before its end that tells of
absence; one that a contributor wrote on the day on which a source last confirmed it. Where there
is none, it was never sighted, and may have ended as soon as it began.
What is suspended is over, for the time being, like what has ended: on a day that is not known
where the row has no end. What is only announced, or never took effect, has no bounds.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from sanctions_data.query.edition import Edition, keep_until_changed
from sanctions_data.query.time.not_before import not_before
from sanctions_data.query.time.snapshot_days import (
    NO_DAY,
    ONE_DAY,
    Days,
    Mask,
    Snapshots,
    days,
    days_by,
    is_one_of,
    places_of,
    sightings_of,
    snapshots_of,
)

BOUNDS = ["start_earliest", "start_latest", "end_earliest", "end_latest"]
_MEASURE = [
    "measure_id", "listing_id", "rule_id", "instrument_id", "measure_type", "basis", "status",
    "announced_on", "first_seen", "end_date",
]  # fmt: skip
_CONFIRMED = "last_confirmed"  # Flight restrictions have it, and no other measures.
# What of measures a question by day looks at, where they have it.
NEEDED = [*_MEASURE, _CONFIRMED, "start_date", "start_precision", "end_precision"]
_LISTING = ("listing_id", "list_id", "first_seen", "delisted_on")


def day_bounds(measures: pd.DataFrame, edition: Edition) -> pd.DataFrame:
    """The four bounds of each measure.

    Args:
        measures: measures, with the columns that all of them have.
        edition: the tables that they are from.

    Returns:
        The columns ``start_earliest``, ``start_latest``, ``end_earliest`` and ``end_latest``,
        with the index of ``measures``. A missing ``start_earliest`` means that no bound is
        known, a missing ``end_latest`` that the measure has no end.

    Example:
        >>> import sanctions_data as sd
        >>> freeze = sd.measures(entity="iran-air", authority="gb", measure_type="asset_freeze")
        >>> day_bounds(freeze, Edition())["start_latest"].astype("str").tolist()
        ['2024-11-18']
    """
    snapshots = snapshots_of(edition)
    low, high, precision = _period(measures, "start")
    vague = is_one_of(precision, ["month", "year", "on_or_before", "unknown"])
    if vague.any():
        rows = _Rows.of(measures, vague, edition, snapshots)
        low[vague], high[vague] = rows.start(low[vague], high[vague])
    end_low, end_high, precision = _period(measures, "end")
    over = is_one_of(measures["status"], ["ended", "suspended"]) & np.isnat(end_high)
    vague = over | is_one_of(precision, ["on_or_before"])
    if vague.any():
        rows = _Rows.of(measures, vague, edition, snapshots)
        end_low[vague], end_high[vague] = rows.end(end_high[vague], low[vague])
    found = zip(BOUNDS, (low, high, end_low, end_high), strict=True)
    return pd.DataFrame(dict(found), index=measures.index)


@dataclass(frozen=True, eq=False)
class _Rows:
    """Measures with a start or an end that is not exact, and what bounds it.

    Attributes:
        measures: the measures.
        listed: for each the ``list_id``, ``first_seen`` and ``delisted_on`` of its listing.
        edition: the tables that they are from.
        snapshots: the snapshots in the edition.
    """

    measures: pd.DataFrame
    listed: pd.DataFrame
    edition: Edition
    snapshots: Snapshots

    @classmethod
    def of(
        cls, measures: pd.DataFrame, chosen: Mask, edition: Edition, snapshots: Snapshots
    ) -> _Rows:
        """The chosen ones of the measures of an edition."""
        rows = measures[chosen].reindex(columns=[*_MEASURE, _CONFIRMED])
        listings = _listings_of(edition)
        place = places_of(rows["listing_id"], listings.index)
        listed = {name: of.array.take(place, allow_fill=True) for name, of in listings.items()}
        return cls(rows, pd.DataFrame(listed), edition, snapshots)

    def start(self, low: Days, high: Days) -> tuple[Days, Days]:
        """Earliest and latest start, from those that the dates tell."""
        first_seen = np.fmin(self._first_seen, self._confirmed)
        # Being seen proves that it had begun, unless the list itself dates it later.
        seen = np.where(first_seen < low, high, np.fmin(high, first_seen))
        bound = not_before(self.measures, self.listed, self.edition, self.snapshots, seen)
        return np.fmax(low, bound), seen

    def end(self, high: Days, start: Days) -> tuple[Days, Days]:
        """Earliest and latest end, from the latest that the dates tell and the earliest start."""
        newest = self.snapshots.newest(self.listed["list_id"])
        data_day = np.datetime64(self.snapshots.data_day, "s")
        known = np.where(np.isnat(newest), np.fmax(self._first_seen, data_day), newest)
        high = np.where(np.isnat(high), known, high)
        bound = np.fmax(self._last_sighting(high) + ONE_DAY, start)
        return np.where(bound > high, high, bound), high

    def _last_sighting(self, end: Days) -> Days:
        lists, delisted = self.listed["list_id"], days(self.listed["delisted_on"])
        with_entry = (delisted == end) | np.isnat(days(self.measures["end_date"]))
        last = np.where(
            with_entry & ~np.isnat(delisted),
            self.snapshots.last_before(lists, end, rich=False),
            self.snapshots.last_before(lists, end, rich=True),
        )
        seen_by = sightings_of(self.edition)["last_seen"]
        by_history = days_by(seen_by, self.measures["listing_id"])
        last = np.where(with_entry & (by_history < end), np.fmax(last, by_history), last)
        # A row of ours that says "in force" was so when it was written. That an entry is still
        # on the list does not show that a measure on it is not suspended.
        status = self.measures["status"]
        sure = is_one_of(status, ["ended"]) & lists.notna().to_numpy()
        sure |= is_one_of(status, ["in_force"])
        seen = self._first_seen
        last = np.where(sure & (seen < end), np.fmax(seen, last), NO_DAY)
        confirmed = self._confirmed
        return np.fmax(last, np.where(confirmed < end, confirmed, NO_DAY))

    @property
    def _first_seen(self) -> Days:
        return days(self.measures["first_seen"])

    @property
    def _confirmed(self) -> Days:
        return days(pd.to_datetime(self.measures[_CONFIRMED]))


@keep_until_changed("listings")
def _listings_of(edition: Edition) -> pd.DataFrame:
    return edition.load("listings", _LISTING).set_index("listing_id")


def _period(measures: pd.DataFrame, which: str) -> tuple[Days, Days, pd.Series[str]]:
    """First and last day of the day, month or year; of a bound only the last."""
    precision = measures[f"{which}_precision"]
    first = days(measures[f"{which}_date"]).copy()
    last = first.copy()
    for unit, name in (("M", "month"), ("Y", "year")):
        here = is_one_of(precision, [name])
        following = first[here].astype(f"datetime64[{unit}]") + 1
        last[here] = following.astype("datetime64[s]") - ONE_DAY
    first[is_one_of(precision, ["on_or_before", "unknown"])] = NO_DAY
    return first, last, precision
