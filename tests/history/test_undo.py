"""A step back gives the bytes before it, for any keys and cells; a wrong change is named."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.history.small_tables import CELL, TEXT, state, two_states

from sanctions_data.history.lines import Lines
from sanctions_data.history.row_changes import Change, find_changes
from sanctions_data.history.undo import undo
from sanctions_data.schema import TABLES

ROWS = st.lists(st.tuples(TEXT, CELL), max_size=8)


@given(two_states())
def test_a_step_back_gives_every_byte(states: tuple[list[str], Lines, Lines]) -> None:
    key, before, after = states
    changes = list(find_changes(before, after))
    assert undo(after.content(), key, changes) == before.content()
    assert undo(after.content(), key, reversed(changes)) == before.content()


@pytest.mark.parametrize("longer", ["ab", "a b", "a,b", 'a"', "aé"])
def test_a_key_that_begins_like_another_is_not_taken_for_it(longer: str) -> None:
    after = state(["id", "cell"], ["id"], [("a", "1"), (longer, "2")])
    before = state(["id", "cell"], ["id"], [("a", "1")])
    changes = list(find_changes(before, after))
    assert undo(after.content(), ["id"], changes) == before.content()


def test_to_and_from_an_empty_table() -> None:
    empty = state(["id", "cell"], ["id"], [])
    full = state(["id", "cell"], ["id"], [("a", "1"), ("b", "")])
    assert undo(full.content(), ["id"], find_changes(empty, full)) == empty.content()
    assert undo(empty.content(), ["id"], find_changes(full, empty)) == full.content()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param(Change('["b"]', "*", "added", "", "1"), r'row \["b"\] .* is not there',
                     id="added row is not there"),
        pytest.param(Change('["c"]', "*", "added", "", "2"), r'row \["c"\] .* 2 rows do not follow',
                     id="fewer rows than were added"),
        pytest.param(Change('["c"]', "*", "added", "", '["c"]'), "rows added, expected a number",
                     id="no number of rows"),
        pytest.param(Change('["c"]', "*", "added", "", "0"), "rows added, expected a number",
                     id="no rows"),
        pytest.param(Change('["a"]', "*", "removed", "a,1"), r'row \["a"\] .* but is there',
                     id="removed row is there"),
        pytest.param(Change('["a"]', "*", "gone"), "action 'gone', expected one of added, changed",
                     id="no such action"),
        pytest.param(Change('["b"]', "cell", "changed", "1", "2"), r'of \["b"\], column cell: no',
                     id="changed row is not there"),
        pytest.param(Change('["a"]', "kind", "changed", "1", "2"), "column kind: no such cell",
                     id="no such column"),
        pytest.param(Change('["a"]', "cell", "changed", "1", "2"), "found 'A', the change says '2'",
                     id="another value"),
        pytest.param(Change("a", "cell", "changed", "1", "2"), "change of a: .* no JSON array",
                     id="no JSON"),
        pytest.param(Change('["a", "b"]', "*", "added", "", "1"), "array of 1 cells",
                     id="key too long"),
        pytest.param(Change("[1]", "*", "removed", "1"), r"of \[1\]: .* array of 1 cells",
                     id="key of another type"),
    ],
)  # fmt: skip
def test_a_change_that_does_not_fit_is_named(change: Change, message: str) -> None:
    content = b"id,cell\na,A\nc,C\n"
    with pytest.raises(ValueError, match=message):
        undo(content, ["id"], [change])


@pytest.mark.parametrize("name", TABLES)
def test_the_key_comes_first_in_every_table(name: str) -> None:
    table = TABLES[name]
    assert set(table.header[: len(table.key)]) == set(table.key)


@settings(max_examples=30)
@given(st.lists(ROWS, min_size=2, max_size=5))
def test_a_chain_of_versions_is_undone_step_by_step(versions: list[list[tuple[str, str]]]) -> None:
    states = [state(["id", "cell"], ["id"], rows) for rows in versions]
    steps = [list(find_changes(before, after)) for before, after in pairwise(states)]
    now = states[-1].content()
    for before, changes in zip(reversed(states[:-1]), reversed(steps), strict=True):
        now = undo(now, ["id"], changes)
        assert now == before.content()
