"""From an entry to the measures it is under, by the published crosswalk and rules.

``source_terms`` says what a printed term means; ``programme_measures`` says what follows
from being listed. Anyone can read and correct both; no meaning is written in code.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from sanctions_data.lists import Entry, ReadReport
from sanctions_data.lists.common.entry import StatedMeasure, Term
from sanctions_data.lists.common.fit_cells import MAX_LENGTH
from sanctions_data.tables.store import Row, Store

_NO_TRAVEL = ("organisation", "vessel", "aircraft")
UNCLASSIFIED = "unclassified"
"""The kind of a measure whose printed term nobody has given a meaning yet."""


@dataclass(frozen=True, slots=True)
class Imposed:
    """A measure that an entry is under; its start may be the day of the entry, not its own."""

    measure_type: str
    programme_id: str
    instrument_id: str
    basis: str
    rule_id: str
    evidence: str
    start: date | None
    start_precision: str
    end: date | None = None
    printed_term: str = ""
    scope: str = ""
    start_rule: str = ""
    is_day_of_entry: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What tells the measures of one entry apart: the kind, and the programme or the term."""
        is_open = self.measure_type == UNCLASSIFIED
        return self.measure_type, self.printed_term if is_open else self.programme_id


@dataclass(frozen=True, slots=True)
class Reading:
    """What an entry was read to be under.

    ``general`` are the programmes that its terms name where a hint named more exact ones.
    ``is_whole`` says that the entry names a programme and every term of it was understood: only
    then is what it does not impose no longer imposed.
    """

    imposed: list[Imposed]
    general: frozenset[str] = frozenset()
    is_whole: bool = True


class Crosswalk:
    """The terms and rules of one list, as they stand on the day of a snapshot."""

    def __init__(self, store: Store, list_id: str, day: date) -> None:
        self._day = day
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
        self._adopted = {r["instrument_id"]: r["adopted_on"] for r in store.rows("instruments")}
        self._act = {row["programme_id"]: row["instrument_id"] for row in store.rows("programmes")}

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
        """The programmes in their order, each with the day that a term gives for it.

        First those that terms name, then those that hints name more exactly.
        """
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
            rows = [row for (of, _), rows in self._terms.items() if of == field for row in rows]
            self.refined.update(row["programme_id"] for row in rows)

    def _unclassified(self, term: Term, entry: Entry) -> Imposed:
        stated = next((each for each in entry.measures if each.term == term), StatedMeasure(term))
        start, precision = _start(entry, stated, "")
        return Imposed(
            measure_type=UNCLASSIFIED,
            programme_id="",
            instrument_id="",
            basis="stated",
            rule_id="",
            evidence="primary",
            start=start,
            start_precision=precision,
            end=stated.end,
            printed_term=term.text[:MAX_LENGTH],
        )

    def _meaning(
        self, term: Term, entry: Entry, report: ReadReport, open_terms: list[Term]
    ) -> Row | None:
        candidates = self._terms.get((term.field, term.text.casefold()), [])
        for kind in (entry.kind, "any"):
            for row in candidates:
                if row["party_kind"] == kind:
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
            start, precision = _start(entry, stated, row["not_before"])
            yield Imposed(
                measure_type=row["measure_type"],
                programme_id=programme,
                instrument_id=self._act.get(programme, ""),
                basis="stated",
                rule_id="",
                evidence="primary",
                start=start,
                start_precision=precision,
                end=stated.end,
                printed_term=stated.term.text,
                scope=row["scope"],
                is_day_of_entry=not stated.start,
            )

    def _derived(self, entry: Entry, programmes: dict[str, date | None]) -> Iterator[Imposed]:
        for programme, printed in programmes.items():
            for rule in self._rules[programme]:
                if rule["party_kind"] not in (entry.kind, "any"):
                    continue
                if rule["measure_type"] == "travel_ban" and entry.kind in _NO_TRAVEL:
                    continue
                start, precision = (printed, "day") if printed else self._start_by(rule, entry)
                yield Imposed(
                    measure_type=rule["measure_type"],
                    programme_id=programme,
                    instrument_id=rule["instrument_id"],
                    basis="derived",
                    rule_id=rule["rule_id"],
                    evidence=rule["evidence"],
                    start=start,
                    start_precision=precision,
                    end=date.fromisoformat(rule["to_date"]) if rule["to_date"] else None,
                    scope=rule["scope"],
                    is_day_of_entry=not printed,
                )

    def _start_by(self, rule: Row, entry: Entry) -> tuple[date | None, str]:
        """The start that follows from the day of listing, and its precision."""
        start, precision = entry.listed_on, entry.precision
        begins = date.fromisoformat(rule["from_date"]) if rule["from_date"] else None
        if begins and start and start < begins:
            start, precision = begins, "day"
        adopted = self._adopted.get(rule["instrument_id"])
        if adopted and start and start < date.fromisoformat(adopted):
            # Listed under an act that this one replaced: in force by then at the latest.
            start, precision = date.fromisoformat(adopted), "on_or_before"
        return start, precision


def _start(entry: Entry, stated: StatedMeasure, not_before: str) -> tuple[date | None, str]:
    if stated.start:
        return stated.start, stated.precision
    listed = entry.listed_on
    if listed and not_before and listed < date.fromisoformat(not_before):
        # The entry is older than the kind of measure, and the list does not say when the
        # measure was added to it: the day of listing would be wrong.
        return None, "unknown"
    return listed, entry.precision
