"""A release notes what changed, and is refused where the tables are not fit for one."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest
from tests.checkout import Released, edit

import sanctions_data as sd
from sanctions_data.history.errors import HistoryError
from sanctions_data.release.release import NotReleasable, release
from sanctions_data.tables.location import csv_path


def test_release_writes_version_hashes_and_changelog(checkout: Path) -> None:
    release(checkout, "2026.2.0", day=date(2026, 2, 27))
    releases = sd.load("releases", root=checkout).set_index("table")
    content = csv_path(checkout / "data", "events").read_bytes()
    assert releases.loc["events", "sha256"] == hashlib.sha256(content).hexdigest()
    assert 'version = "2026.2.0"' in (checkout / "pyproject.toml").read_text()
    assert (checkout / "CITATION.cff").read_text() == "cff-version: 1.2.0\nversion: 2026.2.0\n"
    log = (checkout / "CHANGELOG.md").read_text()
    assert log.index("## Unreleased") < log.index("## 2026.2.0") < log.index("- A fix.")


@pytest.mark.parametrize(
    ("version", "message"),
    [
        pytest.param("2026.1.9", "not later than 2026.2.0", id="older"),
        pytest.param("2026.2.0", "not later than 2026.2.0", id="the same"),
        pytest.param("v3", "expected YYYY.M.N", id="no calendar version"),
    ],
)
def test_wrong_version_is_refused(checkout: Path, version: str, message: str) -> None:
    release(checkout, "2026.2.0", day=date(2026, 2, 27))
    with pytest.raises(NotReleasable, match=message):
        release(checkout, version)


def test_tables_with_an_issue_are_refused(checkout: Path) -> None:
    edit(checkout, "events", "2024-09-10,day", "2024-09-31,day")
    with pytest.raises(NotReleasable, match=r"first .*events\.csv:2:occurred_on"):
        release(checkout, "2026.2.0")


@pytest.mark.parametrize("has_base", [False, True], ids=["no commit", "another base"])
def test_a_release_needs_the_last_one(released: Released, tmp_path: Path, has_base: bool) -> None:
    root, _ = released
    edit(root, "authorities", "Another", "A third")
    base = tmp_path / "base" if has_base else None  # It holds the tables of the first release.
    with pytest.raises(
        HistoryError, match=r"name a folder with the tables of 2026\.8\.0 with --base"
    ):
        release(root, "2026.9.0", base=base)


def test_tables_that_are_not_in_order_are_refused(checkout: Path) -> None:
    path = csv_path(checkout / "data", "entities")
    header, *rows = path.read_text().splitlines()
    path.write_text("\n".join([header, *rows[::-1], ""]))
    with pytest.raises(
        NotReleasable, match=r"not in canonical form: entities\.csv; run 'sanctions"
    ):
        release(checkout, "2026.2.0")


def test_a_refused_release_changes_nothing(checkout: Path) -> None:
    edit(checkout, "events", "2024-09-10,day", "2024-09-31,day")
    before = {path: path.read_bytes() for path in checkout.rglob("*") if path.is_file()}
    with pytest.raises(NotReleasable):
        release(checkout, "2026.2.0")
    assert {path: path.read_bytes() for path in checkout.rglob("*") if path.is_file()} == before


def test_rows_are_counted_by_table_and_action(released: Released) -> None:
    root, _ = released
    log = (root / "CHANGELOG.md").read_text()
    section = log[log.index("## 2026.8.0") : log.index("## 2026.2.0")]
    assert "- `authorities: 1 added, 1 changed`" in section
    assert "- `entity_attributes: 1 removed`" in section
    assert "- `asset_freezes: 1 changed`" in section
    assert "events" not in section


def test_the_first_release_notes_no_change(released: Released) -> None:
    root, _ = released
    assert set(sd.load("changes", root=root)["version"]) == {"2026.8.0"}
    releases = sd.load("releases", root=root)
    assert set(releases["version"]) == {"2026.2.0", "2026.8.0"}
    assert set(releases.loc[releases["version"] == "2026.8.0", "released_on"].astype(str)) == {
        "2026-08-22"
    }
