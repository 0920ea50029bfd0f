"""The rows of the sheets of a workbook."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum

from sanctions_data.lists.common.entry import tidy
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.xlsx.xlsx_archive import check_archive, column_letters

_HEADER_ROWS = 12
_LINE_END = re.compile(r"_x000[9AD]_")  # so Excel writes a character that XML would lose

Cell = object  # a text, a number, a date, a truth value or None

_BROKEN = (
    BadZipFile,
    CalamineError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    zlib.error,
)


@dataclass(frozen=True, slots=True)
class XlsxRow:
    """A row under the header: its cells by column name, and where it stands."""

    cells: dict[str, Cell]
    position: str
    letters: dict[str, str]

    def text(self, column: str) -> str:
        """Tidied text of the cell; a number or a date as it would be written down.

        Example:
            >>> row = XlsxRow({"Reference": 100.0, "Listed": datetime(2022, 3, 1)}, "row 2", {})
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
    rows: Iterator[XlsxRow] | None


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
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else tidy(_LINE_END.sub(" ", str(value)))


def lines_of(value: Cell) -> str:
    r"""A cell as text like ``cell_text``, but with its line breaks.

    Example:
        >>> lines_of("Somalia;\r\n Kenya ")
        'Somalia;\nKenya'
    """
    if not isinstance(value, str):
        return cell_text(value)
    return "\n".join(filter(None, map(tidy, _LINE_END.sub("\n", value).splitlines())))


def sheets(path: Path, columns: tuple[str, ...], report: ReadReport) -> Iterator[Sheet]:
    """Yield each sheet of the workbook; its ``rows`` must be used before the next sheet.

    Args:
        path: the file.
        columns: names that a header must hold; the header is looked for in the first
            rows. ``rows`` is None for a sheet that has no row with the first of them.
        report: receives an error for a file that is missing, is no workbook, unpacks to
            more than ``MAX_BYTES`` or is broken, and for a header that lacks columns.
    """
    with _reported(path, report):
        with ZipFile(path) as archive:
            issue = check_archive(archive)
        if issue:
            report.error(path.name, issue)
            return
        with CalamineWorkbook.from_path(path) as workbook:
            for known in workbook.sheets_metadata:
                if known.typ is SheetTypeEnum.WorkSheet:
                    lines = _lines(workbook.get_sheet_by_name(known.name))
                    yield _sheet(path, known.name, lines, columns, report)


def _lines(sheet: CalamineSheet) -> Iterator[tuple[int, list[Cell]]]:
    """The rows of a sheet with their numbers, and nothing in place of an empty cell."""
    for number, cells in enumerate(sheet.iter_rows(), 1):
        yield number, [None if cell == "" else _plain_number(cell) for cell in cells]


def _plain_number(cell: Cell) -> Cell:
    """The file does not tell whole numbers from others."""
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


@contextmanager
def _reported(path: Path, report: ReadReport) -> Iterator[None]:
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


def _sheet(
    path: Path,
    title: str,
    lines: Iterator[tuple[int, list[Cell]]],
    columns: tuple[str, ...],
    report: ReadReport,
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
            rows = _rows(position, texts, lines)
            return Sheet(title, position, tuple(head), rows)
        head.extend(text for text in texts if text)
        if number == _HEADER_ROWS:
            break
    return Sheet(title, position, tuple(head), None)


def _rows(
    position: str, header: list[str], lines: Iterator[tuple[int, list[Cell]]]
) -> Iterator[XlsxRow]:
    letters = {name: column_letters(i) for i, name in enumerate(header, 1) if name}
    for number, cells in lines:
        if any(cell is not None for cell in cells):
            named = {name: cell for name, cell in zip(header, cells, strict=False) if name}
            yield XlsxRow(named, f"{position}, row {number}", letters)


def only_sheet(
    path: Path, columns: tuple[str, ...], report: ReadReport
) -> Iterator[tuple[str, XlsxRow]]:
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
