"""A history with a line too few, too many or changed is not whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sanctions_data.history.whole import find_history_issues
from sanctions_data.release.release import release
from sanctions_data.tables.location import csv_path
from sanctions_data.validation import validate


@pytest.fixture
def released(checkout: Path, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout with two versions, between which a row was added and a cell changed."""
    kept = tmp_path_factory.getbasetemp() / "whole"
    if not kept.exists():
        make_two_versions(checkout, tmp_path)
        shutil.copytree(checkout, kept)
    shutil.copytree(kept, checkout, dirs_exist_ok=True)
    return checkout


def make_two_versions(checkout: Path, tmp_path: Path) -> None:
    """Make the versions, which takes long; each test gets a copy."""
    release(checkout, "2026.2.0")
    base = tmp_path / "base"
    base.mkdir()
    for path in (checkout / "data").glob("*.csv"):
        (base / path.name).write_bytes(path.read_bytes())
    authorities = csv_path(checkout / "data", "authorities")
    text = authorities.read_text(encoding="utf-8")
    authorities.write_text(text + "zz,Another,state,,,\n", encoding="utf-8")
    claims = csv_path(checkout / "data", "claims")
    claims.write_bytes(claims.read_bytes().replace(b"short-range", b"long-range"))
    release(checkout, "2026.8.0", base=base)


def edit(path: Path, change: Callable[[list[str]], list[str]]) -> None:
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(change(lines)), encoding="utf-8")


def test_what_releases_write_is_whole(released: Path) -> None:
    assert list(find_history_issues(released)) == []
    assert not [i for i in validate(released / "data").issues if i.rule == "releases-add-up"]


@pytest.mark.parametrize(
    ("table", "change"),
    [
        pytest.param("changes", lambda lines: lines[:-1], id="the last change lost"),
        pytest.param("changes", lambda lines: [lines[0], *lines[2:]], id="the first change lost"),
        pytest.param(
            "changes",
            lambda lines: [line.replace("short-range", "no-range") for line in lines],
            id="an old value changed",
        ),
        pytest.param(
            "releases",
            lambda lines: [line.replace("2026.2.0,claims", "2026.2.0,clams") for line in lines],
            id="an unknown table",
        ),
        pytest.param(
            "releases",
            lambda lines: [
                f"{line.rpartition(',')[0]},{'0' * 64}\n" if "2026.2.0,claims" in line else line
                for line in lines
            ],
            id="a zeroed hash",
        ),
        pytest.param(
            "releases",
            lambda lines: [line for line in lines if "2026.8.0,claims" not in line],
            id="a missing release of a table",
        ),
    ],
)
def test_a_damaged_history_is_told(
    released: Path, table: str, change: Callable[[list[str]], list[str]]
) -> None:
    edit(csv_path(released / "data", table), change)
    found = {issue.rule for issue in find_history_issues(released)}
    found |= {i.rule for i in validate(released / "data").issues if not i.is_warning}
    assert found & {"history-whole", "releases-add-up"}


def test_a_section_that_stands_twice_is_told(released: Path) -> None:
    path = released / "CHANGELOG.md"
    path.write_text(path.read_text() + "\n## 2026.8.0 – 2026-08-22\n", encoding="utf-8")
    (issue,) = find_history_issues(released)
    assert "version 2026.8.0 has 2 sections" in issue.problem


def test_a_pipe_in_place_of_a_table_is_not_opened(released: Path) -> None:
    path = csv_path(released / "data", "changes")
    path.unlink()
    os.mkfifo(path)
    assert list(find_history_issues(released)) == []
