"""Rows are found by their keys in canonical bytes, whatever the keys are like."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.history.small_tables import TEXT, state, two_states

from sanctions_data.history.lines import Lines
from sanctions_data.history.row_index import RowIndex

CONTENT = b"id,name\na,A\nb,B\nd,D\n"


@given(two_states())
def test_starts_are_where_the_rows_are(states: tuple[list[str], Lines, Lines]) -> None:
    key, table, other = states
    content = table.content()
    keys = sorted(table.key_set() | other.key_set())
    starts = list(RowIndex(content, key).starts(keys))
    for each, start in zip(keys, starts, strict=True):
        line = table.line(each)
        if line is None:
            assert start == -1
        else:
            assert content[start:].startswith(f"{line}\n".encode())
            assert content[start - 1 : start] == b"\n"


@given(two_states())
def test_places_are_where_rows_stand_or_would_stand(
    states: tuple[list[str], Lines, Lines],
) -> None:
    key, table, other = states
    content = table.content()
    keys = sorted(table.key_set() | other.key_set())
    places = RowIndex(content, key).places(keys)
    for each, (place, is_there) in zip(keys, places, strict=True):
        assert is_there == (each in table)
        before = content[:place].count(b"\n") - 1  # the header
        assert before == sum(known < each for known in table.key_set())


@given(st.lists(st.tuples(TEXT, TEXT), unique=True, max_size=5))
def test_keys_come_back_from_their_json(keys: list[tuple[str, str]]) -> None:
    rows = RowIndex(b"one,two\n", ["one", "two"])
    assert rows.keys(json.dumps(key) for key in keys) == keys


@pytest.mark.parametrize(
    ("start", "number", "end"),
    [
        pytest.param(8, 1, 12, id="one row"),
        pytest.param(12, 2, 20, id="to the end"),
        pytest.param(12, 3, -1, id="more than there are"),
    ],
)
def test_ends(start: int, number: int, end: int) -> None:
    assert RowIndex(CONTENT, ["id"]).ends([start], [number]) == [end]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a", id="no JSON"),
        pytest.param('"a"', id="no array"),
        pytest.param('["a", "b"]', id="too long"),
        pytest.param("[]", id="too short"),
        pytest.param("[1]", id="a number"),
        pytest.param("[null]", id="nothing"),
        pytest.param('["a"], ["b"]', id="two keys in one"),
    ],
)
def test_a_text_that_is_no_key_is_named(text: str) -> None:
    with pytest.raises(ValueError, match="its key is no JSON array of 1 cells") as error:
        RowIndex(CONTENT, ["id"]).keys(['["a"]', text])
    assert f"change of {text}:" in str(error.value)


def test_the_key_must_come_first() -> None:
    with pytest.raises(ValueError, match="the key name is not in the first columns"):
        RowIndex(CONTENT, ["name"])


def test_a_table_of_many_rows_is_searched_from_end_to_end() -> None:
    numbers = range(0, 2000, 2)
    table = state(["id", "cell"], ["id"], [(f"{n:04}", "x") for n in numbers])
    rows = RowIndex(table.content(), ["id"])
    asked = [(f"{n:04}",) for n in (0, 1, 2, 999, 1000, 1998, 1999)]
    found = list(rows.places(asked))
    assert [is_there for _, is_there in found] == [True, False, True, False, True, True, False]
    places = [(place - len("id,cell\n")) // len("0000,x\n") for place, _ in found]
    assert places == [0, 1, 1, 500, 500, 999, 1000]
