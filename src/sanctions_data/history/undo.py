"""Turning a table as it was after a version into the table as it was before it.

It works on the canonical bytes: what was added is cut out as a whole, what was removed is put
back, and all that stays is copied in long pieces.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from operator import itemgetter

from sanctions_data.history.lines import split_line
from sanctions_data.history.row_changes import Change
from sanctions_data.history.row_index import RowIndex
from sanctions_data.schema.vocabularies import CHANGE_ACTION
from sanctions_data.tables.canonical import csv_bytes

# Bytes from a start to a stop, and the line that they become; there are thousands of them.
Edit = tuple[int, int, bytes]


def undo(content: bytes, key: Sequence[str], changes: Iterable[Change]) -> bytes:
    r"""Undo the changes of one version, in canonical bytes.

    Args:
        content: the canonical bytes after them.
        key: the columns of the key, which are the first ones in some order.
        changes: what the version changed in this table.

    Raises:
        ValueError: a change does not fit the rows; the message names it.

    Example:
        >>> undo(b"id,name\na,A\nb,C\n", ["id"], [Change('["b"]', "name", "changed", "B", "C")])
        b'id,name\na,A\nb,B\n'
    """
    rows = RowIndex(content, key)
    of: dict[str, list[Change]] = {action: [] for action in CHANGE_ACTION}
    for change in changes:
        if change.action not in of:
            raise ValueError(
                f"change of {change.row_key}: found action {change.action!r}, expected one of "
                f"{', '.join(of)}"
            )
        of[change.action].append(change)
    edits = chain(
        _put_back(rows, of["removed"]),
        _cut_out(rows, of["added"]),
        _restore_cells(rows, of["changed"]),
    )
    return _apply_edits(content, edits)


def _apply_edits(content: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes with the edits made; where two begin together, in the order given."""
    pieces, done, view = [], 0, memoryview(content)
    for start, stop, line in sorted(edits, key=itemgetter(0)):
        if start > done:
            pieces.append(view[done:start])
        pieces.append(memoryview(line))
        done = max(done, stop)
    return b"".join([*pieces, view[done:]])


def _put_back(rows: RowIndex, removed: list[Change]) -> Iterator[Edit]:
    """RowIndex that were removed, of which the lines were kept."""
    keys = rows.keys(change.row_key for change in removed)
    ordered = sorted(zip(keys, removed, strict=True))
    places = rows.places(key for key, _ in ordered)
    for (place, is_there), (_, change) in zip(places, ordered, strict=True):
        if is_there:
            raise ValueError(f"row {change.row_key} is noted as removed, but is there")
        yield place, place, f"{change.old_value}\n".encode()


def _cut_out(rows: RowIndex, added: list[Change]) -> Iterator[Edit]:
    """RowIndex that were added, noted in runs: the first one, and how many they are."""
    runs = sorted(zip(rows.keys(change.row_key for change in added), added, strict=True))
    starts = list(rows.starts([key for key, _ in runs]))
    ends = rows.ends(starts, [_number_of_rows(run) for _, run in runs])
    for start, end, (_, run) in zip(starts, ends, runs, strict=True):
        if start < 0 or end < 0:
            missing = "is not there" if start < 0 else f"{run.new_value} rows do not follow"
            raise ValueError(f"row {run.row_key} is noted as added, but {missing}")
        yield start, end, b""


def _number_of_rows(added: Change) -> int:
    if added.new_value.isdecimal() and 0 < int(added.new_value) < 10**9:
        return int(added.new_value)
    raise ValueError(
        f"change of {added.row_key}: found {added.new_value!r} rows added, expected a number"
    )


def _restore_cells(rows: RowIndex, changed: list[Change]) -> Iterator[Edit]:
    """RowIndex of which cells were changed, noted cell by cell."""
    by_row: dict[str, list[Change]] = {}
    for change in changed:
        by_row.setdefault(change.row_key, []).append(change)
    ordered = sorted(zip(rows.keys(by_row), by_row.values(), strict=True), key=itemgetter(0))
    for start, (_, changes) in zip(rows.starts([key for key, _ in ordered]), ordered, strict=True):
        stop = rows.content.index(b"\n", start) + 1 if start >= 0 else start
        cells = split_line(rows.content[start : stop - 1].decode()) if start >= 0 else []
        for change in changes:
            where = f"change of {change.row_key}, column {change.column}"
            if not cells or change.column not in rows.header:
                raise ValueError(f"{where}: no such cell")
            place = rows.header.index(change.column)
            if cells[place] != change.new_value:
                raise ValueError(
                    f"{where}: found {cells[place]!r}, the change says {change.new_value!r}"
                )
            cells[place] = change.old_value
        yield start, stop, csv_bytes(cells, ())
