"""One update from start to end, list by list: read, merge, match, correct, check, write."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sanctions_data.download.snapshots import SnapshotFolder
from sanctions_data.generate.generated_files import add_generated_files, copy_for_trial
from sanctions_data.history.versions import OWN_TABLES
from sanctions_data.lists import ListError, ReadReport
from sanctions_data.names.fold import remembered_latin_key
from sanctions_data.resolution import resolve
from sanctions_data.schema import TABLES
from sanctions_data.tables.lock import locked
from sanctions_data.tables.store import Store
from sanctions_data.tables.transaction import commit, recover
from sanctions_data.update import corrections
from sanctions_data.update.merge import Merge
from sanctions_data.update.snapshot_checks import Check
from sanctions_data.update.sources import Outcome, Snapshot, accepted_in, refuse_older, write_source
from sanctions_data.update.statuses import (
    NEEDED,
    are_decisions_open,
    bring_up_to_date,
    is_unchanged,
    open_terms,
)
from sanctions_data.validation import Report, validate

# A new listing may turn out to be a party that contributors wrote. They should look; that
# is no reason to refuse the list.
ADVICE = ("party-is-new",)
_SHOWN = 20
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


def update(
    root: Path,
    snapshots: Iterable[SnapshotFolder],
    *,
    dry_run: bool = False,
    accept: str = "",
    again: bool = False,
) -> Result:
    """Bring the tables below ``root/data`` up to the snapshots, in the order given.

    Each list is merged, checked and written on its own: one that fails leaves its rows as they
    were, and the others go on. One that has not changed is not read again.

    Args:
        root: the folder that holds ``data/``.
        snapshots: what to import.
        dry_run: merge and report, but write nothing.
        accept: why snapshots are imported although a check fails; kept in ``sources``.
        again: read lists again that have not changed, as after a change of rules.

    Raises:
        InUseError: another process is changing the tables.
    """
    result = Result()
    with _writable(root, dry_run=dry_run) as place:
        recover(place)
        run = _Run(place, result, accept=accept, again=again)
        for snapshot in snapshots:
            run.import_list(snapshot)
    result.warnings = list(dict.fromkeys(result.warnings))
    return result


@contextmanager
def _writable(root: Path, *, dry_run: bool) -> Iterator[Path]:
    """The folder to write into: the root itself, or a copy where nothing is to change."""
    if dry_run:
        with copy_for_trial(root, {}) as copy:
            yield copy
    else:
        with locked(root, "update"):
            yield root


class _Run:
    """The lists of one update, one after the other."""

    def __init__(self, root: Path, result: Result, *, accept: str, again: bool) -> None:
        self._root, self._result = root, result
        self._accept, self._again = accept, again
        self._few: Store | None = None
        self._known: set[str] | None = None

    def import_list(self, snapshot: SnapshotFolder) -> None:
        """Import one list, or note why it was not."""
        list_id = snapshot.list_format.list_id
        try:
            if self._again or not is_unchanged(self._first(), snapshot):
                self._few = None
                self._import(snapshot)
            else:
                terms = open_terms(self._first(), list_id)
                self._result.outcomes[list_id] = Outcome(is_unchanged=True, terms=terms)
        except (ListError, OSError, ValueError) as error:
            self._result.failures[list_id] = str(error)
        except Exception as error:
            # Whatever goes wrong with one list must not hold back another.
            self._result.failures[list_id] = (
                f"{list_id} was not imported: unexpected {type(error).__name__}: {error}; "
                "please report it with the file"
            )

    def _first(self) -> Store:
        """The tables that tell whether anything is to be done: all of them take longer."""
        self._few = self._few or Store.read(self._root / "data", NEEDED)
        return self._few

    def _import(self, snapshot: SnapshotFolder) -> None:
        outcome, tables = self._merged(snapshot)
        # Checking takes as much memory as merging, and need not have it at the same time.
        gc.collect()
        self._write(snapshot.list_format.list_id, tables)
        self._result.outcomes[snapshot.list_format.list_id] = outcome

    def _merged(self, snapshot: SnapshotFolder) -> tuple[Outcome, dict[str, bytes]]:
        """The tables with the snapshot in them that differ; the rows are let go of here."""
        store = Store.read(self._root / "data", _MERGED)
        if self._known is None:
            self._known = {row["entity_id"] for row in store.rows("entities")}
        corrections.take_off(store)
        outcome = merge_snapshot(store, snapshot, self._result, self._accept)
        if outcome.parties or are_decisions_open(store):
            gc.collect()
            decided = {row["entity_id"] for row in store.rows("match_decisions")}
            resolve(store, self._known | decided)
        remembered_latin_key.cache_clear()  # folded names are of use to merging alone
        self._result.warnings += corrections.put_on(store)
        bring_up_to_date(store)
        tables = {}
        for name in _MERGED:
            path, content = f"data/{name}.csv", store.canonical(name)
            on_disk = self._root / path
            if not on_disk.is_file() or on_disk.read_bytes() != content:
                tables[path] = content
        return outcome, tables

    def _write(self, list_id: str, tables: dict[str, bytes]) -> None:
        """Check the tables, and replace those that differ.

        Raises:
            ValueError: the tables would break a rule that they do not break now.
        """
        if not tables:
            return
        report = _check(self._root, tables)
        # Not one by one: they are of all tables, and nearly all of them were there before.
        self._result.warnings += [
            f"{rule} warns of rows in the tables: {number:,}; 'sanctions-data validate' shows them"
            for rule, number in report.warning_counts.items()
        ]
        if found := report.errors:
            before = {issue.identity for issue in validate(self._root / "data").errors}
            found = [issue for issue in found if issue.identity not in before]
        stopping = [str(issue) for issue in found if issue.rule not in ADVICE]
        self._result.warnings += [str(issue) for issue in found if issue.rule in ADVICE]
        if stopping:
            self._result.issues += stopping
            shown = "\n".join(f"  {issue}" for issue in stopping[:_SHOWN])
            raise ValueError(
                f"{list_id} was not imported: the tables would have {len(stopping)} issues\n{shown}"
            )
        gc.collect()
        commit(self._root, add_generated_files(self._root, tables))


def _check(root: Path, tables: dict[str, bytes]) -> Report:
    with copy_for_trial(root, tables) as copy:
        return validate(copy / "data")


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
        is_complete=completeness != "incomplete",
        has_many_programmes=folder.list_format.has_many_programmes,
        renumbers=folder.list_format.renumbers,
        carries=folder.carries(),
        lacks_details=completeness in ("lacks_details", "incomplete"),
        stated_day=folder.stated_day(),
        stated_entries=folder.stated_entries(),
        end_marks=folder.end_marks(),
        accepted=accept or accepted_in(source),
    )
    merge = Merge(store, snapshot, report)
    try:
        outcome = merge.run(folder.list_format.read(folder.folder, report))
    finally:
        result.checks[list_id] = merge.checks
        result.warnings += [str(problem) for problem in report.problems if not problem.is_error]
        result.warnings += [f"{list_id}: {missing}" for missing in folder.missing()]
    write_source(store, folder, snapshot, outcome)
    return outcome
