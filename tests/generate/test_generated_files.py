from __future__ import annotations

from pathlib import Path

import pytest

from sanctions_data.generate.generated_files import (
    DESCRIPTOR,
    DICTIONARY,
    README,
    find_stale,
    only_lack_rows,
    write_generated_files,
)
from sanctions_data.tables.canonical import read_text

ALL = [DESCRIPTOR, DICTIONARY, README]


def test_a_new_checkout_is_stale_and_fresh_once_written(checkout: Path) -> None:
    assert find_stale(checkout) == ALL
    write_generated_files(checkout)
    assert find_stale(checkout) == []


def test_what_is_up_to_date_is_not_written_again(checkout: Path) -> None:
    write_generated_files(checkout)
    before = {path: (checkout / path).stat().st_ino for path in ALL}
    write_generated_files(checkout)
    assert {path: (checkout / path).stat().st_ino for path in ALL} == before


@pytest.mark.parametrize("path", [pytest.param(path, id=path.name) for path in ALL])
def test_an_edit_by_hand_is_stale(checkout: Path, path: Path) -> None:
    write_generated_files(checkout)
    text = (checkout / path).read_text(encoding="utf-8")
    (checkout / path).write_text(text.replace("UK Sanctions List", "X"), encoding="utf-8")
    assert find_stale(checkout) == [path]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("table", "old", "new", "stale"),
    [
        pytest.param("events", "E3 notice", "E4 notice", [], id="a word"),
        pytest.param("asset_freezes", ",in_force,", ",suspended,", [README], id="what is counted"),
        pytest.param(
            "lists", "UK Sanctions", "British Sanctions", [DESCRIPTOR, README], id="a list"
        ),
        pytest.param("measure_types", "must not be", "may not be", [DICTIONARY], id="a kind"),
    ],
)
def test_a_changed_row_makes_at_most_counts_stale(
    checkout: Path, table: str, old: str, new: str, stale: list[Path]
) -> None:
    write_generated_files(checkout)
    edit(checkout / f"data/{table}.csv", old, new)
    found = find_stale(checkout)
    assert set(found) <= {*stale, README}
    assert set(stale) <= {*found, README}
    assert only_lack_rows(checkout, found) == found


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        pytest.param(DESCRIPTOR, '"required": true', '"required": false', id="descriptor"),
        pytest.param(DICTIONARY, "Schema version", "Version", id="dictionary"),
        pytest.param(README, "| `names` |", "| `name` |", id="map of the house"),
    ],
)
def test_what_no_row_says_is_no_matter_of_counts(
    checkout: Path, path: Path, old: str, new: str
) -> None:
    write_generated_files(checkout)
    edit(checkout / path, old, new)
    assert find_stale(checkout) == [path]
    assert only_lack_rows(checkout, [path]) == []


def test_tables_are_only_read(checkout: Path) -> None:
    before = read_text(checkout / "data/lists.csv")
    write_generated_files(checkout)
    assert read_text(checkout / "data/lists.csv").equals(before)


def test_the_map_of_the_house_is_that_of_the_guide(checkout: Path) -> None:
    write_generated_files(checkout)
    guide = checkout / "CONTRIBUTING.md"
    assert "| `names` |" in (checkout / README).read_text(encoding="utf-8")
    guide.write_text(guide.read_text(encoding="utf-8").replace("`names`", "`tables`"))
    assert find_stale(checkout) == [README]
