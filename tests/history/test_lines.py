"""Canonical bytes as lines by key, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from tests.history.small_tables import state, two_states

from sanctions_data.history.lines import Lines, split_line

CONTENT = b'id,name\na,A\nb,"B, ""b"""\n'


def test_a_row_is_found_by_its_key() -> None:
    table = Lines.read(CONTENT, ["id"])
    assert ("b",) in table
    assert ("c",) not in table
    assert table.line(("b",)) == 'b,"B, ""b"""'
    assert table.line(("c",)) is None
    assert table.cells(("b",)) == ["b", 'B, "b"']
    assert table.key_set() == {("a",), ("b",)}


def test_a_key_has_the_order_that_is_asked_for() -> None:
    table = Lines.read(b"entity,list,name\ne,l,n\n", ["list", "entity"])
    assert table.key_set() == {("l", "e")}


def test_a_row_is_added_in_its_place_or_replaced() -> None:
    table = Lines.read(CONTENT, ["id"])
    table.put(["aa", "x"])
    table.put(["b", ""])
    assert table.content() == b"id,name\na,A\naa,x\nb,\n"


def test_only_wanted_rows_are_kept() -> None:
    table = Lines.read(CONTENT, ["id"])
    table.keep(lambda cells: cells[1] == 'B, "b"')
    assert table.key_set() == {("b",)}


def test_a_table_without_rows() -> None:
    table = Lines.read(b"id,name\n", ["id"])
    assert table.key_set() == set()
    assert table.content() == b"id,name\n"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"id,name\na,A\na,B\n", "found 2 lines for 1 rows: a key stands twice",
                     id="a key twice"),
        pytest.param(b'id,name\na,"A\nB"\n', "found 2 lines for 1 rows: .* holds a line break",
                     id="a line break in a cell"),
    ],
)  # fmt: skip
def test_bytes_that_are_not_canonical_are_refused(content: bytes, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Lines.read(content, ["id"])


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        pytest.param("a,b", ["a", "b"], id="plain"),
        pytest.param("a,", ["a", ""], id="empty cell at the end"),
        pytest.param("", [""], id="one empty cell"),
        pytest.param('"a,b",c', ["a,b", "c"], id="comma"),
        pytest.param('"a""b"', ['a"b'], id="quote"),
    ],
)
def test_split_line(line: str, cells: list[str]) -> None:
    assert split_line(line) == cells


@given(two_states())
def test_reading_what_was_written_gives_the_same(states: tuple[list[str], Lines, Lines]) -> None:
    key, table, _ = states
    again = Lines.read(table.content(), key)
    assert again.key_set() == table.key_set()
    assert again.content() == table.content()
    for each in table.key_set():
        assert again.cells(each) == table.cells(each)


@given(two_states())
def test_the_order_of_adding_plays_no_part(states: tuple[list[str], Lines, Lines]) -> None:
    key, table, _ = states
    rows = [tuple(table.cells(each)) for each in table.key_set()]
    assert state(table.header, key, rows[::-1]).content() == table.content()
