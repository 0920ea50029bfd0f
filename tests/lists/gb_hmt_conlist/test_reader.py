"""The Consolidated List of the UK's OFSI, in its two layouts."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from sanctions_data.lists import FORMATS
from sanctions_data.lists.common.entry import (
    Attribute,
    CrossReference,
    Entry,
    Identifier,
    Name,
    StatedMeasure,
    Term,
)
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.gb_hmt_conlist import successors
from sanctions_data.lists.gb_hmt_conlist.reader import FREEZE
from sanctions_data.lists.gb_hmt_conlist.successors import Successor

OLD = (
    "Name 6", "Name 1", "Title", "DOB", "Country of Birth", "Nationality", "Passport Details",
    "NI Number", "Position", "Country", "Other Information", "Group Type", "Alias Type", "Regime",
    "Listed On", "Last Updated", "Group ID",
)  # fmt: skip
NEW = (
    "Name 6", "Name 1", "Title", "Name Non-Latin Script", "DOB", "Nationality", "Passport Number",
    "Passport Details", "National Identification Number", "Position", "Country",
    "Other Information", "Group Type", "Alias Type", "Alias Quality", "Regime", "Listed On",
    "UK Sanctions List Date Designated", "Last Updated", "Group ID",
)  # fmt: skip
PERSON = {
    "Name 6": " EXAMPLE",
    "Name 1": "Ada",
    "Group Type": "Individual",
    "Alias Type": "Prime Alias",
    "Regime": "Testland ",
    "Listed On": "01/02/2012",
    "Group ID": "900001",
}
REF = "(UK Sanctions List Ref):TST0001. (UN Ref):TSi.001. (Gender):Female"
TAKEN_OVER = {
    "900002": Successor("TST0002", date(2020, 12, 31)),
    "900003": Successor("TST0003", date(2012, 1, 30)),
    "900004": Successor("TST0004", date(2020, 12, 31), is_stated=False),
    "900005": Successor("TST0005", date(2020, 12, 31), False, date(2023, 10, 18)),
}


def read(folder: Path) -> tuple[dict[str, Entry], ReadReport]:
    report = ReadReport("gb-hmt-conlist")
    return {e.ref: e for e in FORMATS["gb-hmt-conlist"].read(folder, report)}, report


def read_csv(
    folder: Path, *rows: dict[str, str], columns: tuple[str, ...] = OLD
) -> tuple[dict[str, Entry], ReadReport]:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["Last Updated", "13/04/2018"])
    writer.writerow(columns)
    writer.writerows([row.get(column, "") for column in columns] for row in rows)
    (folder / "sanctionsconlist.csv").write_bytes(text.getvalue().encode("cp1252"))
    return read(folder)


def read_xlsx(folder: Path, *rows: dict[str, str]) -> tuple[dict[str, Entry], ReadReport]:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Last Updated", "05/06/2023"])
    sheet.append(NEW)
    for row in rows:
        sheet.append([row.get(column, "") for column in NEW])
    book.save(folder / "ConList.xlsx")
    return read(folder)


@pytest.fixture(autouse=True)
def taken_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(successors, "_known", lambda: TAKEN_OVER)


def test_the_rows_of_a_group_are_one_entry(tmp_path: Path) -> None:
    alias = {**PERSON, "Name 6": "SAMPLE", "Alias Type": "AKA", "Country": "Iran"}
    facts = {
        "DOB": "00/00/1961",
        "Title": "Dr",
        "Nationality": "(1) Iran (2) Syria",
        "Country of Birth": "Iran",
        "Passport Details": "A1234567 (Iranian). Issued on 1 June 1996",
        "NI Number": "(1) 20645897 (2) -",
        "Position": "Minister",
        "Other Information": "UN Ref TSi.001. A sentence that must not be kept. Died in 2011",
    }
    entries, report = read_csv(tmp_path, {**PERSON, **facts}, alias)
    assert report.problems == []
    (entry,) = entries.values()
    assert (entry.ref, entry.kind, entry.listed_on) == ("900001", "person", date(2012, 2, 1))
    assert entry.names == (Name("Ada EXAMPLE"), Name("Ada SAMPLE", "alias"))
    assert entry.identifiers == (
        Identifier("un_reference", "TSi.001"),
        Identifier("passport", "A1234567"),
        Identifier("national_id", "20645897"),
    )
    assert set(entry.attributes) == {
        Attribute("birth_date", "1961"),
        Attribute("title", "Dr"),
        Attribute("nationality", "IR"),
        Attribute("nationality", "SY"),
        Attribute("birth_country", "IR"),
        Attribute("position", "Minister"),
        Attribute("country", "IR"),
        Attribute("deceased", "true"),
    }
    assert entry.references == (CrossReference("un-sc", "TSi.001"),)


def test_the_layout_since_2022(tmp_path: Path) -> None:
    row = {
        **PERSON,
        "Alias Type": "Primary name",
        "Name Non-Latin Script": "Ада",
        "DOB": "1961",
        "Passport Number": "(1) A-333602 (2) M110522",
        "Passport Details": "(1) Iran number 999999, issued in 1985",
        "Other Information": REF,
        "UK Sanctions List Date Designated": "30/01/2012",
    }
    low = {**row, "Name 1": "A", "Alias Type": "AKA", "Alias Quality": "Low quality"}
    entries, report = read_xlsx(tmp_path, row, low)
    assert report.problems == []
    entry = entries["900001"]
    assert entry.names == (
        Name("Ada EXAMPLE"),
        Name("Ада", "alias"),
        Name("A EXAMPLE", "weak_alias"),
    )
    assert [each.value for each in entry.identifiers] == ["TSi.001", "A-333602", "M110522"]
    assert Attribute("gender", "female") in entry.attributes
    assert entry.references == (
        CrossReference("gb-fcdo", "TST0001"),
        CrossReference("un-sc", "TSi.001"),
    )


FORMER = (Term("Former regime", "Testland"),)


@pytest.mark.parametrize(
    ("group", "programmes", "measures"),
    [
        pytest.param("900001", FORMER, (StatedMeasure(FREEZE),), id="on no later list"),
        pytest.param(
            "900002", FORMER, (StatedMeasure(FREEZE, end=date(2020, 12, 31)),),
            id="until the UK Sanctions List took it over",
        ),
        pytest.param("900003", (), (), id="the UK Sanctions List dates it from before"),
        pytest.param(
            "900004", FORMER, (StatedMeasure(FREEZE, end=date(2020, 12, 31)),),
            id="until the regulations of the UK",
        ),
    ],
)  # fmt: skip
def test_measures_of_2018(
    tmp_path: Path,
    group: str,
    programmes: tuple[Term, ...],
    measures: tuple[StatedMeasure, ...],
) -> None:
    entries, _ = read_csv(tmp_path, {**PERSON, "Group ID": group})
    assert (entries[group].programmes, entries[group].measures) == (programmes, measures)


@pytest.mark.parametrize(
    ("group", "designated", "programmes", "measures"),
    [
        pytest.param("900001", "01/02/2012", (), (), id="as the UK Sanctions List states"),
        pytest.param(
            "900001", "31/12/2020", FORMER, (StatedMeasure(FREEZE, end=date(2020, 12, 31)),),
            id="the time before the UK Sanctions List",
        ),
        pytest.param(
            "900004", "31/12/2020", (Term("Regime", "Testland"),),
            (StatedMeasure(FREEZE, start=date(2020, 12, 31)),),
            id="has left the UK Sanctions List",
        ),
        pytest.param(
            "900004", "30/01/2012", (Term("Regime", "Testland"),),
            (StatedMeasure(FREEZE, start=date(2020, 12, 31), start_rule="gb_own_regulations"),),
            id="has left it, listed under acts before the regulations",
        ),
        pytest.param(
            "900005", "31/12/2020", (Term("Regime", "Testland"),),
            (StatedMeasure(FREEZE, start=date(2020, 12, 31), end=date(2023, 10, 18)),),
            id="has left it until designated anew",
        ),
    ],
)  # fmt: skip
def test_measures_since_2022(
    tmp_path: Path,
    group: str,
    designated: str,
    programmes: tuple[Term, ...],
    measures: tuple[StatedMeasure, ...],
) -> None:
    row = {
        **PERSON,
        "Group ID": group,
        "Alias Type": "Primary name",
        "UK Sanctions List Date Designated": designated,
        "Other Information": REF,
    }
    entries, _ = read_xlsx(tmp_path, row)
    assert (entries[group].programmes, entries[group].measures) == (programmes, measures)


def test_of_two_regimes_the_first_counts(tmp_path: Path) -> None:
    later = {**PERSON, "Regime": "Otherland", "Listed On": "01/03/2014"}
    entries, _ = read_csv(tmp_path, later, PERSON)
    assert entries["900001"].listed_on == date(2012, 2, 1)
    assert entries["900001"].programmes == FORMER


@pytest.mark.parametrize(
    ("group_type", "notes", "kind", "number"),
    [
        pytest.param("Entity", "IMO: 8937675. MMSI: 445539000.", "vessel", "8937675", id="2018"),
        pytest.param("Entity", "(IMO number: 8937675). Annex", "vessel", "8937675", id="brackets"),
        pytest.param(
            "Ship", "(IMO number):8937675 (Flag of ship):", "vessel", "8937675", id="2023"
        ),
        pytest.param("Entity", "Owner of A SHIP (IMO: 8937675)", "organisation", "", id="owner"),
    ],
)
def test_ships(tmp_path: Path, group_type: str, notes: str, kind: str, number: str) -> None:
    row = {**PERSON, "Group Type": group_type, "Other Information": f"{notes} UN Ref TSe.001"}
    entries, _ = read_csv(tmp_path, row)
    entry = entries["900001"]
    assert entry.kind == kind
    assert [each.value for each in entry.identifiers] == ([number] if number else [])


def test_the_reference_of_the_other_kind_is_another_party(tmp_path: Path) -> None:
    entries, _ = read_csv(tmp_path, {**PERSON, "Other Information": "(UN Ref):TSe.001"})
    assert entries["900001"].identifiers == ()


@pytest.mark.parametrize(
    ("change", "found"),
    [
        pytest.param({"Group ID": "x1"}, "column Q (Group ID): found 'x1'", id="group"),
        pytest.param({"Group Type": "Club"}, "found Group Type 'Club'", id="kind"),
        pytest.param({"Listed On": "soon"}, "found Listed On 'soon'", id="day"),
        pytest.param({"Name 6": "", "Name 1": ""}, "found no name", id="name"),
    ],
)
def test_an_odd_row_is_told(tmp_path: Path, change: dict[str, str], found: str) -> None:
    sound = {**PERSON, "Group ID": "900009"}
    entries, report = read_csv(tmp_path, sound, {**PERSON, **change})
    assert found in str(report.problems[0])
    assert "900009" in entries
    assert report.errors == []


@pytest.mark.parametrize(
    ("content", "found"),
    [
        pytest.param(b"", "found no header with 'Name 6'", id="empty"),
        pytest.param(b"<html>\n<body>\n</body>\n</html>\n\n\n", "found no header", id="a page"),
        pytest.param(b"Last Updated\nName 6,Group ID\nA,1\n", "without 'Group Type'", id="columns"),
        pytest.param(b"Name 6,Group\x81", "found no CSV in cp1252", id="another encoding"),
        pytest.param(b'Last Updated\n"Name 6', "found no CSV", id="cut off"),
    ],
)
def test_a_file_that_is_not_the_list(tmp_path: Path, content: bytes, found: str) -> None:
    (tmp_path / "ConList.csv").write_bytes(content)
    entries, report = read(tmp_path)
    assert entries == {}
    assert found in str(report.errors[0])


def test_the_list_is_not_downloaded() -> None:
    assert not FORMATS["gb-hmt-conlist"].is_served
    assert FORMATS["gb-fcdo"].is_served
