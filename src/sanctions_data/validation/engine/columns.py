"""Tables by the distinct values of their columns, which is what makes checking them fast.

Columns repeat themselves. What is asked of a value is asked once, and a row answers by the
place of its value among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute

from sanctions_data.validation.engine.arrow import (
    MISSING,
    Mask,
    Numbers,
    integers,
    marks,
    numbers,
    strings,
)


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """A column: its distinct values, and for every row the place of its value there.

    A missing cell has the place -1.

    Example:
        >>> cells = Cells.of(["gb", None, "gb"])
        >>> cells.values.to_pylist(), cells.places.tolist()
        (['gb'], [0, -1, 0])
        >>> cells.isin("gb", "us").tolist()
        [True, False, True]
    """

    values: pa.StringArray
    places: Numbers

    @classmethod
    def of(cls, texts: Iterable[str | None]) -> Cells:
        """A column of these cells."""
        builder = pa.lib.StringBuilder()  # pa.array would load pandas to see what it is given
        builder.append_values(texts)
        return cls.from_arrow(builder.finish().dictionary_encode())

    @classmethod
    def from_arrow(cls, column: pa.DictionaryArray) -> Cells:
        """A column that Arrow has by its distinct values already."""
        return cls(column.dictionary, numbers(column.indices))

    def text(self, row: int) -> str:
        """One cell; empty if missing."""
        place = int(self.places[row])
        return "" if place == MISSING else str(self.values[place].as_py())

    def texts(self, rows: Mask) -> list[str]:
        """The cells of some rows, without missing ones."""
        found: list[str] = self.values.take(integers(self.places[rows & self.filled])).to_pylist()
        return found

    @property
    def filled(self) -> Mask:
        """The rows whose cell is not missing."""
        return self.places >= 0

    def select_rows(self, wanted: Mask) -> Mask:
        """The rows whose value is marked in ``wanted``, one mark a distinct value."""
        found: Mask = np.append(wanted, False)[self.places]  # A missing cell is at -1.
        return found

    @property
    def lengths(self) -> Numbers:
        """The number of characters of each distinct value."""
        return numbers(pyarrow.compute.utf8_length(self.values))

    def isin(self, *codes: str) -> Mask:
        """The rows with one of these values."""
        return self.select_rows(self.known(strings(codes)))

    def known(self, values: pa.StringArray) -> Mask:
        """Which of the distinct values are among these."""
        return marks(pyarrow.compute.is_in(self.values, value_set=values))

    @property
    def used(self) -> Mask:
        """Which of the distinct values some row has; after ``only`` these are not all."""
        used = np.zeros(len(self.values) + 1, dtype=bool)
        used[self.places] = True
        return used[:-1]

    def matches(self, expression: str) -> Mask:
        """Which of the distinct values match an RE2 expression somewhere."""
        return marks(pyarrow.compute.match_substring_regex(self.values, expression))

    def only(self, rows: Mask) -> Cells:
        """The same column with the cells of all other rows missing."""
        return Cells(self.values, np.where(rows, self.places, MISSING))

    def equals(self, other: Cells) -> Mask:
        """The rows in which both columns hold the same value."""
        there = np.append(self.places_in(other.values), MISSING)[self.places]
        found: Mask = (there == other.places) & (there >= 0)
        return found

    def places_in(self, values: pa.StringArray) -> Numbers:
        """For every distinct value its place among others, or -1."""
        return numbers(pyarrow.compute.index_in(self.values, value_set=values))

    def before(self, other: Cells | str) -> Mask:
        """The rows whose value sorts before that of the other column, or before a text.

        A missing cell is before nothing, and nothing is before it.
        """
        if isinstance(other, str):
            return self.select_rows(marks(pyarrow.compute.less(self.values, strings([other])[0])))
        mine, theirs = rank_rows(self, other)
        return (mine < theirs) & self.filled

    def after(self, text: str) -> Mask:
        """The rows whose value sorts behind a text."""
        return self.select_rows(marks(pyarrow.compute.greater(self.values, strings([text])[0])))


class CodedRows:
    """A table: a column by its name, all of the same length."""

    def __init__(self, columns: Mapping[str, Cells]) -> None:
        self._columns = columns

    @classmethod
    def of(cls, header: Sequence[str], rows: Sequence[Sequence[str | None]]) -> CodedRows:
        """A table of these rows."""
        columns = zip(*rows, strict=True) if rows else ([] for _ in header)
        return cls(dict(zip(header, map(Cells.of, columns), strict=True)))

    @classmethod
    def from_arrow(cls, table: pa.Table) -> CodedRows:
        """A table that Arrow read with every column by its distinct values."""
        columns = (Cells.from_arrow(column.combine_chunks()) for column in table.columns)
        return cls(dict(zip(table.column_names, columns, strict=True)))

    def __len__(self) -> int:
        return next((len(cells.places) for cells in self._columns.values()), 0)

    def __contains__(self, column: str) -> bool:
        return column in self._columns

    def __getitem__(self, column: str) -> Cells:
        return self._columns[column]

    @property
    def longest(self) -> int:
        """The number of bytes of the longest cell."""
        lengths = (
            pyarrow.compute.max(pyarrow.compute.binary_length(cells.values)).as_py()
            for cells in self._columns.values()
        )
        return max((length or 0 for length in lengths), default=0)

    def row(self, row: int) -> tuple[str, ...]:
        """The cells of a row; empty where one is missing."""
        return tuple(cells.text(row) for cells in self._columns.values())

    def to_arrow(self) -> pa.Table:
        """The table for other programs, a missing cell null."""
        return pa.table(
            {
                name: cells.values.take(pa.array(cells.places, mask=~cells.filled))
                for name, cells in self._columns.items()
            }
        )


def rows_of(mask: Mask) -> list[int]:
    """The numbers of the marked rows."""
    found: list[int] = np.flatnonzero(mask).tolist()
    return found


def rank_rows(*columns: Cells) -> list[Numbers]:
    """For every row of each column the rank of its value among the values of all of them.

    A missing cell has the rank -1.
    """
    every = pa.concat_arrays([cells.values for cells in columns])
    ranked = numbers(pyarrow.compute.rank(every, tiebreaker="dense")).astype(np.int64)
    ends = np.cumsum([len(cells.values) for cells in columns])[:-1]
    parts = np.split(ranked, ends)
    return [
        np.append(part, MISSING)[cells.places] for part, cells in zip(parts, columns, strict=True)
    ]
