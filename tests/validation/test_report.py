"""What a report says in one line, and when it fails."""

from __future__ import annotations

from collections import Counter

import pytest

from sanctions_data.validation.issues import Issue, Severity
from sanctions_data.validation.report import Report

ENUM, NUMBER = "cell-enum", "number-check-digit"


def report(
    errors: int, warnings: int, since: str = "", new: int = 0, new_warnings: int = 0
) -> Report:
    return Report(
        rows={"a": 1_000, "b": 2},
        counts=+Counter({ENUM: errors, NUMBER: warnings}),
        warning_counts=+Counter({NUMBER: warnings}),
        since=since,
        new=new,
        new_warnings=new_warnings,
    )


@pytest.mark.parametrize(
    ("made", "says", "has_failed"),
    [
        pytest.param(report(0, 0), "no issues", False, id="nothing"),
        pytest.param(report(2, 0), "2 errors (2 cell-enum)", True, id="errors"),
        pytest.param(
            report(0, 1), "no errors, 1 warning (1 number-check-digit)", False, id="a warning"
        ),
        pytest.param(
            report(1, 2),
            "1 error (1 cell-enum), 2 warnings (2 number-check-digit)",
            True,
            id="both",
        ),
        pytest.param(
            report(2, 3, "main", 0),
            "2 errors (2 cell-enum), 3 warnings (3 number-check-digit), 0 of them new since main",
            False,
            id="old ones only",
        ),
        pytest.param(
            report(2, 3, "main", 2, 2),
            "2 errors (2 cell-enum), 3 warnings (3 number-check-digit), "
            "2 of them (2 warnings) new since main",
            False,
            id="new warnings",
        ),
        pytest.param(
            report(2, 3, "main", 3, 2),
            "2 errors (2 cell-enum), 3 warnings (3 number-check-digit), "
            "3 of them (2 warnings) new since main",
            True,
            id="a new error",
        ),
    ],
)
def test_summary_and_verdict(made: Report, says: str, has_failed: bool) -> None:
    assert made.summary == f"1,002 rows in 2 tables: {says}"
    assert made.has_failed is has_failed


def test_errors_leave_warnings_out() -> None:
    error = Issue("a.csv", 2, 1, "x", ENUM, "", "wrong", "fix it")
    warning = Issue("a.csv", 3, 1, "x", NUMBER, "", "odd", "look", severity=Severity.warning)
    assert Report(issues=[error, warning]).errors == [error]
