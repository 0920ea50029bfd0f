"""How large a workbook is, before it is opened."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.lists.common.xlsx import xlsx_archive
from sanctions_data.lists.common.xlsx.xlsx_archive import (
    check_archive,
    column_letters,
    column_number,
)


def archive(sheet: str) -> zipfile.ZipFile:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as written:
        written.writestr("xl/any.bin", sheet)
    return zipfile.ZipFile(stream)


@pytest.mark.parametrize(
    ("sheet", "rows", "columns"),
    [
        pytest.param('<row r="7"><c r="C7"><v>1</v></c></row>', 7, 3, id="with places"),
        pytest.param("<row r='7'><c s='1' r='c7'><v>1</v></c></row>", 7, 3, id="other quotes"),
        pytest.param(
            "<row><c><v>1</v></c><c><v/></c></row><row><c>2</c></row>",
            2,
            2,
            id="one after the other",
        ),
        pytest.param(
            '<row r="5"><c r="B5"/><c><v>1</v></c></row><row/>', 5, 3, id="some without a place"
        ),
        pytest.param(
            '<x:row r="9"><x:c r="A9"><x:v>1</x:v></x:c></x:row>', 9, 1, id="with a prefix"
        ),
        pytest.param(
            '<row r="2"><c r="A2"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"/>'
            '<c r="A1048576" s="3"> </c></row><row r="2000000000"/>',
            2,
            1,
            id="a format without a value in the last row",
        ),
        pytest.param('<rows/><col r="Z9"/><cell r="Z9"/>', 0, 0, id="other elements"),
    ],
)
def test_the_last_row_and_column_are_found(
    monkeypatch: pytest.MonkeyPatch, sheet: str, rows: int, columns: int
) -> None:
    monkeypatch.setattr(xlsx_archive, "_CHUNK", 7)  # tags are cut in two
    assert xlsx_archive._extent(archive(sheet), "xl/any.bin") == (rows, columns)


@pytest.mark.parametrize(("row", "is_refused"), [(100, False), (101, True)])
def test_a_sheet_with_too_many_cells_is_refused(
    monkeypatch: pytest.MonkeyPatch, row: int, is_refused: bool
) -> None:
    monkeypatch.setattr(xlsx_archive, "MAX_CELLS", 200)
    message = check_archive(archive(f'<row r="{row}"><c r="B{row}"><v>1</v></c></row>'))
    assert bool(message) == is_refused
    assert not message or "found 101 rows and 2 columns in xl/any.bin" in message


@given(st.integers(1, 20_000))
def test_letters_of_a_column_give_its_number(number: int) -> None:
    assert column_number(column_letters(number)) == number
