"""What a rule sees and what it yields."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute

from sanctions_data.files.records import cell_text
from sanctions_data.parties.fold import fold_name
from sanctions_data.schema import MEASURE_TABLES, TABLES


@dataclass(frozen=True, slots=True)
class Finding:
    """A row that breaks a rule. ``row`` is the label of the row in the table's frame."""

    table: str
    row: int
    column: str
    problem: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Cells:
    """A column as its distinct values, and for every row the place of its value there.

    A missing cell has the place -1. Columns repeat themselves, so that looking at the
    distinct values only is what makes checking fast.
    """

    values: pa.LargeStringArray
    places: np.ndarray

    def is_among(self, others: Cells) -> np.ndarray:
        """Which of the distinct values are values of another column as well."""
        return marks(pyarrow.compute.is_in(self.values, value_set=others.values))

    def matches(self, expression: str) -> np.ndarray:
        """Which of the distinct values match an RE2 expression somewhere."""
        return marks(pyarrow.compute.match_substring_regex(self.values, expression))

    def rows_with(self, wanted: np.ndarray) -> np.ndarray:
        """The rows whose value is marked in ``wanted``, one mark a distinct value."""
        if not wanted.any():
            return np.empty(0, dtype=np.intp)
        with_missing = np.append(wanted, False)  # A missing cell, at -1, is never wanted.
        return np.flatnonzero(with_missing[self.places])


def marks(booleans: pa.BooleanArray) -> np.ndarray:
    """Arrow's booleans as numpy's."""
    found: np.ndarray = booleans.to_numpy(zero_copy_only=False)
    return found


class Context:
    """The tables that could be read, every cell text or missing.

    A table that could not be read is an empty frame, and ``is_read`` tells so, as a rule
    must not report rows for want of a table that has a fault of its own.
    """

    def __init__(self, frames: dict[str, pd.DataFrame]) -> None:
        self._frames = frames
        self._cells: dict[tuple[str, str], Cells] = {}
        self._columns: dict[tuple[str, str], pd.Series[str]] = {}
        self._folded: dict[str, str] = {}

    def is_read(self, *tables: str) -> bool:
        """Whether all these tables could be read."""
        return all(table in self._frames for table in tables)

    def frame(self, table: str) -> pd.DataFrame:
        """The rows of a table."""
        if table in self._frames:
            return self._frames[table]
        return pd.DataFrame(columns=TABLES[table].header, dtype="str")

    def frames(self) -> Iterator[tuple[str, pd.DataFrame]]:
        """The tables that could be read and have rows."""
        return ((name, frame) for name, frame in self._frames.items() if len(frame))

    def cell(self, table: str, row: int, column: str) -> str:
        """One cell; empty if missing."""
        return cell_text(self.frame(table).at[row, column])

    def cells(self, table: str, column: str) -> Cells:
        """A column by its distinct values."""
        key = table, column
        if key not in self._cells:
            cells = pa.array(self.frame(table)[column], pa.large_string())
            whole = cells.combine_chunks() if isinstance(cells, pa.ChunkedArray) else cells
            coded = whole.dictionary_encode()
            places = coded.indices.fill_null(-1).to_numpy()
            self._cells[key] = Cells(coded.dictionary, places)
        return self._cells[key]

    def folded(self, name: str) -> str:
        """A name as names are compared."""
        if name not in self._folded:
            self._folded[name] = fold_name(name)
        return self._folded[name]

    def measures(self) -> Iterator[tuple[str, pd.DataFrame]]:
        """The measure tables that could be read."""
        return ((name, self._frames[name]) for name in MEASURE_TABLES if name in self._frames)

    def column_of(self, table: str, column: str) -> pd.Series[str]:
        """A column of a table, indexed by the table's key (its first, if there are several)."""
        if (table, column) not in self._columns:
            key = TABLES[table].key[0]
            frame = self.frame(table)
            rows = frame[frame[key].notna() & ~frame[key].duplicated()]
            self._columns[table, column] = rows.set_index(key, drop=False)[column]
        return self._columns[table, column]


Check = Callable[[Context], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule beyond the cells: its id, what it demands and why."""

    rule_id: str
    demands: str
    reason: str
    check: Check


RULES: dict[str, Rule] = {}


def rule(rule_id: str, demands: str, reason: str) -> Callable[[Check], Check]:
    """Register a check as a rule.

    Args:
        rule_id: id shown in brackets behind every fault, and the name of its page.
        demands: what must hold, as a sentence.
        reason: why it must.
    """

    def register(check: Check) -> Check:
        RULES[rule_id] = Rule(rule_id, demands, reason, check)
        return check

    return register
