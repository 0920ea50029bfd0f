"""The tables of the last release: the state with which a new release is compared."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Callable
from pathlib import Path

from sanctions_data.files.location import csv_path
from sanctions_data.history.versions import OWN_TABLES, History, HistoryError
from sanctions_data.schema import TABLES


def base_tables(root: Path, history: History, base: Path | None) -> dict[str, bytes]:
    """The released bytes of every table of the newest version.

    Without ``base`` they are looked for where they can be: in the folder itself, if it was
    not edited since, then in the commit that wrote the release.

    Raises:
        HistoryError: they are not there, or do not have the released hashes.
    """
    version = history.versions[-1]
    read = _from_folder(base) if base else _from_commit(root)
    tables = {}
    for name in TABLES:
        if name in OWN_TABLES:
            continue
        expected = history.release_of(version, name)["sha256"]
        current = csv_path(root / "data", name).read_bytes()
        content = current if _sha(current) == expected else read(name)
        if _sha(content) != expected:
            raise HistoryError(
                f"{name} of {version} was not found: {base or 'the commit of the release'} has "
                f"the hash {_sha(content)}, expected {expected}; name a folder with the tables "
                f"of {version} with --base"
            )
        tables[name] = content
    return tables


def _from_folder(base: Path) -> Callable[[str], bytes]:
    return lambda name: csv_path(base, name).read_bytes()


def _from_commit(root: Path) -> Callable[[str], bytes]:
    found = _git(root, "log", "-1", "--format=%H", "--", "data/releases.csv").decode().strip()
    if not found:
        raise HistoryError(
            "the last release is not committed; commit it, or name a folder with its tables "
            "with --base"
        )
    return lambda name: _git(root, "show", f"{found}:data/{name}.csv")


def _git(root: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise HistoryError(
            f"git could not tell the last release ({error}); name a folder with its tables with "
            "--base"
        ) from None
    return done.stdout


def _sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
