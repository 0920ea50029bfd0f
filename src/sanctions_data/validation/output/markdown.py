"""A report as Markdown, for the summary of a pull request's check."""

from __future__ import annotations

from sanctions_data.validation.faults import Fault, Report, shortened
from sanctions_data.validation.rules.catalogue import catalogue

_MOST = 50


def as_markdown(report: Report) -> str:
    """What was found by rule, then the first faults, new ones first."""
    lines = ["## Check of the tables", "", _cell(report.summary), ""]
    if report.faults:
        lines += ["| rule | faults | what it demands |", "|---|---|---|"]
        lines += [
            f"| `{rule}` | {number:,} | {_cell(_demand(rule))} |"
            for rule, number in report.counts.most_common()
        ]
        lines += ["", "| | where | found | what to do |", "|---|---|---|---|"]
        lines += [_line(fault) for fault in report.faults[:_MOST]]
        rest = report.counts.total() - min(len(report.faults), _MOST)
        lines += ["", f"{rest:,} more faults are not shown."] if rest else []
    return "\n".join(lines) + "\n"


def _demand(rule: str) -> str:
    text = catalogue().get(rule)
    return text.demands if text else ""


def _line(fault: Fault) -> str:
    place = f"{fault.file}, line {fault.line}" if fault.line else fault.file
    where = f"{place}, {fault.column}" if fault.column else place
    told = (
        "new" if fault.is_new else "",
        where,
        shortened(fault.found),
        f"{fault.problem}; {fault.remedy} [{fault.rule}]",
    )
    return "| " + " | ".join(map(_cell, told)) + " |"


def _cell(text: str) -> str:
    """Text that stays text: neither HTML nor Markdown nor a mention of somebody."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace("@", "@\u200b")
    for mark in "\\`*_[]|":
        safe = safe.replace(mark, f"\\{mark}")
    return " ".join(safe.split())
