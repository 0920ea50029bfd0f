"""What makes one state of a table another, cell by cell: nothing is summed up or left out."""

from __future__ import annotations

from collections.abc import Iterator

from sanctions_data.history.lines import Key, Lines
from sanctions_data.history.row_changes import WHOLE_ROW, key_text

CELL_COLUMNS = ["table", "key", "column", "old", "new"]


def cell_changes(name: str, before: Lines, after: Lines) -> Iterator[tuple[list[str], list[str]]]:
    r"""Each changed cell, added row and removed row, and the cells of the row.

    Args:
        name: the table.
        before: the older state.
        after: the newer one.

    Returns:
        Rows of ``CELL_COLUMNS``, in order of the key. The key stands as it is where it is one
        cell, and as a JSON array where it is several. A whole row has the column ``*`` and its
        line of the CSV, as ``new`` where it was added and as ``old`` where it is gone.

    Example:
        >>> old, new = (Lines.read(text, ["id"]) for text in (b"id,x\na,1\n", b"id,x\na,2\nb,3\n"))
        >>> [row for row, _ in cell_changes("t", old, new)]
        [['t', 'a', 'x', '1', '2'], ['t', 'b', '*', '', 'b,3']]
    """
    for key in sorted(before.key_set() | after.key_set()):
        old, new = before.line(key), after.line(key)
        if old == new:
            continue
        if old is None or new is None:
            cells = (before if new is None else after).cells(key)
            yield [name, plain_key(key), WHOLE_ROW, old or "", new or ""], cells
            continue
        was, now = before.cells(key), after.cells(key)
        for column, cell_was, cell_now in zip(before.header, was, now, strict=True):
            if cell_was != cell_now:
                yield [name, plain_key(key), column, cell_was, cell_now], now


def plain_key(key: Key) -> str:
    """A key as text: itself if it is one cell, a JSON array if it is several."""
    return key[0] if len(key) == 1 else key_text(key)
