"""The difference of two states: as few lines as can be, and none where nothing differs."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from tests.history.small_tables import state, two_states

from sanctions_data.history.lines import Lines
from sanctions_data.history.row_changes import Change, find_changes, key_text

HEADER = ["id", "cell", "note"]


def table(*rows: str) -> Lines:
    return state(HEADER, ["id"], [tuple(row.split(",")) for row in rows])


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        pytest.param(["a,1,x"], ["a,1,x"], [], id="nothing"),
        pytest.param(["a,1,x"], ["a,2,"], [Change('["a"]', "cell", "changed", "1", "2"),
                     Change('["a"]', "note", "changed", "x", "")], id="two cells"),
        pytest.param([], ["a,1,x", "b,2,y"], [Change('["a"]', "*", "added", "", "2")],
                     id="a run of two"),
        pytest.param(["b,2,y"], ["a,1,x", "b,2,y", "c,3,z"],
                     [Change('["a"]', "*", "added", "", "1"),
                      Change('["c"]', "*", "added", "", "1")], id="two runs of one"),
        pytest.param(["a,1,x"], [], [Change('["a"]', "*", "removed", "a,1,x")], id="a row"),
        pytest.param(["a,1,x"], ["b,1,x"], [Change('["b"]', "*", "added", "", "1"),
                     Change('["a"]', "*", "removed", "a,1,x")], id="another key"),
    ],
)  # fmt: skip
def test_changes(old: list[str], new: list[str], changes: list[Change]) -> None:
    assert list(find_changes(table(*old), table(*new))) == changes


@given(two_states())
def test_changes_tell_every_row_that_differs_and_no_other(
    states: tuple[list[str], Lines, Lines],
) -> None:
    _, old, new = states
    changes = list(find_changes(old, new))
    rows = {tuple(json.loads(each.row_key)) for each in changes if each.action == "changed"}
    common = old.key_set() & new.key_set()
    assert rows == {key for key in common if old.line(key) != new.line(key)}
    removed = {tuple(json.loads(each.row_key)) for each in changes if each.action == "removed"}
    assert removed == old.key_set() - new.key_set()
    added = sum(int(each.new_value) for each in changes if each.action == "added")
    assert added == len(new.key_set() - old.key_set())


def test_a_key_is_json_that_people_can_read() -> None:
    assert key_text(("é", 'a"b')) == '["é", "a\\"b"]'
