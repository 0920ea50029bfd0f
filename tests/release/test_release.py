"""A release is made only of tables that both engines find sound."""

from __future__ import annotations

from pathlib import Path

import pytest

from sanctions_data.release import release as module
from sanctions_data.release.release import NotReleasable, release
from sanctions_data.validation import Issue, Report, validate
from sanctions_data.validation.validate import Engine


@pytest.mark.parametrize("wrong", Engine)
def test_issues_of_one_engine_alone_are_enough_to_refuse(
    wrong: Engine, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    issue = Issue("events.csv", 2, 1, "event_id", "required", "an empty cell", "empty", "fill it")

    def check(path: Path, *, engine: str) -> Report:
        report = validate(path, engine=engine)
        assert report.issues == []
        return Report([issue], report.rows) if engine == wrong else report

    monkeypatch.setattr(module, "validate", check)
    before = {path: path.read_bytes() for path in checkout.rglob("*.csv")}
    with pytest.raises(NotReleasable, match=rf"1 issues by the {wrong} engine, first events\.csv"):
        release(checkout, "2026.2.0")
    assert {path: path.read_bytes() for path in checkout.rglob("*.csv")} == before
