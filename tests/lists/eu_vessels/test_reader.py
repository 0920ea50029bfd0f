"""The ships of Annex XLII to Regulation (EU) No 833/2014."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from sanctions_data.lists import FORMATS
from sanctions_data.lists.common.entry import Entry, Identifier, Name
from sanctions_data.lists.common.read_report import ReadReport


def read(folder: Path, *rows: str) -> tuple[list[Entry], ReadReport]:
    (folder / "vessels.csv").write_text(
        "\n".join(["imo_number,name,listed_date", *rows]), encoding="utf-8"
    )
    report = ReadReport("eu-vessels")
    return list(FORMATS["eu-vessels"].read(folder, report)), report


def test_a_ship_is_under_two_bans_from_its_day(tmp_path: Path) -> None:
    [ship], report = read(tmp_path, "9074729,Example,2024-06-25")
    assert report.problems == []
    assert (ship.ref, ship.kind, ship.names) == ("9074729", "vessel", (Name("Example"),))
    assert ship.identifiers == (Identifier("imo_number", "9074729"),)
    assert ship.listed_on == date(2024, 6, 25)
    assert [each.term.text for each in ship.measures] == [
        "Article 3s: port access",
        "Article 3s: services",
    ]


@pytest.mark.parametrize("end", [")", ""], ids=["closed", "cut off"])
def test_a_former_name_is_told_apart(tmp_path: Path, end: str) -> None:
    [ship], _ = read(tmp_path, f"9074729,Example (formerly\u00a0Old Name{end},2024-06-25")
    assert ship.names == (Name("Example"), Name("Old Name", "former"))


@pytest.mark.parametrize(
    "row",
    ["907472,Example,2024-06-25", "9074729,,2024-06-25", "9074729,Example,soon"],
    ids=["short number", "no name", "no day"],
)
def test_an_odd_ship_is_left_out(tmp_path: Path, row: str) -> None:
    ships, report = read(tmp_path, "1021570,Sound,2024-06-25", row)
    assert [ship.ref for ship in ships] == ["1021570"]
    assert report.odd_entries == ["vessels.csv:3"]


def test_the_real_file(official_lists: Path) -> None:
    report = ReadReport("eu-vessels")
    folder = official_lists / "eu-vessels" / "2026-02-26"
    ships = list(FORMATS["eu-vessels"].read(folder, report))
    assert len(ships) == 597 and report.problems == []
    days = Counter(str(ship.listed_on) for ship in ships)
    assert len(days) == 7 and days["2025-05-21"] == 184
