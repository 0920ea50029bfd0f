"""A table's canonical bytes as lines by key, to tell two states of it apart.

A row is one line, as no cell holds a line break.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, KeysView, Sequence

import pyarrow
import pyarrow.csv

from sanctions_data.tables.canonical import csv_bytes

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
        self._lines: dict[Key, str] = {}

    @classmethod
    def read(cls, content: bytes, key: Sequence[str]) -> Lines:
        """The lines of canonical bytes.

        Raises:
            ValueError: the bytes are not canonical, as a row takes more than one line.
        """
        first, *rest = content.decode("utf-8").removesuffix("\n").split("\n")
        lines = cls(split_line(first), key)
        lines._lines = dict(zip(_keys(content, key), rest, strict=False))
        if len(lines._lines) != len(rest):
            raise ValueError(
                f"found {len(rest)} lines for {len(lines._lines)} rows: a key stands twice, or a "
                "cell holds a line break"
            )
        return lines

    def __contains__(self, key: Key) -> bool:
        """Whether there is a row with this key."""
        return key in self._lines

    def line(self, key: Key) -> str | None:
        """The line of the row with this key, if there is one."""
        return self._lines.get(key)

    def key_set(self) -> KeysView[Key]:
        """The keys of all rows."""
        return self._lines.keys()

    def cells(self, key: Key) -> list[str]:
        """The cells of the row with this key."""
        return split_line(self._lines[key])

    def put(self, cells: Sequence[str]) -> None:
        """Add or replace a row."""
        key = tuple([cells[place] for place in self._key_columns])
        self._lines[key] = csv_bytes(cells, ()).decode().removesuffix("\n")

    def keep(self, wanted: Callable[[list[str]], bool]) -> None:
        """Take out the rows whose cells are not wanted."""
        self._lines = {k: line for k, line in self._lines.items() if wanted(split_line(line))}

    def content(self) -> bytes:
        """The canonical bytes."""
        first = csv_bytes(self.header, ()).decode().removesuffix("\n")
        return (
            "\n".join([first, *(self._lines[key] for key in sorted(self._lines))]) + "\n"
        ).encode()


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
