"""The tables of the newest release: what every older one is rebuilt from."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

from sanctions_data.history.errors import HistoryError
from sanctions_data.tables.location import csv_path


def find_released_bytes(root: Path, release: dict[str, str], base: Path | None = None) -> bytes:
    """The canonical bytes of one table of the newest release.

    They are looked for where they can be: in the folder itself, if the table was not edited
    since; then in the folder ``base``, or, if none is named, in the commit that wrote the
    release.

    Args:
        root: the checkout, or the folder of the installed data.
        release: the row of ``releases``.
        base: another folder with the tables.

    Raises:
        HistoryError: they are not there, or do not have the released hash.
    """
    table, expected = release["table"], release["sha256"]
    current = csv_path(root / "data", table).read_bytes()
    if (found := sha256(current)) == expected:
        return current
    try:
        content = csv_path(base, table).read_bytes() if base else _read_committed(root, table)
    except (OSError, subprocess.CalledProcessError) as error:
        raise HistoryError(
            f"{table} was edited since {release['version']} was released: it has the hash {found}, "
            f"expected {expected}. As released it was not found either ({_describe(error)}); "
            "restore it, or have the release committed"
        ) from None
    if (found := sha256(content)) != expected:
        raise HistoryError(
            f"{table} was edited since {release['version']} was released, and "
            f"{base or 'the commit of the release'} has it with the hash {found}, expected "
            f"{expected}"
        )
    return content


def sha256(content: bytes) -> str:
    """The hash by which tables are proved."""
    return hashlib.sha256(content).hexdigest()


def _read_committed(root: Path, table: str) -> bytes:
    wrote = _run_git(root, "log", "-1", "--format=%H", "--", "data/releases.csv").decode().strip()
    if not wrote:
        raise FileNotFoundError("git has no commit of data/releases.csv")
    return _run_git(root, "show", f"{wrote}:./data/{table}.csv")


def _run_git(root: Path, *arguments: str) -> bytes:
    done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=True)
    return done.stdout


def _describe(error: Exception) -> str:
    if isinstance(error, subprocess.CalledProcessError):
        return bytes(error.stderr).decode(errors="replace").strip()
    return str(error)
