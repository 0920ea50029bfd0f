"""The SDN list: the CSV set, bad files, and the real snapshots."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.lists import FORMATS, Entry, ReadReport
from sanctions_data.lists.common.entry import Attribute, Identifier, Name, Term
from sanctions_data.lists.us_ofac.sdn import read

NULL = "-0- "


def row(
    ref: str = "1",
    name: str = "EXAMPLE TRADING",
    kind: str = NULL,
    program: str = "IRAN",
    remarks: str = NULL,
    **columns: str,
) -> str:
    cells = [
        ref,
        name,
        kind,
        program,
        *(
            columns.get(column, NULL)
            for column in ("title", "call_sign", "vessel_type", "tonnage", "grt", "flag", "owner")
        ),
        remarks,
    ]
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow(cells)
    return text.getvalue()


def read_files(folder: Path, **files: str | bytes) -> tuple[list[Entry], ReadReport]:
    for stem, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / f"{stem}.csv").write_bytes(data)
    report = ReadReport("us-ofac-sdn")
    return list(read(folder, report)), report


def test_entry_is_put_together_from_the_four_files(tmp_path: Path) -> None:
    [entry], report = read_files(
        tmp_path,
        sdn=row(
            name="DOE, Jane",
            kind="individual",
            program="IRAN] [SDGT",
            title="Head; Judge",
            remarks="DOB 1970; Passport A1 (I",
        )
        + "\x1a",
        add='1,7,"1 Example Street",Exampleton,Iran,-0- \r\n1,8,-0- ,-0- ,Iran,-0- \r\n\x1a',
        alt='1,5,aka,"ROE, Jane",-0- \r\n1,6,fka,"POE, Jane",-0- \r\n',
        sdn_comments="1,\"ran); a.k.a. 'JD'.\"\r\n\x1a",
    )
    assert report.problems == []
    assert entry == Entry(
        ref="1",
        kind="person",
        names=(
            Name("DOE, Jane"),
            Name("ROE, Jane", "alias"),
            Name("POE, Jane", "former"),
            Name("JD", "weak_alias"),
        ),
        position="sdn.csv:1 (entry 1)",
        programmes=(Term("Program", "IRAN"), Term("Program", "SDGT")),
        identifiers=(Identifier("passport", "A1", "IR"),),
        attributes=(
            Attribute("position", "Head"),
            Attribute("position", "Judge"),
            Attribute("birth_date", "1970"),
            Attribute("country", "IR"),
        ),
        listed_on=None,
        precision="unknown",
    )


def test_vessel_columns(tmp_path: Path) -> None:
    [entry], _ = read_files(
        tmp_path,
        sdn=row(
            name="EXAMPLE STAR",
            kind="vessel",
            call_sign="ABCD",
            vessel_type="Crude Oil Tanker",
            tonnage="163,660",
            grt="84,000",
            flag="Iran",
            owner="Example Shipping",
            remarks="Vessel Registration Identification IMO 9000001.",
        ),
    )
    assert entry.kind == "vessel"
    assert entry.identifiers == (
        Identifier("call_sign", "ABCD"),
        Identifier("imo_number", "9000001"),
    )
    assert {(fact.name, fact.value) for fact in entry.attributes} == {
        ("vessel_type", "Crude Oil Tanker"),
        ("tonnage", "163,660"),
        ("tonnage", "84,000 GRT"),
        ("flag", "IR"),
        ("owner", "Example Shipping"),
    }


@pytest.mark.parametrize(
    ("name", "remarks", "expected"),
    [
        pytest.param("XX-ABC", "Aircraft Model A300.", "XX-ABC", id="name is the registration"),
        pytest.param("MSN 391", "Aircraft Tail Number XX-OLD.", "XX-OLD", id="remarks have it"),
        pytest.param("MSN 391", "Aircraft Model A300.", None, id="name is no registration"),
    ],
)
def test_registration_of_an_aircraft(
    tmp_path: Path, name: str, remarks: str, expected: str | None
) -> None:
    [entry], _ = read_files(tmp_path, sdn=row(name=name, kind="aircraft", remarks=remarks))
    tails = [one.value for one in entry.identifiers if one.type == "aircraft_registration"]
    assert tails == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("individual", "person"),
        ("vessel", "vessel"),
        ("aircraft", "aircraft"),
        (NULL, "organisation"),
        ("", "unknown"),
    ],
)
def test_kind(tmp_path: Path, kind: str, expected: str) -> None:
    [entry], _ = read_files(tmp_path, sdn=row(kind=kind))
    assert entry.kind == expected


def test_no_programme_is_no_term(tmp_path: Path) -> None:
    [entry], report = read_files(tmp_path, sdn=row(program=NULL))
    assert entry.programmes == () and report.problems == []


def test_remarks_without_their_rest_lose_the_cut_item(tmp_path: Path) -> None:
    remarks = f"Tax ID No. 1; {'x' * 960}; Tax ID No. 12345678"[:1000].ljust(1000, "9")
    [entry], report = read_files(tmp_path, sdn=row(remarks=remarks))
    assert entry.identifiers == (Identifier("tax_id", "1"),)
    [problem] = report.problems
    assert not problem.is_error and "cut off at 1000 characters" in str(problem)


def test_second_row_with_one_number_is_left_out(tmp_path: Path) -> None:
    entries, report = read_files(tmp_path, sdn=row("1", "FIRST") + row("1", "SECOND"))
    assert [entry.names[0].text for entry in entries] == ["FIRST"]
    assert [str(problem) for problem in report.problems] == [
        "us-ofac-sdn: sdn.csv:2 (entry 1): found entry number 1 again, first at "
        "sdn.csv:1 (entry 1); this one was left out"
    ]


def test_addresses_of_unknown_entries_are_a_warning(tmp_path: Path) -> None:
    _, report = read_files(tmp_path, sdn=row(), add="99,1,-0- ,-0- ,Iran,-0- \r\n")
    [problem] = report.problems
    assert not problem.is_error and "such as 99" in str(problem)


BAD = {
    "web page": (b"<!DOCTYPE html>\n<html></html>\n", "sdn.csv:1", "found a web page"),
    "header line": (
        b"ent_num,SDN_Name,SDN_Type,Program\n" + row().encode(),
        "sdn.csv:1",
        "have no header",
    ),
    "empty file": (b"", "sdn.csv", "holds no entry"),
    "only the end mark": (b"\x1a", "sdn.csv", "holds no entry"),
    "blank first line": (b"\r\n" + row().encode(), "sdn.csv:1", "expected an entry number"),
    "byte that is not UTF-8": (
        row().encode() + row("2", "CAF#").encode().replace(b"#", b"\xe9"),
        "sdn.csv:2",
        "byte 0xe9 is not UTF-8",
    ),
    "cut in a row": (row().encode() + row("2").encode()[:-9], "sdn.csv", "last line is cut off"),
    "open quote": (row().encode() + b'2,"NAME\r\n', "sdn.csv:2", "the CSV is broken"),
    "no name": (row(name=NULL).encode(), "sdn.csv:1 (entry 1)", "no entry that can be read"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_file_is_one_clear_error(tmp_path: Path, case: str) -> None:
    content, position, message = BAD[case]
    _, report = read_files(tmp_path, sdn=content)
    [problem] = report.errors
    assert problem.position == position
    assert message in problem.message


ODD = {
    "field missing": (b"2,NAME,-0- \r\n", "sdn.csv:2 (entry 2)", "found 3 fields, expected 12"),
    "field too many": (
        row("2").encode().replace(b"\r\n", b",x\r\n"),
        "sdn.csv:2 (entry 2)",
        "found 13 fields, expected 12",
    ),
    "number not of digits": (row("2a").encode(), "sdn.csv:2", "'2a'"),
    "empty name": (row("2", name=NULL).encode(), "sdn.csv:2 (entry 2)", "the name is empty"),
}


@pytest.mark.parametrize("case", ODD)
def test_a_row_that_says_too_little_is_told_and_left_out(tmp_path: Path, case: str) -> None:
    content, position, message = ODD[case]
    entries, report = read_files(tmp_path, sdn=row().encode() + content)
    assert [entry.ref for entry in entries] == ["1"] and report.errors == []
    [problem] = report.problems
    assert problem.is_odd and problem.position == position and message in problem.message
    assert set(report.left_out) == ({"2"} if "(entry 2)" in position else set())


def test_an_entry_of_an_unknown_type_is_read_without_it(tmp_path: Path) -> None:
    [entry], report = read_files(tmp_path, sdn=row(kind="spaceship"))
    assert (entry.kind, entry.unread) == ("unknown", ("kind",))
    [problem] = report.problems
    assert problem.is_odd and "'spaceship'" in problem.message


def test_bad_rows_in_a_side_file_are_told(tmp_path: Path) -> None:
    [entry], report = read_files(tmp_path, sdn=row(), alt="1,2,xyz,NAME,-0- \r\n1,3,aka\r\n")
    assert entry.names == (Name("EXAMPLE TRADING"), Name("NAME", "weak_alias"))
    assert report.errors == [] and report.left_out == {}
    assert {problem.position for problem in report.problems} == {
        "alt.csv:1 (entry 1)",
        "alt.csv:2 (entry 1)",
    }


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        pytest.param('"the so called "Example Bank"."', "EXAMPLE BANK", id="quotes around a name"),
        pytest.param('"a 5" pipe, and more."', "EXAMPLE BANK", id="one quote"),
        pytest.param('"""Example"" Bank."', "EXAMPLE BANK", id="quotes as they should be"),
    ],
)
def test_stray_quotes_in_the_comments_are_read_as_printed(
    tmp_path: Path, printed: str, expected: str
) -> None:
    comments = f'1,{printed}\r\n2,"Tax ID No. 7."\r\n'
    text = row("1", expected, remarks="x") + row("2", "BAY", remarks="prose; ")
    entries, report = read_files(tmp_path, sdn=text, sdn_comments=comments)
    assert [entry.names[0].text for entry in entries] == [expected, "BAY"]
    assert entries[1].identifiers == (Identifier("tax_id", "7"),)
    assert report.errors == []
    assert len(report.problems) == (printed[1:3] != '""')


