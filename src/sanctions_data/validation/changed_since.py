"""Telling the issues that a change brought from those that were there before.

The tables as they stood at a git revision are checked as well, which costs as much again
and is the one way that also tells what a change broke elsewhere, such as the rows that refer
to a row that was taken out. An issue is new unless the same rule had the same issue in the
same column of a row with the same cells; so every issue in a row that was touched is new.
"""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from sanctions_data.tables.location import data_folder
from sanctions_data.validation.issues import Issue
from sanctions_data.validation.report import Report
from sanctions_data.validation.stray_files import find_stray_tracked
from sanctions_data.validation.table_files import locate_tables
from sanctions_data.validation.validate import Engine, Listener, validate


def validate_since(
    revision: str,
    path: str | Path | None = None,
    *,
    limit: int | None = None,
    beside: Iterable[Issue] = (),
    listener: Listener | None = None,
    engine: str = Engine.fast,
) -> Report:
    """Check tables, and mark the issues that the change since a git revision brought.

    Args:
        revision: a branch, tag or commit, such as ``origin/main``.
        path: as for ``validate``; it must be in a git working tree.
        limit: as for ``validate``.
        beside: as for ``validate``.
        listener: as for ``validate``.
        engine: as for ``validate``; it checks the revision as well.

    Raises:
        FileNotFoundError: there is nothing at ``path``.
        ValueError: the path is in no working tree, or git knows no such revision.
    """
    place = Path(path) if path is not None else data_folder()
    folder, _ = locate_tables(place)
    with TemporaryDirectory() as scratch:
        before = _extract(revision, folder, Path(scratch))
        known = {issue.identity for issue in validate(scratch, engine=engine).issues}
        report = validate(
            place,
            limit=limit,
            known=known if before else set(),
            before=before,
            listener=listener,
            engine=engine,
            beside=[*beside, *find_stray_tracked(_list_tracked(folder))],
        )
    report.since = revision
    return report


def _extract(revision: str, folder: Path, scratch: Path) -> Path | None:
    """Put the tables as they stood at a revision into a folder; None if there were none."""
    prefix = _run_git(folder, "rev-parse", "--show-prefix").decode().strip()
    root = Path(_run_git(folder, "rev-parse", "--show-toplevel").decode().strip())
    named = "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    commit = _run_git(root, "rev-parse", *named).decode().strip()
    if prefix and not _run_git(root, "ls-tree", commit, "--", prefix.rstrip("/")):
        return None  # The folder is new, and so is every issue in it.
    archive = _run_git(root, "archive", "--format=tar", f"{commit}:{prefix}")
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tables = [each for each in tar.getmembers() if each.name.endswith(".csv") and each.isfile()]
        tar.extractall(scratch, members=tables, filter="data")
    return scratch


def _list_tracked(folder: Path) -> str:
    """What the repository tracks, with the mode of each file."""
    root = _run_git(folder, "rev-parse", "--show-toplevel").decode().strip()
    listed = _run_git(Path(root), "ls-files", "--stage", "-z")
    return listed.decode("utf-8", "surrogateescape")


def _run_git(folder: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments], capture_output=True, check=False
        )
    except FileNotFoundError:
        raise ValueError("--changed-since needs git, which was not found; install it") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().removeprefix("fatal: ")
        raise ValueError(
            f"git {arguments[0]} failed in {folder}: {said or 'no such revision'}; name a branch, "
            "tag or commit that is there, and fetch it first (in CI: fetch-depth: 0)"
        )
    return done.stdout
