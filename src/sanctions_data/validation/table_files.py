"""Where the tables to check are, and how messages name them."""

from __future__ import annotations

from pathlib import Path

from sanctions_data.tables.location import csv_path
from sanctions_data.validation.engine.definition import TABLES


def name_in_messages(path: Path) -> str:
    """How messages name a file: relative to where the command runs, if below it."""
    absolute = path.resolve()
    here = Path.cwd().resolve()
    return str(absolute.relative_to(here)) if absolute.is_relative_to(here) else str(path)


def locate_tables(path: Path) -> tuple[Path, str | None]:
    """The data folder that a path means, and the table, if it means one.

    Raises:
        FileNotFoundError: there is nothing at ``path``.
        ValueError: the CSV is none of ours by its name.
    """
    if path.is_dir():
        nested = path / "data"
        is_root = nested.is_dir() and not csv_path(path, "entities").exists()
        return (nested if is_root else path), None
    if not path.exists():
        raise FileNotFoundError(f"{path}: no such file or folder")
    if path.stem not in TABLES or path.suffix != ".csv":
        raise ValueError(f"{path}: expected a table, one of {', '.join(TABLES)}, as .csv")
    return path.parent, path.stem
