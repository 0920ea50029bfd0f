"""One run over a folder: files, cells, references, then the rules across tables."""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Set
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import NoReturn, TypeVar

from sanctions_data.names.known_codes import KnownCodes, UnknownCodeError
from sanctions_data.tables.location import csv_path, data_folder
from sanctions_data.tables.transaction import refuse_unfinished
from sanctions_data.validation.changed_rows import find_changed_rows
from sanctions_data.validation.collector import Collector
from sanctions_data.validation.descriptor_file import find_descriptor_issues
from sanctions_data.validation.engine.cell_messages import describe_issue, suggest_nearest
from sanctions_data.validation.engine.cells import Broken, find_broken_cells
from sanctions_data.validation.engine.context import Context
from sanctions_data.validation.engine.definition import TABLES
from sanctions_data.validation.engine.grouping import find_same
from sanctions_data.validation.engine.reading import RawTable, read_raw
from sanctions_data.validation.issues import Issue, Severity
from sanctions_data.validation.report import Report
from sanctions_data.validation.rules import RULES
from sanctions_data.validation.stray_files import find_stray_files
from sanctions_data.validation.table_files import locate_tables, name_in_messages

T = TypeVar("T")

Listener = Callable[[str, int, int], None]


class Engine(StrEnum):
    """What checks: our own engine with every rule, or pandera with its models alone."""

    fast = "fast"
    pandera = "pandera"

    @classmethod
    def _missing_(cls, value: object) -> NoReturn:
        known = KnownCodes("engine", [each.value for each in cls])
        raise UnknownCodeError(f"unknown engine {value!r}; {known.hint(str(value))}")


def validate(
    path: str | Path | None = None,
    *,
    limit: int | None = None,
    known: Set[Hashable] | None = None,
    before: Path | None = None,
    beside: Iterable[Issue] = (),
    listener: Listener | None = None,
    engine: str = Engine.fast,
) -> Report:
    """Check tables against their definition and against each other.

    Args:
        path: a folder with one CSV a table; or one such CSV, which is checked together
            with the others in its folder and reported alone; the installed data if left out.
        limit: how many issues of a rule to keep, the rest being counted; all if left out.
        known: identities of issues that are not new (``Issue.identity``); all others are
            marked as new. Without it none is.
        before: a folder with the tables before a change; then what the change took away, and
            which imported rows it edited, is told as well.
        beside: issues of other files, which are told together with those of the tables.
        listener: is told what is checked next, how many steps are done and how many there are.
        engine: ``fast`` for every rule; ``pandera`` to have pandera check what a table's own
            model demands: columns, cells, keys and references.

    Returns:
        Every issue in one run, new ones first, errors before warnings, in order of file, line
        and column.

    Raises:
        FileNotFoundError: there is nothing at ``path``.
        ValueError: the CSV is none of ours by its name, or there is no such engine.

    Example:
        >>> import sanctions_data as sd
        >>> sd.validate().errors
        []
    """
    folder, only = locate_tables(Path(path) if path is not None else data_folder())
    refuse_unfinished(folder.resolve().parent)
    if Engine(engine) is Engine.pandera:
        return _validate_with_pandera(folder, only, Collector(limit, known), listener)
    tell = _count_steps(listener, 2 * len(TABLES) + len(RULES))
    raws = _read_tables(folder, tell)
    # Of the whole folder, and so of no table that is checked alone.
    around = [*beside, *find_stray_files(folder), *find_descriptor_issues(folder.resolve().parent)]
    if before is not None:
        around += find_changed_rows(_read_tables(before, lambda _: None), raws)
    tables = {name: raw.read for name, raw in raws.items() if raw.read is not None}
    collector = Collector(limit, known, only=raws[only].file if only else None)
    for issue in chain(around, *(raw.issues for raw in raws.values())):
        collector.add(issue)
    context = Context(tables)
    _check_cells(context, raws, collector, tell)
    _check_rules(context, raws, collector, tell)
    rows = {name: len(rows) for name, rows in tables.items()}
    return collector.fill(Report(rows=rows, folder=_name_checked(folder, only)))