def test_a_line_break_in_a_cell_goes_on_in_the_next_line(tmp_path: Path) -> None:
    [entry, other], report = read_files(
        tmp_path, sdn=row(remarks="Tax ID No. 7;\nprose") + row("2")
    )
    assert entry.identifiers == (Identifier("tax_id", "7"),) and other.ref == "2"
    assert report.problems == []


@pytest.mark.parametrize("ending", ["", "\r"], ids=["no end", "half an end"])
def test_a_missing_last_line_end_is_a_warning(tmp_path: Path, ending: str) -> None:
    add = '1,1,-0- ,-0- ,Iran,-0- \r\n1,2,-0- ,"Windhoek","Namibia",-0'
    [entry], report = read_files(tmp_path, sdn=row(), add=add + ending)
    assert [each.value for each in entry.attributes] == ["IR", "NA"]
    [problem] = report.problems
    assert not problem.is_error and "the last line has no end" in problem.message


def test_without_the_main_file_the_others_say_what_they_know(tmp_path: Path) -> None:
    entries, report = read_files(
        tmp_path,
        add="1,1,-0- ,-0- ,Iran,-0- \r\n2,1,-0- ,-0- ,-0- ,-0- \r\n",
        alt="1,7,aka,EXAMPLE,-0- \r\n",
        sdn_comments='1,"r half; Tax ID No. 7 (Iran)."\r\n',
    )
    assert [(entry.ref, entry.names) for entry in entries] == [
        ("1", (Name("EXAMPLE", "alias"),)),
        ("2", ()),
    ]
    assert all(entry.unread == ("kind", "names", "programmes") for entry in entries)
    assert entries[0].identifiers == (Identifier("tax_id", "7", "IR"),)
    assert report.errors == [] and "the file is missing" in report.problems[0].message


