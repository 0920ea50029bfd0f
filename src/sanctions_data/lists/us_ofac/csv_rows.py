"""Rows of OFAC's CSV files, each checked for its form.

The files have no header; ``-0-`` is an empty cell; a byte 0x1A may mark the end.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from sanctions_data.lists.common.read_report import ReadReport

CsvRow = tuple[str, list[str]]
"""Where the row stands, and its cells."""

_NULL = {"-0- ", "-0-"}
_END = b"\x1a"


def read_rows(path: Path, width: int, report: ReadReport) -> Iterator[CsvRow]:
    """Yield position and cells of every row that is sound.

    Args:
        path: the file.
        width: number of cells that a row must have; the first is the entry number.
        report: receives an error for every other row, and for a file that is cut off, is no
            CSV or is not UTF-8.
    """
    if not _is_whole(path):
        report.error(
            path.name, "the last line is cut off; the file is incomplete, download it again"
        )
        return
    reader = csv.reader(_lines(path), strict=True)
    try:
        for number, row in enumerate(reader):
            line = f"{path.name}:{reader.line_num}"
            ref = row[0] if row else ""
            if not number and not ref.isdecimal():
                report.error(line, _wrong_start(ref))
                return
            if len(row) != width:
                report.error(
                    f"{line} (entry {ref or '?'})",
                    f"found {len(row)} fields, expected {width}; download the file again",
                )
            elif not ref.isdecimal():
                report.error(line, f"found entry number {ref!r}, expected digits")
            else:
                # An empty type is not the same as ``-0-``, so that column stays as printed.
                cells = ["" if cell in _NULL else cell for cell in row]
                cells[2:3] = row[2:3]
                yield f"{line} (entry {ref})", cells
    except UnicodeDecodeError as error:
        report.error(
            f"{path.name}:{reader.line_num + 1}",
            f"byte 0x{error.object[error.start]:02x} is not UTF-8; the file is damaged or was "
            "saved in another encoding, download it again",
        )
    except csv.Error as error:
        report.error(f"{path.name}:{reader.line_num}", f"the CSV is broken ({error})")


def _lines(path: Path) -> Iterator[str]:
    with path.open("rb") as file:
        for line in file:
            if line.startswith(_END):
                return
            yield line.decode("utf-8")


def _is_whole(path: Path) -> bool:
    with path.open("rb") as file:
        if not file.seek(0, 2):
            return True
        file.seek(-1, 2)
        return file.read(1) in (b"\n", _END)


def _wrong_start(cell: str) -> str:
    if cell.lstrip("\ufeff ").startswith("<"):
        return "found a web page, expected CSV; the publisher sent an error page, try again later"
    return (
        f"the first cell is {cell!r}, expected an entry number; OFAC's files have no header, "
        "delete the line if someone added one"
    )
