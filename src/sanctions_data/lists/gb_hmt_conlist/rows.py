"""Rows of the list, which was published as CSV and is also stored as a spreadsheet.

Its first line says on which day it was last updated; the names of the columns stand in the second.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.xlsx import Cell, XlsxRow, only_sheet
from sanctions_data.lists.common.xlsx.xlsx_archive import column_letters

COLUMNS = ("Name 6", "Group Type", "Alias Type", "Regime", "Listed On", "Group ID")
_ENCODING = "cp1252"
_HEADER_LINES = 5


def read_rows(path: Path, report: ReadReport) -> Iterator[XlsxRow]:
    """Yield each row under the header of a CSV file or a workbook.

    Args:
        path: the file.
        report: receives an error for a file that cannot be read or has not these columns.

    Example:
        >>> report = ReadReport("gb-hmt-conlist")
        >>> list(read_rows(Path("no-such-file.csv"), report)), len(report.errors)
        ([], 1)
    """
    if path.suffix.casefold() == ".csv":
        yield from _csv_rows(path, report)
    else:
        yield from (row for _, row in only_sheet(path, COLUMNS, report))


def _csv_rows(path: Path, report: ReadReport) -> Iterator[XlsxRow]:
    try:
        with path.open(encoding=_ENCODING, newline="") as handle:
            yield from _under_header(path, csv.reader(handle, strict=True), report)
    except OSError as error:
        report.error(path.name, f"the file cannot be read ({error.strerror or error})")
    except (UnicodeDecodeError, csv.Error) as error:
        report.error(
            path.name,
            f"found no CSV in {_ENCODING} ({error}); it may be an error page or cut off, get it "
            "again",
        )


def _under_header(path: Path, lines: Iterator[list[str]], report: ReadReport) -> Iterator[XlsxRow]:
    header: list[str] = []
    letters: dict[str, str] = {}
    for number, cells in enumerate(lines, 1):
        if header and any(cells):
            named: dict[str, Cell] = dict(zip(header, cells, strict=False))
            yield XlsxRow(named, f"{path.name}, row {number}", letters)
        elif COLUMNS[0] in cells:
            header = cells
            letters = {name: column_letters(i) for i, name in enumerate(header, 1)}
            if missing := [column for column in COLUMNS if column not in header]:
                report.error(
                    f"{path.name}, row {number}",
                    f"found a header without {', '.join(map(repr, missing))}; the reader knows "
                    "the layouts of 2018 and of 2022 to 2025",
                )
                return
        elif number == _HEADER_LINES:
            break
    if not header:
        report.error(
            path.name,
            f"found no header with {COLUMNS[0]!r} in the first {_HEADER_LINES} lines; this is not "
            "the list, or it is cut off",
        )
