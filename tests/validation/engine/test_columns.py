"""Columns by their distinct values answer as plain lists of cells do."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.validation.engine.columns import Cells

CELL = st.one_of(st.none(), st.sampled_from(["a", "b", "ab", "ä", "2024-10-14"]))
PAIRS = st.lists(st.tuples(CELL, CELL), max_size=20)


@given(PAIRS)
def test_two_columns_are_compared_row_by_row(pairs: list[tuple[str | None, str | None]]) -> None:
    one, other = Cells.of([a for a, _ in pairs]), Cells.of([b for _, b in pairs])
    filled = [a is not None and b is not None for a, b in pairs]
    same = [both and a == b for both, (a, b) in zip(filled, pairs, strict=True)]
    assert one.equals(other).tolist() == same
    assert [one.text(row) for row in range(len(pairs))] == [a or "" for a, _ in pairs]
    assert one.isin("a", "ä").tolist() == [a in ("a", "ä") for a, _ in pairs]
    before = one.before(other) & other.filled
    assert before.tolist() == [
        both and str(a).encode() < str(b).encode()
        for both, (a, b) in zip(filled, pairs, strict=True)
    ]
