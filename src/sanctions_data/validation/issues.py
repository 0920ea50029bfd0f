"""An issue, and the report of all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Set
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

_LONGEST_SHOWN = 80


@dataclass(frozen=True, slots=True, order=True)
class Issue:
    """One thing wrong, with all that is needed to fix it.

    ``line`` counts from 1, the header being line 1; it is 0 for an issue of the whole file.
    ``position`` is the place of the column in the file, from 1, or 0. ``row`` holds the cells
    of the row; it is empty for an issue of no row. ``is_new`` tells that a change brought it.
    """

    file: str
    line: int
    position: int
    column: str
    rule: str
    found: str
    problem: str
    hint: str
    row: tuple[str, ...] = field(default=(), compare=False, repr=False)
    is_new: bool = field(default=False, compare=False)

    def __str__(self) -> str:
        """``file:line:column: found …; problem; hint [rule]``."""
        place = ":".join([self.file, *([str(self.line)] if self.line else []), *self._column])
        return f"{place}: {self.message} [{self.rule}]"

    @property
    def message(self) -> str:
        """What was found, what is wrong with it and how to fix it."""
        found = f"found {shortened(self.found)}; " if self.found else ""
        return f"{found}{self.problem}; {self.hint}"

    @property
    def page(self) -> str:
        """The page of the rule, from the root of the repository."""
        return f"docs/rules/{self.rule}.md"

    @property
    def identity(self) -> Hashable:
        """What stays the same when the row moves within its file, or the folder elsewhere."""
        return PurePath(self.file).name, self.rule, self.column, self.row or self.found

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
    """Every issue of one run.

    Attributes:
        issues: those that a change brought first, then in order of file, line and column.
        rows: number of rows checked, by table.
        counts: number of issues by rule, those that ``issues`` leaves out included.
        since: the git revision that issues were compared with; empty for none.
        new: number of issues that the change since then brought.
    """

    issues: list[Issue] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    since: str = ""
    new: int = 0

    def __str__(self) -> str:
        """One line an issue, then a summary."""
        return "\n".join([*map(str, self.issues), *self.left_out, self.summary])

    @property
    def summary(self) -> str:
        """What was checked and what was found, in one line."""
        rows = _number_of("row", sum(self.rows.values()))
        checked = f"{rows} in {_number_of('table', len(self.rows))}"
        if not self.counts:
            return f"{checked}: no issues"
        counted = ", ".join(f"{number} {rule}" for rule, number in self.counts.most_common())
        brought = f", {self.new:,} of them new since {self.since}" if self.since else ""
        return f"{checked}: {_number_of('issue', self.counts.total())} ({counted}){brought}"

    @property
    def not_shown(self) -> dict[str, int]:
        """By rule, the number of issues that ``issues`` leaves out."""
        return dict(self.counts - Counter(issue.rule for issue in self.issues))

    @property
    def left_out(self) -> list[str]:
        """One line a rule that has more issues than ``issues`` holds."""
        return [f"{n:,} more of {rule} are not shown" for rule, n in self.not_shown.items()]

    def as_dict(self) -> dict[str, Any]:
        """The report for programs, as ``docs/validate-json.md`` describes it."""
        return {
            "format": 1,
            "since": self.since or None,
            "rows": self.rows,
            "counts": dict(self.counts),
            "new": self.new if self.since else None,
            "not_shown": self.not_shown,
            "issues": [self._record(issue) for issue in self.issues],
        }

    def _record(self, issue: Issue) -> dict[str, Any]:
        told = ("file", "line", "position", "column", "rule", "found", "problem", "hint")
        record = {name: getattr(issue, name) for name in told}
        return {**record, "page": issue.page, "new": issue.is_new if self.since else None}


class Collector:
    """Takes issues as rules find them, and keeps no more of a rule than are to be shown.

    Args:
        most: how many issues of a rule to keep, counted apart for new and old ones; None
            for all. The number of the rest is counted.
        known: identities of the issues that were there before the change.
        only: the file whose issues count; all if left out.
    """

    def __init__(
        self, most: int | None, known: Set[Hashable] | None = None, only: str | None = None
    ) -> None:
        self._most = most
        self._known = known
        self._only = only
        self._kept: set[Issue] = set()
        self._counts: Counter[tuple[str, bool]] = Counter()

    def is_full(self, rule: str, file: str) -> bool:
        """Whether issues of this rule need only be counted, with ``count``."""
        other = self._only is not None and file != self._only
        full = self._most is not None and self._counts[rule, False] >= self._most
        return other or (full and self._known is None)

    def count(self, rule: str, file: str, number: int) -> None:
        """Count issues that are not to be shown."""
        if self._only is None or file == self._only:
            self._counts[rule, False] += number

    def add(self, issue: Issue) -> None:
        """Take an issue; one that was taken before is not counted again."""
        if (self._only is not None and issue.file != self._only) or issue in self._kept:
            return
        is_new = self._known is not None and issue.identity not in self._known
        self._counts[issue.rule, is_new] += 1
        if self._most is None or self._counts[issue.rule, is_new] <= self._most:
            self._kept.add(_marked(issue) if is_new else issue)

    def into(self, report: Report) -> Report:
        """Fill a report."""
        report.issues = sorted(self._kept, key=lambda issue: (not issue.is_new, issue))
        for (rule, is_new), number in self._counts.items():
            report.counts[rule] += number
            report.new += number if is_new else 0
        return report


def _marked(issue: Issue) -> Issue:
    cells = {name: getattr(issue, name) for name in Issue.__dataclass_fields__}
    return Issue(**{**cells, "is_new": True})


def _number_of(thing: str, number: int) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
