"""Cell by cell: what was applied to the one state gives the other."""

from __future__ import annotations

import json

from hypothesis import given
from tests.history.small_tables import two_states

from sanctions_data.export.feed.cell_changes import cell_changes
from sanctions_data.history.lines import Lines, split_line


def apply(before: Lines, key: list[str], rows: list[list[str]]) -> bytes:
    """The state after the changes, as a reader of ``delta.csv`` would make it."""
    places = [before.header.index(column) for column in key]
    state = {each: before.cells(each) for each in before.key_set()}
    for _, named, column, old, new in rows:
        at = (named,) if len(key) == 1 else tuple(json.loads(named))
        if column != "*":
            place = before.header.index(column)
            assert state[at][place] == old
            state[at][place] = new
        elif new:
            assert at not in state
            state[at] = split_line(new)
        else:
            assert split_line(old) == state.pop(at)
    table = Lines(before.header, key)
    for cells in state.values():
        assert tuple(cells[place] for place in places) in state
        table.put(cells)
    return table.content()


@given(two_states())
def test_the_changes_make_the_one_state_the_other(
    drawn: tuple[list[str], Lines, Lines],
) -> None:
    key, before, after = drawn
    rows = [row for row, _ in cell_changes("t", before, after)]
    assert apply(before, key, rows) == after.content()
    assert bool(rows) == (before.content() != after.content())
