"""Importing lists: read, merge, match, correct, check, write.

Matching and checking take longer than merging, and are done once for all the lists of an
update. Where the tables would not be sound the lists are imported one by one, so that the one
that is to blame holds back no other.
"""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sanctions_data.download.snapshots import SnapshotFolder, fingerprint
from sanctions_data.generate.generated_files import add_generated_files, copy_for_trial
from sanctions_data.history.versions import OWN_TABLES
from sanctions_data.lists import FORMATS, ListError, ReadReport
from sanctions_data.names.fold import remembered_latin_key
from sanctions_data.resolution import resolve
from sanctions_data.schema import TABLES
from sanctions_data.tables.store import Store
from sanctions_data.tables.transaction import commit
from sanctions_data.update import corrections
from sanctions_data.update.days.statuses import (
    NEEDED,
    are_decisions_open,
    bring_up_to_date,
    is_unchanged,
    open_terms,
)
from sanctions_data.update.measures.join_stated import join_stated
from sanctions_data.update.measures.join_written import join_written
from sanctions_data.update.merge import Merge
from sanctions_data.update.snapshot_checks import Check
from sanctions_data.update.sources import Outcome, Snapshot, accepted_in, refuse_older, write_source
from sanctions_data.validation import Issue, validate

# A new listing may turn out to be a party that contributors wrote. They should look; that
# is no reason to refuse the list.
ADVICE = ("party-is-new",)
_SHOWN = 20
_NEVER_WHOLE = frozenset(each.list_id for each in FORMATS.values() if not each.is_ever_whole)
# The history is written by releases, and would only take up memory here.
_MERGED = tuple(name for name in TABLES if name not in OWN_TABLES)


@dataclass
class Result:
    """What an update did to each list, and what stopped the lists that failed.

    ``issues`` are those of merged tables that were not written; their list is among the
    ``failures``. ``checks`` are what was seen before each list was merged.
    """

    outcomes: dict[str, Outcome] = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    issues: list[str] = field(default_factory=list)
    checks: dict[str, list[Check]] = field(default_factory=dict)

    @property
    def asks_for_terms(self) -> bool:
        """Whether a list prints a term that nobody has given a meaning."""
        return any(outcome.terms for outcome in self.outcomes.values())

    def copy_to(self, other: Result) -> None:
        """Put what happened beside what is known of other lists."""
        other.outcomes |= self.outcomes
        other.failures |= self.failures
        other.checks |= self.checks
        other.warnings += self.warnings
        other.issues += self.issues


class _UnsoundError(ValueError):
    """The tables would break a rule that they do not break now."""

    def __init__(self, issues: Sequence[Issue]) -> None:
        self.issues = [str(issue) for issue in issues]
        shown = "\n".join(f"  {issue}" for issue in self.issues[:_SHOWN])
        super().__init__(f"the tables would have {len(self.issues)} issues\n{shown}")


