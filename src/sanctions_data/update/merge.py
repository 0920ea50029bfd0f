"""Merging one snapshot of one list into the tables.

What the snapshot has and we had not is added; what differs is changed; what a complete
snapshot no longer has is ended on the day of the snapshot, which is the latest day on
which it can have happened. Nothing is deleted. A listing that comes back after it ended
starts a new interval.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from sanctions_data.lists import Entry, ReadReport
from sanctions_data.schema import MEASURE_TABLES, TABLES
from sanctions_data.tables.store import Row, Store
from sanctions_data.update.apply_terms import Crosswalk, Imposed
from sanctions_data.update.clean import cleaned
from sanctions_data.update.entity_of_entry import Resolver
from sanctions_data.update.write_entities import PartyWriter

Identity = tuple[str, str, str]

# A list that loses more than this share of its entries at once is more likely cut off.
LARGEST_SHRINKAGE = 0.2

# What a row keeps from the import that first wrote it.
_KEPT = ("measure_id", "first_seen", "source_id", "note")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The snapshot that is merged."""

    list_id: str
    source_id: str
    taken_on: date
    is_complete: bool
    has_many_programmes: bool = False


@dataclass
class Outcome:
    """What a merge did, counted by measure type and kind of change.

    ``counts[("asset_freeze", "added")]`` is the number of asset freezes that are new;
    listings are counted under ``listing``.
    """

    entries: int = 0
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, what: str, change: str) -> None:
        """Count one change: ``added``, ``changed`` or ``ended``."""
        self.counts[what, change] += 1


