"""``sd.changes``: all that a program must apply to keep up."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.checkout import edit

import sanctions_data as sd
from sanctions_data.names.known_codes import UnknownCodeError


def test_everything_since_a_version(root: Path) -> None:
    found = sd.changes("2026.2.0", root=root)
    assert found.attrs == {"since": "2026.2.0", "until": "2026.8.0"}
    rows = found.groupby("table")["column"].agg(list).to_dict()
    assert rows == {
        "authorities": ["name", "*"],
        "entity_attributes": ["*"],
        "asset_freezes": ["status", "end_date", "end_precision"],
    }
    added = found[(found["table"] == "authorities") & (found["column"] == "*")].iloc[0]
    assert (added["key"], added["old"], added["new"]) == ("zz", "", "zz,Another,state,NZ,,")


@pytest.mark.parametrize("authority", ["gb", "UK"])
def test_of_one_authority(root: Path, authority: str) -> None:
    found = sd.changes("2026.2", authority=authority, table="asset_freezes", root=root)
    assert found["column"].tolist() == ["status", "end_date", "end_precision"]
    assert found["new"].tolist() == ["ended", "2026-03-01", "day"]
    assert set(found["authority_id"]) == {"gb"}
    assert len(sd.changes("2026.2", authority="zz", table="asset_freezes", root=root)) == 0


def test_until_an_older_version_and_a_folder(root: Path, tmp_path: Path) -> None:
    assert len(sd.changes("2026.2.0", until="2026.2.0", root=root)) == 0
    shutil.copytree(root / "data", tmp_path / "edited" / "data")
    edit(tmp_path / "edited", "authorities", "Another", "Others")
    found = sd.changes("2026.8.0", until=tmp_path / "edited" / "data", root=root)
    (row,) = found.to_dict("records")
    assert (row["column"], row["old"], row["new"]) == ("name", "Another", "Others")


def test_a_version_that_nobody_knows_names_the_nearest(root: Path) -> None:
    with pytest.raises(UnknownCodeError, match=r"unknown version .*did you mean"):
        sd.changes("2026.2.9", root=root)