class Importer:
    """Imports the lists of one update, and notes in ``result`` what became of each."""

    def __init__(self, root: Path, result: Result, *, accept: str, again: bool) -> None:
        self._root, self._result = root, result
        self._accept, self._again = accept, again
        self._known: set[str] | None = None

    def run(self, snapshots: Sequence[SnapshotFolder]) -> None:
        """Import those that say something new: together, or else one by one."""
        changed = self._changed(snapshots)
        if not changed:
            return
        trial = Result()
        try:
            self._import(changed, trial)
        except Exception as error:
            # Whatever goes wrong with one list must not hold back another.
            if len(changed) == 1:
                self._note_failure(changed[0], error)
                self._result.checks |= trial.checks
                return
            for snapshot in changed:
                self.run([snapshot])
        else:
            trial.copy_to(self._result)

    def _changed(self, snapshots: Sequence[SnapshotFolder]) -> list[SnapshotFolder]:
        """The snapshots to import; few tables tell, and to read all of them takes longer."""
        few, changed = Store.read(self._root / "data", NEEDED), []
        for snapshot in snapshots:
            list_id = snapshot.list_format.list_id
            if self._again or not is_unchanged(few, snapshot):
                changed.append(snapshot)
            else:
                outcome = Outcome(is_unchanged=True, terms=open_terms(few, list_id))
                self._result.outcomes[list_id] = outcome
        return changed

    def _note_failure(self, snapshot: SnapshotFolder, error: Exception) -> None:
        list_id, why = snapshot.list_format.list_id, str(error)
        if isinstance(error, _UnsoundError):
            self._result.issues += error.issues
            why = f"{list_id} was not imported: {error}"
        elif not isinstance(error, (ListError, OSError, ValueError)):
            why = (
                f"{list_id} was not imported: unexpected {type(error).__name__}: {error}; "
                "please report it with the file"
            )
        self._result.failures[list_id] = why

    def _import(self, snapshots: Sequence[SnapshotFolder], result: Result) -> None:
        tables = self._merged(snapshots, result)
        # Checking takes as much memory as merging, and need not have it at the same time.
        gc.collect()
        self._write(tables, result)

    def _merged(self, snapshots: Sequence[SnapshotFolder], result: Result) -> dict[str, bytes]:
        """The tables with the snapshots in them that differ; the rows are let go of here."""
        store = Store.read(self._root / "data", _MERGED)
        if self._known is None:
            self._known = {row["entity_id"] for row in store.rows("entities")}
        corrections.take_off(store)
        for snapshot in snapshots:
            self._merge(store, snapshot, result, is_alone=len(snapshots) == 1)
        outcomes = result.outcomes.values()
        if any(outcome.parties for outcome in outcomes) or are_decisions_open(store):
            gc.collect()
            decided = {row["entity_id"] for row in store.rows("match_decisions")}
            resolve(store, self._known | decided)
        join_stated(store, _NEVER_WHOLE)
        join_written(store, self._known)
        remembered_latin_key.cache_clear()  # folded names are of use to merging alone
        result.warnings += corrections.put_on(store)
        bring_up_to_date(store)
        tables = {}
        for name in _MERGED:
            path, content = f"data/{name}.csv", store.canonical(name)
            on_disk = self._root / path
            if not on_disk.is_file() or on_disk.read_bytes() != content:
                tables[path] = content
        return tables

    def _merge(
        self, store: Store, snapshot: SnapshotFolder, result: Result, *, is_alone: bool
    ) -> None:
        """Merge one list, or note why it cannot be: that leaves no trace in the store."""
        list_id = snapshot.list_format.list_id
        try:
            result.outcomes[list_id] = merge_snapshot(store, snapshot, result, self._accept)
        except (ListError, OSError, ValueError) as error:
            if is_alone:
                raise
            result.failures[list_id] = str(error)

    def _write(self, tables: dict[str, bytes], result: Result) -> None:
        """Check the tables, and replace those that differ.

        Raises:
            _UnsoundError: the tables would break a rule that they do not break now.
        """
        if not tables:
            return
        with copy_for_trial(self._root, tables) as copy:
            report = validate(copy / "data")
        # Not one by one: they are of all tables, and nearly all of them were there before.
        result.warnings += [
            f"{rule} warns of rows in the tables: {number:,}; 'sanctions-data validate' shows them"
            for rule, number in report.warning_counts.items()
        ]
        if found := report.errors:
            before = {issue.identity for issue in validate(self._root / "data").errors}
            found = [issue for issue in found if issue.identity not in before]
        if stopping := [issue for issue in found if issue.rule not in ADVICE]:
            raise _UnsoundError(stopping)
        result.warnings += [str(issue) for issue in found]
        gc.collect()
        commit(self._root, add_generated_files(self._root, tables))


def merge_snapshot(
    store: Store, folder: SnapshotFolder, result: Result, accept: str = ""
) -> Outcome:
    """Merge one snapshot into the store.

    Raises:
        ListError: the file cannot be read.
        ValueError: the snapshot is older than what we have, or a check fails.
    """
    list_id = folder.list_format.list_id
    refuse_older(store, folder)
    report = ReadReport(list_id)
    source = store.get("sources", folder.source_id) or {}
    completeness = source.get("completeness", "")
    snapshot = Snapshot(
        list_id=list_id,
        source_id=folder.source_id,
        taken_on=folder.taken_on,
        is_complete=completeness != "incomplete" and folder.list_format.is_ever_whole,
        has_many_programmes=folder.list_format.has_many_programmes,
        renumbers=folder.list_format.renumbers,
        carries=folder.carries(),
        lacks_details=completeness in ("lacks_details", "incomplete"),
        stated_day=folder.stated_day(),
        stated_entries=folder.stated_entries(),
        end_marks=folder.end_marks(),
        accepted=accept or accepted_in(source),
        evidence=folder.list_format.evidence,
    )
    merge, read = Merge(store, snapshot, report), fingerprint(folder)
    try:
        outcome = merge.run(folder.read(report, read))
    finally:
        result.checks[list_id] = merge.checks
        result.warnings += [str(problem) for problem in report.problems if not problem.is_error]
        result.warnings += [f"{list_id}: {missing}" for missing in folder.missing()]
    write_source(store, folder, snapshot, outcome, read)
    return outcome
