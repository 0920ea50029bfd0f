"""The table of the entries that took over the groups of OFSI's list."""

from __future__ import annotations

from datetime import date

import pytest

from sanctions_data.lists.gb_hmt_conlist.successors import Successor, successor_of

DAY = date(2023, 1, 2)


def test_every_row_can_be_read() -> None:
    known = successor_of.__globals__["_known"]()
    assert len(known) > 1_500
    assert all(date(2000, 1, 1) < each.since < date(2026, 8, 22) for each in known.values())
    assert all(each.ref for each in known.values() if each.is_stated)


@pytest.mark.parametrize(
    ("ref", "designated", "expected"),
    [
        pytest.param("TST0001", DAY, Successor("TST0001", DAY), id="printed"),
        pytest.param("TST0001", None, None, id="no day"),
        pytest.param("", DAY, None, id="no reference"),
    ],
)
def test_a_group_that_the_table_lacks(
    ref: str, designated: date | None, expected: Successor | None
) -> None:
    assert successor_of("900001", ref, designated) == expected
