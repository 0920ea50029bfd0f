"""Canonical form: putting files into it, telling which are not, and what cannot be fixed."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from sanctions_data.schema import TABLES, Table
from sanctions_data.tables.canonical import canonical_bytes, csv_bytes, normal_cell
from sanctions_data.tables.location import csv_path, data_folder
from sanctions_data.tables.records import cell_text
from sanctions_data.tables.regular_file import SpecialFileError, read_regular, special_kind
from sanctions_data.tables.transaction import commit, open_for_writing, refuse_unfinished
from sanctions_data.validation.engine.reading import RawTable, read_rows
from sanctions_data.validation.engine.spreadsheet_cells import fix_booleans, suggest_fixes
from sanctions_data.validation.engine.straighten import straighten
from sanctions_data.validation.issues import Issue

LEADING_ZEROS = (
    "a spreadsheet also drops zeros at the beginning of a number, which cannot be seen "
    "afterwards: compare identifiers and references with the previous version"
)


@dataclass
class FormatResult:
    """What was, or would be, done to one file.

    Attributes:
        path: the file.
        fixed: one line a thing that was put right; empty for a file in canonical form.
        suggestions: cells to fix by hand.
        issues: why the file cannot be read; it was left as it is then.
        is_mangled: whether it bears marks of a spreadsheet.
    """

    path: Path
    fixed: list[str] = field(default_factory=list)
    suggestions: list[Issue] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    is_mangled: bool = False

    @property
    def is_canonical(self) -> bool:
        """Whether the file was in canonical form, with no cell to fix by hand."""
        return not (self.fixed or self.suggestions or self.issues)


def format_files(path: Path | None = None, *, dry_run: bool = False) -> list[FormatResult]:
    """Put a folder of CSVs, or one CSV, into canonical form.

    All files change at once or none; one that cannot be read is left as it is, and the others
    are put into form all the same.

    Args:
        path: the folder or file; the installed data if left out.
        dry_run: change nothing.

    Returns:
        What was, or would be, done, for every file.

    Raises:
        FileNotFoundError: there is nothing at ``path``.
        ValueError: the CSV is none of ours by its name.
        UnfinishedChangeError: another change of the folder is not finished.
        DiskFullError: there is no room; no file was changed.

    Example:
        >>> claims = data_folder() / "claims.csv"
        >>> [result.is_canonical for result in format_files(claims, dry_run=True)]
        [True]
    """
    where = path or data_folder()
    if not where.exists():
        raise FileNotFoundError(f"{where}: no such file or folder")
    if where.is_file() and where.stem not in TABLES:
        raise ValueError(f"{where}: expected a table, one of {', '.join(TABLES)}, as .csv")
    folder = (where if where.is_dir() else where.parent).resolve()
    paths = [where] if where.is_file() else [csv_path(where, name) for name in TABLES]
    if dry_run:
        refuse_unfinished(folder.parent)
        return [result for result, _ in _format_each(paths)]
    with open_for_writing(folder.parent, "fmt"):
        formed = _format_each(paths)
        changed = {f"{folder.name}/{r.path.name}": new for r, new in formed if r.fixed}
        if changed:
            commit(folder.parent, changed)
    return [result for result, _ in formed]


def _format_each(paths: list[Path]) -> list[tuple[FormatResult, bytes]]:
    there = (each for each in paths if each.exists() or special_kind(each))
    return [_format_file(TABLES[each.stem], each) for each in there]


def _format_file(table: Table, path: Path) -> tuple[FormatResult, bytes]:
    result = FormatResult(path)
    raw = RawTable(table, str(path))
    try:
        before = read_regular(path)
    except SpecialFileError as error:
        raw.issue("file-unreadable", str(error), "put the table itself there")
        result.issues = raw.issues
        return result, b""
    straight = straighten(before, table.header)
    result.fixed = [damage.fixed for damage in straight.damages if damage.fixed]
    if straight.is_readable:
        read_rows(raw, straight.content)
    else:
        for damage in straight.damages:
            if not damage.fixed:
                raw.damage(damage)
    if raw.issues or raw.frame is None:
        result.fixed, result.issues = [], raw.issues
        return result, before
    rows = _fix_rows(table, raw.frame, result)
    result.suggestions = list(suggest_fixes(table, raw.frame, raw.lines, str(path)))
    result.is_mangled = bool(result.fixed or result.suggestions)
    content = canonical_bytes(rows, table.key)
    result.fixed += _name_differences(table, rows, straight.content, content)
    return result, content


def _fix_rows(table: Table, frame: pd.DataFrame, result: FormatResult) -> pd.DataFrame:
    rows, shouted = fix_booleans(table, frame)
    if shouted:
        result.fixed.append(f"TRUE or FALSE in {shouted:,} cells: made true or false")
    filled = rows.dropna(how="all")
    if empty := len(rows) - len(filled):
        result.fixed.append(f"empty rows: {empty:,} removed")
    return filled


def _name_differences(table: Table, rows: pd.DataFrame, found: bytes, wanted: bytes) -> list[str]:
    """What of the canonical form was missing in rows that could be read."""
    if found == wanted:
        return []
    cells = [tuple(map(cell_text, row)) for row in rows.itertuples(index=False, name=None)]
    normal = [tuple(map(normal_cell, row)) for row in cells]
    fixed = []
    if number := sum(
        a != b
        for row, new in zip(cells, normal, strict=True)
        for a, b in zip(row, new, strict=True)
    ):
        fixed.append(f"letters in {number:,} cells: made Unicode NFC")
    if csv_bytes(table.header, normal) != wanted:
        fixed.append(f"rows: put in order of {', '.join(table.key)}")
    if csv_bytes(table.header, cells) != found:
        fixed.append("quotes and the end of the file: made canonical")
    return fixed
