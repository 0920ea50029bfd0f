"""What there is: versions in their order, and every list, read yet or not."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
from tests.small_data import small_data, store

import sanctions_data as sd

__all__ = ["small_data", "store"]


def test_versions_are_in_their_order(small_data: Path) -> None:
    path = small_data / "data" / "releases.csv"
    row = pd.read_csv(path, dtype=str, keep_default_na=False)
    many = [
        row.assign(version=version, table=table, rows=rows)
        for version, table, rows in [
            ("2026.10.0", "entities", "5"), ("2026.9.0", "entities", "2"),
            ("2026.9.0", "listings", "4"), ("2025.12.1", "entities", "1"),
        ]
    ]  # fmt: skip
    pd.concat(many).to_csv(path, index=False, lineterminator="\n")
    found = sd.versions(root=small_data)
    assert found[["version", "tables", "rows"]].values.tolist() == [
        ["2025.12.1", 1, 1], ["2026.9.0", 2, 6], ["2026.10.0", 1, 5]]  # fmt: skip


def test_a_list_that_was_not_read_has_no_day(small_data: Path) -> None:
    found = sd.sources(root=small_data).set_index("list_id")
    assert found.loc["gb-fcdo", "newest"] == "2026-08-22"
    assert found.loc["gb-fcdo", "age_days"] > 0
    assert found.loc["au-dfat", ["newest", "age_days"]].isna().all()
    assert found.attrs["stands_on"]["version"]


def test_the_schema_has_a_version() -> None:
    major, minor, patch = sd.schema_version.split(".")
    assert all(part.isdigit() for part in (major, minor, patch))
    assert "schema_version" in dir(sd)
