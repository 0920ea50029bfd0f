"""On the real lists: the newest file of each, read once more, changes no cell of the tables."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from sanctions_data.download.snapshots import SnapshotFolder, find_snapshot
from sanctions_data.lists import FORMATS
from sanctions_data.schema import TABLES
from sanctions_data.tables.store import Store
from sanctions_data.update.run import update

ROOT = Path(__file__).parents[2]
# Two lists of one country are handed over in one folder.
FOLDERS = {"cn-mfa": "cn-countermeasures", "cn-mofcom": "cn-countermeasures"}


def imported(official_lists: Path, lists: Path) -> list[SnapshotFolder]:
    """The newest snapshot of each list that the tables have."""
    read = {}
    for row in Store.read(ROOT / "data", ["sources"]).rows("sources"):
        if row["sha256"] and row["list_id"] in FORMATS:
            read[row["list_id"]] = max(row["published_on"], read.get(row["list_id"], ""))
    for list_id in read:
        (lists / list_id).symlink_to(official_lists / FOLDERS.get(list_id, list_id))
    return [
        find_snapshot(lists, FORMATS[list_id], date.fromisoformat(day))
        for list_id, day in read.items()
    ]


@pytest.mark.full
def test_newest_files_again_change_no_cell(official_lists: Path, tmp_path: Path) -> None:
    root, lists = tmp_path / "root", tmp_path / "lists"
    lists.mkdir()
    shutil.copytree(ROOT / "data", root / "data")
    for name in ("datapackage.json", "pyproject.toml"):
        shutil.copy(ROOT / name, root)
    snapshots = imported(official_lists, lists)
    assert len(snapshots) >= 20
    result = update(root, snapshots, again=True)
    assert result.failures == {}
    changed = {name: each.counts for name, each in result.outcomes.items() if each.counts}
    assert changed == {}
    before, after = Store.read(ROOT / "data"), Store.read(root / "data")
    assert [name for name in TABLES if cells(after, name) != cells(before, name)] == []


def cells(store: Store, table: str) -> list[tuple[str, ...]]:
    """The rows of a table; what a list says may lie in fewer files than when it was imported."""
    return [
        tuple(cell for column, cell in row.items() if column not in ("sha256", "bytes"))
        for row in store.rows(table)
    ]
