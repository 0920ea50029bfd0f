"""A report for people: grouped by file, with the row shown and the cell marked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from sanctions_data.validation.issues import Issue, Severity, shorten
from sanctions_data.validation.report import Report

_AROUND = 60


def as_text(report: Report) -> str:
    """Errors, then warnings, in one block a file.

    Of each issue where it is, what to do, the row, and the rule's page.
    """
    checked = [f"Checked {report.folder}"] if report.folder else []
    return "\n".join([*_make_blocks(report), *report.left_out, *checked, report.summary])


def mark_row(issue: Issue) -> str:
    """The cells around the one at issue, which stands in ``»…«``; empty for no row.

    Example:
        >>> cells = ("gb", "UK", "kingdom")
        >>> mark_row(Issue("a.csv", 2, 3, "kind", "cell-enum", "kingdom", "", "", cells))
        'gb,UK,»kingdom«'
    """
    if not issue.row or not issue.position:
        return ""
    before = ",".join(issue.row[: issue.position - 1])
    after = ",".join(issue.row[issue.position :])
    left = f"{before}," if before or issue.position > 1 else ""
    right = f",{after}" if issue.position < len(issue.row) else ""
    cell = shorten(issue.row[issue.position - 1])
    left = left if len(left) <= _AROUND else f"…{left[-_AROUND:]}"
    right = right if len(right) <= _AROUND else f"{right[:_AROUND]}…"
    return "".join(c if c.isprintable() else " " for c in f"{left}»{cell}«{right}")


def _make_blocks(report: Report) -> Iterator[str]:
    def block(issue: Issue) -> tuple[bool, Severity, str]:
        return issue.is_new, issue.severity, issue.file

    for (is_new, severity, file), group in groupby(report.issues, key=block):
        issues = list(group)
        number = f"{len(issues)} {severity}{'s' if len(issues) > 1 else ''}"
        since = f" new since {report.since}" if is_new else ""
        before = f" that were there at {report.since}" if report.since and not is_new else ""
        yield f"{file}: {number}{since or before}"
        for issue in issues:
            yield f"{'NEW ' if is_new else ''}{issue}"
            if row := mark_row(issue):
                yield f"    {row}"
            yield f"    see {issue.page}"
        yield ""
