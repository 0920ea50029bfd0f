"""Merging one snapshot of one list into the tables.

What the snapshot has and we had not is added; what differs is changed; what a complete
snapshot that could have said it no longer has is ended on the day of the snapshot, which is
the latest day on which it can have happened. Nothing is deleted that the snapshot cannot carry.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from sanctions_data.lists import Entry, ReadReport
from sanctions_data.lists.common.partial_dates import iso
from sanctions_data.tables.store import Row, Store
from sanctions_data.update.apply_terms import Crosswalk
from sanctions_data.update.clean import cleaned
from sanctions_data.update.days.start_limits import StartLimits
from sanctions_data.update.entity_of_entry import Resolver
from sanctions_data.update.identity import Assigned, Register
from sanctions_data.update.richness import Kind, Richness, field_of, is_poor
from sanctions_data.update.snapshot_checks import Check, Findings, checks, refuse
from sanctions_data.update.sources import Outcome, Snapshot, earlier_of, kept_from, surer
from sanctions_data.update.terms.imposed import Planned
from sanctions_data.update.write_entities import FactKey, PartyWriter, facts_of, keyed, write_links
from sanctions_data.update.write_measures import MeasureWriter


class Merge:
    """One merge; make a new one for every snapshot."""

    def __init__(self, store: Store, snapshot: Snapshot, report: ReadReport) -> None:
        if store.get("lists", snapshot.list_id) is None:
            raise ValueError(
                f"{snapshot.list_id} was not imported: lists.csv has no such list; add its row"
            )
        self.store = store
        self.snapshot = snapshot
        self.report = report
        self.outcome = Outcome()
        self.checks: list[Check] = []
        self._there: set[str] = set()
        list_id, day = snapshot.list_id, snapshot.taken_on
        self._day = day.isoformat()
        self._register = Register(store, list_id)
        self._crosswalk = Crosswalk.of(store, snapshot)
        self._resolver = Resolver(store, list_id, day)
        self._parties = PartyWriter(store, list_id)
        self._richness = Richness(snapshot.carries, snapshot.lacks_details)
        self._may_end = "measures" in snapshot.carries
        self._earlier = earlier_of(store, list_id, snapshot.source_id)
        self._limits = StartLimits(store, self._earlier)
        self._measures = MeasureWriter(store, snapshot, self._crosswalk, self._limits, self.outcome)

    def run(self, entries: Iterable[Entry]) -> Outcome:
        """Merge the entries.

        All are read and checked before the store is touched: a refusal leaves no trace.

        Raises:
            ListError: the file cannot be read.
            RefusedError: the snapshot does not look like the next state of the list.
        """
        planned = self._plan(entries)
        for each in planned:
            self._merge_entry(each)
        self._write_facts(planned)
        links = {each.listing_id: each.entry.links for each in planned}
        whole = not self.snapshot.lacks_details
        write_links(self.store, self.snapshot.list_id, links, may_remove=whole)
        if self.snapshot.is_complete:
            self._end_gone()
        self.outcome.kept_from = kept_from(self._earlier, self.outcome.kept)
        self.outcome.terms = self._crosswalk.unknown
        self.outcome.entries = len(planned)
        return self.outcome

    def _plan(self, entries: Iterable[Entry]) -> list[Planned]:
        read = [cleaned(entry) for entry in entries]
        self.report.raise_errors()
        assigned = self._register.assign(read, renumbers=self.snapshot.renumbers)
        kinds = {row["entity_id"]: row["kind"] for row in self.store.rows("entities")}
        refs = frozenset(entry.ref for entry in read)
        planned = []
        for entry, known in zip(read, assigned.listings, strict=True):
            if known is None and not entry.names:
                why = "found no name, and the entry is not known; left out until a file names it"
                self.report.odd(entry.position, why, left_out=entry.ref)
                continue
            kind = kinds.get(known["entity_id"], "") if known and entry.kind == "unknown" else ""
            whole = replace(entry, kind=kind) if kind else entry
            listing_id = known["listing_id"] if known else self._register.new_id(entry.ref, refs)
            reading = self._crosswalk.read(whole, self.report)
            planned.append(Planned(whole, listing_id, known, reading))
        # What could not be read is there all the same.
        unread = (self._register.at(ref) for ref in self.report.left_out)
        self._there = {each.listing_id for each in planned}
        self._there |= {row["listing_id"] for row in unread if row}
        self.outcome.moved = assigned.moved
        self._measure_richness(planned)
        found = self._findings(planned, assigned, refs)
        self.checks = list(checks(found))
        refuse(found, self.checks)
        return planned

    def _measure_richness(self, planned: list[Planned]) -> None:
        by_entity: dict[str, list[Entry]] = defaultdict(list)
        for each in planned:
            # A party that is new has nothing to lose, but shows what the snapshot can say.
            entity_id = each.known["entity_id"] if each.known else f"new {each.listing_id}"
            by_entity[entity_id].append(each.entry)
        for entity_id, entries in by_entity.items():
            found: dict[FactKey, Row] = {}
            for entry in entries:
                found |= keyed(facts_of(self.snapshot.list_id, entity_id, entry))
            self._richness.measure(self._parties.known(entity_id), found)

    def _findings(
        self, planned: list[Planned], assigned: Assigned, refs: frozenset[str]
    ) -> Findings:
        known = self._measures.known
        # One whose measures have run out is expected to be gone, and proves nothing.
        listed = [
            row
            for row in self._register.rows
            if not row["delisted_on"]
            and not self._measures.known.have_run_out(row["listing_id"], self._day)
        ]
        measures = imposed = ending = 0
        for each in planned:
            imposed += len(each.reading.imposed)
            if each.known is not None and not each.known["delisted_on"]:
                measures += len(known.understood(each.listing_id))
                ending += self._ends(each) and self._measures.ends(each.listing_id, each.reading)
        if is_poor(ending, imposed, len(planned)):
            # Not one entry, or hardly any, has a measure: they do not stand in this file.
            self._may_end, ending = False, 0
        days = (e.entry.listed_on for e in planned if e.entry.precision == "day")
        return Findings(
            snapshot=self.snapshot,
            report=self.report,
            entries=len(planned),
            refs=refs,
            listed=listed,
            gone=[row for row in listed if row["listing_id"] not in self._there],
            assigned=assigned,
            richness=self._richness,
            measures=measures,
            ending=ending,
            earlier=self._earlier,
            newest_day=max((day.isoformat() for day in days if day), default=""),
        )

    def _ends(self, planned: Planned) -> bool:
        """Whether what an entry does not impose is no longer imposed."""
        is_read = not {"measures", "programmes"} & set(planned.entry.unread)
        return self._may_end and planned.reading.is_whole and is_read

    def _merge_entry(self, planned: Planned) -> None:
        entry, listing_id, known = planned.entry, planned.listing_id, planned.known
        entity_id, matched_by = self._resolver.entity_of(listing_id, entry)
        if known is not None and known["entity_id"] != entity_id:
            self._parties.move(known["entity_id"], entity_id)
        self._parties.found(entity_id, entry)
        self._write_listing(planned, entity_id, matched_by)
        before, programmes = self.outcome.counts.copy(), self._measures.known.programmes(listing_id)
        kept = self._measures.write(
            listing_id, entity_id, planned.reading, may_end=self._ends(planned)
        )
        self.outcome.kept["measures"] += kept
        self._tell(listing_id, before)
        if programmes != self._measures.known.programmes(listing_id):
            self.outcome.parties.add(entity_id)

    def _tell(self, listing_id: str, before: Counter[tuple[str, str]]) -> None:
        for (what, how), number in (self.outcome.counts - before).items():
            self.outcome.tell(listing_id, number, f"{number} {what} {how}")

    def _write_listing(self, planned: Planned, entity_id: str, matched_by: str) -> None:
        entry, known = planned.entry, planned.known
        has_title = bool(entry.names) and entry.names[0].type == "primary"
        listed = iso(entry.listed_on), entry.precision
        if known is not None:
            was = known["listed_on"], known["listed_precision"]
            if not (known["delisted_on"] or self._measures.known.has_gap(planned.listing_id)):
                listed = self._limits.bounded(known, listed)
            listed = surer(was, listed)
            self.outcome.kept["dates"] += bool(was[0] and not entry.listed_on)
        row = {
            "listing_id": planned.listing_id,
            "list_id": self.snapshot.list_id,
            "entry_ref": entry.ref,
            "entity_id": entity_id,
            "matched_by": matched_by,
            "name": entry.names[0].text if has_title or known is None else known["name"],
            "listed_on": listed[0],
            "listed_precision": listed[1],
            "delisted_on": "",
            "delisted_precision": "",
            "first_seen": known["first_seen"] if known else self._day,
            "source_id": known["source_id"] if known else self.snapshot.source_id,
        }
        if known is not None and has_title:
            self._parties.learn_name(entity_id, known["name"], row["name"])
        if known is None:
            self.outcome.add("listing", "added")
        elif known == row:
            return
        else:
            self.outcome.add("listing", "changed")
        self.outcome.parties.add(entity_id)
        changed = ", ".join(c for c in row if known and known[c] != row[c]) or "new"
        self.outcome.tell(planned.listing_id, 1, f"listing: {changed}")
        self.store.put("listings", row)

    def _write_facts(self, planned: list[Planned]) -> None:
        """Write the facts of every party, of all its entries at once."""
        by_entity, known = defaultdict(list), self._register.rows
        absent = {row["entity_id"] for row in known if row["listing_id"] not in self._there}
        for each in planned:
            row = self.store.get("listings", each.listing_id) or {}
            by_entity[row["entity_id"]].append(each)
        self.outcome.kept.update(self._richness.kept())
        for entity_id, every in by_entity.items():
            unread = {field for each in every for field in each.entry.unread}
            is_absent = entity_id in absent

            def keeps(kind: Kind, *, all_of_it: bool = is_absent, but: set[str] = unread) -> bool:
                return all_of_it or field_of(kind) in but or self._richness.keeps(kind)

            added, gone = self._parties.write(entity_id, [e.entry for e in every], keeps)
            if added or gone:
                self.outcome.parties.add(entity_id)
                story = f"{added} facts new, {gone} gone"
                self.outcome.tell(every[0].listing_id, added + gone, story)

    def _end_gone(self) -> None:
        for row in self._register.rows:
            current = self.store.get("listings", row["listing_id"])
            if row["listing_id"] in self._there or current is None or current["delisted_on"]:
                continue
            # An entry that took effect tomorrow and is gone today never was on the list.
            current["delisted_on"] = max(self._day, current["listed_on"])
            current["delisted_precision"] = "on_or_before"
            self.outcome.add("listing", "ended")
            before = self.outcome.counts.copy()
            self.outcome.tell(row["listing_id"], 1, f"gone: {row['name']}")
            self._measures.end_all(row["listing_id"])
            self._tell(row["listing_id"], before)
