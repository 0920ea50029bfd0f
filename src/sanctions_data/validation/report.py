"""The report of all issues of one run."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from sanctions_data.validation.issues import Issue

_KEYS = ("file", "line", "position", "column", "rule", "severity", "found", "problem", "hint")


@dataclass
class Report:
    """Every issue of one run.

    Attributes:
        issues: those that a change brought first, then errors before warnings, then in order of
            file, line and column.
        rows: number of rows checked, by table.
        counts: number of issues by rule, those that ``issues`` leaves out included.
        warning_counts: the same for warnings alone.
        since: the git revision that issues were compared with; empty for none.
        folder: the folder or the one CSV that was checked, as messages name it.
        new: number of issues that the change since then brought.
        new_warnings: the same for warnings alone.
    """

    issues: list[Issue] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    warning_counts: Counter[str] = field(default_factory=Counter)
    since: str = ""
    folder: str = ""
    new: int = 0
    new_warnings: int = 0

    def __str__(self) -> str:
        """One line an issue, then a summary."""
        return "\n".join([*map(str, self.issues), *self.left_out, self.summary])

    @property
    def errors(self) -> list[Issue]:
        """The issues that are errors."""
        return [issue for issue in self.issues if not issue.is_warning]

    @property
    def error_counts(self) -> Counter[str]:
        """Number of errors by rule."""
        return self.counts - self.warning_counts

    @property
    def has_failed(self) -> bool:
        """Whether there is an error; compared with a revision, a new one.

        A warning never fails, and a change is not to blame for what was there before it.
        """
        return bool(self.new - self.new_warnings if self.since else self.error_counts)

    @property
    def summary(self) -> str:
        """What was checked and what was found, in one line.

        Example:
            >>> Report(rows={"a": 2}).summary
            '2 rows in 1 table: no issues'
            >>> number = Counter({"number-check-digit": 3})
            >>> Report(rows={"a": 2}, counts=number, warning_counts=number).summary
            '2 rows in 1 table: no errors, 3 warnings (3 number-check-digit)'
        """
        rows = _count("row", sum(self.rows.values()))
        checked = f"{rows} in {_count('table', len(self.rows))}"
        if not self.counts:
            return f"{checked}: no issues"
        found = [_count_by_rule("error", self.error_counts) or "no errors"]
        if self.warning_counts:
            found.append(_count_by_rule("warning", self.warning_counts))
        if self.since:
            warnings = f" ({_count('warning', self.new_warnings)})" if self.new_warnings else ""
            found.append(f"{self.new:,} of them{warnings} new since {self.since}")
        return f"{checked}: {', '.join(found)}"

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
            "format": 2,
            "folder": self.folder,
            "since": self.since or None,
            "rows": self.rows,
            "errors": self.error_counts.total(),
            "warnings": self.warning_counts.total(),
            "counts": dict(self.counts),
            "new": self.new if self.since else None,
            "new_errors": self.new - self.new_warnings if self.since else None,
            "not_shown": self.not_shown,
            "issues": [self._record(issue) for issue in self.issues],
        }

    def _record(self, issue: Issue) -> dict[str, Any]:
        record = {name: getattr(issue, name) for name in _KEYS}
        return {**record, "page": issue.page, "new": issue.is_new if self.since else None}


def _count(thing: str, number: int) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def _count_by_rule(thing: str, counts: Counter[str]) -> str:
    by_rule = ", ".join(f"{number} {rule}" for rule, number in counts.most_common())
    return f"{_count(thing, counts.total())} ({by_rule})" if counts else ""
