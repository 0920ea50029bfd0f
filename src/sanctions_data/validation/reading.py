"""Reading a CSV that may be broken in any way, so that what is wrong can be said."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.csv

from sanctions_data.schema import Table
from sanctions_data.validation.faults import Fault
from sanctions_data.validation.mangled import Damage, cells_of, straighten

LONGEST_CELL = 100_000


@dataclass
class RawTable:
    """The cells of a file as text, and where each row stands in it.

    ``frame`` is None if the file could not be read as a table. ``lines[i]`` is the line on
    which row ``i`` begins.
    """

    table: Table
    file: str
    frame: pd.DataFrame | None = None
    lines: list[int] | range = field(default_factory=lambda: range(0))
    faults: list[Fault] = field(default_factory=list)

    def fault(
        self, rule: str, problem: str, remedy: str, *, line: int = 0, found: str = ""
    ) -> None:
        """Note a fault of the file or of a line."""
        self.faults.append(Fault(self.file, line, 0, "", rule, found, problem, remedy))

    def damage(self, damage: Damage) -> None:
        """Note what mangled the file."""
        self.fault(damage.rule, damage.problem, damage.remedy, line=damage.line, found=damage.found)


def read_raw(table: Table, path: Path, file: str) -> RawTable:
    """Read a file; what stops it from being a table becomes a fault, never an exception.

    Args:
        table: what the file should be.
        path: where it is.
        file: how messages name it.
    """
    raw = RawTable(table, file)
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raw.fault("file-missing", "there is no such file", "add it with its header line")
    except OSError as error:
        raw.fault("file-unreadable", f"it cannot be read ({error.strerror})", "mend its rights")
    else:
        straight = straighten(content, table.header)
        for damage in straight.damages:
            if damage.is_fault:
                raw.damage(damage)
        if straight.is_readable:
            read_rows(raw, straight.content)
    return raw


def read_rows(raw: RawTable, content: bytes) -> None:
    """Read the rows of a file that is text and was put straight, or note why it is no table."""
    if not content.strip():
        raw.fault("file-empty", "the file is empty", "write at least the header line")
    elif _has_header(raw, content):
        _read_rows(raw, content)


def _has_header(raw: RawTable, content: bytes) -> bool:
    expected = raw.table.header
    first = content.split(b"\n", 1)[0].rstrip(b"\r").decode("utf-8")
    header = cells_of(first)
    if header == expected:
        return True
    missing = [name for name in expected if name not in header]
    extra = [name for name in header if name not in expected]
    problem = "; ".join(
        said
        for said in (
            f"columns are missing: {', '.join(missing)}" if missing else "",
            f"columns are unknown: {', '.join(extra)}" if extra else "",
            "" if missing or extra else "columns are repeated or in another order",
        )
        if said
    )
    raw.fault(
        "header", problem, f"the first line must be {','.join(expected)}", line=1, found=first
    )
    return False


def _read_rows(raw: RawTable, content: bytes) -> None:
    header = raw.table.header
    try:
        arrow = pyarrow.csv.read_csv(
            pa.BufferReader(content),
            parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True),
            convert_options=pyarrow.csv.ConvertOptions(
                column_types=dict.fromkeys(header, pa.string()),
                null_values=[""],
                strings_can_be_null=True,
            ),
        )
    except pa.ArrowInvalid:
        _read_slowly(raw, content)
        return
    raw.frame = arrow.to_pandas().astype("str")
    rows = len(raw.frame)
    last_is_ended = content.endswith(b"\n")
    if content.count(b"\n") + (not last_is_ended) == rows + 1:
        raw.lines = range(2, rows + 2)
    else:
        # Some cell holds a line break, or there are empty lines: count record by record.
        _read_slowly(raw, content)


def _read_slowly(raw: RawTable, content: bytes) -> None:
    """Record by record, to say of every bad line what is wrong with it."""
    width, rows, lines = len(raw.table.header), [], []
    for line, cells in _records(raw, content):
        if len(cells) == width:
            rows.append([cell or None for cell in cells])
            lines.append(line)
        else:
            raw.fault(
                "row-width",
                f"the row has {len(cells)} cells, expected {width}",
                "a cell that holds a comma or a quote must stand in quotes",
                line=line,
                found=",".join(cells),
            )
    if rows or not raw.faults:
        raw.frame = pd.DataFrame(rows, columns=raw.table.header, dtype="str")
        raw.lines = lines


def _records(raw: RawTable, content: bytes) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True)
    before = csv.field_size_limit(LONGEST_CELL)
    try:
        next(reader)
        while True:
            line = reader.line_num + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                raw.fault(
                    "csv",
                    f"the line is no valid CSV ({error})",
                    'quote cells with " and double a quote inside them; the lines '
                    "behind this one were not read",
                    line=line,
                )
                return
            if cells:
                yield line, cells
            else:
                raw.fault("row-width", "the line is empty", "take it out", line=line)
    finally:
        csv.field_size_limit(before)
