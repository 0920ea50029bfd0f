"""A table's canonical bytes as lines by key, which is all that history has to move about.

A row is one line, as no cell holds a line break. Rebuilding an old version takes lines
out, puts some back and mends others; it never needs to read the cells of the rest.
"""

from __future__ import annotations

import csv
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress

import pyarrow
import pyarrow.csv

from sanctions_data.files.canonical import csv_bytes

Key = tuple[str, ...]


class Lines:
    r"""The rows of a table as text lines, by key.

    Example:
        >>> table = Lines.read(b"id,name\na,A\nb,B\n", ["id"])
        >>> table.cells(("b",))
        ['b', 'B']
    """

    def __init__(self, header: list[str], key: Sequence[str]) -> None:
        self.header = header
        self._key_columns = [header.index(column) for column in key]
        self._place: dict[Key, int] = {}
        self._lines: list[str] = []
        self._is_there = bytearray()
        self._read = 0  # So many lines are in order of their keys; those behind were put.

    @classmethod
    def read(cls, content: bytes, key: Sequence[str]) -> Lines:
        """The lines of canonical bytes.

        Raises:
            ValueError: the bytes are not canonical, as a row takes more than one line.
        """
        first, *rest = content.decode("utf-8").removesuffix("\n").split("\n")
        lines = cls(split_line(first), key)
        lines._place = dict(zip(_keys(content, key), range(len(rest)), strict=False))
        if len(lines._place) != len(rest):
            raise ValueError(
                f"found {len(rest)} lines for {len(lines._place)} rows: a key stands twice, or a "
                "cell holds a line break"
            )
        lines._lines, lines._read = rest, len(rest)
        lines._is_there = bytearray(b"\1") * len(rest)
        return lines

    def __contains__(self, key: Key) -> bool:
        """Whether there is a row with this key."""
        return key in self._place and bool(self._is_there[self._place[key]])

    def line(self, key: Key) -> str | None:
        """The line of the row with this key, if there is one."""
        return self._lines[self._place[key]] if key in self else None

    def key_set(self) -> set[Key]:
        """The keys of all rows."""
        return set(compress(self._place, self._is_there))

    def key_of(self, cells: Sequence[str]) -> Key:
        """The key of a row."""
        return tuple([cells[place] for place in self._key_columns])

    def cells(self, key: Key) -> list[str]:
        """The cells of the row with this key."""
        return split_line(self._lines[self._place[key]])

    def put(self, cells: Sequence[str]) -> None:
        """Add or replace a row."""
        key = self.key_of(cells)
        line = csv_bytes(cells, ()).decode().removesuffix("\n")
        if key in self._place:
            self._lines[self._place[key]] = line
            self._is_there[self._place[key]] = 1
        else:
            self._place[key] = len(self._lines)
            self._lines.append(line)
            self._is_there.append(1)

    def remove(self, keys: Iterable[Key]) -> None:
        """Take rows out."""
        for key in keys:
            self._is_there[self._place[key]] = 0

    def remove_ranges(self, ranges: Sequence[tuple[Key, Key]]) -> None:
        """Take out the rows from each first key to each last one, both included.

        Raises:
            KeyError: a first or last key is not there.
        """
        put_later = list(self._place)[self._read :] if len(self._lines) > self._read else []
        ordered = sorted(ranges)
        for first, last in ordered:
            start, stop = self._place[first], self._place[last]
            if not (self._is_there[start] and self._is_there[stop]):
                raise KeyError(first)
            if max(start, stop) >= self._read:  # An end that was put: look at every key.
                self.remove(key for key in self.key_set() if first <= key <= last)
            else:
                self._is_there[start : stop + 1] = bytes(stop + 1 - start)
        for key in put_later:
            place = bisect_right(ordered, (key, key)) - 1
            nearby = ordered[max(place, 0) : place + 2]
            if any(first <= key <= last for first, last in nearby):
                self.remove([key])

    def content(self) -> bytes:
        """The canonical bytes."""
        first = csv_bytes(self.header, ()).decode().removesuffix("\n")
        there = list(compress(self._lines, self._is_there))
        if len(self._lines) > self._read:
            keys = compress(self._place, self._is_there)
            there = [line for _, line in sorted(zip(keys, there, strict=True))]
        return ("\n".join([first, *there]) + "\n").encode()


def _keys(content: bytes, key: Sequence[str]) -> Iterator[Key]:
    # The columns of the key are all that is parsed: most lines are only carried along.
    table = pyarrow.csv.read_csv(
        pyarrow.BufferReader(content),
        parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True),
        convert_options=pyarrow.csv.ConvertOptions(
            include_columns=list(key), column_types=dict.fromkeys(key, pyarrow.string())
        ),
    )
    return zip(*(table[column].to_pylist() for column in key), strict=True)


def split_line(line: str) -> list[str]:
    """The cells of one line."""
    return next(csv.reader([line])) if '"' in line else line.split(",")