class Merge:
    """One merge; make a new one for every snapshot."""

    def __init__(self, store: Store, snapshot: Snapshot, report: ReadReport) -> None:
        self.store = store
        self.snapshot = snapshot
        self.report = report
        self.outcome = Outcome()
        official = store.get("lists", snapshot.list_id)
        if official is None:
            raise ValueError(
                f"{snapshot.list_id} was not imported: lists.csv has no such list; add its row"
            )
        self._authority = official["authority_id"]
        self._table_of = {r["measure_type"]: r["table"] for r in store.rows("measure_types")}
        self._crosswalk = Crosswalk(store, snapshot.list_id, snapshot.taken_on)
        self._resolver = Resolver(store, snapshot.list_id, snapshot.taken_on)
        self._parties = PartyWriter(store, snapshot.list_id)
        self._latest: dict[str, dict[Identity, Row]] = {}
        self._intervals: Counter[str] = Counter()
        self._index_measures()

    def _index_measures(self) -> None:
        prefix = f"{self.snapshot.list_id}-"
        for table in MEASURE_TABLES:
            for row in self.store.rows(table):
                if not row["listing_id"].startswith(prefix):
                    continue
                identity = (row["listing_id"], row["measure_type"], row["programme_id"])
                self._intervals[self._base_id(identity)] += 1
                known = self._latest.setdefault(row["listing_id"], {})
                if identity not in known or known[identity]["status"] == "ended":
                    known[identity] = row

    def run(self, entries: Iterable[Entry]) -> Outcome:
        """Merge the entries.

        Every entry is read and understood before the store is touched, so that a list that
        cannot be imported leaves no trace.

        Raises:
            ListError: an entry or a term cannot be understood.
            ValueError: the list has shrunk so much that it is more likely cut off.
        """
        safe = map(cleaned, entries)
        planned = [(entry, self._crosswalk.measures(entry, self.report)) for entry in safe]
        self.report.raise_errors()
        self._refuse_shrunken(len(planned))
        present = set()
        for entry, imposed in planned:
            listing_id = f"{self.snapshot.list_id}-{entry.ref}"
            present.add(listing_id)
            self._merge_entry(listing_id, entry, imposed)
        if self.snapshot.is_complete:
            self._end_absent(present)
        self.outcome.entries = len(planned)
        return self.outcome

    def _refuse_shrunken(self, entries: int) -> None:
        listed = sum(
            row["list_id"] == self.snapshot.list_id and not row["delisted_on"]
            for row in self.store.rows("listings")
        )
        if entries < listed * (1 - LARGEST_SHRINKAGE) or not entries:
            raise ValueError(
                f"{self.snapshot.list_id} was not imported: {self.snapshot.source_id} has "
                f"{entries} entries, the tables have {listed} listed; a list that is empty or "
                f"shrinks by more than {LARGEST_SHRINKAGE:.0%} is taken to be cut off"
            )

    def _merge_entry(self, listing_id: str, entry: Entry, imposed: list[Imposed]) -> None:
        entity_id, matched_by = self._resolver.entity_of(listing_id, entry)
        known = self.store.get("listings", listing_id)
        if known is not None and known["entity_id"] != entity_id:
            self._parties.move(known["entity_id"], entity_id)
        self._parties.write(entity_id, entry)
        self._write_listing(listing_id, entity_id, matched_by, entry)
        latest = self._latest.pop(listing_id, {})
        for measure in imposed:
            identity = (listing_id, measure.measure_type, measure.programme_id)
            self._write_measure(identity, entity_id, measure, latest.pop(identity, None))
        for row in latest.values():
            self._end(row)

    def _write_listing(
        self, listing_id: str, entity_id: str, matched_by: str, entry: Entry
    ) -> None:
        known = self.store.get("listings", listing_id)
        row = {
            "listing_id": listing_id,
            "list_id": self.snapshot.list_id,
            "entry_ref": entry.ref,
            "entity_id": entity_id,
            "matched_by": matched_by,
            "name": entry.names[0].text,
            "listed_on": entry.listed_on.isoformat() if entry.listed_on else "",
            "listed_precision": entry.precision,
            "delisted_on": "",
            "delisted_precision": "",
            "first_seen": known["first_seen"] if known else self.snapshot.taken_on.isoformat(),
            "source_id": known["source_id"] if known else self.snapshot.source_id,
        }
        if known is None:
            self.outcome.add("listing", "added")
        elif known != row:
            self.outcome.add("listing", "changed")
        self.store.put("listings", row)

    def _write_measure(
        self, identity: Identity, entity_id: str, measure: Imposed, known: Row | None
    ) -> None:
        table = self._table_of[measure.measure_type]
        header = TABLES[table].header
        row = {k: v for k, v in self._row(identity, entity_id, measure).items() if k in header}
        if known and known["status"] == "ended" and known["end_date"] == row["end_date"]:
            row["status"] = "ended"  # Its end was known, and the data are of a later day.
        if known is None or (known["status"] == "ended" and row["status"] != "ended"):
            row["measure_id"] = self._new_id(identity)
            self.outcome.add(measure.measure_type, "added")
        else:
            row = {**known, **row, **{column: known[column] for column in _KEPT}}
            if row != known:
                has_ended = row["status"] == "ended" != known["status"]
                self.outcome.add(measure.measure_type, "ended" if has_ended else "changed")
        self.store.put(table, row)

    def _row(self, identity: Identity, entity_id: str, measure: Imposed) -> Row:
        listing_id, measure_type, programme_id = identity
        has_ended = measure.end is not None and measure.end <= self.snapshot.taken_on
        return {
            "entity_id": entity_id,
            "authority_id": self._authority,
            "programme_id": programme_id,
            "instrument_id": measure.instrument_id,
            "measure_type": measure_type,
            "status": "ended" if has_ended else "in_force",
            "start_date": measure.start.isoformat() if measure.start else "",
            "start_precision": measure.start_precision,
            "end_date": measure.end.isoformat() if measure.end else "",
            "end_precision": "day" if measure.end else "",
            "announced_on": "",
            "first_seen": self.snapshot.taken_on.isoformat(),
            "basis": measure.basis,
            "rule_id": measure.rule_id,
            "evidence": measure.evidence,
            "listing_id": listing_id,
            "source_id": self.snapshot.source_id,
            "note": "",
            "printed_term": measure.printed_term,
            "entry_scope": measure.scope,
            "asset_scope": measure.scope,
            "restriction_kind": measure.scope,
            "nature": "sanction",
        }

    def _base_id(self, identity: Identity) -> str:
        listing_id, measure_type, programme_id = identity
        base = f"{listing_id}-{measure_type.replace('_', '-')}"
        if self.snapshot.has_many_programmes and programme_id:
            return f"{base}-{programme_id.removeprefix(f'{self._authority}-')}"
        return base

    def _new_id(self, identity: Identity) -> str:
        base = self._base_id(identity)
        self._intervals[base] += 1
        number = self._intervals[base]
        return f"{base}-{number}" if number > 1 else base

    def _end(self, row: Row) -> None:
        if row["status"] == "ended":
            return
        known = [self.snapshot.taken_on.isoformat(), self._crosswalk.last_day(row["rule_id"])]
        day = min(filter(None, known))
        if not row["end_date"] or row["end_date"] > day:
            row["end_date"], row["end_precision"] = day, "on_or_before"
        row["status"] = "ended"
        self.outcome.add(row["measure_type"], "ended")

    def _end_absent(self, present: set[str]) -> None:
        for row in self.store.rows("listings"):
            if row["list_id"] != self.snapshot.list_id or row["listing_id"] in present:
                continue
            if not row["delisted_on"]:
                row["delisted_on"] = self.snapshot.taken_on.isoformat()
                row["delisted_precision"] = "on_or_before"
                self.outcome.add("listing", "ended")
            for measure in self._latest.pop(row["listing_id"], {}).values():
                self._end(measure)
