"""Writing what an entry is under: new measures, what was learned of known ones, and ends.

A row is one prohibition over one interval. Learning its programme, its act or an exact date
fills the row in. What comes back with its old date goes on; what comes back without one begins
anew, at the latest on the day on which it was seen again.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sanctions_data.schema import MEASURE_TABLES, TABLES
from sanctions_data.tables.store import Row, Store
from sanctions_data.update.apply_terms import Crosswalk
from sanctions_data.update.days.start_limits import StartLimits
from sanctions_data.update.measures.measure_rows import make_row, new_measure_id
from sanctions_data.update.pair_measures import OPEN, Key, Pair, key_of, pair
from sanctions_data.update.sources import Outcome, Snapshot, surer
from sanctions_data.update.terms.imposed import UNCLASSIFIED, Imposed, Reading

# What a row keeps from the import that first wrote it.
_KEPT = ("measure_id", "first_seen", "source_id", "note")
_UNDATED: dict[str, Any] = {"start": None, "start_precision": "unknown"}
_LEFT_OUT = "The list left it out from {} to {}."


class MeasureWriter:
    """Puts the measures of one list into the store; make a new one for every snapshot."""

    def __init__(
        self,
        store: Store,
        snapshot: Snapshot,
        crosswalk: Crosswalk,
        limits: StartLimits,
        outcome: Outcome,
    ) -> None:
        self._store, self._snapshot, self._limits = store, snapshot, limits
        self._crosswalk, self._outcome = crosswalk, outcome
        self._day = snapshot.taken_on.isoformat()
        official = store.get("lists", snapshot.list_id) or {}
        self._authority = official["authority_id"]
        self._table_of = {r["measure_type"]: r["table"] for r in store.rows("measure_types")}
        self._latest: dict[str, dict[Key, Row]] = {}
        self._ended: dict[str, list[Row]] = {}
        self._ids: set[str] = set()
        ours = {r["listing_id"] for r in store.rows("listings") if r["list_id"] == snapshot.list_id}
        for table in MEASURE_TABLES:
            for row in store.rows(table):
                if row["listing_id"] in ours:
                    self._index(row)

    def _index(self, row: Row) -> None:
        self._ids.add(row["measure_id"])
        if row["status"] == "ended":
            self._ended.setdefault(row["listing_id"], []).append(row)
        known = self._latest.setdefault(row["listing_id"], {})
        before = known.get(key_of(row))
        if before is None or _rank(row) > _rank(before):
            known[key_of(row)] = row

    def open_measures(self, listing_id: str) -> int:
        """How many measures stand for a listing, without terms that nobody understood."""
        rows = self._latest.get(listing_id, {}).values()
        return sum(row["status"] in OPEN and _is_understood(row) for row in rows)

    def have_run_out(self, listing_id: str) -> bool:
        """Whether every measure of a listing had a last day, and that is over."""
        ends = [row["end_date"] for row in self._latest.get(listing_id, {}).values()]
        return bool(ends) and all("" < end <= self._day for end in ends)

    def has_gap(self, listing_id: str) -> bool:
        """Whether a measure of a listing ended once: its first day need not be the present one."""
        return listing_id in self._ended

    def programmes(self, listing_id: str) -> set[str]:
        """The programmes of the measures that are known of a listing."""
        return {row["programme_id"] for row in self._latest.get(listing_id, {}).values()}

    def ends(self, listing_id: str, reading: Reading) -> int:
        """How many measures of a listing would end, if its entry is as it was read."""
        _, left = self._paired(listing_id, reading)
        return sum(map(_is_understood, left))

    def write(self, listing_id: str, entity_id: str, reading: Reading, *, may_end: bool) -> int:
        """Write the measures of an entry.

        Args:
            listing_id: the listing of the entry.
            entity_id: its party.
            reading: what the entry says.
            may_end: whether what it does not say is no longer imposed.

        Returns:
            How many measures were kept although the entry does not say them.
        """
        pairs, left = self._paired(listing_id, reading)
        kept = 0
        since: Row | None = None
        for row in left:
            first = since["first_seen"] if since else row["first_seen"]
            if row["measure_type"] == UNCLASSIFIED and self._crosswalk.knows(row["printed_term"]):
                # Its term has a meaning by now, and stands among what is imposed.
                self._store.remove(self._table_of[UNCLASSIFIED], row)
                self._outcome.add(UNCLASSIFIED, "changed")
                since = row if row["first_seen"] <= first else since
            elif may_end:
                self.end(row)
            else:
                kept += 1
        strange = self._with_strange_day(listing_id, [measure for measure, _ in pairs])
        for measure, known in pairs:
            dated = replace(measure, **_UNDATED) if measure in strange else measure
            self._write(listing_id, entity_id, dated, known, since)
        return kept

    def _with_strange_day(self, listing_id: str, imposed: list[Imposed]) -> list[Imposed]:
        """What the day of the entry cannot be the first day of."""
        listing = self._store.get("listings", listing_id)
        known = self._latest.get(listing_id, {}).values()
        rows = [row for row in known if row["status"] in OPEN and _is_understood(row)]
        if listing is None or not rows:
            return []
        return [
            each
            for each in imposed
            if each.is_day_of_entry
            and not self._limits.fits(listing, rows, each.programme_id, each.start, self._day)
        ]

    def end_all(self, listing_id: str) -> None:
        """End what stands for a listing that is gone."""
        for row in self._latest.get(listing_id, {}).values():
            if row["status"] in OPEN:
                self.end(row)

    def _paired(self, listing_id: str, reading: Reading) -> tuple[list[Pair], list[Row]]:
        rows = self._latest.get(listing_id, {})
        return pair(rows, reading, self._crosswalk.refined, self._snapshot.taken_on)

    def _write(
        self,
        listing_id: str,
        entity_id: str,
        measure: Imposed,
        known: Row | None,
        since: Row | None,
    ) -> None:
        table = self._table_of[measure.measure_type]
        header = TABLES[table].header
        row = make_row(self._snapshot, self._authority, listing_id, entity_id, measure)
        if known and measure.has_open_act and known["programme_id"] == measure.programme_id:
            row |= {column: known[column] for column in ("instrument_id", "rule_id", "evidence")}
        if known and known["status"] == "ended" and known["end_date"] == row["end_date"]:
            row["status"] = "ended"  # Its end was known, and the data are of a later day.
        if known is None or self._is_new(known, row):
            if known is not None:
                row = self._begun_again(known, row)
            elif since is not None:
                row |= {column: since[column] for column in ("first_seen", "source_id")}
            row["measure_id"] = new_measure_id(
                self._snapshot, self._authority, listing_id, measure, self._ids
            )
            self._outcome.add(measure.measure_type, "added")
        else:
            row = self._learned(known, row)
            if row == {column: known[column] for column in header}:
                return
            has_ended = row["status"] == "ended" != known["status"]
            self._outcome.add(measure.measure_type, "ended" if has_ended else "changed")
        self._store.put(table, {column: row.get(column, "") for column in header})
        self._index(self._store.get(table, row["measure_id"]) or row)

    def _is_new(self, known: Row, row: Row) -> bool:
        """Whether a measure that had ended begins another interval."""
        if known["status"] in OPEN or row["status"] == "ended":
            return False
        by_absence = known["end_precision"] == "on_or_before"
        has_old_date = row["start_date"] and known["start_date"] == row["start_date"]
        return not (by_absence and has_old_date)

    def _begun_again(self, known: Row, row: Row) -> Row:
        """A later interval: it begins when the list says, or was seen again."""
        if row["start_date"] and row["start_date"] >= (known["end_date"] or self._day):
            return row
        return {**row, "start_date": self._day, "start_precision": "on_or_before"}

    def _learned(self, known: Row, row: Row) -> Row:
        """A row that is known, with what was learned of it."""
        learned = {**known, **{c: row[c] for c in known if c in row}}
        learned |= {column: known[column] for column in _KEPT}
        start = row["start_date"], row["start_precision"]
        # The day on which an earlier interval began, or one after the row was seen in force,
        # as the day of a rule under which its programme got another name.
        was_seen = known["status"] == "in_force" and start[0] > known["first_seen"]
        if was_seen or self._was_under_it_on(known, start[0]):
            start = "", "unknown"
        learned["start_date"], learned["start_precision"] = surer(
            (known["start_date"], known["start_precision"]), start
        )
        if (learned["start_date"], learned["start_precision"]) != start:
            learned["start_rule"] = known["start_rule"]
        for column in ("announced_on", "instrument_id"):
            learned[column] = row[column] or known[column]
        if known["status"] == "ended" != learned["status"]:
            gap = _LEFT_OUT.format(known["end_date"], self._day)
            learned["note"] = " ".join(filter(None, (known["note"], gap)))[:500]
        if learned["status"] == "announced" and learned["start_date"] <= self._day:
            learned["status"] = "in_force"
        return learned

    def _was_under_it_on(self, known: Row, day: str) -> bool:
        """Whether an earlier interval of a prohibition had not ended on a day."""
        return any(
            row["end_date"] > day
            for row in self._ended.get(known["listing_id"], ())
            if row is not known and key_of(row) == key_of(known)
        )

    def end(self, row: Row) -> None:
        """End a row on the day of the snapshot, the latest day on which it can have ended."""
        known = [self._day, self._crosswalk.last_day(row["rule_id"])]
        day = max(min(filter(None, known)), row["start_date"])
        if row["status"] == "announced":
            gap = f"It was announced for {row['start_date']} and taken off before."
            row["status"] = "never_in_force"
            row["start_date"] = row["start_precision"] = ""
            row["note"] = " ".join(filter(None, (row["note"], gap)))[:500]
        else:
            if not row["end_date"] or row["end_date"] > day:
                row["end_date"], row["end_precision"] = day, "on_or_before"
            row["status"] = "ended"
        self._outcome.add(row["measure_type"], "ended")


def _is_understood(row: Row) -> bool:
    return row["measure_type"] != UNCLASSIFIED


def _rank(row: Row) -> tuple[bool, str, str]:
    """Of the intervals of one prohibition, what is open counts, or what ended last."""
    return row["status"] in OPEN, row["end_date"] or "9999", row["measure_id"]
