"""Quotes of sound CSV are none of our business; any other is told with its line."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.tables.canonical import csv_bytes
from sanctions_data.validation.engine.bare_quotes import find_bare_quote

CELLS = st.text(st.sampled_from('ab",\n '), max_size=6)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=3), max_size=5))
def test_what_a_writer_quotes_is_sound(rows: list[list[str]]) -> None:
    assert find_bare_quote(csv_bytes(["a", "b"], rows)) == 0


@given(st.text(st.sampled_from("ab "), min_size=1), st.text(st.sampled_from("ab "), min_size=1))
def test_a_quote_within_a_bare_cell_is_told(before: str, behind: str) -> None:
    line = f'1,{before}"{behind}"\n'
    assert find_bare_quote(f"a,b\n1,2\n{line}".encode()) == 3
    assert list(csv.reader(io.StringIO(line)))  # Python reads it all the same.


def test_what_follows_a_closed_quote_is_told() -> None:
    assert find_bare_quote(b'a,b\n1,"two"three\n') == 2
