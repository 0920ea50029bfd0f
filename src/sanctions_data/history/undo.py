"""Turning a table as it was after a version into the table as it was before it.

It works on the canonical bytes. A key's columns come first in every table and rows stand in
order of their key, so the bytes with which a row begins tell where it is, and few rows need
be read: what was added is cut out as a whole, and all that stays is copied in long pieces.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, compress
from operator import itemgetter
from typing import NamedTuple

from sanctions_data.files.canonical import csv_bytes
from sanctions_data.history.difference import Change, key_text
from sanctions_data.history.lines import Key, split_line


class Edit(NamedTuple):
    """Bytes from ``start`` to ``stop`` that become ``line``."""

    start: int
    stop: int
    line: bytes


def undone(content: bytes, key: Sequence[str], changes: Iterable[Change]) -> bytes:
    r"""The canonical bytes before the changes of one version.

    Args:
        content: the canonical bytes after them.
        key: the columns of the key, which are the first ones in some order.
        changes: what the version changed in this table.

    Raises:
        ValueError: a change does not fit the rows; the message names it.

    Example:
        >>> undone(b"id,name\na,A\nb,C\n", ["id"], [Change('["b"]', "name", "changed", "B", "C")])
        b'id,name\na,A\nb,B\n'
    """
    rows = _Rows(content, key)
    added: list[Change] = []
    by_row: dict[str, dict[str, list[Change]]] = {"removed": {}, "changed": {}}
    for change in changes:
        if change.action == "added":
            added.append(change)
        else:
            by_row[change.action].setdefault(change.row_key, []).append(change)
    edits = chain(
        _put_back(rows, by_row["removed"]), _cut_out(rows, added), _mended(rows, by_row["changed"])
    )
    return rows.edited(edits)


class _Rows:
    """Rows in canonical bytes, found by how their lines begin."""

    def __init__(self, content: bytes, key: Sequence[str]) -> None:
        self.content = content
        self.body = content.index(b"\n") + 1
        self.header = split_line(content[: self.body - 1].decode())
        width = len(key)
        self._order = [self.header.index(column) for column in key]
        if sorted(self._order) != list(range(width)):
            raise ValueError(f"the key {', '.join(key)} is not in the first columns")
        self._written = [list(key).index(column) for column in self.header[:width]]
        self._end = b"," if width < len(self.header) else b"\n"

    def keys(self, texts: Iterable[str]) -> list[Key]:
        """Keys from their JSON; parsed at one go, as there may be many."""
        every = list(texts)
        try:
            found = [tuple(key) for key in json.loads(f"[{','.join(every)}]")]
        except (json.JSONDecodeError, TypeError):
            found = []
        kinds = set(map(type, chain.from_iterable(found)))
        if len(found) != len(every) or kinds - {str} or set(map(len, found)) - {len(self._order)}:
            bad = next(text for text in every if not self._is_key(text))
            raise ValueError(
                f"change of {bad}: its key is no JSON array of {len(self._order)} cells"
            )
        return found

    def _is_key(self, text: str) -> bool:
        try:
            key = json.loads(text)
        except json.JSONDecodeError:
            return False
        cells = key if isinstance(key, list) else []
        return len(cells) == len(self._order) and all(isinstance(cell, str) for cell in cells)

    def beginnings(self, keys: Sequence[Key]) -> list[bytes]:
        """The break and the bytes with which the row of each key begins."""
        cells = ([key[place] for place in self._written] for key in keys)
        lines = csv_bytes((), cells).split(b"\n")[1:-1]
        return [b"\n" + line + self._end for line in lines]

    def find(self, beginning: bytes, after: int) -> int:
        """Where a row begins; -1 if there is no such row from ``after`` on."""
        return self.content.find(beginning, after - 1) + 1 or -1

    def end(self, start: int) -> int:
        """Where the row ends that begins at ``start``."""
        return self.content.index(b"\n", start) + 1

    def place(self, key: Key, after: int) -> int:
        """Where the row with this key stands, or would stand, from ``after`` on."""
        wanted = tuple([cell.encode() for cell in key])
        low, high, step = after, after, 2048
        while high < len(self.content) and self._key(self.content[high : self.end(high)]) < wanted:
            low, step = high, step * 2
            high = self.content.find(b"\n", high + step) + 1 or len(self.content)
        lines = self.content[low:high].split(b"\n")[:-1]
        before = lines[: bisect_left(lines, wanted, key=self._key)]
        return low + sum(map(len, before)) + len(before)

    def _key(self, line: bytes) -> tuple[bytes, ...]:
        if b'"' in line:
            cells = [cell.encode() for cell in split_line(line.removesuffix(b"\n").decode())]
        else:
            cells = line.removesuffix(b"\n").split(b",", len(self._order))
        return tuple([cells[column] for column in self._order])

    def edited(self, edits: Iterable[Edit]) -> bytes:
        """The bytes with the edits made; where two begin together, in the order given."""
        pieces, done, view = [], 0, memoryview(self.content)
        for start, stop, line in sorted(edits, key=itemgetter(0)):
            if start > done:
                pieces.append(view[done:start])
            pieces.append(memoryview(line))
            done = max(done, stop)
        return b"".join([*pieces, view[done:]])


def _put_back(rows: _Rows, removed: dict[str, list[Change]]) -> Iterator[Edit]:
    """Rows that were removed, noted cell by cell."""
    ordered = sorted(zip(rows.keys(removed), removed.values(), strict=True), key=itemgetter(0))
    beginnings = rows.beginnings([key for key, _ in ordered])
    cells = ({change.column: change.old_value for change in changes} for _, changes in ordered)
    lines = csv_bytes((), ([each.get(column, "") for column in rows.header] for each in cells))
    place = rows.body
    for (key, _), beginning, line in zip(ordered, beginnings, lines.split(b"\n")[1:], strict=False):
        place = rows.place(key, place)
        if rows.content.startswith(beginning, place - 1):
            raise ValueError(f"row {key_text(key)} is noted as removed, but is there")
        yield Edit(place, place, line + b"\n")


def _cut_out(rows: _Rows, added: list[Change]) -> Iterator[Edit]:
    """Rows that were added stand together from a first key to a last one."""
    keys = rows.keys(change.row_key for change in added)
    longer = [change.row_key != change.new_value for change in added]
    lasts = iter(rows.keys(change.new_value for change in compress(added, longer)))
    ranges = sorted(
        (key, next(lasts) if long else key) for key, long in zip(keys, longer, strict=True)
    )
    firsts = rows.beginnings([first for first, _ in ranges])
    ends = iter(rows.beginnings([last for first, last in ranges if last is not first]))
    stop = rows.body
    for (first, last), beginning in zip(ranges, firsts, strict=True):
        start = end = rows.find(beginning, stop)
        if last is not first:
            end = rows.find(next(ends), max(start, stop))
        if start < 0 or end < 0:
            raise ValueError(
                f"rows beside {key_text(first)} are noted as added, but the first or last of "
                "them is not there"
            )
        stop = rows.end(end)
        yield Edit(start, stop, b"")


def _mended(rows: _Rows, changed: dict[str, list[Change]]) -> Iterator[Edit]:
    ordered = sorted(zip(rows.keys(changed), changed.values(), strict=True), key=itemgetter(0))
    start = rows.body
    for beginning, (_, changes) in zip(
        rows.beginnings([key for key, _ in ordered]), ordered, strict=True
    ):
        found = rows.find(beginning, start)
        start = max(start, found)
        stop = rows.end(start) if found >= 0 else start
        cells = split_line(rows.content[start : stop - 1].decode()) if found >= 0 else []
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
        yield Edit(start, stop, csv_bytes(cells, ()))
