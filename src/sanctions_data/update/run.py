"""One update from start to end: lock, recover, import, and leave a sound folder behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sanctions_data.download.snapshots import SnapshotFolder
from sanctions_data.generate.generated_files import copy_for_trial
from sanctions_data.tables.transaction import open_for_writing, refuse_unfinished
from sanctions_data.update.import_lists import Importer, Result

__all__ = ["Result", "update"]


def update(
    root: Path,
    snapshots: Iterable[SnapshotFolder],
    *,
    dry_run: bool = False,
    accept: str = "",
    again: bool = False,
) -> Result:
    """Bring the tables below ``root/data`` up to the snapshots, in the order given.

    One list that fails leaves its rows as they were, and the others go on. One that has not
    changed is not read again.

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
        Importer(place, result, accept=accept, again=again).run(list(snapshots))
    result.warnings = list(dict.fromkeys(result.warnings))
    return result


@contextmanager
def _writable(root: Path, *, dry_run: bool) -> Iterator[Path]:
    """The folder to write into: the root itself, or a copy where nothing is to change."""
    if dry_run:
        refuse_unfinished(root)
        with copy_for_trial(root, {}) as copy, open_for_writing(copy, "dry run"):
            yield copy
    else:
        with open_for_writing(root, "update"):
            yield root
