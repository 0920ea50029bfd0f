"""What a rule sees and what it yields."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pandas as pd

from sanctions_data.files.records import cell_text
from sanctions_data.schema import MEASURE_TABLES, TABLES


@dataclass(frozen=True, slots=True)
class Finding:
    """A row that breaks a rule. ``row`` is the label of the row in the table's frame."""

    table: str
    row: int
    column: str
    problem: str
    remedy: str


class Context:
    """The tables that could be read, every cell text or missing.

    A table that could not be read is an empty frame, and ``is_read`` tells so, as a rule
    must not report rows for want of a table that has a fault of its own.
    """

    def __init__(self, frames: dict[str, pd.DataFrame]) -> None:
        self._frames = frames

    def is_read(self, *tables: str) -> bool:
        """Whether all these tables could be read."""
        return all(table in self._frames for table in tables)

    def frame(self, table: str) -> pd.DataFrame:
        """The rows of a table."""
        if table in self._frames:
            return self._frames[table]
        return pd.DataFrame(columns=TABLES[table].header, dtype="str")

    def cell(self, table: str, row: int, column: str) -> str:
        """One cell; empty if missing."""
        return cell_text(self.frame(table).at[row, column])

    def measures(self) -> Iterator[tuple[str, pd.DataFrame]]:
        """The measure tables that could be read."""
        return ((name, self._frames[name]) for name in MEASURE_TABLES if name in self._frames)

    def column_of(self, table: str, column: str) -> pd.Series[str]:
        """A column of a table, indexed by the table's key (its first, if there are several)."""
        frame = self.frame(table).drop_duplicates(TABLES[table].key[0])
        return frame.set_index(TABLES[table].key[0])[column]


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
        rule_id: id shown in brackets behind every fault.
        demands: what must hold, as a sentence.
        reason: why it must.
    """

    def register(check: Check) -> Check:
        RULES[rule_id] = Rule(rule_id, demands, reason, check)
        return check

    return register
