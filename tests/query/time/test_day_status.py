"""In force, not in force, cannot be told: against every day that the dates allow."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanctions_data.query.edition import Edition
from sanctions_data.query.time.day_bounds import BOUNDS, day_bounds
from sanctions_data.query.time.day_status import Bounds, day_of, day_status

Make = Callable[..., pd.DataFrame]

FIRST, LAST = date(2020, 11, 1), date(2021, 12, 31)
DAYS = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
LETTERS = {"in_force": "i", "not_in_force": "n", "cannot_be_told": "c"}

days = st.sampled_from(DAYS)
precisions = st.sampled_from(["day", "month", "year", "on_or_before", "unknown"])


def written(day: date, precision: str) -> str:
    """A date as a table holds it."""
    first = {"month": day.replace(day=1), "year": day.replace(month=1, day=1)}
    shown = "-" if precision == "unknown" else str(first.get(precision, day))
    return f"{shown} {precision}"


@st.composite
def rows(draw: st.DrawFn) -> dict[str, str]:
    start, end = sorted([draw(days), draw(days)])
    ended = draw(st.booleans())
    listing, seen = draw(
        st.sampled_from([("", "2021-12-01"), ("un-sc-1", "2021-02-01"), ("un-sc-2", "2021-05-01")])
    )
    return {
        "start": written(start, draw(precisions)),
        "end": written(end, draw(precisions)) if ended else "",
        "status": "ended" if ended else "in_force",
        "listing_id": listing,
        "seen": seen,
    }


def as_bounds(frame: pd.DataFrame) -> Bounds:
    cells = frame[BOUNDS].iloc[0]
    return Bounds(*(None if pd.isna(cell) else cell.date() for cell in cells))


def by_trying(bounds: Bounds, day: date) -> str:
    """The same by trying every start and end between the bounds, without a rule of ours."""
    if bounds.start_latest is None:
        return "not_in_force"
    some = [date.min, *DAYS, date.max]
    starts = [s for s in some if (bounds.start_earliest or date.min) <= s <= bounds.start_latest]
    if bounds.end_latest is None:
        ends = [date.max]
    else:
        ends = [e for e in some if (bounds.end_earliest or date.min) <= e <= bounds.end_latest]
    begun, over = {start <= day for start in starts}, {end <= day for end in ends}
    if begun == {True} and over == {False}:
        return "in_force"
    return "not_in_force" if begun == {False} or over == {True} else "cannot_be_told"


@settings(deadline=None)
@given(row=rows(), day=days)
def test_one_all_at_once_and_trying_agree(
    edition: Edition, measure: Make, row: dict[str, str], day: date
) -> None:
    frame = day_bounds(measure(**row), edition)
    at_once = day_status(frame, pd.Timestamp(day))[0]
    assert at_once == as_bounds(frame).on(day) == by_trying(as_bounds(frame), day)


@settings(deadline=None, max_examples=50)
@given(row=rows())
def test_a_measure_begins_once_and_ends_once(
    edition: Edition, measure: Make, row: dict[str, str]
) -> None:
    bounds = as_bounds(day_bounds(measure(**row), edition))
    letters = "".join(LETTERS[bounds.on(day)] for day in DAYS)
    assert re.fullmatch("n*c*i*c*n*", letters)


@settings(deadline=None, max_examples=50)
@given(row=rows(), start=days, end=days, day=days)
def test_what_was_sure_stays_when_a_date_becomes_known(
    edition: Edition, measure: Make, row: dict[str, str], start: date, end: date, day: date
) -> None:
    before = as_bounds(day_bounds(measure(**row), edition))
    start = min(max(start, before.start_earliest or start), before.start_latest or start)
    known = before._replace(start_earliest=start, start_latest=start)
    if before.end_latest is not None:
        end = min(max(end, before.end_earliest or end), before.end_latest)
        known = known._replace(end_earliest=end, end_latest=end)
    assert known.on(day) != "cannot_be_told"
    assert before.on(day) in ("cannot_be_told", known.on(day))


@pytest.mark.parametrize(
    ("row", "day", "status"),
    [
        pytest.param({"start": "2021-03-10 day"}, "2021-03-09", "not_in_force", id="day before"),
        pytest.param({"start": "2021-03-10 day"}, "2021-03-10", "in_force", id="first day"),
        pytest.param({"start": "2020-12-01 month"}, "2020-11-30", "not_in_force", id="before"),
        pytest.param({"start": "2020-12-01 month"}, "2020-12-15", "cannot_be_told", id="month"),
        pytest.param({"start": "2020-12-01 month"}, "2021-01-01", "in_force", id="month after"),
        pytest.param({"start": "2020-01-01 year"}, "2020-06-15", "cannot_be_told", id="year"),
        pytest.param({"start": "- unknown"}, "2021-01-31", "cannot_be_told", id="not seen"),
        pytest.param({"start": "- unknown"}, "2021-02-01", "in_force", id="seen"),
        pytest.param(
            {"start": "- unknown", "seen": "2021-05-01", "listing_id": "un-sc-2"}, "2021-02-01",
            "not_in_force", id="not on the list on the day of a snapshot",
        ),
        pytest.param(
            {"start": "- unknown", "seen": "2021-05-01", "rule_id": "since-march"}, "2021-02-28",
            "not_in_force", id="before its rule applied",
        ),
        pytest.param(
            {"end": "2021-06-01 month", "status": "ended"}, "2021-05-31", "in_force",
            id="before the month of the end",
        ),
        pytest.param(
            {"end": "2021-06-01 month", "status": "ended"}, "2021-06-01", "cannot_be_told",
            id="in the month of the end",
        ),
        pytest.param(
            {"end": "2021-06-01 month", "status": "ended"}, "2021-07-01", "not_in_force",
            id="after the month of the end",
        ),
        pytest.param(
            {"end": "2021-09-01 on_or_before", "status": "ended", "listing_id": "un-sc-3"},
            "2021-05-01", "in_force", id="last sighting",
        ),
        pytest.param(
            {"end": "2021-09-01 on_or_before", "status": "ended", "listing_id": "un-sc-3"},
            "2021-05-02", "cannot_be_told", id="day after the last sighting",
        ),
        pytest.param(
            {"end": "2021-09-01 on_or_before", "status": "ended", "listing_id": "un-sc-3"},
            "2021-09-01", "not_in_force", id="snapshot without it",
        ),
        pytest.param(
            {"end": "- unknown", "status": "ended"}, "2020-12-01", "cannot_be_told",
            id="ended on a day that nobody knows",
        ),
        pytest.param(
            {"end": "- unknown", "status": "ended"}, "2021-09-01", "not_in_force",
            id="ended by the day of the data",
        ),
        pytest.param({"status": "suspended"}, "2021-03-01", "cannot_be_told", id="suspended"),
        pytest.param({"status": "suspended"}, "2021-09-01", "not_in_force", id="suspended now"),
        pytest.param({"start": "", "status": "announced"}, "2021-09-01", "not_in_force",
                     id="announced"),
        pytest.param({"start": "", "status": "never_in_force"}, "2021-09-01", "not_in_force",
                     id="never in force"),
        pytest.param({}, "2022-09-01", "in_force", id="after the newest snapshot"),
    ],
)  # fmt: skip
def test_status(
    edition: Edition, measure: Make, row: dict[str, str], day: str, status: str
) -> None:
    bounds = day_bounds(measure(**{"start": "2020-12-01 day", **row}), edition)
    assert day_status(bounds, day_of(day))[0] == status


@pytest.mark.parametrize("wrong", ["14/10/2024", "2024-02-30", "", "today"])
def test_what_is_no_day(wrong: Any) -> None:
    with pytest.raises(ValueError, match="expected a day such as 2024-10-14"):
        day_of(wrong)
