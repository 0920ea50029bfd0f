"""Rows with the same cells have the same number, and no others."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.validation.engine.columns import Cells
from sanctions_data.validation.engine.grouping import are_shared, find_repeats, group_rows

CELL = st.one_of(st.none(), st.sampled_from(["a", "b", "ab", "ä", "2024-10-14"]))
PAIRS = st.lists(st.tuples(CELL, CELL), max_size=20)


@given(PAIRS)
def test_rows_with_the_same_cells_have_one_number(
    pairs: list[tuple[str | None, str | None]],
) -> None:
    numbers = group_rows([Cells.of([a for a, _ in pairs]), Cells.of([b for _, b in pairs])])
    if pairs:
        assert find_repeats(numbers).tolist() == [i for i, p in enumerate(pairs) if p in pairs[:i]]
        assert are_shared(numbers).tolist() == [pairs.count(pair) > 1 for pair in pairs]


def test_many_wide_columns_have_numbers_that_do_not_run_over() -> None:
    columns = [Cells.of(map(str, range(3_000))) for _ in range(9)]
    assert len(np.unique(group_rows(columns))) == 3_000
