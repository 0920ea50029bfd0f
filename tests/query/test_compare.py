"""Comparing what two authorities impose."""

from __future__ import annotations

import pandas as pd
import pytest

import sanctions_data as sd


def test_both_tells_starts_and_lag() -> None:
    found = sd.compare("un-sc", "gb", both=True)
    assert len(found)
    late = found[found["other_since"] >= found["since"]]
    days = (late["other_since"] - late["since"]).dt.days
    assert (late["lag_days"] == days).all()
    early = found[~(found["other_since"] >= found["since"])]
    assert early["lag_days"].isna().all()


def test_a_party_is_under_both_or_not_under_both() -> None:
    alone = set(sd.compare("gb", "un-sc")["entity_id"])
    both = set(sd.compare("gb", "un-sc", both=True)["entity_id"])
    assert not alone & both
    under = sd.measures(on=sd.load("sources")["published_on"].max().date(), authority="gb")
    assert alone | both == set(under["entity_id"])


def told(days: set[str]) -> bool | None:
    """Whether there is one in force: for sure, perhaps (None), or not."""
    return True if "in_force" in days else None if days else False


@pytest.mark.parametrize("both", [False, True], ids=["not by the other", "by both"])
@pytest.mark.parametrize(("a", "b"), [("us-ofac", "eu"), ("au", "nz")])
def test_each_party_by_going_through_its_measures(a: str, b: str, both: bool) -> None:
    day = "2022-03-01"
    every = sd.measures(day, authority=[a, b], undecided="include")
    found = sd.compare(a, b, on=day, both=both, undecided="include")
    answer = dict(zip(found["entity_id"], found["day_status"], strict=True))
    assert found.attrs["undecided"] == (found["day_status"] == "cannot_be_told").sum()
    assert (found["reason"].notna() == (found["day_status"] == "cannot_be_told")).all()
    parties = every.loc[every["authority_id"] == a, "entity_id"].drop_duplicates()
    for entity_id in parties.sample(300, random_state=3):
        of = every[every["entity_id"] == entity_id]
        kinds = [
            [
                told(set(of.loc[(of["authority_id"] == side) & (of["measure_type"] == k),
                                "day_status"]))
                for side in (a, b)
            ]
            for k in of.loc[of["authority_id"] == a, "measure_type"].unique()
        ]  # fmt: skip
        shared = [ours and theirs if theirs is not False else False for ours, theirs in kinds]
        by_both = True if True in shared else None if None in shared else False
        by_a = True if any(ours for ours, _ in kinds) else None
        alone = False if by_both else None if None in (by_both, by_a) else True
        wanted = {True: "in_force", None: "cannot_be_told", False: None}
        assert answer.get(entity_id) == wanted[by_both if both else alone], entity_id


def test_matrix_of_iran_air() -> None:
    party = sd.lookup("Iran Air").party
    assert party is not None
    found = party.matrix()
    assert set(found.index) == set(party.measures["authority_id"])
    assert set(found.columns) == set(party.measures["measure_type"])
    assert found.map(lambda cell: isinstance(cell, str)).all(axis=None)


def test_matrix_prefers_what_is_in_force() -> None:
    rows = [
        ("gb", "asset_freeze", "ended", "2010-01-01", "day", "2016-01-16", "day"),
        ("gb", "asset_freeze", "in_force", "2020-03-05", "month", None, None),
        ("eu", "asset_freeze", "ended", "2010-01-01", "day", "2016-01-16", "day"),
        ("eu", "travel_ban", "in_force", None, "unknown", None, None),
        ("us-ofac", "travel_ban", "announced", None, None, None, None),
    ]
    columns = ["authority_id", "measure_type", "status", "start_date", "start_precision",
               "end_date", "end_precision"]  # fmt: skip
    frame = pd.DataFrame(rows, columns=columns)
    for column in ("start_date", "end_date"):
        frame[column] = pd.to_datetime(frame[column])
    from sanctions_data.query.matrix import matrix

    day = matrix(frame.head(1).assign(day_status="cannot_be_told"))
    assert day.to_dict() == {"asset_freeze": {"gb": "cannot be told"}}
    assert matrix(frame).to_dict() == {
        "asset_freeze": {
            "eu": "2010-01-01 to 2016-01-16",
            "gb": "since 2020-03",
            "us-ofac": "",
        },
        "travel_ban": {"eu": "in force", "gb": "", "us-ofac": "announced"},
    }
