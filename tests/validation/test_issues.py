"""How an issue is told in one line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sanctions_data.validation.issues import Issue, Severity, shorten

ISSUE = Issue("data/a.csv", 7, 2, "name", "a-rule", "x", "wrong", "fix it", ("k", "x"))


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        pytest.param({}, "data/a.csv:7:name: found x; wrong; fix it [a-rule]", id="cell"),
        pytest.param(
            {"severity": Severity.warning},
            "data/a.csv:7:name: warning: found x; wrong; fix it [a-rule]",
            id="warning",
        ),
        pytest.param(
            {"line": 0, "column": "", "found": ""}, "data/a.csv: wrong; fix it [a-rule]", id="file"
        ),
    ],
)
def test_one_line(changes: dict[str, object], says: str) -> None:
    assert str(replace(ISSUE, **changes)) == says  # type: ignore[arg-type]


def test_identity_outlives_a_move() -> None:
    moved = replace(ISSUE, file="elsewhere/a.csv", line=99, is_new=True)
    assert moved.identity == ISSUE.identity
    assert replace(ISSUE, row=("k", "y")).identity != ISSUE.identity


@pytest.mark.parametrize(
    ("text", "short"),
    [
        pytest.param("plain", "plain", id="plain"),
        pytest.param("a\tb", "'a\\tb'", id="tab"),
        pytest.param("end ", "'end '", id="space at the end"),
        pytest.param("x" * 1_234, "x" * 80 + "… (1,234 characters)", id="long"),
    ],
)
def test_a_cell_in_a_message(text: str, short: str) -> None:
    assert shorten(text) == short
