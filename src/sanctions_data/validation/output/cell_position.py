"""Where a cell stands in its line, in characters."""

from __future__ import annotations

from sanctions_data.tables.canonical import csv_bytes
from sanctions_data.validation.issues import Issue


def find_columns(issue: Issue) -> tuple[int, int]:
    """First character of the cell and the one behind its last, counted from 1.

    They hold for a line in canonical form, where quotes stand only where they are needed.

    Example:
        >>> find_columns(Issue("a.csv", 2, 2, "name", "required", "b", "", "", ("a", "b", "c")))
        (3, 4)
    """
    if not issue.row or not issue.position:
        return 1, 1
    widths = [_width(cell) for cell in issue.row[: issue.position]]
    first = sum(widths[:-1]) + len(widths)
    return first, first + max(widths[-1], 1)


def _width(cell: str) -> int:
    # Beside a second cell, as a line of one empty cell would be quoted.
    return len(csv_bytes([cell, "x"], []).decode().removesuffix(",x\n"))
