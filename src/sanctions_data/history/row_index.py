"""The rows of canonical bytes, found by their keys without reading most of them.

A key's columns come first in every table and rows stand in order of their key, so the bytes
with which a row begins tell where it is.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from itertools import chain

import numpy as np
import numpy.typing as npt

from sanctions_data.history.lines import Key, split_line
from sanctions_data.tables.canonical import csv_bytes


class RowIndex:
    r"""Where the rows of a table stand in its canonical bytes.

    Args:
        content: the canonical bytes.
        key: the columns of the key, which are the first ones in some order.

    Raises:
        ValueError: the key is not in the first columns.

    Example:
        >>> rows = RowIndex(b"id,name\na,A\nb,C\n", ["id"])
        >>> list(rows.starts([("b",), ("c",)]))
        [12, -1]
    """

    def __init__(self, content: bytes, key: Sequence[str]) -> None:
        self.content = content
        self._body = content.index(b"\n") + 1
        self.header = split_line(content[: self._body - 1].decode())
        width = len(key)
        self._order = [self.header.index(column) for column in key]
        if sorted(self._order) != list(range(width)):
            raise ValueError(f"the key {', '.join(key)} is not in the first columns")
        self._written = [list(key).index(column) for column in self.header[:width]]
        self._end = b"," if width < len(self.header) else b"\n"

    def keys(self, texts: Iterable[str]) -> list[Key]:
        """Keys from their JSON; parsed at one go, as there may be many.

        Raises:
            ValueError: one is not the JSON of a key of this table.
        """
        every = list(texts)
        try:
            parsed = json.loads(f"[{','.join(every)}]")
        except json.JSONDecodeError:
            parsed = []
        # A text, taken for a list of its letters, would do for a key.
        found = [] if set(map(type, parsed)) - {list} else [tuple(key) for key in parsed]
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

    def starts(self, keys: Sequence[Key]) -> Iterator[int]:
        """Where the row of each key begins, for keys in order; -1 if there is none."""
        cells = [[key[place] for place in self._written] for key in keys]
        start = self._body
        for line in csv_bytes((), cells).split(b"\n")[1:-1]:
            found = self.content.find(b"\n" + line + self._end, start - 1) + 1
            start = found or start
            yield found or -1

    def ends(self, starts: Sequence[int], numbers: Sequence[int]) -> list[int]:
        """Where so many rows end from each start on; -1 if there are fewer."""
        ends = np.append(self._breaks + 1, -1)
        last = np.searchsorted(self._breaks, starts) + np.array(numbers, int) - 1
        found: list[int] = ends[np.minimum(last, len(ends) - 1)].tolist()
        return found

    def places(self, keys: Iterable[Key]) -> Iterator[tuple[int, bool]]:
        """Where the row of each key stands or would stand, for keys in order, and if it does."""
        breaks = self._breaks.data
        rows, row = range(len(breaks) - 1), 0

        @cache
        def key_of(number: int) -> tuple[bytes, ...]:
            return self._key(self.content[breaks[number] + 1 : breaks[number + 1]])

        for key in keys:
            wanted = tuple([cell.encode() for cell in key])
            step = 1  # Wider and wider, as keys that are looked for mostly stand close together.
            while row + step <= len(rows) and key_of(row + step - 1) < wanted:
                row, step = row + step, step * 2
            row = bisect_left(rows, wanted, row, min(row + step - 1, len(rows)), key=key_of)
            yield breaks[row] + 1, row < len(rows) and key_of(row) == wanted

    @cached_property
    def _breaks(self) -> npt.NDArray[np.intp]:
        return np.flatnonzero(np.frombuffer(self.content, np.uint8) == ord("\n"))

    def _key(self, line: bytes) -> tuple[bytes, ...]:
        if b'"' in line:
            cells = [cell.encode() for cell in split_line(line.decode())]
        else:
            cells = line.split(b",", len(self._order))
        return tuple([cells[column] for column in self._order])
