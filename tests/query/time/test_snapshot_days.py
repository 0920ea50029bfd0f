"""The last snapshot before a day, against looking through all of them."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from sanctions_data.query.edition import Edition
from sanctions_data.query.time.snapshot_days import days, snapshots_of

DAYS = st.dates(date(2021, 1, 1), date(2021, 12, 31))


def test_snapshots_of(edition: Edition) -> None:
    found = snapshots_of(edition)
    assert f"{found.data_day:%Y-%m-%d}" == "2021-09-01"
    assert found.frame["list_id"].value_counts().to_dict() == {"un-sc": 3, "gb-fcdo": 2}
    newest = found.newest(pd.Series(["gb-fcdo", None, "eu-fsf"], dtype="str"))
    assert newest.astype("datetime64[D]").astype(str).tolist() == ["2021-08-01", "NaT", "NaT"]


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(["un-sc", "gb-fcdo", "eu-fsf", None]), DAYS | st.none())),
    st.booleans(),
)
def test_last_before(
    edition: Edition, asked: list[tuple[str | None, date | None]], rich: bool
) -> None:
    snapshots = snapshots_of(edition)
    lists = pd.Series([list_id for list_id, _ in asked], dtype="str")
    wanted = days(pd.Series([day for _, day in asked], dtype="datetime64[s]"))
    found = snapshots.last_before(lists, wanted, rich=rich)
    good = ["complete"] if rich else ["complete", "lacks_details"]
    for (list_id, day), last in zip(asked, found, strict=True):
        seen = snapshots.frame[snapshots.frame["completeness"].isin(good)]
        earlier = [
            each.date()
            for each in seen.loc[seen["list_id"] == list_id, "day"]
            if day is not None and each.date() < day
        ]
        assert np.datetime64(max(earlier), "s") == last if earlier else np.isnat(last)


def test_a_day_after_a_snapshot_finds_it(edition: Edition) -> None:
    snapshots = snapshots_of(edition)
    for row in snapshots.frame[snapshots.frame["completeness"] == "complete"].to_dict("records"):
        next_day = np.array([np.datetime64(row["day"] + timedelta(days=1), "s")])
        lists = pd.Series([row["list_id"]], dtype="str")
        assert snapshots.last_before(lists, next_day, rich=True) == np.datetime64(row["day"], "s")
