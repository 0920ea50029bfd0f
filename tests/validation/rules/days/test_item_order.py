"""Which items of a schedule stand out of the order of their days."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.validation.engine.columns import CodedRows
from sanctions_data.validation.engine.context import Context
from sanctions_data.validation.rules.days.item_order import item_order

HEADER = ("list_id", "entry_ref", "listed_on", "listed_precision", "delisted_on")


def told(*rows: tuple[str, str], precision: str = "day", delisted: str | None = None) -> list[str]:
    cells = [("ca-gac", ref, day, precision, delisted) for ref, day in rows]
    context = Context({"listings": CodedRows.of(HEADER, cells)})
    return [each.problem.partition(" is out")[0] for each in item_order(context)]


def schedule(*days: str, name: str = "test-1") -> list[tuple[str, str]]:
    return [(f"{name}-{number}", day) for number, day in enumerate(days, 1)]


A, B, C, LATE = "2022-03-06", "2022-03-14", "2022-03-23", "2023-03-10"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(schedule(A, A, B, C), [], id="in order"),
        pytest.param(schedule(A, LATE, B, C), ["the day of item 2"], id="one"),
        pytest.param(schedule(A, LATE, LATE, B, B, B), ["the day of items 2 to 3"], id="a run"),
        pytest.param(schedule(B, C, A), ["the day of item 3"], id="too early"),
        pytest.param(schedule(A, B, A, B, A, B, A, B), [], id="another order"),
        pytest.param([*schedule(A, B), *schedule(LATE, name="test-2")], [], id="two schedules"),
        pytest.param([("test-10", B), ("test-9", A)], [], id="numbers are no texts"),
        pytest.param([("QDi.001", LATE), ("QDi.002", A)], [], id="no items"),
    ],
)
def test_what_is_told(rows: list[tuple[str, str]], expected: list[str]) -> None:
    assert told(*rows) == expected


def test_a_day_that_is_a_bound_and_an_item_that_is_gone_count_for_nothing() -> None:
    rows = schedule(A, LATE, B)
    assert told(*rows, precision="on_or_before") == []
    assert told(*rows, delisted="2024-01-01") == []


@given(st.lists(st.dates(), min_size=1, max_size=30))
def test_days_in_order_are_never_told(days: list[object]) -> None:
    assert told(*schedule(*sorted(map(str, days)))) == []


@given(st.lists(st.sampled_from([A, B, C]), min_size=6, max_size=20), st.integers(1, 4))
def test_one_late_day_among_sorted_ones_is_the_one_that_is_told(days: list[str], at: int) -> None:
    days = sorted(days)
    days[at:at] = [LATE]
    assert told(*schedule(*days)) == [f"the day of item {at + 1}"]