def _name_checked(folder: Path, only: str | None) -> str:
    return name_in_messages(csv_path(folder, only) if only else folder)


def _read_tables(folder: Path, tell: Callable[[str], None]) -> dict[str, RawTable]:
    def read(name: str) -> RawTable:
        path = csv_path(folder, name)
        return read_raw(TABLES[name], path, name_in_messages(path))

    raws = {}
    for name, raw in _run_at_once(read, TABLES):
        tell(f"reading {name}")
        raws[name] = raw
    return raws


def _check_cells(
    context: Context,
    raws: Mapping[str, RawTable],
    collector: Collector,
    tell: Callable[[str], None],
) -> None:
    def check(name: str) -> list[Broken]:
        return list(find_broken_cells(TABLES[name], context))

    for name, found in _run_at_once(check, filter(context.is_read, raws)):
        tell(f"cells of {name}")
        for broken in found:
            _collect(collector, raws[name], context, broken)


def _check_rules(
    context: Context,
    raws: Mapping[str, RawTable],
    collector: Collector,
    tell: Callable[[str], None],
) -> None:
    for rule in RULES.values():
        tell(rule.rule_id)
        for finding in rule.check(context):
            raw, place = raws[finding.table], (finding.row, finding.column)
            severity = finding.severity or rule.severity
            if collector.is_full(rule.rule_id, raw.file, severity):
                collector.count(rule.rule_id, raw.file, 1, severity)
            else:
                told = finding.problem, finding.hint
                value = _read_value(raw, *place)
                collector.add(_make_issue(raw, *place, rule.rule_id, value, *told, severity))


def _validate_with_pandera(
    folder: Path, only: str | None, collector: Collector, listener: Listener | None
) -> Report:
    from sanctions_data.validation.pandera_engine import check_with_pandera  # pandera: slow to load

    paths = {name: csv_path(folder, name) for name in TABLES}
    names = {name: name_in_messages(path) for name, path in paths.items()}
    tell = _count_steps(listener, 2 * len(TABLES))
    rows = check_with_pandera(paths, names, collector, only, tell)
    return collector.fill(Report(rows=rows, folder=_name_checked(folder, only)))


def _run_at_once(work: Callable[[str], T], names: Iterable[str]) -> Iterator[tuple[str, T]]:
    """Names with what is made of them, in order. Arrow lets other threads run as it works."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        done = {name: pool.submit(work, name) for name in names}
        for name in list(done):
            yield name, done.pop(name).result()


def _count_steps(listener: Listener | None, total: int) -> Callable[[str], None]:
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
        value = _read_value(raw, row, column.name)
        problem, hint = describe_issue(column, broken.rule, table, value)
        if rule == "unique-key" and raw.read is not None:
            first = find_same(
                raw.read, table.key if column.name in table.key else [column.name], row
            )
            problem = f"line {raw.lines[first]} has the same {', '.join(table.key)}"
        if rule == "foreign-key":
            hint = suggest_nearest(value, context.keys(str(column.reference)), hint)
        collector.add(_make_issue(raw, row, column.name, rule, value, problem, hint))


def _read_value(raw: RawTable, row: int, column: str) -> str:
    if row < 0 or not column or raw.read is None:
        return ""
    return raw.read[column].text(row)


def _make_issue(
    raw: RawTable,
    row: int,
    column: str,
    rule: str,
    value: str,
    problem: str,
    hint: str,
    severity: Severity = Severity.error,
) -> Issue:
    line = raw.lines[row] if row >= 0 else 0
    position = raw.table.header.index(column) + 1 if column else 0
    found = value or ("an empty cell" if column else "")
    cells = raw.read.row(row) if row >= 0 and raw.read is not None else ()
    told = rule, found, problem, hint, cells
    return Issue(raw.file, line, position, column, *told, severity=severity)
