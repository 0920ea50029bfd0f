"""One update from start to end: warnings of the tables stop nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sanctions_data.download.snapshots import SnapshotFolder, find_snapshot
from sanctions_data.lists import FORMATS
from sanctions_data.update.run import update


@pytest.fixture
def snapshot(uk_list: Callable[..., bytes], tmp_path: Path) -> SnapshotFolder:
    folder = tmp_path / "lists/gb-fcdo/2026-09-01"
    folder.mkdir(parents=True)
    (folder / "UK-Sanctions-List.xml").write_bytes(uk_list(3))
    return find_snapshot(tmp_path / "lists", FORMATS["gb-fcdo"])


def test_warnings_are_counted_and_stop_nothing(small_data: Path, snapshot: SnapshotFolder) -> None:
    party = (small_data / "data/entities.csv").read_text(encoding="utf-8").split("\n")[1]
    with (small_data / "data/entity_identifiers.csv").open("a", encoding="utf-8") as handle:
        handle.write(f"{party.partition(',')[0]},tax_id,7707083839,un-sc,RU,\n")
    result = update(small_data, [snapshot])
    assert "gb-fcdo" in result.outcomes
    assert result.issues == []
    assert result.warnings == [
        "number-check-digit warns of rows in the tables: 1; 'sanctions-data validate' shows them"
    ]
