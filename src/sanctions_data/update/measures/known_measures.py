"""The measures that are known of the listings of one list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sanctions_data.schema import MEASURE_TABLES
from sanctions_data.tables.store import Row, Store
from sanctions_data.update.pair_measures import OPEN, Key, key_of
from sanctions_data.update.terms.imposed import UNCLASSIFIED, Imposed


class KnownMeasures:
    """The rows of measures of one list, by listing: the latest interval of each, and what ended.

    Args:
        store: all tables.
        list_id: the list.
    """

    def __init__(self, store: Store, list_id: str) -> None:
        self.ids: set[str] = set()
        self._latest: dict[str, dict[Key, Row]] = {}
        self._ended: dict[str, list[Row]] = {}
        ours = {r["listing_id"] for r in store.rows("listings") if r["list_id"] == list_id}
        for table in MEASURE_TABLES:
            for row in store.rows(table):
                if row["listing_id"] in ours:
                    self.add(row)

    def add(self, row: Row) -> None:
        """Note a row that is in the store."""
        self.ids.add(row["measure_id"])
        if row["status"] == "ended":
            self._ended.setdefault(row["listing_id"], []).append(row)
        known = self._latest.setdefault(row["listing_id"], {})
        before = known.get(key_of(row))
        if before is None or _rank(row) > _rank(before):
            known[key_of(row)] = row

    def latest(self, listing_id: str) -> Mapping[Key, Row]:
        """The latest interval of each measure of a listing."""
        return self._latest.get(listing_id, {})

    def open_rows(self, listing_id: str) -> Iterator[Row]:
        """What stands for a listing."""
        return (row for row in self.latest(listing_id).values() if row["status"] in OPEN)

    def understood(self, listing_id: str) -> list[Row]:
        """What stands for a listing, without terms that nobody understood."""
        return [row for row in self.open_rows(listing_id) if is_understood(row)]

    def have_run_out(self, listing_id: str, day: str) -> bool:
        """Whether every measure of a listing had a last day, and that is over."""
        ends = [row["end_date"] for row in self.latest(listing_id).values()]
        return bool(ends) and all("" < end <= day for end in ends)

    def has_gap(self, listing_id: str) -> bool:
        """Whether a measure of a listing ended once: its first day need not be the present one."""
        return listing_id in self._ended

    def programmes(self, listing_id: str) -> set[str]:
        """The programmes of the measures that are known of a listing."""
        return {row["programme_id"] for row in self.latest(listing_id).values()}

    def was_under_it_on(self, known: Row, day: str) -> bool:
        """Whether an earlier interval of a prohibition had not ended on a day."""
        return any(
            row["end_date"] > day
            for row in self._ended.get(known["listing_id"], ())
            if row is not known and key_of(row) == key_of(known)
        )

    def ended_after(self, listing_id: str, measure: Imposed, day: str) -> bool:
        """Whether another list has shown, since a file was made, that what it imposes is over."""
        return measure.end is None and any(
            row["end_date"] > day
            and row["measure_type"] == measure.measure_type
            and (not measure.programme_id or row["programme_id"] == measure.programme_id)
            for row in self._ended.get(listing_id, ())
        )


def is_understood(row: Row) -> bool:
    """Whether a row is of a term that has a meaning."""
    return row["measure_type"] != UNCLASSIFIED


def _rank(row: Row) -> tuple[bool, str, str]:
    """Of the intervals of one prohibition, what is open counts, or what ended last."""
    return row["status"] in OPEN, row["end_date"] or "9999", row["measure_id"]
