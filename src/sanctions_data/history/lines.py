"""A table's canonical bytes as lines by key, which is all that history has to move about.

A row is one line, as no cell holds a line break. Rebuilding an old version takes lines
out, puts some back and mends others; it never needs to read the cells of the rest.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence

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
        self._places = [header.index(column) for column in key]

    @classmethod
    def read(cls, content: bytes, key: Sequence[str]) -> Lines:
        """The lines of canonical bytes.

        Raises:
            ValueError: the bytes are not canonical, as a row takes more than one line.
        """
        first, *rest = content.decode("utf-8").removesuffix("\n").split("\n")
        lines = cls(split_line(first), key)
        width = len(lines.header)
        for line in rest:
            cells = split_line(line)
            if len(cells) != width:
                raise ValueError(f"found a row of {len(cells)} cells, expected {width}: {line!r}")
            lines.by_key[lines.key_of(cells)] = line
        return lines

    def key_of(self, cells: Sequence[str]) -> Key:
        """The key of a row."""
        return tuple([cells[place] for place in self._places])

    def cells(self, key: Key) -> list[str]:
        """The cells of the row with this key."""
        return split_line(self.by_key[key])

    def put(self, cells: Sequence[str]) -> None:
        """Add or replace a row."""
        self.by_key[self.key_of(cells)] = csv_bytes(cells, ()).decode().removesuffix("\n")

    def content(self) -> bytes:
        """The canonical bytes."""
        first = csv_bytes(self.header, ()).decode().removesuffix("\n")
        keys = sorted(self.by_key)
        return ("\n".join([first, *(self.by_key[key] for key in keys)]) + "\n").encode()


def split_line(line: str) -> list[str]:
    """The cells of one line."""
    return next(csv.reader([line])) if '"' in line else line.split(",")
