"""The tables of the newest release are found where they are, or said to be missing."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from tests.checkout import Released, edit

from sanctions_data.history.errors import HistoryError
from sanctions_data.history.released_tables import find_released_bytes
from sanctions_data.history.versions import History
from sanctions_data.tables.location import csv_path


@pytest.mark.parametrize(
    "edited",
    [
        pytest.param("", id="empty"),
        pytest.param("authority_id,name\n\n", id="too few cells"),
        pytest.param("name,authority_id\nA,a\n", id="other columns"),
    ],
)
def test_edited_tables_are_taken_from_the_commit_of_the_release(
    committed: Released, edited: str
) -> None:
    root, first = committed
    path = csv_path(root / "data", "authorities")
    as_released = path.read_bytes()
    path.write_text(edited)
    assert History(root).content("authorities", "2026.2.0") == first["authorities"]
    assert History(root).content("authorities", "2026.8.0") == as_released


def row_of(root: Path, table: str) -> dict[str, str]:
    return History(root).release_of("2026.8.0", table)


def test_a_table_that_was_not_edited_is_in_its_folder(released: Released) -> None:
    root, _ = released
    content = csv_path(root / "data", "authorities").read_bytes()
    assert find_released_bytes(root, row_of(root, "authorities")) == content


def test_an_edited_table_is_in_another_folder(released: Released, tmp_path: Path) -> None:
    root, _ = released
    path = csv_path(root / "data", "authorities")
    as_released = path.read_bytes()
    csv_path(tmp_path, "authorities").write_bytes(as_released)
    edit(root, "authorities", "Another", "A third")
    assert find_released_bytes(root, row_of(root, "authorities"), tmp_path) == as_released


def test_it_says_that_the_other_folder_has_another_state(
    released: Released, tmp_path: Path
) -> None:
    root, _ = released
    edit(root, "authorities", "Another", "A third")
    base = tmp_path / "base"  # the tables of the first release
    with pytest.raises(HistoryError, match=rf"2026\.8\.0 was released, and {base} has it with"):
        find_released_bytes(root, row_of(root, "authorities"), base)


@pytest.mark.parametrize(
    "commands",
    [
        pytest.param([], id="no repository"),
        pytest.param([["init", "-q"]], id="no commit"),
    ],
)
def test_it_says_where_it_looked_in_vain(released: Released, commands: list[list[str]]) -> None:
    root, _ = released
    for command in commands:
        subprocess.run(["git", "-C", str(root), *command], check=True)
    edit(root, "authorities", "Another", "A third")
    with pytest.raises(HistoryError, match=r"As released it was not found either \(.+\); restore"):
        find_released_bytes(root, row_of(root, "authorities"))


def test_a_commit_after_the_release_does_not_count(committed: Released) -> None:
    root, _ = committed
    path = csv_path(root / "data", "authorities")
    as_released = path.read_bytes()
    edit(root, "authorities", "Another", "A third")
    git = ["git", "-C", str(root), "-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run([*git, "commit", "-qam", "an edit"], check=True)
    assert find_released_bytes(root, row_of(root, "authorities")) == as_released
