from __future__ import annotations

from pathlib import Path

import pytest

from sanctions_data.generate.generated_files import (
    DESCRIPTOR,
    DICTIONARY,
    README,
    find_stale,
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


def test_a_changed_row_makes_the_descriptor_stale(checkout: Path) -> None:
    write_generated_files(checkout)
    path = checkout / "data/events.csv"
    path.write_bytes(path.read_bytes().replace(b"E3 notice", b"E4 notice"))
    assert find_stale(checkout) == [DESCRIPTOR]


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
