"""An order that renews another begins after it."""

from __future__ import annotations

import pandas as pd
import pytest

import sanctions_data as sd
from sanctions_data.query.time.order_chains import bound_by_predecessors


def orders(*rows: tuple[str, str, str], kind: str = "denial_order") -> pd.DataFrame:
    """Orders on an airline, each by its id, start and precision."""
    frame = pd.DataFrame(rows, columns=["measure_id", "start_date", "start_precision"])
    return frame.assign(
        entity_id=frame["measure_id"].str[0], authority_id="us-bis", restriction_kind=kind,
        start_date=pd.to_datetime(frame["start_date"]),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "bounds"),
    [
        pytest.param([("a1", "2022-04-07", "day"), ("a2", "2022-10-06", "on_or_before")],
                     {"a2": "2022-04-07"}, id="after the one before"),
        pytest.param([("a2", "2022-10-06", "on_or_before"), ("a1", "2022-04-07", "day")],
                     {"a2": "2022-04-07"}, id="whatever the order of the rows"),
        pytest.param([("a1", "2022-04-07", "day"), ("a2", "2022-10-06", "on_or_before"),
                      ("a3", "2023-04-03", "on_or_before")],
                     {"a2": "2022-04-07", "a3": "2022-04-07"}, id="the last exact one counts"),
        pytest.param([("a1", "2022-04-07", "on_or_before"), ("a2", "2022-10-06", "on_or_before")],
                     {}, id="none is exact"),
        pytest.param([(f"a{n}", f"202{n}-01-01", "on_or_before") for n in range(4)],
                     {"a2": "2020-01-01", "a3": "2021-01-01"}, id="after the last but one"),
        pytest.param([("a1", "2020-01-01", "day"), ("a2", "2021-01-01", "on_or_before"),
                      ("a3", "2022-01-01", "on_or_before"), ("a4", "2023-01-01", "on_or_before")],
                     {"a2": "2020-01-01", "a3": "2020-01-01", "a4": "2021-01-01"},
                     id="the later of the two"),
        pytest.param([("a1", "2022-04-07", "day"), ("b1", "2022-10-06", "on_or_before")],
                     {}, id="another party"),
    ],
)  # fmt: skip
def test_bounds(rows: list[tuple[str, str, str]], bounds: dict[str, str]) -> None:
    found = bound_by_predecessors(orders(*rows))
    assert found.astype("str").to_dict() == bounds


def test_other_kinds_may_overlap() -> None:
    rows = [("a1", "2022-04-07", "day"), ("a2", "2022-10-06", "on_or_before")]
    assert bound_by_predecessors(orders(*rows, kind="overflight")).empty


def test_no_order_of_later_years_is_perhaps_in_force_before_the_first() -> None:
    found = sd.flights(on="2022-03-05", against="RU", kind="denial_order", undecided="include")
    assert found.empty
