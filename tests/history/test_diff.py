"""What differs between two versions, or between a version and edited tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checkout import Released, edit

from sanctions_data.history.diff import diff
from sanctions_data.history.errors import HistoryError
from sanctions_data.tables.location import csv_path


def test_diff_says_what_happened(released: Released) -> None:
    root, _ = released
    found = diff("2026.2.0", "2026.8.0", root=root)
    happened = set(zip(found["table"], found["action"], found["column"], strict=True))
    assert happened == {
        ("authorities", "changed", "name"),
        ("authorities", "added", "*"),
        ("entity_attributes", "removed", "*"),
        ("asset_freezes", "ended", "end_date"),
    }
    assert diff("2026.8.0", root / "data", root=root).empty
    assert set(diff("2026.2.0", "2026.8.0", authority="gb", root=root)["table"]) == {
        "authorities", "asset_freezes",
    }  # fmt: skip


def test_diff_with_a_folder_of_edited_tables(released: Released, tmp_path: Path) -> None:
    root, _ = released
    folder = tmp_path / "edited"
    folder.mkdir()
    header, *rows = csv_path(root / "data", "authorities").read_text().splitlines()
    edited = [row.replace("Another", "A third") for row in rows[::-1]]
    csv_path(folder, "authorities").write_bytes("\r\n".join([header, *edited, ""]).encode())
    found = diff("2026.8.0", folder, root=root)
    assert found[["table", "row_key", "old_value", "new_value"]].to_numpy().tolist() == [
        ["authorities", '["zz"]', "Another", "A third"]
    ]


@pytest.mark.parametrize(
    ("folder", "message"),
    [
        pytest.param("nowhere/at all", "no such folder", id="no folder"),
        pytest.param("", "has no table; expected CSVs such as authorities.csv", id="no CSV"),
    ],
)
def test_diff_with_no_tables_is_refused(
    released: Released, tmp_path: Path, folder: str, message: str
) -> None:
    with pytest.raises(HistoryError, match=message):
        diff("2026.8.0", str(tmp_path / folder), root=released[0])


def test_diff_with_the_checkout_that_is_edited(
    committed: Released,
) -> None:
    root, _ = committed
    edit(root, "authorities", "Another", "A third")
    found = diff("2026.8.0", root / "data", root=root)
    assert found[["table", "row_key", "old_value", "new_value"]].to_numpy().tolist() == [
        ["authorities", '["zz"]', "Another", "A third"]
    ]
