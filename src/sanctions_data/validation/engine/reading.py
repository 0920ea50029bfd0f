"""Reading a CSV that may be broken in any way, so that what is wrong can be said."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.csv

from sanctions_data.schema import Table
from sanctions_data.tables.regular_file import SpecialFileError, read_regular
from sanctions_data.validation.engine.bare_quotes import find_bare_quote
from sanctions_data.validation.engine.columns import CodedRows
from sanctions_data.validation.engine.damage import Damage
from sanctions_data.validation.engine.separators import cells_of
from sanctions_data.validation.engine.straighten import is_plain, straighten
from sanctions_data.validation.issues import Issue, Severity

if TYPE_CHECKING:
    import pandas as pd

LONGEST_CELL = 100_000
_LONGEST_FAST = 1 << 20
_MAXIMUM_BYTES = (1 << 31) - 1
# A broken file is read line by line, which takes ten times its size: within bounds.
_MOST_BAD_LINES, _LARGEST_SLOW, _LONGEST_SHOWN = 1000, 32 << 20, 500


@dataclass
class RawTable:
    """The cells of a file as text, and where each row stands in it.

    ``read`` is None if the file could not be read as a table. ``lines[i]`` is the line on
    which row ``i`` begins.
    """

    table: Table
    file: str
    read: CodedRows | None = None
    lines: list[int] | range = field(default_factory=lambda: range(0))
    issues: list[Issue] = field(default_factory=list)

    @cached_property
    def frame(self) -> pd.DataFrame | None:
        """The rows as a frame, for those who change them."""
        from sanctions_data.schema.text_type import TEXT

        return None if self.read is None else self.read.to_arrow().to_pandas().astype(TEXT)

    def issue(self, rule: str, problem: str, hint: str, *, line: int = 0, found: str = "") -> None:
        """Note an issue of the file or of a line."""
        self.issues.append(Issue(self.file, line, 0, "", rule, found, problem, hint))

    def damage(self, damage: Damage) -> None:
        """Note what mangled the file; a matter of form alone is a warning."""
        told = damage.rule, damage.found, damage.problem, damage.hint
        severity = Severity.error if damage.is_issue else Severity.warning
        self.issues.append(Issue(self.file, damage.line, 0, "", *told, severity=severity))

    @property
    def has_errors(self) -> bool:
        """Whether something is wrong with the file itself, and not with its form alone."""
        return not all(issue.is_warning for issue in self.issues)


def read_raw(table: Table, path: Path, file: str) -> RawTable:
    """Read a file; what stops it from being a table becomes an issue, never an exception.

    Args:
        table: what the file should be.
        path: where it is.
        file: how messages name it.
    """
    raw = RawTable(table, file)
    try:
        content = read_regular(path)
    except FileNotFoundError:
        raw.issue("file-missing", "there is no such file", "add it with its header line")
    except SpecialFileError as error:
        raw.issue("file-unreadable", str(error), "put the table itself there, as a plain file")
    except OSError as error:
        raw.issue("file-unreadable", f"it cannot be read ({error.strerror})", "fix its permissions")
    else:
        if is_plain(content, table.header):
            rows = _parse(content, table.header)
            if rows is not None:
                _take_rows(raw, rows, content)
                return raw
        straight = straighten(content, table.header)
        for damage in straight.damages:
            raw.damage(damage)
        if straight.is_readable:
            read_rows(raw, straight.content)
    return raw


def read_rows(raw: RawTable, content: bytes) -> None:
    """Read the rows of a file that is text and was put straight, or note why it is no table."""
    if not content.strip():
        raw.issue("file-empty", "the file is empty", "write at least the header line")
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
    raw.issue(
        "header", problem, f"the first line must be {','.join(expected)}", line=1, found=first
    )
    return False


def _read_rows(raw: RawTable, content: bytes) -> None:
    rows = _parse(content, raw.table.header)
    if rows is not None:
        _take_rows(raw, rows, content)
    else:
        _read_slowly(raw, content)


def _take_rows(raw: RawTable, rows: CodedRows, content: bytes) -> None:
    raw.read, raw.lines = rows, range(2, len(rows) + 2)
    if line := find_bare_quote(content):
        raw.issue(
            "csv",
            "a quote stands in a cell that has no quotes round it",
            'put the cell in quotes, and write each quote within it twice: "the ""truce"" held"',
            line=line,
        )


def _parse(content: bytes, header: list[str]) -> CodedRows | None:
    """The rows if the content is UTF-8 and sound CSV with a row a line; else None.

    In one block, so that Arrow makes one list of distinct values a column.
    """
    try:
        table = pyarrow.csv.read_csv(
            pa.BufferReader(content),
            read_options=pyarrow.csv.ReadOptions(
                block_size=min(len(content) + 1, _MAXIMUM_BYTES), use_threads=False
            ),
            parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True),
            convert_options=pyarrow.csv.ConvertOptions(
                column_types=dict.fromkeys(header, pa.dictionary(pa.int32(), pa.string())),
                null_values=[""],
                strings_can_be_null=True,
            ),
            # Arrow's own pool gives memory back to the system and asks for it again, table by
            # table, which costs as much as reading.
            memory_pool=pa.system_memory_pool(),
        )
    except pa.ArrowInvalid:
        return None
    breaks = np.count_nonzero(np.frombuffer(content, dtype=np.uint8) == ord("\n"))
    lines = breaks + (not content.endswith(b"\n"))
    rows = CodedRows.from_arrow(table)
    # More lines than rows: some cell holds a line break, or there are empty lines.
    is_sound = lines == len(rows) + 1 and rows.longest <= _LONGEST_FAST
    return rows if is_sound else None


def _read_slowly(raw: RawTable, content: bytes) -> None:
    """Record by record, to say of every bad line what is wrong with it."""
    width, rows, lines = len(raw.table.header), [], []
    texts: dict[str, str] = {}  # Most cells stand in many rows, and each text is held once.
    for line, cells in _records(raw, content):
        if len(raw.issues) >= _MOST_BAD_LINES or (raw.issues and len(content) > _LARGEST_SLOW):
            told = "more lines may be wrong; the rest was not read", "fix the lines above first"
            raw.issue("row-width", *told, line=line)
            return
        if len(cells) == width:
            rows.append([texts.setdefault(cell, cell) or None for cell in cells])
            lines.append(line)
        else:
            raw.issue(
                "row-width",
                f"the row has {len(cells)} cells, expected {width}",
                "a cell that holds a comma or a quote must stand in quotes",
                line=line,
                found=",".join(cells)[:_LONGEST_SHOWN],
            )
    if rows or not raw.issues:
        raw.read = CodedRows.of(raw.table.header, rows)
        raw.lines = lines


def _records(raw: RawTable, content: bytes) -> Iterator[tuple[int, list[str]]]:
    # Piece by piece, as a hostile file may be as large as memory allows.
    lines = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8", newline="")
    reader = csv.reader(lines, strict=True)
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
                raw.issue(
                    "csv",
                    f"the line is not valid CSV ({error})",
                    'quote cells with " and double a quote inside them; the lines '
                    "after this one were not read",
                    line=line,
                )
                return
            if cells:
                yield line, cells
            else:
                raw.issue("row-width", "the line is empty", "remove it", line=line)
    finally:
        csv.field_size_limit(before)
