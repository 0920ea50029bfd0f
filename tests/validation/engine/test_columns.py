"""Columns by their distinct values answer as plain lists of cells do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.names.fold import fold_name
from sanctions_data.validation.engine.columns import Cells, CodedRows, are_shared, groups, repeats
from sanctions_data.validation.engine.context import Context
from sanctions_data.validation.engine.definition import TABLES
from sanctions_data.validation.rules.party import _likely

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


@given(PAIRS)
def test_rows_with_the_same_cells_have_one_number(
    pairs: list[tuple[str | None, str | None]],
) -> None:
    numbers = groups([Cells.of([a for a, _ in pairs]), Cells.of([b for _, b in pairs])])
    if pairs:
        assert repeats(numbers).tolist() == [i for i, p in enumerate(pairs) if p in pairs[:i]]
        assert are_shared(numbers).tolist() == [pairs.count(pair) > 1 for pair in pairs]


def test_many_wide_columns_have_numbers_that_do_not_run_over() -> None:
    columns = [Cells.of(map(str, range(3_000))) for _ in range(9)]
    assert len(np.unique(groups(columns))) == 3_000


def test_a_key_is_found_in_its_first_row() -> None:
    header = TABLES["lists"].header
    rows = [[key, authority, *header[2:]] for key, authority in
            (("x", "a"), (None, "b"), ("x", "c"), ("y", "d"))]  # fmt: skip
    context = Context({"lists": CodedRows.of(header, rows)})
    cells = Cells.of(["y", "x", None, "z"])
    assert context.found(cells, "lists").tolist() == [3, 0, -1]
    followed = context.follow(cells, "lists", "authority_id")
    assert [followed.text(row) for row in range(4)] == ["d", "a", "", ""]


@given(st.lists(st.text(st.sampled_from("aAbBßéÉ İıſﬁ'-.,чЧ２2"), max_size=6), min_size=1))
def test_no_name_that_is_folded_to_a_wanted_one_is_passed_over(names: list[str]) -> None:
    cells = Cells.of(names)
    wanted = fold_name(names[0])
    same = {i for i, name in enumerate(cells.values.to_pylist()) if fold_name(name) == wanted}
    assert same <= set(_likely(cells, {wanted}))


def test_a_sound_folder_is_checked_without_pandas_and_pandera(sound_folder: Path) -> None:
    program = (
        "import sys; from sanctions_data.validation import validate; "
        "print(validate(sys.argv[1]).summary, sorted({'pandas', 'pandera'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", program, str(sound_folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.endswith("no issues []\n")
