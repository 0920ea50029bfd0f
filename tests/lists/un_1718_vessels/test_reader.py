"""The ships that the 1718 Committee of the UN designated."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from sanctions_data.lists import FORMATS
from sanctions_data.lists.common.entry import Entry, Identifier, Name
from sanctions_data.lists.common.read_report import ReadReport


def read(folder: Path, *rows: str) -> tuple[list[Entry], ReadReport]:
    (folder / "vessels.csv").write_text("\n".join(["imo_number,name,listed_date", *rows]))
    report = ReadReport("un-1718-vessels")
    return list(FORMATS["un-1718-vessels"].read(folder, report)), report


def test_a_ship_is_under_measures_that_nobody_tells_from_its_day(tmp_path: Path) -> None:
    [ship], report = read(tmp_path, "9074729,Example,2024-06-25")
    assert report.problems == []
    assert (ship.ref, ship.kind, ship.names) == ("9074729", "vessel", (Name("Example"),))
    assert ship.identifiers == (Identifier("imo_number", "9074729"),)
    assert ship.listed_on == date(2024, 6, 25)
    assert [each.term.text for each in ship.measures] == ["measures not told"]


def test_the_act_of_a_measure_is_told_where_a_text_names_it(tmp_path: Path) -> None:
    told, frozen, untold = read(
        tmp_path, "8126070,A,2018-10-16", "7303803,B,2018-03-30", "9020003,C,2018-03-30"
    )[0]
    assert [(each.term.text, each.act) for each in told.measures] == [
        ("port entry", "S/RES/2371 (2017)"),
        ("de-flagging", "S/RES/2321 (2016)"),
    ]
    assert [(each.term.text, each.act) for each in frozen.measures] == [("asset freeze", "")]
    assert {each.act for each in untold.measures} == {"not told"}


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
    report = ReadReport("un-1718-vessels")
    folder = official_lists / "un-1718-vessels" / "2026-02-26"
    ships = list(FORMATS["un-1718-vessels"].read(folder, report))
    assert len(ships) == 32 and report.problems == []
    assert Counter(str(ship.listed_on) for ship in ships) == {
        "2017-12-28": 4,
        "2018-03-30": 25,
        "2018-10-16": 3,
    }
    terms = Counter(each.term.text for ship in ships for each in ship.measures)
    assert terms == {"port entry": 17, "de-flagging": 13, "asset freeze": 15}
