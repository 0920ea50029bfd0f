"""A fault, and the report of all of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any

_LONGEST_SHOWN = 80


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong, with all that is needed to mend it.

    ``line`` counts from 1, the header being line 1; it is 0 for a fault of the whole file.
    ``position`` is the place of the column in the file, from 1, or 0.
    """

    file: str
    line: int
    position: int
    column: str
    rule: str
    found: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        """``file:line:column: found …; problem; remedy [rule]``."""
        place = ":".join([self.file, *([str(self.line)] if self.line else []), *self._column])
        found = f"found {shortened(self.found)}; " if self.found else ""
        return f"{place}: {found}{self.problem}; {self.remedy} [{self.rule}]"

    @property
    def _column(self) -> list[str]:
        return [self.column] if self.column else []


def shortened(text: str) -> str:
    """Text for a message: on one line, with what cannot be seen made visible, and not long."""
    shown = text if text.isprintable() and text == text.strip() else repr(text)
    if len(shown) <= _LONGEST_SHOWN:
        return shown
    return f"{shown[:_LONGEST_SHOWN]}… ({len(text):,} characters)"


@dataclass
class Report:
    """Every fault of one run.

    Attributes:
        faults: in order of file, line and column.
        rows: number of rows checked, by table.
    """

    faults: list[Fault] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)

    def __str__(self) -> str:
        """One line a fault, then a summary."""
        checked = f"{sum(self.rows.values()):,} rows in {len(self.rows)} tables"
        if not self.faults:
            return f"{checked}: no faults"
        by_rule = Counter(fault.rule for fault in self.faults)
        counted = ", ".join(f"{number} {rule}" for rule, number in by_rule.most_common())
        lines = [str(fault) for fault in self.faults]
        return "\n".join([*lines, f"{checked}: {len(self.faults):,} faults ({counted})"])

    def as_dict(self) -> dict[str, Any]:
        """The report for programs: ``rows`` by table and ``faults`` as records."""
        return {"rows": self.rows, "faults": [asdict(fault) for fault in self.faults]}
