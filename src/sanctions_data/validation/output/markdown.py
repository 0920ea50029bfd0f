"""A report as Markdown, for the summary of a pull request's check."""

from __future__ import annotations

import re

from sanctions_data.validation.issues import Issue, shorten
from sanctions_data.validation.report import Report
from sanctions_data.validation.rules.rule_texts import rule_texts

_LIMIT = 50


def as_markdown(report: Report) -> str:
    """What was found by rule, then the first issues, new ones first."""
    lines = ["## Check of the tables", "", _escape(report.summary), ""]
    if report.issues:
        lines += ["| rule | issues | what it demands |", "|---|---|---|"]
        lines += [
            f"| `{rule}` | {_count(report, rule)} | {_escape(_find_demand(rule))} |"
            for rule, _ in report.counts.most_common()
        ]
        lines += ["", "| | where | found | what to do |", "|---|---|---|---|"]
        lines += [_make_line(issue) for issue in report.issues[:_LIMIT]]
        rest = report.counts.total() - min(len(report.issues), _LIMIT)
        lines += ["", f"{rest:,} more issues are not shown."] if rest else []
    return "\n".join(lines) + "\n"


def _count(report: Report, rule: str) -> str:
    warnings = report.warning_counts[rule]
    return f"{warnings:,} (warnings)" if warnings else f"{report.counts[rule]:,}"


def _find_demand(rule: str) -> str:
    text = rule_texts().get(rule)
    return text.demands if text else ""


def _make_line(issue: Issue) -> str:
    place = f"{issue.file}, line {issue.line}" if issue.line else issue.file
    where = f"{place}, {issue.column}" if issue.column else place
    told = (
        f"new {issue.severity}" if issue.is_new else issue.severity,
        where,
        shorten(issue.found),
        f"{issue.problem}; {issue.hint} [{issue.rule}]",
    )
    return "| " + " | ".join(map(_escape, told)) + " |"


def _escape(text: str) -> str:
    """Text that stays text: no HTML, no Markdown, no link, no mention of somebody or something."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;")
    for mark in "\\`*_[]|~$":
        safe = safe.replace(mark, f"\\{mark}")
    # A sign without width, so that GitHub makes no link of an address, a person or a number.
    safe = re.sub(r"(?i)(@|#|://|\bwww)(?=\S)", "\\1\u200b", safe)
    return " ".join(safe.split())
