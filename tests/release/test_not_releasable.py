"""What the tables must be like before a version is made of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from sanctions_data.release import release as module
from sanctions_data.release.release import NotReleasable, release
from sanctions_data.schema import TABLES
from sanctions_data.tables.canonical import canonical_bytes, read_text
from sanctions_data.tables.location import csv_path
from sanctions_data.validation import Issue, Report, validate
from sanctions_data.validation.validate import Engine


def change(root: Path, table: str, **cells: str) -> pd.DataFrame:
    path = csv_path(root / "data", table)
    frame = read_text(path).assign(**cells)
    path.write_bytes(canonical_bytes(frame, TABLES[table].key))
    return frame


def test_a_warning_does_not_stop_a_release(checkout: Path) -> None:
    change(
        checkout, "entity_identifiers", identifier_type="tax_id", value="7707083839", country="RU"
    )
    assert release(checkout, "2026.2.0", day=date(2026, 2, 27)).version == "2026.2.0"


def test_an_error_does(checkout: Path) -> None:
    change(checkout, "events", title="=1+1")
    with pytest.raises(NotReleasable, match=r"by the fast engine: 1, first .*\[no-formula\]"):
        release(checkout, "2026.2.0", day=date(2026, 2, 27))


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
    with pytest.raises(NotReleasable, match=rf"by the {wrong} engine: 1, first events\.csv"):
        release(checkout, "2026.2.0")
    assert {path: path.read_bytes() for path in checkout.rglob("*.csv")} == before
