"""From an entry to the measures it is under, by the published crosswalk and rules.

``source_terms`` says what a printed term means; ``programme_measures`` says what follows
from being listed. Anyone can read and correct both; no meaning is written in code.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sanctions_data.lists import Entry, ReadReport
from sanctions_data.lists.common.entry import StatedMeasure, Term
from sanctions_data.lists.common.fit_cells import MAX_LENGTH
from sanctions_data.tables.act_days import first_days_of_rows
from sanctions_data.tables.store import Row, Store
from sanctions_data.update.sources import Snapshot
from sanctions_data.update.terms.acts import act_in, choose_by_act
from sanctions_data.update.terms.imposed import UNCLASSIFIED, Imposed, Reading
from sanctions_data.update.terms.starts import start_by_rule, start_of_stated

_NO_TRAVEL = ("organisation", "vessel", "aircraft")


class Crosswalk:
    """The terms and rules of one list, as they stand on the day of a snapshot."""

    def __init__(
        self,
        store: Store,
        list_id: str,
        day: date,
        *,
        has_many_programmes: bool = False,
        evidence: str = "primary",
    ) -> None:
        self._day, self._has_many, self._evidence = day, has_many_programmes, evidence
        self.unknown: dict[tuple[str, str, str], int] = {}
        self.refined: set[str] = set()
        self._hint_fields: set[str] = set()
        self._terms: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for row in store.rows("source_terms"):
            if row["list_id"] == list_id:
                self._terms[row["field"], row["term"].casefold()].append(row)
        self._rules: dict[str, list[Row]] = defaultdict(list)
        self._ended: dict[str, str] = {}
        for row in store.rows("programme_measures"):
            if row["list_id"] == list_id:
                self._rules[row["programme_id"]].append(row)
                self._ended[row["rule_id"]] = row["to_date"]
        acts = store.rows("instruments")
        self._act_days = first_days_of_rows(acts)
        self._by_number = {r["number"]: r["instrument_id"] for r in acts if r["number"]}
        self._act = {row["programme_id"]: row["instrument_id"] for row in store.rows("programmes")}

    @classmethod
    def of(cls, store: Store, snapshot: Snapshot) -> Crosswalk:
        """The terms and rules of the list of a snapshot, on its day."""
        return cls(
            store,
            snapshot.list_id,
            snapshot.taken_on,
            has_many_programmes=snapshot.has_many_programmes,
            evidence=snapshot.evidence,
        )

    def measures(self, entry: Entry, report: ReadReport) -> list[Imposed]:
        """Every measure that the entry is under, one a kind and programme; see :meth:`read`."""
        return self.read(entry, report).imposed

    def read(self, entry: Entry, report: ReadReport) -> Reading:
        """The measures of an entry, one a kind and programme, and how far its terms are known.

        A term that nobody knows becomes a measure of kind ``unclassified`` with a warning.
        """
        open_terms: list[Term] = []
        general, exact = self._programmes(entry, report, open_terms)
        programmes = exact or general or {"": None}
        found = [
            *self._stated(entry, next(iter(programmes)), report, open_terms),
            *self._derived(entry, programmes),
        ]
        if found and all(each.end and each.end <= self._day for each in found):
            # Still listed, though every act known for it has ended: what follows from the list
            # itself holds, from a day that nobody says.
            undated = replace(entry, listed_on=None, precision="unknown")
            found += self._derived(undated, {"": None})
        found += [self._unclassified(term, entry) for term in open_terms]
        single = list({measure.key: measure for measure in reversed(found)}.values())[::-1]
        # An entry that prints no programme does not say that it is under none.
        names_programme = any(not term.is_hint for term in entry.programmes)
        is_whole = names_programme and not open_terms
        return Reading(single, frozenset(general) if exact else frozenset(), is_whole)

    def knows(self, text: str) -> bool:
        """Whether a printed term has a meaning by now, in whatever field it stands."""
        return any(text.casefold() == known for _, known in self._terms)

    def last_day(self, rule_id: str) -> str:
        """The day on which the act behind a rule ended, as ISO text; empty if it has not."""
        return self._ended.get(rule_id, "")

    def _programmes(
        self, entry: Entry, report: ReadReport, open_terms: list[Term]
    ) -> tuple[dict[str, date | None], dict[str, date | None]]:
        """The programmes that terms name, then those that hints do, each with its printed day."""
        general: dict[str, date | None] = {}
        exact: dict[str, date | None] = {}
        refined = {term.refines for term in entry.programmes}
        for term in entry.programmes:
            if term.is_hint or term.refines:
                self._note_hint(term.field)
            row = self._meaning(term, entry, report, open_terms)
            if row is None or not row["programme_id"] or term.text in refined:
                continue
            found = exact if term.is_hint else general
            found[row["programme_id"]] = found.get(row["programme_id"]) or term.start
        return general, exact

    def _note_hint(self, field: str) -> None:
        """Remember which programmes only a hint names: to know them no more changes nothing."""
        if field not in self._hint_fields:
            self._hint_fields.add(field)
            rows = (row for (of, _), rows in self._terms.items() if of == field for row in rows)
            self.refined.update(row["programme_id"] for row in rows if row["programme_id"])

    def _unclassified(self, term: Term, entry: Entry) -> Imposed:
        stated = next((each for each in entry.measures if each.term == term), StatedMeasure(term))
        start, precision = start_of_stated(entry, stated, "")
        return Imposed(
            measure_type=UNCLASSIFIED,
            programme_id="",
            instrument_id="",
            basis="stated",
            rule_id="",
            evidence=self._evidence,
            start=start,
            start_precision=precision,
            end=stated.end,
            printed_term=term.text[:MAX_LENGTH],
            is_day_of_entry=not stated.start,
        )

    def _meaning(
        self, term: Term, entry: Entry, report: ReadReport, open_terms: list[Term]
    ) -> Row | None:
        candidates = self._terms.get((term.field, term.text.casefold()), [])
        by_kind = {row["party_kind"]: row for row in candidates}
        if row := by_kind.get(entry.kind) or by_kind.get("any"):
            return row
        if term.is_hint:
            return None
        open_terms.append(term)
        key = term.field, term.text, entry.kind
        self.unknown[key] = self.unknown.get(key, 0) + 1
        if self.unknown[key] == 1:
            report.warn(
                f"{entry.position} ({entry.ref})",
                f"found unknown {term.field} {term.text!r} for a party of kind {entry.kind}; kept "
                "as a measure that is not classified: add it to source_terms with its meaning",
            )
        return None

    def _stated(
        self, entry: Entry, programme: str, report: ReadReport, open_terms: list[Term]
    ) -> Iterator[Imposed]:
        for stated in entry.measures:
            row = self._meaning(stated.term, entry, report, open_terms)
            if row is None or not row["measure_type"]:
                continue
            of = row["programme_id"] or programme
            act = self._by_number.get(stated.act, "") if stated.act else self._act.get(of, "")
            act_day = self._act_days.get(act, "")
            start, precision = start_of_stated(entry, stated, row["not_before"], act_day)
            yield Imposed(
                measure_type=row["measure_type"],
                programme_id=of,
                instrument_id=act,
                basis="stated",
                rule_id="",
                evidence=self._evidence,
                start=start,
                start_precision=precision,
                end=stated.end,
                printed_term=stated.term.text,
                scope=row["scope"],
                start_rule=stated.start_rule if stated.start else entry.start_rule,
                is_day_of_entry=not stated.start,
                is_suspended=stated.is_suspended,
            )

    def _derived(self, entry: Entry, programmes: dict[str, date | None]) -> Iterator[Imposed]:
        acts = self._printed_acts(entry)
        for programme, printed in programmes.items():
            main = self._act.get(programme, "")
            rules = self._rules_of(programme, entry.kind)
            for rule, is_open in choose_by_act(rules, main, acts):
                act_day = self._act_days.get(rule["instrument_id"], "")
                start, precision = start_by_rule(
                    entry, rule, act_day, has_many_programmes=self._has_many
                )
                if printed:
                    start, precision = printed, "day"
                yield Imposed(
                    measure_type=rule["measure_type"],
                    programme_id=programme,
                    instrument_id=rule["instrument_id"],
                    basis="derived",
                    rule_id=rule["rule_id"],
                    # That one is on the list is known no better than the list is.
                    evidence=rule["evidence"] if self._evidence == "primary" else self._evidence,
                    start=start,
                    start_precision=precision,
                    end=date.fromisoformat(rule["to_date"]) if rule["to_date"] else None,
                    scope=rule["scope"],
                    start_rule="" if printed or start != entry.listed_on else entry.start_rule,
                    is_day_of_entry=not printed,
                    has_open_act=is_open,
                )

    def _printed_acts(self, entry: Entry) -> set[str]:
        """The acts that the legal authorities of the entry are."""
        texts = (term.text for term in entry.programmes if term.is_hint)
        return {act_in(text, self._by_number) for text in texts} - {""}

    def _rules_of(self, programme: str, kind: str) -> Iterator[Row]:
        """The rules for a kind of party; where one took over from another, that of the day."""
        rules = [rule for rule in self._rules[programme] if _applies(rule, kind)]
        today = {rule["measure_type"] for rule in rules if self._holds(rule)}
        return (r for r in rules if r["measure_type"] not in today or self._holds(r))

    def _holds(self, rule: Row) -> bool:
        return rule["from_date"] <= self._day.isoformat() < (rule["to_date"] or "9999")


def _applies(rule: Row, kind: str) -> bool:
    if rule["measure_type"] == "travel_ban" and kind in _NO_TRAVEL:
        return False
    return rule["party_kind"] in (kind, "any")
