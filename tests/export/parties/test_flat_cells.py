"""Several values in a cell can be taken apart again."""

from __future__ import annotations

import csv

from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.export.parties.flat_cells import join_values

VALUE = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1)


@given(st.sets(VALUE, min_size=1))
def test_values_are_taken_apart_by_a_csv_reader(values: set[str]) -> None:
    assert next(csv.reader([join_values(values)], delimiter=";")) == sorted(values)
