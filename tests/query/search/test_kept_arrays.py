"""The index of names is made once, and kept where the user's cache can be written."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from sanctions_data.query.edition import Edition
from sanctions_data.query.search import kept_arrays
from sanctions_data.query.search.kept_arrays import CACHE_VARIABLE, keep_arrays
from sanctions_data.query.search.name_index import NameIndex, build_index

NAMES = {"a": "Ramzan KADYROV", "b": "Mahan Air", "c": "محمود احمدی نژاد"}


def make() -> NameIndex:
    return build_index(list(NAMES), list(NAMES.values()))


def refuse() -> NameIndex:
    raise AssertionError("it is made again")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache, for an edition of which only the fingerprint counts."""
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path))
    monkeypatch.setattr(kept_arrays, "_fingerprint", lambda edition, _: edition.version)
    return tmp_path / "names"


def assert_equal(one: NameIndex, other: NameIndex) -> None:
    for name in ("entity_ids", "names", "forms", "rows", "keys", "places"):
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name))
    queries = ["air mahan", "kadyrov", "nobody"]
    for some, same in zip(one.pairs(queries), other.pairs(queries), strict=True):
        np.testing.assert_array_equal(some, same)


def test_made_once_for_a_version(folder: Path) -> None:
    made = keep_arrays(NameIndex, Edition(None, "1"), make)
    assert_equal(made, keep_arrays(NameIndex, Edition(None, "1"), refuse))
    with pytest.raises(AssertionError, match="it is made again"):
        keep_arrays(NameIndex, Edition(None, "2"), refuse)


def test_an_index_of_no_name_is_kept(folder: Path) -> None:
    keep_arrays(NameIndex, Edition(None, "1"), lambda: build_index([], []))
    kept = keep_arrays(NameIndex, Edition(None, "1"), refuse)
    assert [len(part) for part in kept.pairs(["mahan air"])] == [0, 0]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda content: b"", id="empty"),
        pytest.param(lambda content: content[: len(content) // 2], id="cut short"),
        pytest.param(lambda content: b"no Arrow at all", id="another file"),
    ],
)
def test_a_damaged_file_is_made_again(folder: Path, damage: object) -> None:
    keep_arrays(NameIndex, Edition(None, "1"), make)
    (path,) = folder.iterdir()
    path.write_bytes(damage(path.read_bytes()))  # type: ignore[operator]
    assert_equal(make(), keep_arrays(NameIndex, Edition(None, "1"), make))
    assert_equal(make(), keep_arrays(NameIndex, Edition(None, "1"), refuse))


def test_without_a_folder_to_write_it_works(folder: Path) -> None:
    folder.parent.mkdir(exist_ok=True)
    folder.write_bytes(b"a file where the folder should be")
    assert_equal(make(), keep_arrays(NameIndex, Edition(None, "1"), make))


def test_only_the_newest_files_stay(folder: Path) -> None:
    for number in range(27):
        keep_arrays(NameIndex, Edition(None, str(number)), make)
    assert len(list(folder.iterdir())) == 24
    keep_arrays(NameIndex, Edition(None, "26"), refuse)


def test_a_file_is_kept_for_the_tables_that_it_is_made_of(
    sound_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path))
    keep_arrays(NameIndex, Edition(sound_folder.parent), make, ["listings"])
    with (sound_folder / "entity_names.csv").open("a", encoding="utf-8") as names:
        names.write("\n")
    keep_arrays(NameIndex, Edition(sound_folder.parent), refuse, ["listings"])
    with (sound_folder / "listings.csv").open("a", encoding="utf-8") as listings:
        listings.write("\n")
    with pytest.raises(AssertionError, match="it is made again"):
        keep_arrays(NameIndex, Edition(sound_folder.parent), refuse, ["listings"])
