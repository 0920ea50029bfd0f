"""A report as workflow commands of GitHub Actions, which become annotations in a pull request.

GitHub shows ten errors and ten warnings a step; the summary lists more.
"""

from __future__ import annotations

from sanctions_data.validation.issues import Issue
from sanctions_data.validation.output.cell_position import find_columns
from sanctions_data.validation.report import Report


def as_github(report: Report) -> str:
    """One command an issue, then the summary as a notice.

    Compared with an earlier version, an error that was there already is shown as a warning, as
    the change did not bring it, and a warning that was there as a notice.
    """
    lines = [_make_command(issue, report) for issue in report.issues]
    lines += [f"::notice title=not shown::{_escape_text(line)}" for line in report.left_out]
    return "\n".join([*lines, f"::notice title=sanctions-data::{_escape_text(report.summary)}"])


def _make_command(issue: Issue, report: Report) -> str:
    places = {"file": issue.file.replace("\\", "/")}
    if issue.line:
        places["line"] = str(issue.line)
        if issue.position:
            first, last = find_columns(issue)
            places |= {"col": str(first), "endColumn": str(last)}
    new = "new: " if issue.is_new else ""
    places["title"] = f"{new}{issue.rule} in {issue.column}" if issue.column else issue.rule
    level = issue.severity.value
    if report.since and not issue.is_new:
        level = "notice" if issue.is_warning else "warning"
    told = ",".join(f"{name}={_escape_property(value)}" for name, value in places.items())
    return f"::{level} {told}::{_escape_text(f'{issue.message} (see {issue.page})')}"


def _escape_text(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_text(text).replace(":", "%3A").replace(",", "%2C")
