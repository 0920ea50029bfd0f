"""Delimiters of another sort, and empty rows and columns at the end, as spreadsheets write them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

from sanctions_data.tables.canonical import csv_bytes
from sanctions_data.validation.engine.damage import FMT_FIXES, Damage, Straight

_DELIMITERS = {";": "semicolons", "\t": "tabs", "|": "bars"}
_NOTHING = b", \t\r"


def fix_delimiter(straight: Straight, header: list[str]) -> None:
    """Make commas of other delimiters, and cells of lines that were quoted as a whole."""
    first = straight.content.partition(b"\n")[0].decode("utf-8")
    if first == ",".join(header):
        return
    if _drop_empty_end(cells_of(first)) == [",".join(header)]:
        problem = "each line stands in quotes, as if it were a single cell"
        fixed = "quotes around each line: removed"
        _rewrite(straight, problem, fixed, ",", lambda cells: cells_of("".join(cells)))
        return
    for delimiter, name in _DELIMITERS.items():
        if _drop_empty_end(cells_of(first, delimiter)) == header:
            problem = f"cells are separated by {name}"
            fixed = f"{name} between cells: made commas"
            _rewrite(straight, problem, fixed, delimiter, lambda cells: cells)
            return


def _rewrite(
    straight: Straight,
    problem: str,
    fixed: str,
    delimiter: str,
    change: Callable[[list[str]], list[str]],
) -> None:
    hint = "separate them by commas" if delimiter != "," else "remove those quotes"
    text = io.StringIO(straight.content.decode("utf-8"), newline="")
    try:
        rows = [change(cells) for cells in csv.reader(text, delimiter=delimiter, strict=True)]
    except csv.Error as error:
        damage = Damage("delimiter", f"{problem}, and it is broken besides ({error})", hint)
    else:
        straight.content = csv_bytes(rows[0], rows[1:])
        damage = Damage("delimiter", problem, f"{hint}; {FMT_FIXES}", fixed, line=1)
    straight.damages.append(damage)


def remove_empty_ends(straight: Straight, header: list[str]) -> None:
    """Take out empty rows and columns behind the last that hold something."""
    _remove_empty_rows(straight)
    _remove_empty_columns(straight, header)


def _remove_empty_rows(straight: Straight) -> None:
    if not ends_with_empty_row(straight.content):
        return
    lines = straight.content.removesuffix(b"\n").split(b"\n")
    kept = len(lines)
    while kept > 1 and not lines[kept - 1].strip(_NOTHING):
        kept -= 1
    if kept == len(lines):
        return
    number = len(lines) - kept
    straight.content = b"\n".join(lines[:kept]) + b"\n"
    straight.damages.append(
        Damage(
            "row-width",
            "the file ends with an empty row"
            if number == 1
            else f"the file ends with {number:,} empty rows",
            f"remove what stands below the last row; {FMT_FIXES}",
            f"empty rows at the end: {number:,} removed",
            line=kept + 1,
        )
    )


def ends_with_empty_row(content: bytes) -> bool:
    """Whether the last line holds no cell."""
    end = len(content) - content.endswith(b"\n")
    return not content[content.rfind(b"\n", 0, end) + 1 : end].strip(_NOTHING)


def _remove_empty_columns(straight: Straight, header: list[str]) -> None:
    first = straight.content.partition(b"\n")[0].decode("utf-8")
    width = len(header)
    found = cells_of(first)
    if len(found) <= width or _drop_empty_end(found) != header:
        return
    try:
        rows = list(csv.reader(io.StringIO(straight.content.decode("utf-8"), newline="")))
    except csv.Error:
        return
    if any(any(cells[width:]) for cells in rows):
        return  # Something stands there: which column it belongs to must be said by a person.
    straight.content = csv_bytes(header, [cells[:width] for cells in rows[1:]])
    number = len(found) - width
    straight.damages.append(
        Damage(
            "header",
            f"empty columns stand after the last one: {number}",
            f"delete them in the spreadsheet; {FMT_FIXES}",
            f"empty columns at the end: {number} removed",
            line=1,
        )
    )


def _drop_empty_end(cells: list[str]) -> list[str]:
    """The cells without empty ones at the end."""
    while cells and not cells[-1]:
        cells = cells[:-1]
    return cells


def cells_of(line: str, delimiter: str = ",") -> list[str]:
    """The cells of one line; none if it is not CSV."""
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []
