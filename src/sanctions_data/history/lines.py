"""A table's canonical bytes as lines by key, which is all that history has to move about.

A row is one line, as no cell holds a line break. Rebuilding an old version takes lines
out, puts some back and mends others; it never needs to read the cells of the rest.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence

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
        self.by_key: dict[Key, str] = {}
        self._is_sorted = True
        self._places = [header.index(column) for column in key]

    @classmethod
    def read(cls, content: bytes, key: Sequence[str]) -> Lines:
        """The lines of canonical bytes.

        Raises:
            ValueError: the bytes are not canonical, as a row takes more than one line.
        """
        text = content.decode("utf-8").removesuffix("\n").split("\n")
        lines = cls(split_line(text[0]), key)
        lines.by_key = dict(zip(_keys(content, key), text[1:], strict=False))
        if len(lines.by_key) != len(text) - 1:
            raise ValueError(
                f"found {len(text) - 1} lines for {len(lines.by_key)} rows: a key stands twice, "
                "or a cell holds a line break"
            )
        return lines

    def key_of(self, cells: Sequence[str]) -> Key:
        """The key of a row."""
        return tuple([cells[place] for place in self._places])

    def cells(self, key: Key) -> list[str]:
        """The cells of the row with this key."""
        return split_line(self.by_key[key])

    def put(self, cells: Sequence[str]) -> None:
        """Add or replace a row."""
        key = self.key_of(cells)
        self._is_sorted = self._is_sorted and key in self.by_key
        self.by_key[key] = csv_bytes(cells, ()).decode().removesuffix("\n")

    def content(self) -> bytes:
        """The canonical bytes."""
        first = csv_bytes(self.header, ()).decode().removesuffix("\n")
        self.sort()
        return ("\n".join([first, *self.by_key.values()]) + "\n").encode()

    def sort(self) -> None:
        """Put the rows in order of their keys, if a row was added since they were."""
        if not self._is_sorted:
            self.by_key = dict(sorted(self.by_key.items()))
            self._is_sorted = True


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