def test_a_folder_without_a_list_is_an_error(tmp_path: Path) -> None:
    _, report = read_files(tmp_path, sdn_comments='1,"prose."\r\n')
    assert [problem.position for problem in report.errors] == ["sdn.csv"]


PRINTED = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=20
).filter(lambda text: text != "-0-")


@given(st.lists(PRINTED, min_size=1, max_size=6, unique=True))
def test_names_survive_the_csv(tmp_path_factory: pytest.TempPathFactory, names: list[str]) -> None:
    text = "".join(row(str(number), name) for number, name in enumerate(names, 1))
    entries, report = read_files(tmp_path_factory.mktemp("sdn"), sdn=text)
    assert report.problems == []
    assert [entry.names[0].text for entry in entries] == names


@given(st.binary(max_size=300))
def test_any_bytes_end_in_a_report(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    entries, report = read_files(tmp_path_factory.mktemp("sdn"), sdn=content)
    assert entries or report.errors


def test_format_is_registered() -> None:
    assert FORMATS["us-ofac-sdn"].read is read
    assert {file.name for file in FORMATS["us-ofac-sdn"].files if not file.optional} == {"sdn.csv"}


REAL = {
    "2018-01-27": (6068, {"organisation": 2324, "person": 3545, "vessel": 81, "aircraft": 118}),
    "2019-01-04": (7379, {"organisation": 2994, "person": 3845, "vessel": 323, "aircraft": 217}),
    "2022-01-31": (9043, {"organisation": 3700, "person": 4643, "vessel": 420, "aircraft": 280}),
    "2023-01-20": (11443, {"organisation": 4575, "person": 5890, "vessel": 685, "aircraft": 293}),
    "2026-06-02": (
        18975,
        {"organisation": 4172, "person": 7451, "vessel": 643, "aircraft": 244, "unknown": 6465},
    ),
    "2026-08-20": (19249, {"organisation": 9871, "person": 7502, "vessel": 1534, "aircraft": 342}),
}


def real(official_lists: Path, vintage: str) -> tuple[list[Entry], ReadReport]:
    report = ReadReport("us-ofac-sdn")
    return list(read(official_lists / "us-ofac-sdn" / vintage, report)), report


@pytest.mark.parametrize("vintage", REAL)
def test_real_list_is_read_whole(official_lists: Path, vintage: str) -> None:
    count, kinds = REAL[vintage]
    entries, report = real(official_lists, vintage)
    assert len(entries) == count
    assert Counter(entry.kind for entry in entries) == kinds
    assert report.errors == []
    assert all(entry.listed_on is None and entry.precision == "unknown" for entry in entries)
    assert all(entry.measures == () for entry in entries)


BIRTH_DATES = {"2018-01-27": 3977, "2024-07-02": 7706}


@pytest.mark.parametrize("vintage", BIRTH_DATES)
def test_real_birth_dates(official_lists: Path, vintage: str) -> None:
    entries, _ = real(official_lists, vintage)
    found = Counter(each.name for entry in entries for each in entry.attributes)
    assert found["birth_date"] == BIRTH_DATES[vintage]


def test_real_side_files_alone_tell_who_is_listed(official_lists: Path) -> None:
    entries, report = real(official_lists, "2025-12-24")
    assert len(entries) == 18494 and report.errors == []
    assert sum(len(entry.names) for entry in entries) == 20146
    assert all("names" in entry.unread for entry in entries)


def test_real_iran_air_in_2023(official_lists: Path) -> None:
    entries, _ = real(official_lists, "2023-01-20")
    [iran_air] = [entry for entry in entries if entry.ref == "25237"]
    assert iran_air.names == (Name("IRAN AIR"), Name("HOMA", "weak_alias"))
    assert iran_air.kind == "organisation"
    assert iran_air.programmes == (Term("Program", "IRAN"),)
    assert iran_air.identifiers == (
        Identifier("website", "www.iranair.com"),
        Identifier("website", "www.iranair.co.ir"),
        Identifier("national_id", "10100354259", "IR"),
        Identifier("registration_number", "8132"),
    )
    fleet = [entry for entry in entries if Attribute("linked_to", "IRAN AIR") in entry.attributes]
    assert Counter(entry.kind for entry in fleet) == {"aircraft": 67}
    for aircraft in fleet:
        types = {identifier.type for identifier in aircraft.identifiers}
        assert {"aircraft_registration", "aircraft_msn"} <= types


def test_real_newer_entries_of_2026_have_no_programme(official_lists: Path) -> None:
    entries, _ = real(official_lists, "2026-06-02")
    older = {entry.ref: entry.programmes for entry in real(official_lists, "2023-01-20")[0]}
    assert sum(not entry.programmes for entry in entries) == 8687
    assert all(entry.programmes == older.get(entry.ref, ()) for entry in entries)
    assert all(("programmes" in entry.unread) == (not entry.programmes) for entry in entries)
