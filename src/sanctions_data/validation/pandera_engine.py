"""Checking the files with pandera alone: a second opinion on what the fast engine says.

pandas reads a file as text, and pandera runs the models of ``schema.models`` on it, with the
foreign keys. Nothing that finds an issue is shared with the fast engine; only the words for
it are. Where pandas cannot read a file, or not line by line, ``read_raw`` says why.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from sanctions_data.schema import TABLES, Table
from sanctions_data.schema.binding import validate as run_pandera
from sanctions_data.tables.canonical import read_text
from sanctions_data.validation.collector import Collector
from sanctions_data.validation.engine.cell_messages import describe_issue, suggest_nearest
from sanctions_data.validation.engine.reading import read_raw
from sanctions_data.validation.issues import Issue

_OF_HEADER = {
    "missing_column": "a column is missing: {}",
    "extra_column": "a column is unknown: {}",
    "column_order": "columns are repeated or in another order, first {}",
}


@dataclass
class _File:
    """A file as pandas reads it; ``frame`` has no columns if it cannot be read.

    ``lines[i]`` is the line on which row ``i`` begins.
    """

    table: Table
    path: Path
    name: str
    frame: pd.DataFrame = field(default_factory=pd.DataFrame)
    lines: Sequence[int] = range(0)
    issues: list[Issue] = field(default_factory=list)


def check_with_pandera(
    paths: Mapping[str, Path],
    names: Mapping[str, str],
    collector: Collector,
    only: str | None,
    tell: Callable[[str], None],
) -> dict[str, int]:
    """Check tables, and tell how many rows of each were checked.

    Args:
        paths: the file of every table.
        names: how messages name each file.
        collector: takes the issues.
        only: check this table alone, and read no more than it refers to.
        tell: is told what is done next.
    """
    wanted = [only] if only else list(TABLES)
    referred = {c.reference for name in wanted for c in TABLES[name].columns if c.reference}
    files = {}
    for name in TABLES:
        if name in wanted or name in referred:
            tell(f"reading {name}")
            files[name] = _read(TABLES[name], paths[name], names[name])
    frames = {name: file.frame for name, file in files.items()}
    rows = {}
    for name in wanted:
        tell(f"pandera on {name}")
        file = files[name]
        for issue in file.issues:
            collector.add(issue)
        if len(file.frame.columns) and _check(file, frames, collector):
            rows[name] = len(file.frame)
    return rows


def _read(table: Table, path: Path, name: str) -> _File:
    file = _File(table, path, name)
    try:
        frame = read_text(path)
        if not isinstance(frame.index, pd.RangeIndex):
            raise ValueError("the rows have more cells than the header")
    except (OSError, ValueError) as error:
        problem = f"pandas cannot read it: {str(error).partition(chr(10))[0]}"
        unknown = Issue(name, 0, 0, "", "file-unreadable", "", problem, "try 'sanctions-data fmt'")
        file.issues = read_raw(table, path, name).issues or [unknown]
        return file
    lines = _lines(frame, path.read_bytes())
    told = [] if lines is not None else read_raw(table, path, name).issues
    file.issues = [issue for issue in told if not issue.is_warning]
    if not file.issues:
        file.frame, file.lines = frame, lines or range(2, len(frame) + 2)
    return file


def _lines(frame: pd.DataFrame, content: bytes) -> Sequence[int] | None:
    """The line on which each row begins, or None if pandas did not read line by line.

    It passes over an empty line, and takes a carriage return for the end of a line.
    """
    total = content.count(b"\n") + (not content.endswith(b"\n"))
    if total == len(frame) + 1 and b"\r" not in content:
        return range(2, len(frame) + 2)
    breaks = pd.Series(0, index=frame.index)
    for column in frame.columns:
        breaks += frame[column].str.count("\n").fillna(0).astype("int64")
    if total != len(frame) + 1 + breaks.sum():
        return None
    lines: list[int] = (breaks.cumsum().shift(fill_value=0) + frame.index + 2).tolist()
    return lines


def _check(file: _File, frames: Mapping[str, pd.DataFrame], collector: Collector) -> bool:
    """Collect what pandera finds, and tell whether it looked at the rows."""
    found = run_pandera(file.table, file.frame, frames)
    of_header = found["row"].isna()
    if of_header.any():
        collector.add(_header_issue(file, found[of_header]))
        return False
    for row, column, rule in found[["row", "column", "rule"]].itertuples(index=False, name=None):
        rule_id = rule.replace("_", "-")
        if collector.is_full(rule_id, file.name):
            collector.count(rule_id, file.name, 1)
        else:
            collector.add(_issue(file, frames, row, column, rule))
    return True


def _header_issue(file: _File, found: pd.DataFrame) -> Issue:
    told = zip(found["rule"], found["column"], strict=True)
    problem = "; ".join(_OF_HEADER[rule].format(column) for rule, column in told)
    hint = f"the first line must be {','.join(file.table.header)}"
    with file.path.open(encoding="utf-8-sig") as handle:
        first = handle.readline().rstrip("\n")
    return Issue(file.name, 1, 0, "", "header", first, problem, hint)


def _issue(
    file: _File, frames: Mapping[str, pd.DataFrame], row: int, column: str, rule: str
) -> Issue:
    cells = tuple(file.frame.iloc[row].fillna(""))
    place = file.table.header.index(column)
    defined, value = file.table.column(column), cells[place]
    problem, hint = describe_issue(defined, rule, file.table, value)
    if defined.reference and rule == "foreign_key":
        keys = frames[defined.reference][TABLES[defined.reference].key[0]]
        hint = suggest_nearest(value, keys.dropna().unique().tolist(), hint)
    found = value or "an empty cell"
    rule_id = rule.replace("_", "-")
    line = file.lines[row]
    return Issue(file.name, line, place + 1, column, rule_id, found, problem, hint, cells)
