"""One run over a folder: files, cells, references, then the rules across tables."""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable, Iterable, Iterator, Set
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from pathlib import Path
from typing import NoReturn, TypeVar

from sanctions_data.tables.location import csv_path, data_folder
from sanctions_data.tables.transaction import recover_if_writable
from sanctions_data.validation.engine.cells import Broken, broken_cells
from sanctions_data.validation.engine.context import Context
from sanctions_data.validation.engine.definition import TABLES
from sanctions_data.validation.engine.explain import explain, suggested
from sanctions_data.validation.engine.reading import RawTable, read_raw
from sanctions_data.validation.issues import Collector, Issue, Report
from sanctions_data.validation.rules import RULES

T = TypeVar("T")

Listener = Callable[[str, int, int], None]


class Engine(StrEnum):
    """What checks: our own engine with every rule, or pandera with its models alone."""

    fast = "fast"
    pandera = "pandera"

    @classmethod
    def _missing_(cls, value: object) -> NoReturn:
        raise ValueError(f"no engine {value!r}; write one of {', '.join(cls)}")


def validate(
    path: str | Path | None = None,
    *,
    most: int | None = None,
    known: Set[Hashable] | None = None,
    listener: Listener | None = None,
    engine: str = Engine.fast,
) -> Report:
    """Check tables against their definition and against each other.

    Args:
        path: a folder with one CSV a table; or one such CSV, which is checked together
            with the others in its folder and reported alone; the installed data if left out.
        most: how many issues of a rule to keep, the rest being counted; all if left out.
        known: identities of issues that are not new (``Issue.identity``); all others are
            marked as new. Without it none is.
        listener: is told what is checked next, how many steps are done and how many there are.
        engine: ``fast`` for every rule; ``pandera`` to have pandera check what a table's own
            model demands: columns, cells, keys and references.

    Returns:
        Every issue in one run, new ones first, in order of file, line and column.

    Raises:
        FileNotFoundError: there is nothing at ``path``.
        ValueError: the CSV is none of ours by its name, or there is no such engine.

    Example:
        >>> import sanctions_data as sd
        >>> str(sd.validate())[-9:]
        'no issues'
    """
    folder, only = where(Path(path) if path is not None else data_folder())
    recover_if_writable(folder.resolve().parent)
    if Engine(engine) is Engine.pandera:
        return _validate_with_pandera(folder, only, Collector(most, known), listener)
    tell = _steps(listener, 2 * len(TABLES) + len(RULES))

    def read(name: str) -> RawTable:
        path = csv_path(folder, name)
        return read_raw(TABLES[name], path, shown(path))

    raws = {}
    for name, raw in _at_once(read, TABLES):
        tell(f"reading {name}")
        raws[name] = raw
    tables = {name: raw.read for name, raw in raws.items() if raw.read is not None}
    collector = Collector(most, known, only=raws[only].file if only else None)
    for raw in raws.values():
        for issue in raw.issues:
            collector.add(issue)
    context = Context(tables)
    for name, found in _at_once(lambda name: list(broken_cells(TABLES[name], context)), tables):
        tell(f"cells of {name}")
        for broken in found:
            _collect(collector, raws[name], context, broken)
    for rule in RULES.values():
        tell(rule.rule_id)
        for finding in rule.check(context):
            raw, place = raws[finding.table], (finding.row, finding.column)
            if collector.is_full(rule.rule_id, raw.file):
                collector.count(rule.rule_id, raw.file, 1)
            else:
                told = finding.problem, finding.hint
                collector.add(_issue(raw, *place, rule.rule_id, _value(raw, *place), *told))
    return collector.into(Report(rows={name: len(rows) for name, rows in tables.items()}))


def _validate_with_pandera(
    folder: Path, only: str | None, collector: Collector, listener: Listener | None
) -> Report:
    from sanctions_data.validation.pandera_engine import check_with_pandera

    paths = {name: csv_path(folder, name) for name in TABLES}
    names = {name: shown(path) for name, path in paths.items()}
    tell = _steps(listener, 2 * len(TABLES))
    return collector.into(Report(rows=check_with_pandera(paths, names, collector, only, tell)))


def _at_once(work: Callable[[str], T], names: Iterable[str]) -> Iterator[tuple[str, T]]:
    """Names with what is made of them, in order. Arrow lets other threads run as it works."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        done = {name: pool.submit(work, name) for name in names}
        for name in list(done):
            yield name, done.pop(name).result()


def shown(path: Path) -> str:
    """How messages name a file: relative to where the command runs, if below it."""
    absolute = path.resolve()
    here = Path.cwd().resolve()
    return str(absolute.relative_to(here)) if absolute.is_relative_to(here) else str(path)


def where(path: Path) -> tuple[Path, str | None]:
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


def _steps(listener: Listener | None, total: int) -> Callable[[str], None]:
    done = 0

    def tell(doing: str) -> None:
        nonlocal done
        if listener is not None:
            listener(doing, done, total)
        done += 1

    return tell


def _collect(collector: Collector, raw: RawTable, context: Context, broken: Broken) -> None:
    rule, column, table = broken.rule.replace("_", "-"), broken.column, raw.table
    for number, row in enumerate(broken.rows.tolist()):
        if collector.is_full(rule, raw.file):
            collector.count(rule, raw.file, len(broken.rows) - number)
            return
        value = _value(raw, row, column.name)
        problem, hint = explain(column, broken.rule, table, value)
        if rule == "foreign-key":
            hint = suggested(value, context.keys(str(column.reference)), hint)
        collector.add(_issue(raw, row, column.name, rule, value, problem, hint))


def _value(raw: RawTable, row: int, column: str) -> str:
    if row < 0 or not column or raw.read is None:
        return ""
    return raw.read[column].text(row)


def _issue(
    raw: RawTable, row: int, column: str, rule: str, value: str, problem: str, hint: str
) -> Issue:
    line = raw.lines[row] if row >= 0 else 0
    position = raw.table.header.index(column) + 1 if column else 0
    found = value or ("an empty cell" if column else "")
    cells = raw.read.row(row) if row >= 0 and raw.read is not None else ()
    return Issue(raw.file, line, position, column, rule, found, problem, hint, cells)
