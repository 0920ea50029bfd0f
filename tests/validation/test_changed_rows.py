"""A printed row that was edited or taken away is told; an import and a correction are not."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from sanctions_data.schema import TABLES
from sanctions_data.tables.canonical import canonical_bytes, read_text
from sanctions_data.tables.location import csv_path
from sanctions_data.validation import Severity, validate

Edit = Callable[[pd.DataFrame], pd.DataFrame]


def change(folder: Path, table: str, edit: Edit) -> None:
    frame = edit(read_text(csv_path(folder, table)))
    csv_path(folder, table).write_bytes(canonical_bytes(frame, TABLES[table].key))


def told(folder: Path, before: Path) -> list[tuple[str, str, Severity]]:
    issues = validate(folder, before=before).issues
    rules = ("row-removed", "imported-row-edited")
    return [(i.rule, i.column, i.severity) for i in issues if i.rule in rules]


@pytest.fixture
def before(sound_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sound_folder, tmp_path / "before" / "data"))


def set_cell(column: str, value: str) -> Edit:
    return lambda frame: frame.assign(**{column: value})


def drop_first(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.iloc[1:]


def test_nothing_is_told_of_an_unchanged_folder(sound_folder: Path, before: Path) -> None:
    assert told(sound_folder, before) == []


@pytest.mark.parametrize(
    ("table", "edit", "expected"),
    [
        pytest.param(
            "asset_freezes",
            set_cell("start_date", "2024-11-19"),
            [("imported-row-edited", "start_date", Severity.error)],
            id="a printed start",
        ),
        pytest.param("asset_freezes", set_cell("note", "Ours."), [], id="a note"),
        pytest.param("travel_bans", set_cell("start_date", "2024-11-19"), [], id="a row of ours"),
        pytest.param(
            "listings", drop_first, [("row-removed", "", Severity.error)], id="a listing gone"
        ),
        pytest.param(
            "travel_bans", drop_first, [("row-removed", "", Severity.warning)], id="ours gone"
        ),
    ],
)
def test_what_a_change_did_is_told(
    sound_folder: Path,
    before: Path,
    table: str,
    edit: Edit,
    expected: list[tuple[str, str, Severity]],
) -> None:
    change(sound_folder, table, edit)
    assert told(sound_folder, before) == expected


def test_an_import_may_rewrite_printed_rows(sound_folder: Path, before: Path) -> None:
    change(sound_folder, "asset_freezes", set_cell("start_date", "2024-11-19"))
    change(sound_folder, "sources", set_cell("sha256", "1" * 64))
    assert told(sound_folder, before) == []


def test_a_correction_may_stand_in_the_cell_already(sound_folder: Path, before: Path) -> None:
    change(sound_folder, "asset_freezes", set_cell("start_date", "2024-11-20"))
    change(sound_folder, "corrections", set_cell("corrected_value", "2024-11-20"))
    assert told(sound_folder, before) == []


def test_a_file_cut_short_is_told_in_few_lines(sound_folder: Path, before: Path) -> None:
    for folder, rows in ((before, 60), (sound_folder, 10)):
        change(
            folder,
            "entity_names",
            lambda frame, n=rows: pd.concat(
                [frame, *(frame.head(1).assign(name=f"Name {i}") for i in range(n))]
            ),
        )
    assert len(told(sound_folder, before)) == 21
