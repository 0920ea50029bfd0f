"""Taking issues as rules find them, however many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Set
from dataclasses import replace

from sanctions_data.validation.issues import Issue, Severity
from sanctions_data.validation.report import Report


class Collector:
    """Keeps no more issues of a rule than are to be shown, and counts the others.

    Args:
        limit: how many issues of a rule to keep, counted apart for new and old ones; None
            for all. The number of the rest is counted.
        known: identities of the issues that were there before the change.
        only: the file whose issues count; all if left out.
    """

    def __init__(
        self, limit: int | None, known: Set[Hashable] | None = None, only: str | None = None
    ) -> None:
        self._limit = limit
        self._known = known
        self._only = only
        self._kept: set[Issue] = set()
        self._counts: Counter[tuple[str, Severity, bool]] = Counter()

    def is_full(self, rule: str, file: str, severity: Severity = Severity.error) -> bool:
        """Whether issues of this rule need only be counted, with ``count``."""
        other = self._only is not None and file != self._only
        full = self._limit is not None and self._counts[rule, severity, False] >= self._limit
        return other or (full and self._known is None)

    def count(self, rule: str, file: str, number: int, severity: Severity = Severity.error) -> None:
        """Count issues that are not to be shown."""
        if self._only is None or file == self._only:
            self._counts[rule, severity, False] += number

    def add(self, issue: Issue) -> None:
        """Take an issue; one that was taken before is not counted again."""
        if (self._only is not None and issue.file != self._only) or issue in self._kept:
            return
        is_new = self._known is not None and issue.identity not in self._known
        key = issue.rule, issue.severity, is_new
        self._counts[key] += 1
        if self._limit is None or self._counts[key] <= self._limit:
            self._kept.add(replace(issue, is_new=True) if is_new else issue)

    def fill(self, report: Report) -> Report:
        """Put the issues and their numbers into a report."""
        report.issues = sorted(
            self._kept, key=lambda issue: (not issue.is_new, issue.is_warning, issue)
        )
        for (rule, severity, is_new), number in self._counts.items():
            warnings = number if severity is Severity.warning else 0
            report.counts[rule] += number
            report.warning_counts[rule] += warnings
            report.new += number if is_new else 0
            report.new_warnings += warnings if is_new else 0
        report.warning_counts += Counter()  # Leaves out the rules without a warning.
        return report
