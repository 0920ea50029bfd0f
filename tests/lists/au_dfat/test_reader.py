"""The Australian Sanctions Consolidated List."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.lists import FORMATS
from sanctions_data.lists.au_dfat.dates import listing_date, paragraph_dates
from sanctions_data.lists.au_dfat.reader import FILE, read
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
from sanctions_data.schema.fields import RECORD_ID

WriteWorkbook = Callable[[Path, dict[str, Sequence[Sequence[object]]]], Path]
ReadRows = Callable[..., tuple[list[Entry], ReadReport]]

HEADER = (
    "Reference",
    "Name of Individual or Entity",
    "Type",
    "Name Type",
    "Alias Strength",
    "Date of Birth",
    "Place of Birth",
    "Citizenship",
    "Address",
    "Additional Information",
    "Listing Information",
    "IMO Number",
    "Committees",
    "Control Date",
    "Instrument of Designation",
    "Targeted Financial Sanction",
    "Travel Ban",
    "Arms Embargo",
    "Maritime Restriction",
)
ROW = {
    "Reference": "100",
    "Name of Individual or Entity": "Ada Example",
    "Type": "Individual",
    "Name Type": "Primary Name",
    "Listing Information": "Listed on 1 March 2012",
    "Committees": "Autonomous (Iran)",
    "Control Date": "2026-02-06",
    "Targeted Financial Sanction": "TRUE",
    "Travel Ban": "true",
    "Arms Embargo": "FALSE",
    "Maritime Restriction": False,
}
FREEZE = StatedMeasure(Term("Targeted Financial Sanction", "TRUE"))
BAN = StatedMeasure(Term("Travel Ban", "TRUE"))


@pytest.fixture
def read_rows(tmp_path: Path, write_workbook: WriteWorkbook) -> ReadRows:
    def read_them(*rows: dict[str, object]) -> tuple[list[Entry], ReadReport]:
        lines = [[(ROW | row).get(column) for column in HEADER] for row in rows]
        write_workbook(tmp_path / FILE, {"Sheet1": [HEADER, *lines]})
        report = ReadReport("au-dfat")
        return list(read(tmp_path, report)), report

    return read_them


def test_rows_with_letters_are_one_entry(read_rows: ReadRows) -> None:
    shared: dict[str, object] = {
        "Date of Birth": "Approximately 1960; 27/07/1966; 08/1977 01/02/1978; 1980-03-04",
        "Place of Birth": "a) Town; Egypt b) Nowhere",
        "Citizenship": "Egypt; Democratic People's Republic of Korea (North Korea)",
        "Address": "1 Street, Town, Iran (detained)",
        "Additional Information": "QDI.014. The publisher's prose names QDe.004.",
        "Committees": "1267 (Example)",
        "Listing Information": "Listed by the 1267 Committee on 6 Oct. 2001 (amended 1 May 2002)",
    }
    entries, report = read_rows(
        shared,
        shared
        | {
            "Reference": "100a",
            "Name of Individual or Entity": "Ada",
            "Name Type": "Alias",
            "Alias Strength": "Weak",
        },
        shared
        | {
            "Reference": "100b",
            "Name of Individual or Entity": "Ада",
            "Name Type": "Original Script",
        },
        {"Reference": 101},
    )
    assert report.problems == []
    assert [entry.ref for entry in entries] == ["100", "101"]
    assert entries[0] == Entry(
        ref="100",
        kind="person",
        names=(Name("Ada Example"), Name("Ada", "weak_alias"), Name("Ада", "alias")),
        position=f"{FILE}, sheet 'Sheet1', row 2 (100)",
        programmes=(Term("Committees", "1267 (Example)"),),
        measures=(FREEZE, BAN),
        identifiers=(Identifier("un_reference", "QDi.014"),),
        attributes=(
            Attribute("birth_date", "1960"),
            Attribute("birth_date", "1966-07-27"),
            Attribute("birth_date", "1977-08"),
            Attribute("birth_date", "1978-02-01"),
            Attribute("birth_date", "1980-03-04"),
            Attribute("birth_place", "Town; Egypt"),
            Attribute("birth_country", "EG"),
            Attribute("birth_place", "Nowhere"),
            Attribute("nationality", "EG"),
            Attribute("nationality", "KP"),
            Attribute("country", "IR"),
        ),
        references=(CrossReference("un-sc", "QDi.014"),),
        listed_on=date(2001, 10, 6),
        precision="day",
    )


def test_a_vessel(read_rows: ReadRows) -> None:
    [entry], report = read_rows(
        {
            "Type": "Vessel",
            "IMO Number": 9074729,
            "Committees": "Autonomous (Vessels)",
            "Listing Information": "Designated as a sanctioned vessel in the Designation 2025",
            "Instrument of Designation": "Vessels Amendment (No. 1) Designation 2026",
            "Targeted Financial Sanction": "FALSE",
            "Travel Ban": "FALSE",
            "Maritime Restriction": True,
        }
    )
    assert report.problems == []
    assert entry.kind == "vessel"
    assert entry.identifiers == (Identifier("imo_number", "9074729"),)
    assert entry.measures == (StatedMeasure(Term("Maritime Restriction", "TRUE")),)
    assert (entry.listed_on, entry.precision) == (date(2026, 1, 1), "year")


def test_libya_has_a_day_for_each_measure(read_rows: ReadRows) -> None:
    [entry], _ = read_rows(
        {
            "Listing Information": "Listed on 26 February 2011 pursuant to paragraph 15 of "
            "resolution 1970; on 17 March 2011 pursuant to paragraph 17 of resolution 1970."
        }
    )
    assert [measure.start for measure in entry.measures] == [date(2011, 3, 17), date(2011, 2, 26)]
    assert entry.listed_on == date(2011, 2, 26)


def test_measures_that_were_interrupted_do_not_begin_with_the_listing(
    read_rows: ReadRows,
) -> None:
    [entry], _ = read_rows(
        {
            "Committees": "1737 (Iran)",
            "Control Date": "2025-12-12",
            "Listing Information": "Listed by the 1737 Committee on 24 March 2007.",
        }
    )
    assert entry.listed_on == date(2007, 3, 24)
    assert {(m.start, m.precision) for m in entry.measures} == {
        (date(2025, 12, 12), "on_or_before")
    }


@pytest.mark.parametrize(
    ("information", "kind", "committee", "expected"),
    [
        pytest.param("KPi031 is an official", "Individual", "1718", "KPi.031", id="no point"),
        pytest.param("Member of Example (QDe.135)", "Individual", "1267", "", id="another party's"),
        pytest.param("QDe.135", "Individual", "1267", "", id="of another kind"),
        pytest.param("IRi.001", "Individual", "Autonomous (Iran)", "", id="not a UN listing"),
    ],
)
def test_un_reference(
    read_rows: ReadRows, information: str, kind: str, committee: str, expected: str
) -> None:
    [entry], _ = read_rows(
        {"Additional Information": information, "Type": kind, "Committees": committee}
    )
    assert [reference.ref for reference in entry.references] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("row", "unread", "message"),
    [
        pytest.param(
            {"Travel Ban": "maybe"}, "measures", "found Travel Ban 'maybe'", id="unknown flag"
        ),
        pytest.param({"Travel Ban": None}, "measures", "found Travel Ban ''", id="empty flag"),
        pytest.param({"Travel Ban": "-"}, "measures", "found Travel Ban '-'", id="dash"),
        pytest.param({"Type": "Aircraft"}, "kind", "found Type 'Aircraft'", id="unknown type"),
        pytest.param({"Committees": None}, "programmes", "found no Committees", id="no regime"),
        pytest.param(
            {"Targeted Financial Sanction": "FALSE", "Travel Ban": "FALSE"},
            "measures",
            "found no measure",
            id="no measure",
        ),
    ],
)
def test_an_odd_entry_is_told_and_read_as_far_as_it_is_understood(
    read_rows: ReadRows, row: dict[str, object], unread: str, message: str
) -> None:
    [entry], report = read_rows(row)
    assert entry.names == (Name("Ada Example"),) and entry.unread == (unread,)
    assert report.errors == []
    [problem] = report.problems
    assert problem.is_odd and message in problem.message
    assert problem.position == f"{FILE}, sheet 'Sheet1', row 2 (100)"


@pytest.mark.parametrize(
    ("rows", "refs", "message"),
    [
        pytest.param([{}, {}], ["100"], "found Reference 100 again", id="same row twice"),
        pytest.param([{}, {"Reference": "A-1"}], ["100"], "found 'A-1' for 'Ada", id="no number"),
        pytest.param([{}, {"Reference": None}], ["100"], "found '' for 'Ada", id="no reference"),
        pytest.param(
            [{}, {"Reference": "101", "Name of Individual or Entity": None}],
            ["100"],
            "found no name for Reference 101",
            id="entry without a name",
        ),
        pytest.param(
            [{}, {"Reference": "100a", "Name of Individual or Entity": None}],
            ["100"],
            "found no name for Reference 100a",
            id="alias without a name",
        ),
    ],
)
def test_rows_that_say_nothing_are_told_and_left_out(
    read_rows: ReadRows, rows: list[dict[str, object]], refs: list[str], message: str
) -> None:
    entries, report = read_rows(*rows)
    assert [entry.ref for entry in entries] == refs
    assert report.errors == []
    assert message in report.problems[0].message
    assert set(report.left_out) == {"101"} - ({"101"} if "101" not in message else set())


def test_the_day_of_the_instrument_is_that_of_the_listing(read_rows: ReadRows) -> None:
    title = (
        "Autonomous Sanctions (Designated Persons and Entities and Declared Persons – Iran) "
        "Amendment (No. 2) Instrument 2023"
    )
    (entry,), _ = read_rows({"Listing Information": f"Instrument of first designation: {title}"})
    assert (entry.listed_on, entry.precision) == (date(2023, 10, 18), "day")
    assert entry.start_rule == "au_control_date"
    (printed,), _ = read_rows({})
    assert printed.start_rule == ""


def test_a_passport_in_the_remarks(read_rows: ReadRows) -> None:
    remark = {"Additional Information": "Passport no: A1234567."}
    (entry,), _ = read_rows(remark, {**remark, "Reference": "100a", "Name Type": "Alias"})
    assert entry.identifiers == (Identifier("passport", "A1234567"),)
    (body,), _ = read_rows({**remark, "Type": "Entity"})
    assert body.identifiers == ()


def test_a_dead_person(read_rows: ReadRows) -> None:
    (dead,), _ = read_rows({"Additional Information": "TAi.901. Deceased as of May 2015."})
    assert Attribute("deceased", "true") in dead.attributes
    (body,), _ = read_rows({"Additional Information": "Deceased.", "Type": "Entity"})
    assert body.attributes == ()


def test_rows_of_an_entry_that_are_apart_are_one_entry(read_rows: ReadRows) -> None:
    alias = {"Name of Individual or Entity": "Ada", "Name Type": "Alias"}
    entries, report = read_rows(
        {}, {"Reference": "7"}, alias | {"Reference": "100a"}, alias | {"Reference": "7b2"}
    )
    assert report.problems == []
    assert {entry.ref: [name.text for name in entry.names] for entry in entries} == {
        "100": ["Ada Example", "Ada"],
        "7": ["Ada Example", "Ada"],
    }


def test_a_second_name_under_one_number_is_one_more_name(read_rows: ReadRows) -> None:
    alias = {"Reference": "100a", "Name Type": "Alias"}
    [entry], report = read_rows(
        {},
        alias | {"Name of Individual or Entity": "Ada"},
        alias | {"Name of Individual or Entity": "Adda"},
    )
    assert [name.text for name in entry.names] == ["Ada Example", "Ada", "Adda"]
    assert "read as one more name" in report.problems[0].message


PUBLISHER = {
    "Reference": 100,
    "Date of Birth": date(1963, 5, 4),
    "Place of Birth": "Town, Province, Afghanistan",
    "Citizenship": "Afghanistan, Pakistan",
    "Address": "1 Street, Windhoek, Namibia",
    "Additional Information": "TAi.901\r\nTitle: Maulavi.",
    "Committees": "1988 (Taliban)",
}


def test_the_publishers_own_file_has_commas_and_facts_in_the_rows_of_aliases(
    read_rows: ReadRows,
) -> None:
    alias = PUBLISHER | {
        "Reference": "100a",
        "Name of Individual or Entity": "Ada",
        "Name Type": "Alias",
        "Date of Birth": "1967, 05/1968",
        "Place of Birth": "Other, Pakistan",
        "Citizenship": "Bosnia and Herzegovina, Pakistan",
    }
    [entry], report = read_rows(PUBLISHER, alias)
    assert report.problems == []
    assert entry.identifiers == (Identifier("un_reference", "TAi.901"),)
    values: dict[str, list[str]] = {}
    for attribute in entry.attributes:
        values.setdefault(attribute.name, []).append(attribute.value)
    assert values == {
        "birth_date": ["1963-05-04", "1967", "1968-05"],
        "birth_place": ["Town, Province, Afghanistan", "Other, Pakistan"],
        "birth_country": ["AF", "PK"],
        "nationality": ["AF", "PK", "BA"],
        "country": ["NA"],
    }


@pytest.mark.parametrize(
    ("column", "printed", "name", "expected"),
    [
        pytest.param("Date of Birth", "9 May 1970, April 1971", "birth_date",
                     ["1970-05-09", "1971-04"], id="words"),
        pytest.param("Date of Birth", "Between 1972 and 1973", "birth_date",
                     ["1972", "1973"], id="range"),
        pytest.param("Date of Birth", "a) Approximately 1955- 1958 b) 19-Dec-1992", "birth_date",
                     ["1955", "1958", "1992-12-19"], id="lettered"),
        pytest.param("Date of Birth", "na", "birth_date", [], id="no date"),
        pytest.param("Place of Birth", "Windhoek, Namibia", "birth_country", ["NA"], id="Namibia"),
        pytest.param("Place of Birth", "Wonsan, Korea, North", "birth_country", ["KP"],
                     id="comma in the name of a country"),
        pytest.param("Place of Birth", "Paris; France", "birth_country", ["FR"], id="semicolon"),
        pytest.param("Place of Birth", "Mogilev; Belarusian\nSSR (Belarus)", "birth_country", [],
                     id="line that goes on"),
        pytest.param("Place of Birth", "na", "birth_place", [], id="no place"),
        pytest.param("Place of Birth", "Atlanta, GA", "birth_country", [], id="no code"),
        pytest.param("Citizenship", "na", "nationality", [], id="no citizenship"),
        pytest.param("Citizenship", "Somalia;\nKenya", "nationality", ["SO", "KE"], id="lines"),
        pytest.param("Citizenship", "Moldovan, Russian and Ukrainian", "nationality",
                     ["MD", "RU", "UA"], id="peoples"),
        pytest.param("Address", "NA", "country", [], id="placeholder in capitals"),
        pytest.param("Address", "1 Street, Dubai, UAE", "country", ["AE"], id="short name"),
        pytest.param("Address", "Sultanate of Oman (detained in the Sultanate of\nOman)",
                     "country", ["OM"], id="remark over two lines"),
    ],
)  # fmt: skip
def test_one_cell(
    read_rows: ReadRows, column: str, printed: str, name: str, expected: list[str]
) -> None:
    [entry], report = read_rows({column: printed})
    assert [each.value for each in entry.attributes if each.name == name] == expected
    assert report.problems == []


OLDER_HEADER = [
    "Reference", "Name of Individual or Entity", "Type", "Name Type", "Date of Birth",
    "Place of Birth", "Citizenship", "Address", "Additional Information", "Listing Information",
    "Committees", "Control Date",
]  # fmt: skip


def test_the_older_layout_says_nothing_of_measures(
    tmp_path: Path, write_workbook: WriteWorkbook
) -> None:
    row = {**ROW, "Name Type": "primary Name", "Type": "Individual ", "Address": "NA"}
    alias = row | {"Reference": "100a", "Name of Individual or Entity": "Ada", "Name Type": "aka"}
    lines = [[each.get(column) for column in OLDER_HEADER] for each in (row, alias)]
    path = tmp_path / "regulation8_consolidated.xlsx"
    write_workbook(path, {"Sheet1": [OLDER_HEADER, *lines]})
    report = ReadReport("au-dfat")
    [entry] = read(tmp_path, report)
    assert report.problems == []
    assert FORMATS["au-dfat"].find(tmp_path, FILE) == path
    assert entry.names == (Name("Ada Example"), Name("Ada", "alias"))
    assert (entry.measures, entry.unread) == ((), ("measures",))


def test_a_layout_that_is_neither_is_an_error(
    tmp_path: Path, write_workbook: WriteWorkbook
) -> None:
    header = [column for column in HEADER if column != "Travel Ban"]
    write_workbook(tmp_path / FILE, {"Sheet1": [header, [ROW.get(c) for c in header]]})
    report = ReadReport("au-dfat")
    assert list(read(tmp_path, report)) == []
    assert "found a header without 'Travel Ban'" in report.errors[0].message


def test_a_missing_primary_name_is_a_warning(read_rows: ReadRows) -> None:
    [entry], report = read_rows({"Name Type": "Alias"})
    assert entry.names == (Name("Ada Example"),)
    assert report.errors == [] and len(report.problems) == 1


DAY = (date(2012, 3, 2), "day")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Listed on: 2 Mar. 2012 (amended on 3 Mar. 2009)", DAY),
        ("First listed on 2 /03/2012 (amended 30/07/2014)", DAY),
        ("Listedon 2 March. 2012", DAY),
        ("2 Mar.2012 ( amended on 24 Nov. 2020 )", DAY),
        ("2012-03-02", DAY),
        ("Resolution 1735 (2006) Listed on: 2 Mar.  2012", DAY),
        ("Listed by UN (1267 Committee) on 2 March 2012", DAY),
        ("Listed by the 1267/1989 (Example (and) others) Committee on 2nd March 2012", DAY),
        ("Listed on 3 May 2012. Listed on: 2 Mar. 2012", DAY),
        (
            "Designated under the Regulations 2011 on 2 March 2012. Relisted on 12 May 2010.",
            DAY,
        ),
        (
            "The Minister listed this person on 2 March 2012 (Note: a re-listing of one that was "
            "in effect from 27 November 2009 to 2 December 2011.)",
            DAY,
        ),
        (
            "Instrument of first listing: Act 1945 List 2003 (No. 3) [F2021L00628, Gazette No. "
            "S 426, 2 March 2012]. Last listed 13/09/2025",
            (date(2012, 3, 2), "on_or_before"),
        ),
        ("Example (Persons) Amendment (No. 1) Instrument 2012", (date(2012, 1, 1), "year")),
        ("Instrument of first designation: Example List 2012", (date(2012, 1, 1), "year")),
        (
            "Instrument of first listing: Listing 2012 (No. 1). Re-listed on 1/2/2025: (No. 2) "
            "Instrument 2025",
            (date(2012, 1, 1), "year"),
        ),
        ("Example List 2012", (None, "unknown")),
        ("Listed by the 1518 Committee", (None, "unknown")),
        ("Listed pursuant to paragraph 15, amended on 2 March 2012", (None, "unknown")),
        ("Relisted on 2 March 2012", (None, "unknown")),
        ("Listed on 31 February 2012", (None, "unknown")),
        ("", (None, "unknown")),
    ],
)
def test_listing_dates(text: str, expected: tuple[date | None, str]) -> None:
    assert listing_date(text, "") == expected


FORMATS_OF_DAYS = ("%d %B %Y", "%d %b. %Y", "%d/%m/%Y", "%d %b %Y")
DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2030, 12, 31))


@given(
    DAYS,
    st.lists(DAYS, max_size=3),
    st.sampled_from(FORMATS_OF_DAYS),
    st.sampled_from(("Listed on {}", "Listed by the 1267 Committee on: {}", "First listed {}")),
    st.sampled_from((" (amended on {})", " (relisted on {})", ". Last listed on: {}")),
)
def test_what_comes_after_never_changes_the_listing_date(
    listed: date, later: list[date], form: str, start: str, end: str
) -> None:
    text = start.format(listed.strftime(form))
    text += "".join(end.format(day.strftime(form)) for day in later)
    assert listing_date(text, "") == (listed, "day")


@given(st.text(max_size=80), st.text(max_size=40))
def test_any_text_has_a_date_or_none(text: str, instrument: str) -> None:
    day, precision = listing_date(text, instrument)
    assert (day is None) == (precision == "unknown")
    paragraph_dates(text)


@pytest.mark.parametrize(
    ("vintage", "kinds", "precisions", "problems"),
    [
        (
            "2026-02-23",
            {"person": 2518, "organisation": 1031, "vessel": 262},
            {"day": 3406, "month": 240, "unknown": 114, "on_or_before": 28, "year": 23},
            5,
        ),
        (
            "2026-08-22",
            {"person": 2551, "organisation": 1042, "vessel": 263},
            {"day": 3441, "month": 240, "unknown": 124, "on_or_before": 28, "year": 23},
            3,
        ),
    ],
)
def test_the_real_list_is_read_whole(
    official_lists: Path,
    vintage: str,
    kinds: dict[str, int],
    precisions: dict[str, int],
    problems: int,
) -> None:
    report = ReadReport("au-dfat")
    entries = list(FORMATS["au-dfat"].read(official_lists / "au-dfat" / vintage, report))
    assert report.errors == []
    assert Counter(entry.kind for entry in entries) == kinds
    assert Counter(entry.precision for entry in entries) == precisions
    assert len(report.problems) == problems
    assert all(entry.measures for entry in entries)
    assert all(re.fullmatch(RECORD_ID, f"au-dfat-{entry.ref}") for entry in entries)


def test_the_older_file_is_read_whole(official_lists: Path) -> None:
    report = ReadReport("au-dfat")
    entries = list(FORMATS["au-dfat"].read(official_lists / "au-dfat" / "2024-11-11", report))
    assert report.errors == [] and report.odd_entries == []
    assert Counter(entry.kind for entry in entries) == {"person": 2316, "organisation": 746}
    assert all(entry.unread == ("measures",) and not entry.measures for entry in entries)
    dates = Counter(a.name for entry in entries for a in entry.attributes)
    assert dates["birth_date"] == 2604
    # One is in Namibia; in all other rows "NA" says that there is no address.
    assert [e.ref for e in entries if any(a.value == "NA" for a in e.attributes)] == ["3413"]
