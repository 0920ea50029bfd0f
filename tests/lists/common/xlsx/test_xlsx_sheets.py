"""Reading of Excel workbooks that nobody vouches for."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import pytest

from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.xlsx import cell_text, only_sheet, sheets, xlsx_archive
from sanctions_data.lists.common.xlsx import xlsx_sheets as xlsx

WriteWorkbook = Callable[[Path, dict[str, Sequence[Sequence[object]]]], Path]
COLUMNS = ("Reference", "Name")
ROWS = [
    ["A register"],
    [],
    ["Reference", None, "Name"],
    [1.0, "x", " Ada\n B "],
    [None, None],
    ["2"],
]


def with_part(path: Path, name: str, content: bytes) -> None:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)


def test_rows_under_the_header(tmp_path: Path, write_workbook: WriteWorkbook) -> None:
    report = ReadReport("x")
    path = write_workbook(tmp_path / "list.xlsx", {"Cover": [["Words"]], "List": ROWS})
    rows = list(only_sheet(path, COLUMNS, report))
    assert report.problems == []
    assert [(title, row.text("Reference"), row.text("Name")) for title, row in rows] == [
        ("List", "1", "Ada B"),
        ("List", "2", ""),
    ]
    assert rows[0][1].position == "list.xlsx, sheet 'List', row 4"
    assert rows[0][1].at("Name") == "list.xlsx, sheet 'List', row 4, column C (Name)"


def test_sheets_without_the_header_have_no_rows_but_a_head(
    tmp_path: Path, write_workbook: WriteWorkbook
) -> None:
    path = write_workbook(tmp_path / "list.xlsx", {"Cover": [["Words"]], "List": ROWS})
    found = [
        (sheet.title, sheet.head, sheet.rows and len(list(sheet.rows)))
        for sheet in sheets(path, COLUMNS, ReadReport("x"))
    ]
    assert found == [("Cover", ("Words",), None), ("List", ("A register",), 2)]


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (3.5, "3.5"), (7, "7"), (False, "FALSE"), (datetime(2022, 3, 1, 5), "2022-03-01")],
)
def test_cells_as_text(value: object, text: str) -> None:
    assert cell_text(value) == text


def bomb_by_size(path: Path) -> None:
    with_part(path, "xl/media/bomb.bin", b"\0" * (3 * 1024 * 1024))


def bomb_by_parts(path: Path) -> None:
    for number in range(30):
        with_part(path, f"xl/media/{number}.bin", b"")


def entity_bomb(path: Path) -> None:
    with_part(path, "xl/bomb.xml", b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>')


def far_cell(path: Path) -> None:
    replace_in_sheet(path, b'<c r="A1"', b'<c r="XFD1048576"')


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-200])


def page(path: Path) -> None:
    path.write_bytes(b"<!DOCTYPE html><html><body>Service unavailable</body></html>")


def other_zip(path: Path) -> None:
    path.unlink()
    with_part(path, "readme.txt", b"no workbook")


def replace_in_sheet(path: Path, old: bytes, new: bytes) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet1.xml"
    assert old in parts[name]
    parts[name] = parts[name].replace(old, new)
    path.unlink()
    for part, content in parts.items():
        with_part(path, part, content)


def broken_sheet(path: Path) -> None:
    replace_in_sheet(path, b"</c></row></sheetData>", b"")


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        pytest.param(bomb_by_size, "when unpacked", id="zip bomb"),
        pytest.param(bomb_by_parts, "parts at most", id="too many parts"),
        pytest.param(entity_bomb, "document type in xl/bomb.xml", id="entity bomb"),
        pytest.param(far_cell, "1048576 rows and 16384 columns", id="cell in the far corner"),
        pytest.param(cut_off, "download it again", id="cut off"),
        pytest.param(page, "error page", id="web page"),
        pytest.param(other_zip, "no readable XLSX", id="another archive"),
        pytest.param(broken_sheet, "no readable XLSX", id="broken sheet"),
        pytest.param(Path.unlink, "cannot be read", id="missing"),
    ],
)
def test_a_file_that_is_no_sound_workbook_is_an_error(
    tmp_path: Path,
    write_workbook: WriteWorkbook,
    monkeypatch: pytest.MonkeyPatch,
    damage: Callable[[Path], None],
    message: str,
) -> None:
    monkeypatch.setattr(xlsx_archive, "MAX_BYTES", 2 * 1024 * 1024)
    monkeypatch.setattr(xlsx_archive, "MAX_PARTS", 25)
    path = write_workbook(tmp_path / "list.xlsx", {"List": ROWS})
    damage(path)
    report = ReadReport("x")
    list(only_sheet(path, COLUMNS, report))
    [problem] = report.errors
    assert problem.position == "list.xlsx"
    assert message in problem.message


def test_a_bomb_is_not_unpacked(
    tmp_path: Path, write_workbook: WriteWorkbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx_archive, "MAX_BYTES", 2 * 1024 * 1024)
    monkeypatch.setattr(xlsx, "CalamineWorkbook", None)
    path = write_workbook(tmp_path / "list.xlsx", {"List": ROWS})
    bomb_by_size(path)
    list(only_sheet(path, COLUMNS, ReadReport("x")))


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        pytest.param([["Reference", "Title"], [1, "Ada"]], "header without 'Name'", id="column"),
        pytest.param([["Something", "else"]], "found no rows under a header", id="no header"),
        pytest.param([["Reference", "Name"]], "found no rows under a header", id="no rows"),
    ],
)
def test_a_workbook_that_is_not_the_list_is_an_error(
    tmp_path: Path, write_workbook: WriteWorkbook, rows: list[list[object]], message: str
) -> None:
    report = ReadReport("x")
    path = write_workbook(tmp_path / "list.xlsx", {"List": rows})
    assert list(only_sheet(path, COLUMNS, report)) == []
    [problem] = report.errors
    assert message in problem.message
