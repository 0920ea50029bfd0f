"""What is kept of many issues, and how the rest is counted."""

from __future__ import annotations

from sanctions_data.validation.collector import Collector
from sanctions_data.validation.issues import Issue, Severity
from sanctions_data.validation.report import Report


def issue(line: int, severity: Severity = Severity.error, file: str = "a.csv") -> Issue:
    rule = "a-rule" if severity is Severity.error else "advice"
    return Issue(file, line, 1, "x", rule, str(line), "wrong", "fix it", severity=severity)


def test_errors_come_before_warnings() -> None:
    collector = Collector(None)
    found = [issue(3, Severity.warning), issue(5), issue(4), issue(2, Severity.warning)]
    for each in found:
        collector.add(each)
    report = collector.fill(Report())
    assert [each.line for each in report.issues] == [4, 5, 2, 3]
    assert dict(report.counts) == {"a-rule": 2, "advice": 2}
    assert dict(report.warning_counts) == {"advice": 2}


def test_new_ones_come_first_and_are_counted() -> None:
    collector = Collector(None, known={issue(2).identity, issue(3, Severity.warning).identity})
    for each in (issue(2), issue(3, Severity.warning), issue(4, Severity.warning), issue(5)):
        collector.add(each)
    report = collector.fill(Report())
    assert [(each.line, each.is_new) for each in report.issues] == [
        (5, True), (4, True), (2, False), (3, False),
    ]  # fmt: skip
    assert (report.new, report.new_warnings) == (2, 1)


def test_no_more_than_the_limit_is_kept() -> None:
    collector = Collector(2)
    for line in range(2, 7):
        assert collector.is_full("advice", "a.csv", Severity.warning) is (line > 3)
        collector.add(issue(line, Severity.warning))
    collector.count("advice", "a.csv", 10, Severity.warning)
    report = collector.fill(Report())
    assert len(report.issues) == 2
    assert report.not_shown == {"advice": 13}
    assert dict(report.warning_counts) == {"advice": 15}


def test_the_same_issue_counts_once() -> None:
    collector = Collector(None)
    collector.add(issue(2))
    collector.add(issue(2))
    assert collector.fill(Report()).counts == {"a-rule": 1}


def test_only_one_file_counts() -> None:
    collector = Collector(None, only="a.csv")
    collector.add(issue(2, file="b.csv"))
    collector.count("a-rule", "b.csv", 5)
    assert collector.is_full("a-rule", "b.csv")
    assert collector.fill(Report()).issues == []
    assert not collector.fill(Report()).counts
