"""Acts bound the start of what rests on them, as far as they tell what they took over from."""

from __future__ import annotations

import pandas as pd
import pytest

from sanctions_data.query.time.not_before import act_days

ACT = ["instrument_id", "adopted_on", "in_force_on", "replaces"]


def acts(*rows: tuple[str, str | None, str | None, str | None]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=ACT)
    return frame.astype({"adopted_on": "datetime64[s]", "in_force_on": "datetime64[s]"})


@pytest.mark.parametrize(
    ("rows", "day"),
    [
        pytest.param(
            [("new", "2019-04-10", "2020-12-31", None), ("x", "2000-01-01", None, "y")],
            "2019-04-10", id="the earlier of adoption and effect",
        ),
        pytest.param(
            [("new", "2020-01-02", "2019-06-01", None), ("x", "2000-01-01", None, "y")],
            "2019-06-01", id="an act that looks back",
        ),
        pytest.param(
            [("new", "2019-04-10", None, "old"), ("old", "2012-03-23", None, "older"),
             ("older", "2007-04-19", None, None)],
            "2007-04-19", id="the oldest of the chain",
        ),
        pytest.param(
            [("new", "2019-04-10", None, "old"), ("old", None, None, None)], None,
            id="the day of an act of the chain is not known",
        ),
        pytest.param(
            [("new", "2019-04-10", None, "gone")], None, id="an act of the chain is not there",
        ),
        pytest.param(
            [("new", "2019-04-10", None, "old"), ("old", "2012-03-23", None, "new")], "2012-03-23",
            id="a circle ends",
        ),
        pytest.param([("new", "2019-04-10", None, None)], None, id="no chain is known at all"),
    ],
)  # fmt: skip
def test_act_days(rows: list[tuple[str, str, str, str]], day: str | None) -> None:
    assert act_days(acts(*rows)).astype("str").get("new") == day


def test_tables_without_the_column() -> None:
    assert act_days(acts(("new", "2019-04-10", None, None)).drop(columns="replaces")).empty
