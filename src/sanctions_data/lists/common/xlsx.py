"""Streaming, hardened reading of official lists that are Excel workbooks (XLSX).

A workbook is untrusted input: it is a ZIP archive of XML. How large it becomes is checked
before anything is unpacked, a document type is refused, and rows are read one by one.
"""

from __future__ import annotations

import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from sanctions_data.lists.common.entry import tidy
from sanctions_data.lists.common.read_report import Report

MAX_BYTES = 200 * 1024 * 1024
MAX_PARTS = 2000
_HEADER_ROWS = 12

Cell = object  # a text, a number, a date, a truth value or None

_BROKEN = (
    BadZipFile,
    EOFError,
    InvalidFileException,
    KeyError,
    NotImplementedError,
    ParseError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    zlib.error,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row under the header: its cells by column name, and where it stands."""

    cells: dict[str, Cell]
    position: str
    letters: dict[str, str]

    def text(self, column: str) -> str:
        """Tidied text of the cell; a number or a date as it would be written down.

        Example:
            >>> row = Row({"Reference": 100.0, "Listed": datetime(2022, 3, 1)}, "row 2", {})
            >>> row.text("Reference"), row.text("Listed"), row.text("Name")
            ('100', '2022-03-01', '')
        """
        return cell_text(self.cells.get(column))

    def at(self, column: str) -> str:
        """Where the cell stands, for messages."""
        return f"{self.position}, column {self.letters.get(column, '?')} ({column})"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its title, its first rows as texts, and the rows under the header."""

    title: str
    position: str
    head: tuple[str, ...]
    rows: Iterator[Row] | None


def cell_text(value: Cell) -> str:
    """A cell as text: white space tidied, ``5.0`` as ``5``, a day in ISO form.

    Example:
        >>> cell_text(5.0), cell_text(datetime(2022, 3, 1)), cell_text(True), cell_text(None)
        ('5', '2022-03-01', 'TRUE', '')
    """
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    return "" if value is None else tidy(str(value))


def sheets(path: Path, columns: tuple[str, ...], report: Report) -> Iterator[Sheet]:
    """Yield each sheet of the workbook; its ``rows`` must be used before the next sheet.

    Args:
        path: the file.
        columns: names that a header must hold; the header is looked for in the first
            rows. ``rows`` is None for a sheet that has no row with the first of them.
        report: receives an error for a file that is missing, is no workbook, unpacks to
            more than ``MAX_BYTES`` or is broken, and for a header that lacks columns.
    """
    with _reported(path, report), ZipFile(path) as archive:
        if not _is_acceptable(archive, path, report):
            return
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # print areas and the like
            workbook = load_workbook(path, read_only=True, data_only=True)
        try:
            for worksheet in workbook.worksheets:
                lines = enumerate(worksheet.iter_rows(values_only=True), 1)
                yield _sheet(path, worksheet.title, lines, columns, report)
        finally:
            workbook.close()


@contextmanager
def _reported(path: Path, report: Report) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        report.error(path.name, f"the file cannot be read ({error.strerror or error})")
    except _BROKEN as error:
        report.error(
            path.name,
            f"the file is no readable XLSX workbook ({error}); it may be an error page or cut "
            "off, download it again",
        )


def _is_acceptable(archive: ZipFile, path: Path, report: Report) -> bool:
    parts = archive.infolist()
    size = sum(part.file_size for part in parts)
    if size > MAX_BYTES or len(parts) > MAX_PARTS:
        report.error(
            path.name,
            f"found {size} bytes in {len(parts)} parts when unpacked, expected {MAX_BYTES} bytes "
            f"in {MAX_PARTS} parts at most; the file was not opened",
        )
        return False
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            with archive.open(part) as stream:
                start = stream.read(4096).replace(b"\0", b"").upper()
            if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
                report.error(
                    path.name, f"found a document type in {part.filename}; workbooks have none"
                )
                return False
    return True


def _sheet(
    path: Path,
    title: str,
    lines: Iterator[tuple[int, tuple[Cell, ...]]],
    columns: tuple[str, ...],
    report: Report,
) -> Sheet:
    position = f"{path.name}, sheet {title!r}"
    head: list[str] = []
    for number, cells in lines:
        texts = [cell_text(cell) for cell in cells]
        if columns[0] in texts:
            missing = [column for column in columns if column not in texts]
            if missing:
                report.error(
                    f"{position}, row {number}",
                    f"found a header without {', '.join(map(repr, missing))}; the publisher has "
                    "changed the columns, the reader must follow",
                )
                return Sheet(title, position, tuple(head), iter(()))
            rows = _rows(path, position, texts, lines, report)
            return Sheet(title, position, tuple(head), rows)
        head.extend(text for text in texts if text)
        if number == _HEADER_ROWS:
            break
    return Sheet(title, position, tuple(head), None)


def _rows(
    path: Path,
    position: str,
    header: list[str],
    lines: Iterator[tuple[int, tuple[Cell, ...]]],
    report: Report,
) -> Iterator[Row]:
    letters = {name: get_column_letter(i) for i, name in enumerate(header, 1) if name}
    with _reported(path, report):  # a sheet is parsed while its rows are read
        for number, cells in lines:
            if any(cell not in (None, "") for cell in cells):
                named = {name: cell for name, cell in zip(header, cells, strict=False) if name}
                yield Row(named, f"{position}, row {number}", letters)


def only_sheet(path: Path, columns: tuple[str, ...], report: Report) -> Iterator[tuple[str, Row]]:
    """Yield the title of the first sheet that has the header, with each of its rows."""
    found = is_open = False
    for sheet in sheets(path, columns, report):
        is_open = True
        if sheet.rows is None:
            continue
        for row in sheet.rows:
            found = True
            yield sheet.title, row
        break
    if not found and not report.errors:
        what = "rows" if is_open else "sheets"
        report.error(
            path.name,
            f"found no {what} under a header with {columns[0]!r}; this is not the list, or it "
            "is cut off",
        )
