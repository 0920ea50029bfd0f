"""The national sanctions list on terrorism of the Netherlands."""

from __future__ import annotations

import json
import zipfile
from datetime import date
from pathlib import Path

import pytest

from sanctions_data.lists import FORMATS
from sanctions_data.lists.common.entry import Attribute, Entry, Name
from sanctions_data.lists.common.read_report import ReadReport

HEADER = [
    "Surname", "First name(s)", "Alias", "Date of Birth(DD-MM-JJJJ)", "Place of Birth",
    "Date of ministerial decision (DD/MM/JJJJ)", "Link official notification",
]  # fmt: skip
ADA = ["Example", "Ada", "Ada E.; A. Example", "03-05-1969", "Utrecht", "2015-08-27", "Stcrt 1"]
START = (
    '<d xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><table:table>'
)


def as_row(cells: list[str]) -> str:
    shown = (
        f'<table:table-cell office:date-value="{cell}"/>'
        if cell.startswith("20")
        else f"<table:table-cell><p>{cell}</p></table:table-cell>"
        for cell in cells
    )
    end = '<table:table-cell table:number-columns-repeated="1000"/>'
    return f"<table:table-row>{''.join(shown)}{end}</table:table-row>"


def read(folder: Path, *rows: list[str]) -> tuple[list[Entry], ReadReport]:
    with zipfile.ZipFile(folder / "eng-terrorismelijst.ods", "w") as archive:
        archive.writestr("content.xml", f"{START}{''.join(map(as_row, rows))}</table:table></d>")
    return read_folder(folder)


def read_folder(folder: Path) -> tuple[list[Entry], ReadReport]:
    report = ReadReport("nl-terror")
    return list(FORMATS["nl-terror"].read(folder, report)), report


def test_a_person_of_the_spreadsheet(tmp_path: Path) -> None:
    [ada], report = read(tmp_path, ["National list"], HEADER, ADA)
    assert report.problems == []
    assert (ada.ref, ada.kind) == ("ada-example", "person")
    assert ada.names == (Name("Ada Example"), Name("Ada E.", "alias"), Name("A. Example", "alias"))
    assert ada.attributes == (
        Attribute("birth_date", "1969-05-03"),
        Attribute("birth_place", "Utrecht"),
    )
    assert (ada.listed_on, ada.precision) == (date(2015, 8, 27), "day")


def test_an_organisation_of_the_spreadsheet(tmp_path: Path) -> None:
    [body], _ = read(tmp_path, HEADER, ["Stichting Voorbeeld", "", "", "", "n/a", "", ""])
    assert (body.kind, body.attributes, body.listed_on) == ("organisation", (), None)


def test_two_of_one_name_are_told_apart_by_birth(tmp_path: Path) -> None:
    other = [*ADA[:3], "1971", *ADA[4:]]
    entries, report = read(tmp_path, HEADER, ADA, other)
    assert [entry.ref for entry in entries] == ["ada-example-1969-05-03", "ada-example-1971"]
    assert report.problems == []


def test_a_row_without_a_surname_is_odd(tmp_path: Path) -> None:
    entries, report = read(tmp_path, HEADER, ADA, ["", "Ben", "", "", "", "", ""])
    assert len(entries) == 1 and len(report.odd_entries) == 1


def test_of_the_copy_only_organisations_are_read(tmp_path: Path) -> None:
    names = ["Surname", "Example", "Stichting Al Aqsa"]
    (tmp_path / "nl.json").write_text(json.dumps([{"full_name": name} for name in names]))
    [body], report = read_folder(tmp_path)
    assert (body.ref, body.kind) == ("stichting-al-aqsa", "organisation")
    assert [p.message for p in report.problems] == [
        "found 1 surnames of persons; they were left out"
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("eng-terrorismelijst.ods", b"no archive", id="no spreadsheet"),
        pytest.param("nl.json", b"{", id="no JSON"),
        pytest.param("nl.json", b'[{"name": "A"}]', id="another copy"),
    ],
)
def test_a_broken_file_is_an_error(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    entries, report = read_folder(tmp_path)
    assert entries == [] and report.errors


@pytest.mark.parametrize("header", [["Name"], HEADER[:-2]], ids=["no header", "a column less"])
def test_another_spreadsheet_is_an_error(tmp_path: Path, header: list[str]) -> None:
    entries, report = read(tmp_path, header, ADA)
    assert entries == [] and report.errors


def test_the_real_copy(official_lists: Path) -> None:
    entries, report = read_folder(official_lists / "nl-terror" / "2024-11-11")
    assert len(entries) == 3 and not report.errors
    assert "found 116 surnames" in report.problems[0].message
