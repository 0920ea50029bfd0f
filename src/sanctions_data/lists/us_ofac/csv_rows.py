"""Rows of OFAC's CSV files, each checked for its form.

The files have no header; ``-0-`` is an empty cell; a byte 0x1A may mark the end. Some have quotes
inside a cell that are not doubled, and some end in the middle of their last line end.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from sanctions_data.lists.common.read_report import ReadReport

CsvRow = tuple[str, list[str]]
"""Where the row stands, and its cells."""

_NULL = {"-0- ", "-0-", "-0"}  # the last one where a file ends early
END_MARK = b"\x1a"
"""What OFAC puts at the end of a file."""
_STRAY_QUOTES = re.compile(r'(?P<quoted>"(?P<text>.*?)"(?=,|$))|(?P<plain>[^",]*)(?=,|$)')


def read_rows(path: Path, width: int, report: ReadReport) -> Iterator[CsvRow]:
    """Yield position and cells of every row that is sound.

    Args:
        path: the file.
        width: number of cells that a row must have; the first is the entry number.
        report: receives a warning for every other row, and an error for a file that is no CSV
            or is not UTF-8, or that ends in the middle of a row.
    """
    lines = _lines(path, report)
    if not lines:
        return
    first = lines[0][1].partition(",")[0].strip('"')
    if not first.isdecimal():
        report.error(f"{path.name}:1", _wrong_start(first))
        return
    for number, cells in _records(path, lines, width, report):
        line, ref = f"{path.name}:{number}", cells[0]
        if len(cells) != width and number == lines[-1][0] and not lines[-1][2]:
            report.error(
                path.name, "the last line is cut off; the file is incomplete, download it again"
            )
        elif not ref.isdecimal():
            report.odd(line, f"found entry number {ref!r}, expected digits; the row was left out")
        elif len(cells) != width:
            report.odd(
                f"{line} (entry {ref})",
                f"found {len(cells)} fields, expected {width}; the row was left out",
                left_out=ref,
            )
        else:
            # An empty type is not the same as ``-0-``, so that column stays as printed.
            shown = ["" if cell in _NULL else cell for cell in cells]
            shown[2:3] = cells[2:3]
            yield f"{line} (entry {ref})", shown


def is_empty(path: Path) -> bool:
    """Whether there is nothing in the file, or no file: both say nothing about the list."""
    return not path.is_file() or not path.read_bytes().strip(END_MARK + b"\r\n \t")


def _lines(path: Path, report: ReadReport) -> list[tuple[int, str, bool]]:
    """The lines with their numbers, and whether each has an end."""
    found: list[tuple[int, str, bool]] = []
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if line.startswith(END_MARK):
                return found
            whole = line.removesuffix(END_MARK)
            try:
                text = whole.decode("utf-8")
            except UnicodeDecodeError as error:
                report.error(
                    f"{path.name}:{number}",
                    f"byte 0x{whole[error.start]:02x} is not UTF-8; the file is damaged or was "
                    "saved in another encoding, download it again",
                )
                return []
            found.append((number, text.rstrip("\r\n"), text.endswith("\n") or whole != line))
    if found and not found[-1][2]:
        report.warn(path.name, "the last line has no end; the file may be cut off there")
    return found


def _records(
    path: Path, lines: list[tuple[int, str, bool]], width: int, report: ReadReport
) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each row with the number of its last line.

    A row ends with its line. Where it does not parse, it has stray quotes, or a line break in a
    cell, in which case the next line goes on with it.
    """
    before = ""
    for number, line, _ in lines:
        text = f"{before}\n{line}" if before else line
        if not text:
            continue
        before = ""
        try:
            yield number, next(csv.reader([text], strict=True))
            continue
        except csv.Error:
            cells = _split_at_stray_quotes(text, width)
        if cells:
            report.warn(
                f"{path.name}:{number} (entry {cells[0]})",
                "found a quote inside a cell that is not doubled; read as printed",
            )
            yield number, cells
        else:
            before = text
    if before:
        report.error(
            f"{path.name}:{lines[-1][0]}",
            "the CSV is broken (a quoted cell does not end); the file is incomplete, download it "
            "again",
        )


def _split_at_stray_quotes(text: str, width: int) -> list[str]:
    """The cells of a row of that many, where a quote ends a cell only before a comma.

    Example:
        >>> _split_at_stray_quotes('17016,"so called "Example" bank."', 2)
        ['17016', 'so called "Example" bank.']
    """
    cells, end = [], 0
    while end <= len(text):
        match = _STRAY_QUOTES.match(text, end)
        if match is None:
            return []
        cells.append(match["text"] if match["quoted"] else match["plain"])
        end = match.end() + 1
    return [cell.replace('""', '"') for cell in cells] if len(cells) == width else []


def _wrong_start(cell: str) -> str:
    if cell.lstrip("\ufeff ").startswith("<"):
        return "found a web page, expected CSV; the publisher sent an error page, try again later"
    return (
        f"the first cell is {cell!r}, expected an entry number; OFAC's files have no header, "
        "delete the line if someone added one"
    )
