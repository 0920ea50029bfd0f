"""One update from start to end: read, merge, correct, check, write everything or nothing."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from sanctions_data.download.snapshots import SnapshotFolder, fingerprint
from sanctions_data.generate.generated_files import add_generated_files, copy_for_trial
from sanctions_data.lists import ListError, ReadReport
from sanctions_data.names.fold import remembered_latin_key
from sanctions_data.resolution import resolve
from sanctions_data.schema import TABLES
from sanctions_data.tables.lock import locked
from sanctions_data.tables.store import Store
from sanctions_data.tables.transaction import commit, recover
from sanctions_data.update import corrections
from sanctions_data.update.merge import Merge, Outcome, Snapshot
from sanctions_data.update.statuses import bring_up_to_date
from sanctions_data.validation import Report, validate

# A new listing may turn out to be a party that contributors wrote. They should look; that
# is no reason to refuse the list.
ADVICE = ("party-is-new",)


@dataclass
class Result:
    """What an update did to each list, and what stopped the lists that failed.

    ``issues``, errors in the merged tables, mean that nothing was written at all.
    """

    outcomes: dict[str, Outcome] = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    issues: list[str] = field(default_factory=list)


def update(root: Path, snapshots: Iterable[SnapshotFolder], *, dry_run: bool = False) -> Result:
    """Bring the tables below ``root/data`` up to the snapshots, in the order given.

    A list that fails leaves its rows as they were and the others go on. Nothing is written
    before everything has been merged; then all files are replaced in one step.

    Args:
        root: the folder that holds ``data/``.
        snapshots: what to import.
        dry_run: merge and report, but write nothing.

    Raises:
        InUseError: another process is changing the tables.
    """
    with nullcontext() if dry_run else locked(root, "update"):
        return _update(root, snapshots, dry_run=dry_run)


def _update(root: Path, snapshots: Iterable[SnapshotFolder], *, dry_run: bool) -> Result:
    recover(root)
    result = Result()
    tables = _merged(root / "data", snapshots, result)
    # Checking takes as much memory as merging, and need not have it at the same time.
    gc.collect()
    if result.outcomes:
        report = _check(root, tables)
        for issue in report.errors:
            (result.warnings if issue.rule in ADVICE else result.issues).append(str(issue))
        # Not one by one: they are of all tables, and nearly all of them were there before.
        result.warnings += [
            f"{rule} warns of rows in the tables: {number:,}; 'sanctions-data validate' shows them"
            for rule, number in report.warning_counts.items()
        ]
        gc.collect()
        if not result.issues and not dry_run:
            commit(root, add_generated_files(root, tables))
    return result


def _merged(folder: Path, snapshots: Iterable[SnapshotFolder], result: Result) -> dict[str, bytes]:
    """The tables with the snapshots in them; the rows themselves are let go of here."""
    store = Store.read(folder)
    known = {row["entity_id"] for row in store.rows("entities")}
    corrections.take_off(store)
    for snapshot in snapshots:
        list_id = snapshot.list_format.list_id
        try:
            result.outcomes[list_id] = merge_snapshot(store, snapshot, result.warnings)
        except (ListError, OSError, ValueError) as error:
            result.failures[list_id] = str(error)
    resolve(store, known)
    remembered_latin_key.cache_clear()  # folded names are of use to merging alone
    result.warnings += corrections.put_on(store)
    bring_up_to_date(store)
    return {f"data/{name}.csv": store.canonical(name) for name in TABLES}


def _check(root: Path, tables: dict[str, bytes]) -> Report:
    with copy_for_trial(root, tables) as copy:
        return validate(copy / "data")


def merge_snapshot(store: Store, snapshot: SnapshotFolder, warnings: list[str]) -> Outcome:
    """Merge one snapshot into the store.

    Raises:
        ListError: the list has an entry or a term that cannot be understood.
        ValueError: the snapshot is older than what we have, or has shrunk too much.
    """
    list_id = snapshot.list_format.list_id
    _refuse_older(store, snapshot)
    report = ReadReport(list_id)
    source = store.get("sources", snapshot.source_id)
    merge = Merge(
        store,
        Snapshot(
            list_id=list_id,
            source_id=snapshot.source_id,
            taken_on=snapshot.taken_on,
            is_complete=(source or {}).get("completeness") != "incomplete",
            has_many_programmes=snapshot.list_format.has_many_programmes,
        ),
        report,
    )
    outcome = merge.run(snapshot.list_format.read(snapshot.folder, report))
    _write_source(store, snapshot, outcome.entries)
    warnings += [str(problem) for problem in report.problems]
    return outcome


def _refuse_older(store: Store, snapshot: SnapshotFolder) -> None:
    days = [
        row["published_on"]
        for row in store.rows("sources")
        if row["list_id"] == snapshot.list_format.list_id and row["sha256"]
    ]
    if days and max(days) > snapshot.taken_on.isoformat():
        raise ValueError(
            f"{snapshot.list_format.list_id} was not imported: the tables already hold the "
            f"snapshot of {max(days)}, which is newer than {snapshot.taken_on}"
        )


def _write_source(store: Store, snapshot: SnapshotFolder, entries: int) -> None:
    known = store.get("sources", snapshot.source_id) or {}
    official = store.get("lists", snapshot.list_format.list_id) or {}
    sha256, size = fingerprint(snapshot)
    if snapshot.retrieved_at and known.get("sha256") != sha256:
        known = {**known, "url": snapshot.url, "retrieved_at": snapshot.retrieved_at}
    store.put(
        "sources",
        {
            "completeness": "complete",
            "title": official["title"],
            "publisher": official["publisher"],
            "url": snapshot.url or official["url"],
            "retrieved_at": snapshot.retrieved_at,
            "licence": official["licence"],
            **{column: cell for column, cell in known.items() if cell},
            "source_id": snapshot.source_id,
            "kind": "list_snapshot",
            "published_on": snapshot.taken_on.isoformat(),
            "list_id": snapshot.list_format.list_id,
            "sha256": sha256,
            "bytes": str(size),
            "entries": str(entries),
        },
    )
