"""What a rule sees and what it yields."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

import numpy as np

from sanctions_data.names.fold import fold_name
from sanctions_data.schema import MEASURE_TABLES
from sanctions_data.validation.engine.arrow import MISSING, Mask, Numbers
from sanctions_data.validation.engine.columns import Cells, CodedRows
from sanctions_data.validation.engine.definition import TABLES
from sanctions_data.validation.issues import Severity

T = TypeVar("T")
_DAY = r"^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$"


@dataclass(frozen=True, slots=True)
class Finding:
    """A row that breaks a rule. ``row`` is the number of the row in the table, from 0.

    ``severity`` is that of the rule unless it is given.
    """

    table: str
    row: int
    column: str
    problem: str
    hint: str
    severity: Severity | None = None


class Context:
    """The tables that could be read, every cell text or missing.

    A table that could not be read is without rows, and ``is_read`` tells so, as a rule
    must not report rows for want of a table that has an issue of its own.
    """

    def __init__(self, tables: Mapping[str, CodedRows]) -> None:
        self._tables = tables
        self._made: dict[Hashable, Any] = {}
        self._folded: dict[str, str] = {}
        self.today = datetime.now(UTC).date().isoformat()

    def is_read(self, *tables: str) -> bool:
        """Whether all these tables could be read."""
        return all(table in self._tables for table in tables)

    def rows(self, table: str) -> CodedRows:
        """The rows of a table."""
        if table in self._tables:
            return self._tables[table]
        return CodedRows.of(TABLES[table].header, [])

    def keys(self, table: str) -> list[str]:
        """The distinct keys of a table (the first key column, if there are several)."""
        keys = self.rows(table)[TABLES[table].key[0]]
        return self.once(("keys", table), keys.values.to_pylist)

    def measures(self) -> Iterator[tuple[str, CodedRows]]:
        """The measure tables that could be read."""
        return ((name, self._tables[name]) for name in MEASURE_TABLES if name in self._tables)

    def once(self, name: Hashable, make: Callable[[], T]) -> T:
        """What several rules need: made by the first, kept for the others."""
        if name not in self._made:
            self._made[name] = make()
        made: T = self._made[name]
        return made

    def fold(self, name: str) -> str:
        """A name as names are compared."""
        if name not in self._folded:
            self._folded[name] = fold_name(name)
        return self._folded[name]

    def days(self, table: str, column: str) -> Cells:
        """A column of dates without the cells that are no day: another rule tells of those."""

        def find() -> Cells:
            cells = self.rows(table)[column]
            return cells.only(cells.select_rows(cells.matches(_DAY)))

        return self.once(("days", table, column), find)

    def refers(self, cells: Cells, table: str) -> Mask:
        """The rows whose cell is a key of a table (its first key, if there are several)."""
        return cells.select_rows(self.find_rows(cells, table) != MISSING)

    def look_up(self, cells: Cells, table: str, column: str) -> Cells:
        """For every row the cell of a column in the row of a table whose key the cell is."""
        rows = np.append(self.find_rows(cells, table), MISSING)[cells.places]
        wanted = self.rows(table)[column]
        return Cells(wanted.values, np.append(wanted.places, MISSING)[rows])

    def find_rows(self, cells: Cells, table: str) -> Numbers:
        """For every distinct value the first row of a table that has it as its key, or -1."""

        def find() -> tuple[Cells, Numbers]:
            keys = self.rows(table)[TABLES[table].key[0]]
            first = np.full(len(keys.values) + 1, MISSING, dtype=np.int64)
            first[keys.places[::-1]] = np.arange(len(keys.places))[::-1]
            first[MISSING] = MISSING  # A missing cell is no key.
            # The cells are kept as well, so that no other values can come to have their id.
            return cells, first[cells.places_in(keys.values)]

        return self.once(("found", id(cells.values), table), find)[1]


Check = Callable[[Context], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule beyond the cells: its id, what it demands and why, and whether it must be kept."""

    rule_id: str
    demands: str
    reason: str
    check: Check
    severity: Severity = Severity.error


RULES: dict[str, Rule] = {}


def rule(
    rule_id: str, demands: str, reason: str, severity: Severity = Severity.error
) -> Callable[[Check], Check]:
    """Register a check as a rule.

    Args:
        rule_id: id shown in brackets behind every issue, and the name of its page.
        demands: what must hold, as a sentence.
        reason: why it must.
        severity: whether an issue is an error or a warning.
    """

    def register(check: Check) -> Check:
        RULES[rule_id] = Rule(rule_id, demands, reason, check, severity)
        return check

    return register
