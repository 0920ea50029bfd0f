"""What a spreadsheet does to a file as a whole: named, and fixed where that is safe."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.tables.canonical import csv_bytes
from sanctions_data.validation.engine.straighten import straighten

HEADER = ["one", "two"]
PLAIN = b"one,two\n1,\xc3\xa9\n3,4\n"


@pytest.mark.parametrize(
    ("content", "fixed"),
    [
        pytest.param(PLAIN, [], id="sound"),
        pytest.param(b"\xef\xbb\xbf" + PLAIN, ["byte order mark: removed"], id="BOM"),
        pytest.param(PLAIN.replace(b"\n", b"\r\n"), ["CRLF line ends: made LF"], id="CRLF"),
        pytest.param(PLAIN.replace(b"\n", b"\r"), ["CR line ends: made LF"], id="CR"),
        pytest.param(PLAIN.replace(b",", b";"), ["semicolons between cells: made commas"], id=";"),
        pytest.param(PLAIN.replace(b",", b"\t"), ["tabs between cells: made commas"], id="tabs"),
        pytest.param(
            PLAIN.decode().replace(",", "\t").replace("\n", "\r\n").encode("utf-16"),
            [
                "UTF-16: made UTF-8",
                "CRLF line ends: made LF",
                "tabs between cells: made commas",
            ],
            id="Unicode text of a spreadsheet",
        ),
        pytest.param(
            PLAIN.replace(b"\n", b",,\n") + b",,,\n,,,\n",
            ["empty rows at the end: 2 removed", "empty columns at the end: 2 removed"],
            id="trailing columns and rows",
        ),
        pytest.param(PLAIN + b"\n\n", ["empty rows at the end: 2 removed"], id="blank lines"),
        pytest.param(
            b'"one,two"\n"1,\xc3\xa9"\n"3,4"\n',
            ["quotes around each line: removed"],
            id="each line one cell",
        ),
    ],
)
def test_safe_damage_is_named_and_fixed(content: bytes, fixed: list[str]) -> None:
    straight = straighten(content, HEADER)
    assert straight.content == PLAIN
    assert [damage.fixed for damage in straight.damages] == fixed
    assert straight.is_readable


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        pytest.param(b"one,two\n1,\xe9\n", 2, "Windows-1252 they would be é", id="Windows-1252"),
        pytest.param(b"one,two\n1,\0\n", 2, "NUL byte", id="NUL"),
        pytest.param(b"\xff\xfe\x00", 0, "broken UTF-16", id="half a letter of UTF-16"),
        pytest.param(b'one;two\n1;"2\n', 0, "broken besides", id="semicolons and an open quote"),
    ],
)
def test_what_is_not_safe_is_named_and_left(content: bytes, line: int, said: str) -> None:
    straight = straighten(content, HEADER)
    assert not straight.is_readable
    assert straight.content == content
    assert straight.damages[-1].line == line
    assert said in straight.damages[-1].problem


def test_a_filled_column_without_a_name_is_no_empty_column() -> None:
    content = b"one,two,\n1,2,3\n"
    assert straighten(content, HEADER).content == content


@given(st.binary(max_size=60), st.sampled_from([b"", b"one,two\n", b"one;two\n", b"\xff\xfe"]))
def test_no_bytes_give_a_traceback(content: bytes, first: bytes) -> None:
    straight = straighten(first + content, HEADER)
    assert straight.damages or straight.content == first + content


# No cell is of blanks only, as such a row is an empty one.
CELL = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=8).filter(str.strip)


@given(st.lists(st.tuples(CELL, CELL), min_size=1), st.sampled_from(";\t|"), st.booleans())
def test_cells_survive_a_spreadsheet(
    rows: list[tuple[str, str]], delimiter: str, as_utf16: bool
) -> None:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter).writerows([HEADER, *rows])
    content = buffer.getvalue().encode("utf-16" if as_utf16 else "utf-8-sig")
    assert straighten(content, HEADER).content == csv_bytes(HEADER, rows)
