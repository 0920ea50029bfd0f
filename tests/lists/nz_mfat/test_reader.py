"""The New Zealand Russia Sanctions Register."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

import pytest

from sanctions_data.lists import FORMATS
from sanctions_data.lists.common.entry import (
    Attribute,
    Entry,
    Identifier,
    Name,
    StatedMeasure,
    Term,
)
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.nz_mfat.reader import FILE, read
from sanctions_data.schema.fields import RECORD_ID

WriteWorkbook = Callable[[Path, dict[str, Sequence[Sequence[object]]]], Path]
ReadRows = Callable[..., tuple[list[Entry], ReadReport]]

HEADER = (
    "Type",
    "Unique Identifier",
    "Name",
    "First name",
    "Middle name(s)",
    "Last name",
    "Alias/Alternate Spellings",
    "Title",
    "DOB",
    "Place of Birth",
    "Citizenship",
    "Citizenship 2",
    "Citizenship 3",
    "Passport Number",
    "IMO Number",
    "Sanction Status",
    "Date of Sanction",
    "Date of Additional Sanction",
    "Travel Ban",
    "Asset Freeze",
    "Aircraft Ban",
    "Ship Ban",
    "Service Prohibition",
    "Dealing with Securities",
    "General Rationale for Sanction",
)
ROW = {
    "Type": "Individual",
    "Unique Identifier": "IND-1",
    "First name": "Ada ",
    "Last name": " Example",
    "Sanction Status": "Sanctioned",
    "Date of Sanction": "2022-03-18",
    "Travel Ban": "yes",
    "Ship Ban": "Yes",
    "Asset Freeze": "No",
    "General Rationale for Sanction": "The publisher's prose",
}
SHIP = {
    "Type": "Ship",
    "Unique Identifier": "SHP-1",
    "Name": "EXAMPLE 8",
    "First name": None,
    "Last name": None,
    "IMO Number": 9074729,
    "Travel Ban": None,
    "Asset Freeze": None,
}


@pytest.fixture
def read_rows(tmp_path: Path, write_workbook: WriteWorkbook) -> ReadRows:
    def read_them(*rows: dict[str, object]) -> tuple[list[Entry], ReadReport]:
        lines = [[(ROW | row).get(column) for column in HEADER] for row in rows]
        write_workbook(tmp_path / FILE, {"Example Register": [["Title"], [], HEADER, *lines]})
        report = ReadReport("nz-mfat")
        return list(read(tmp_path, report)), report

    return read_them


def test_every_column_of_a_person(read_rows: ReadRows) -> None:
    [entry], report = read_rows(
        {
            "Middle name(s)": "B.",
            "Alias/Alternate Spellings": "EXAMPLE Ada; Ada\nLovelace ; A, Jsc, B, Jsc",
            "Title": "Minister of Examples",
            "DOB": datetime(1962, 9, 3),
            "Place of Birth": "Town",
            "Citizenship": "Ukrainian",
            "Citizenship 2": "Namibia",
            "Passport Number": "A1; 22",
        }
    )
    assert report.problems == []
    assert entry == Entry(
        ref="IND-1",
        kind="person",
        names=(
            Name("Ada B. Example"),
            Name("EXAMPLE Ada", "alias"),
            Name("Ada Lovelace", "alias"),
        ),
        position=f"{FILE}, sheet 'Example Register', row 4 (IND-1)",
        programmes=(Term("sheet", "Example Register"),),
        measures=(
            StatedMeasure(Term("Travel Ban", "Yes")),
            StatedMeasure(Term("Ship Ban", "Yes")),
        ),
        identifiers=(Identifier("passport", "A1"), Identifier("passport", "22")),
        attributes=(
            Attribute("birth_date", "1962-09-03"),
            Attribute("nationality", "UA"),
            Attribute("nationality", "NA"),
            Attribute("birth_place", "Town"),
            Attribute("position", "Minister of Examples"),
        ),
        listed_on=date(2022, 3, 18),
        precision="day",
    )


def test_a_ship_has_the_ship_ban_only(read_rows: ReadRows) -> None:
    [entry], report = read_rows(SHIP)
    assert report.problems == []
    assert (entry.kind, entry.names) == ("vessel", (Name("EXAMPLE 8"),))
    assert entry.identifiers == (Identifier("imo_number", "9074729"),)
    assert [measure.term for measure in entry.measures] == [Term("Ship Ban", "Yes")]


def test_measures_are_dated_on_or_before_a_second_day(read_rows: ReadRows) -> None:
    [entry], _ = read_rows({"Date of Additional Sanction": "2022-05-03"})
    assert (entry.listed_on, entry.precision) == (date(2022, 3, 18), "day")
    assert {(m.start, m.precision) for m in entry.measures} == {(date(2022, 5, 3), "on_or_before")}


def test_a_row_that_is_no_longer_sanctioned_is_left_out(read_rows: ReadRows) -> None:
    entries, report = read_rows({"Sanction Status": "Revoked"}, SHIP)
    assert [entry.ref for entry in entries] == ["SHP-1"]
    assert report.errors == [] and "'revoked'" in report.problems[0].message


@pytest.mark.parametrize(
    ("row", "message"),
    [
        pytest.param({"First name": None, "Last name": None}, "found no name", id="no name"),
        pytest.param({"Unique Identifier": None}, "for 'Ada Example'", id="no reference"),
    ],
)
def test_an_entry_without_reference_or_name_is_told_and_left_out(
    read_rows: ReadRows, row: dict[str, object], message: str
) -> None:
    entries, report = read_rows(row, SHIP)
    assert [entry.ref for entry in entries] == ["SHP-1"]
    [problem] = report.problems
    assert problem.is_odd and message in problem.message and "row 4 (" in problem.position


@pytest.mark.parametrize(
    ("row", "unread", "message"),
    [
        pytest.param(
            {"Travel Ban": "perhaps"}, "measures", "found Travel Ban 'perhaps'", id="unknown flag"
        ),
        pytest.param(
            {"Travel Ban": "-", "Ship Ban": "no"}, "measures", "found no measure", id="no measure"
        ),
        pytest.param({"Type": "Aircraft"}, "kind", "found Type 'Aircraft'", id="type"),
        pytest.param(
            {"Date of Sanction": "2022-02-30"}, "listed_on", "'2022-02-30'", id="bad date"
        ),
        pytest.param({"Date of Sanction": None}, "listed_on", "no day in Date of", id="no date"),
        pytest.param({"Date of Additional Sanction": "later"}, "", "'later'", id="second date"),
    ],
)
def test_an_odd_entry_is_told_and_read_as_far_as_it_is_understood(
    read_rows: ReadRows, row: dict[str, object], unread: str, message: str
) -> None:
    [entry], report = read_rows(row)
    assert entry.names[0] == Name("Ada Example")
    assert entry.unread == ((unread,) if unread else ())
    assert report.errors == []
    assert message in report.problems[0].message and "row 4 (" in report.problems[0].position
    assert len(report.odd_entries) == 1


def test_a_reference_that_comes_twice_is_told(read_rows: ReadRows) -> None:
    entries, report = read_rows({}, {})
    assert len(entries) == 1 and report.errors == []
    assert "found Unique Identifier IND-1 again, first at" in report.problems[0].message


def test_an_odd_imo_number_is_kept_as_printed(read_rows: ReadRows) -> None:
    [entry], report = read_rows(SHIP | {"IMO Number": "12"})
    assert entry.identifiers == (Identifier("other", "12"),)
    assert report.errors == [] and len(report.problems) == 1


def test_the_real_register_is_read_whole(official_lists: Path) -> None:
    report = ReadReport("nz-mfat")
    entries = list(FORMATS["nz-mfat"].read(official_lists / "nz-mfat" / "2026-03-08", report))
    assert report.problems == []
    assert Counter(entry.kind for entry in entries) == {
        "person": 1357,
        "organisation": 491,
        "vessel": 210,
    }
    assert all(entry.listed_on and entry.precision == "day" for entry in entries)
    measures = Counter(m.term.field for entry in entries for m in entry.measures)
    assert measures == {
        "Travel Ban": 1357,
        "Asset Freeze": 1848,
        "Aircraft Ban": 1848,
        "Ship Ban": 2058,
        "Service Prohibition": 1848,
        "Dealing with Securities": 1848,
    }
    assert sum(any(m.start for m in entry.measures) for entry in entries) == 512
    assert {len(entry.measures) for entry in entries if entry.kind == "vessel"} == {1}
    assert all(re.fullmatch(RECORD_ID, f"nz-mfat-{entry.ref}") for entry in entries)
