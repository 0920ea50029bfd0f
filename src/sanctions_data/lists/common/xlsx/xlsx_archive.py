"""What is checked of an Excel workbook (XLSX) before it is opened.

A workbook is untrusted input: it is a ZIP archive of XML. How large it becomes is checked
before anything is unpacked, and a document type is refused. A sheet takes memory for every
cell up to its last row and column, full or empty, so where these lie is looked up first: one
cell in the far corner would take hundreds of gigabytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from zipfile import ZipFile

MAX_BYTES = 200 * 1024 * 1024
MAX_PARTS = 2000
MAX_CELLS = 10_000_000

_CHUNK = 1024 * 1024
_PLACE = re.compile(
    rb"<(?:\w+:)?(?P<tag>row|c)\b(?:[^>]*?\sr\s*=\s*[\"'](?P<column>[A-Za-z]*)(?P<row>\d*))?"
    rb"[^>]*+(?P<empty>(?<=/)>|>\s*</)?"
)


def check_archive(archive: ZipFile) -> str:
    """What forbids to open the workbook; an empty string if nothing does."""
    parts = archive.infolist()
    size = sum(part.file_size for part in parts)
    if size > MAX_BYTES or len(parts) > MAX_PARTS:
        return (
            f"found {size} bytes in {len(parts)} parts when unpacked, expected {MAX_BYTES} bytes "
            f"in {MAX_PARTS} parts at most; the file was not opened"
        )
    for part in parts:
        with archive.open(part) as stream:
            start = stream.read(4096).replace(b"\0", b"").upper()
        if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
            return f"found a document type in {part.filename}; workbooks have none"
        rows, columns = _extent(archive, part.filename)  # a sheet may have any name
        if rows * columns > MAX_CELLS:
            return (
                f"found {rows} rows and {columns} columns in {part.filename}, expected "
                f"{MAX_CELLS} cells at most; the file was not opened"
            )
    return ""


def _extent(archive: ZipFile, name: str) -> tuple[int, int]:
    """The number of the last row and of the last column that has a value.

    A row or a cell that does not say where it stands follows the one before it. Excel keeps rows
    and cells that have a format and no value, often down to the last row of a sheet; they take no
    memory.
    """
    row = column = rows = columns = 0
    for match in _places(archive, name):
        if match["tag"] == b"row":
            row, column = int(match["row"] or row + 1), 0
        else:
            column = column_number(match["column"].decode()) if match["column"] else column + 1
            row = int(match["row"] or row)
            if not match["empty"]:
                rows, columns = max(rows, row), max(columns, column)
    return rows, columns


def _places(archive: ZipFile, name: str) -> Iterator[re.Match[bytes]]:
    rest = b""
    with archive.open(name) as stream:
        while chunk := stream.read(_CHUNK):
            text = rest + chunk
            # The last tag may go on in the next chunk, and tells whether that before it is empty.
            whole = max(text.rfind(b"<", 0, max(text.rfind(b"<"), 0)), 0)
            for match in _PLACE.finditer(text):
                if match.start() >= whole:
                    break
                yield match
            rest = text[whole:]
    yield from _PLACE.finditer(rest)


def column_number(letters: str) -> int:
    """The number of a column, from its letters.

    Example:
        >>> column_number("A"), column_number("AB")
        (1, 28)
    """
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def column_letters(number: int) -> str:
    """The letters of a column, from its number.

    Example:
        >>> column_letters(1), column_letters(28)
        ('A', 'AB')
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
