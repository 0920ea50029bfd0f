"""Canonical form: putting files into it, and telling which are not."""

from __future__ import annotations

from pathlib import Path

from sanctions_data.files.atomic import write_atomically
from sanctions_data.files.canonical import canonical_bytes
from sanctions_data.files.location import csv_path, data_folder
from sanctions_data.schema import TABLES
from sanctions_data.validation.reading import read_raw


def format_files(path: Path | None = None, *, dry_run: bool = False) -> list[Path]:
    """Put a folder of CSVs, or one CSV, into canonical form.

    Args:
        path: the folder or file; the installed data if left out.
        dry_run: change nothing.

    Returns:
        The files that were, or would be, changed.

    Raises:
        FileNotFoundError: there is nothing at ``path``.
        ValueError: a file is no table that can be read; the message says why. Nothing has
            been changed then.
    """
    where = path or data_folder()
    if not where.exists():
        raise FileNotFoundError(f"{where}: no such file or folder")
    paths = [where] if where.is_file() else [csv_path(where, name) for name in TABLES]
    wanted = {each: _canonical(each) for each in paths if each.exists()}
    changed = [each for each, content in wanted.items() if each.read_bytes() != content]
    if not dry_run:
        for each in changed:
            write_atomically(each, wanted[each])
    return changed


def _canonical(path: Path) -> bytes:
    if path.stem not in TABLES:
        raise ValueError(f"{path}: expected a table, one of {', '.join(TABLES)}, as .csv")
    table = TABLES[path.stem]
    raw = read_raw(table, path, str(path))
    if raw.faults or raw.frame is None:
        raise ValueError("\n".join(str(fault) for fault in raw.faults))
    return canonical_bytes(raw.frame, table.key)
