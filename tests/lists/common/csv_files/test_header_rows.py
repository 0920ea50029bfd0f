"""Rows of a CSV file with a header."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.lists.common.csv_files.header_rows import read_header_rows
from sanctions_data.lists.common.read_report import ReadReport

CELLS = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\r\0"))


def read(path: Path, *columns: str, empty: str = "") -> tuple[list[dict[str, str]], ReadReport]:
    report = ReadReport("eu-fsf")
    rows = read_header_rows(path, columns, report, empty=empty)
    return [cells for _, cells in rows], report


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"a,c\n1,2\n", "found no column 'b'", id="a column is missing"),
        pytest.param(b"", "found no column 'a'", id="empty"),
        pytest.param(b"a,b\n1,2\n1\n", "found 1 fields, expected 2", id="cut off in a row"),
        pytest.param(b'a,b\n1,"2\n', "no CSV", id="cut off in a cell"),
        pytest.param(b"a,b\n\xff,2\n", "not UTF-8", id="another encoding"),
    ],
)
def test_a_file_that_is_not_the_table_is_an_error(
    tmp_path: Path, content: bytes, message: str
) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    _, report = read(path, "a", "b")
    [error] = report.errors
    assert message in error.message


def test_a_file_that_is_missing_is_an_error(tmp_path: Path) -> None:
    rows, report = read(tmp_path / "file.csv", "a")
    assert rows == [] and "cannot be read" in report.errors[0].message


@given(st.lists(st.tuples(CELLS, CELLS)))
def test_what_was_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]]
) -> None:
    path = tmp_path_factory.mktemp("rows") / "file.csv"
    with path.open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle).writerows([("a", "b"), *rows])
    found, report = read(path, "a", "b", empty="NA")
    expected = [{"a": a, "b": b} for a, b in rows]
    assert found == [{k: "" if v == "NA" else v for k, v in row.items()} for row in expected]
    assert report.problems == []
