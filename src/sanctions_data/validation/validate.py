"""One run over a folder: files, cells, references, then the rules across tables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from sanctions_data.files.location import csv_path, data_folder
from sanctions_data.files.records import cell_text, records
from sanctions_data.schema import TABLES
from sanctions_data.schema.binding import validate as validate_cells
from sanctions_data.validation import date_rules as date_rules
from sanctions_data.validation import measure_rules as measure_rules
from sanctions_data.validation import table_rules as table_rules
from sanctions_data.validation.context import RULES, Context
from sanctions_data.validation.explain import explain, suggested
from sanctions_data.validation.faults import Fault, Report
from sanctions_data.validation.reading import RawTable, read_raw


def validate(path: str | Path | None = None) -> Report:
    """Check tables against their definition and against each other.

    Args:
        path: a folder with one CSV a table; or one such CSV, which is checked together
            with the others in its folder and reported alone; the installed data if left out.

    Returns:
        Every fault in one run, in order of file, line and column.

    Raises:
        FileNotFoundError: there is nothing at ``path``.
        ValueError: the CSV is none of ours by its name.

    Example:
        >>> import sanctions_data as sd
        >>> str(sd.validate())[-9:]
        'no faults'
    """
    folder, only = _where(Path(path) if path is not None else data_folder())
    raws = {
        name: read_raw(table, csv_path(folder, name), shown(csv_path(folder, name)))
        for name, table in TABLES.items()
    }
    frames = {name: raw.frame for name, raw in raws.items() if raw.frame is not None}
    faults = [fault for raw in raws.values() for fault in raw.faults]
    for name in frames:
        faults += _cell_faults(raws[name], frames)
    faults += _rule_faults(raws, frames)
    report = Report(rows={name: len(frame) for name, frame in frames.items()})
    report.faults = sorted({f for f in faults if only is None or f.file == raws[only].file})
    return report


def shown(path: Path) -> str:
    """How messages name a file: relative to where the command runs, if below it."""
    absolute = path.resolve()
    here = Path.cwd().resolve()
    return str(absolute.relative_to(here)) if absolute.is_relative_to(here) else str(path)


def _where(path: Path) -> tuple[Path, str | None]:
    if path.is_dir():
        nested = path / "data"
        is_root = nested.is_dir() and not csv_path(path, "entities").exists()
        return (nested if is_root else path), None
    if not path.exists():
        raise FileNotFoundError(f"{path}: no such file or folder")
    if path.stem not in TABLES or path.suffix != ".csv":
        raise ValueError(f"{path}: expected a table, one of {', '.join(TABLES)}, as .csv")
    return path.parent, path.stem


def _cell_faults(raw: RawTable, frames: dict[str, pd.DataFrame]) -> Iterator[Fault]:
    table, frame = raw.table, frames[raw.table.name]
    references = {c.name: c.reference for c in table.columns if c.reference}
    empty = pd.DataFrame()
    known = {
        name: frames.get(name, empty.reindex(columns=TABLES[name].header))
        for name in references.values()
    }
    for finding in records(validate_cells(table, frame, known)):
        column, rule = table.column(finding["column"]), str(finding["rule"])
        if rule == "foreign_key" and references[column.name] not in frames:
            continue  # The table it refers to has a fault of its own.
        value = cell_text(finding["value"])
        problem, remedy = explain(column, rule, table)
        if rule == "foreign_key":
            remedy = suggested(value, known[references[column.name]], remedy)
        place = int(finding["row"]), column.name
        yield _fault(raw, *place, rule.replace("_", "-"), value, problem, remedy)


def _rule_faults(raws: dict[str, RawTable], frames: dict[str, pd.DataFrame]) -> Iterator[Fault]:
    context = Context(dict(frames))
    for rule in RULES.values():
        for finding in rule.check(context):
            raw = raws[finding.table]
            value = ""
            if finding.row >= 0 and finding.column:
                value = cell_text(frames[finding.table].at[finding.row, finding.column])
            yield _fault(
                raw,
                finding.row,
                finding.column,
                rule.rule_id,
                value,
                finding.problem,
                finding.remedy,
            )


def _fault(
    raw: RawTable, row: int, column: str, rule: str, value: str, problem: str, remedy: str
) -> Fault:
    line = raw.lines[row] if row >= 0 else 0
    position = raw.table.header.index(column) + 1 if column else 0
    found = value or ("an empty cell" if column else "")
    return Fault(raw.file, line, position, column, rule, found, problem, remedy)
