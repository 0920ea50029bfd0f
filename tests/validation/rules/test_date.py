"""The dates of a row among each other, and what they say with their precision."""

from __future__ import annotations

import pytest
from tests.validation.rules.small_context import Cells, hints, told

EARLY, LATE = "2024-01-05", "2025-03-01"


@pytest.mark.parametrize(
    ("table", "first", "last"),
    [
        ("asset_freezes", "start_date", "end_date"),
        ("asset_freezes", "announced_on", "end_date"),
        ("instruments", "adopted_on", "ended_on"),
        ("listings", "listed_on", "delisted_on"),
        ("programme_measures", "from_date", "to_date"),
    ],
)
@pytest.mark.parametrize(
    ("begins", "ends", "is_told"),
    [
        pytest.param(EARLY, LATE, False, id="in order"),
        pytest.param(LATE, EARLY, True, id="exchanged"),
        pytest.param(EARLY, EARLY, True, id="one day"),
        pytest.param("", EARLY, False, id="no beginning"),
        pytest.param(LATE, "", False, id="no end"),
    ],
)
def test_an_end_comes_after_its_beginning(
    table: str, first: str, last: str, begins: str, ends: str, *, is_told: bool
) -> None:
    cells = {column: day for column, day in ((first, begins), (last, ends)) if day}
    assert told("dates-in-order", **{table: [cells]}) == [(table, 0, last)] * is_told


def test_each_end_is_told_once_and_hides_no_other() -> None:
    both = {"start_date": LATE, "announced_on": LATE, "end_date": EARLY}
    announced = {"announced_on": LATE, "end_date": EARLY}
    found = told("dates-in-order", asset_freezes=[both, announced])
    assert found == [("asset_freezes", 0, "end_date"), ("asset_freezes", 1, "end_date")]


def test_listed_and_gone_within_a_day_is_no_issue_and_hides_none() -> None:
    day = {"listed_on": EARLY, "delisted_on": EARLY}
    bound = {**day, "delisted_precision": "on_or_before"}
    found = told("dates-in-order", listings=[bound, {**day, "delisted_precision": "day"}])
    assert found == [("listings", 1, "delisted_on")]


@pytest.mark.parametrize(
    ("precision", "day", "instead"),
    [
        pytest.param("month", "2024-03-15", "2024-03-01", id="a day in a month"),
        pytest.param("year", "2024-03-15", "2024-01-01", id="a day in a year"),
        pytest.param("year", "2024-03-01", "2024-01-01", id="a month in a year"),
        pytest.param("month", "2024-03-01", "", id="a month"),
        pytest.param("year", "2024-01-01", "", id="a year"),
        pytest.param("day", "2024-03-15", "", id="a day"),
    ],
)
def test_a_month_and_a_year_are_written_as_their_first_day(
    precision: str, day: str, instead: str
) -> None:
    rows = [{"start_date": day, "start_precision": precision}]
    found = hints("precision-fits-date", asset_freezes=rows)
    told_to = f"write {instead}, or the precision day if the day is known"
    assert found == [told_to] * bool(instead)


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        pytest.param({"start_date": EARLY}, "start_precision", id="no precision"),
        pytest.param({"start_date": EARLY, "start_precision": "unknown"}, "start_precision",
                     id="a date that is not known"),
        pytest.param({"start_precision": "day"}, "start_date", id="no date"),
        pytest.param({"start_precision": "unknown"}, "", id="neither is known"),
        pytest.param({}, "", id="neither"),
    ],
)  # fmt: skip
def test_a_date_has_a_precision(cells: Cells, column: str) -> None:
    found = told("precision-fits-date", asset_freezes=[cells])
    assert found == [("asset_freezes", 0, column)] * bool(column)


@pytest.mark.parametrize(
    ("table", "day", "precision"),
    [
        ("listings", "listed_on", "listed_precision"),
        ("listings", "delisted_on", "delisted_precision"),
        ("events", "occurred_on", "date_precision"),
        ("statements", "stated_on", "date_precision"),
        ("travel_bans", "end_date", "end_precision"),
    ],
)
def test_every_date_that_has_a_precision_needs_it(table: str, day: str, precision: str) -> None:
    assert told("precision-fits-date", **{table: [{day: EARLY}]}) == [(table, 0, precision)]


SOURCES = [
    {"source_id": "list", "kind": "list_snapshot", "published_on": "2026-08-01"},
    {"source_id": "report", "kind": "report", "published_on": "2026-08-10"},
]
BEGUN = {"start_date": EARLY, "start_precision": "day"}
NOT_YET = {"start_date": "2026-08-02", "start_precision": "day"}


@pytest.mark.parametrize(
    ("cells", "columns"),
    [
        pytest.param({"status": "in_force", **BEGUN}, [], id="in force"),
        pytest.param({"status": "in_force"}, ["start_precision"], id="in force from no day"),
        pytest.param({"status": "in_force", **NOT_YET}, ["status"], id="in force too early"),
        pytest.param({"status": "in_force", **BEGUN, "end_date": "2026-08-01",
                      "end_precision": "day"}, ["status"], id="in force on the day of its end"),
        pytest.param({"status": "in_force", **BEGUN, "end_date": "2026-08-02",
                      "end_precision": "day"}, [], id="in force until tomorrow"),
        pytest.param({"status": "in_force", **BEGUN, "end_precision": "unknown"}, ["status"],
                     id="in force, and ended on no known day"),
        pytest.param({"status": "ended", **BEGUN, "end_date": LATE, "end_precision": "day"}, [],
                     id="ended"),
        pytest.param({"status": "ended", **BEGUN}, ["end_precision"], id="ended on no day"),
        pytest.param({"status": "ended", **BEGUN, "end_date": "2026-08-02",
                      "end_precision": "day"}, ["end_date"], id="ended tomorrow"),
        pytest.param({"status": "suspended", **BEGUN, "end_date": "2026-08-02",
                      "end_precision": "day"}, ["end_date"], id="suspended from tomorrow"),
        pytest.param({"status": "announced", "announced_on": EARLY}, [], id="announced"),
        pytest.param({"status": "announced", "announced_on": EARLY, **NOT_YET}, [],
                     id="announced for tomorrow"),
        pytest.param({"status": "announced"}, ["announced_on"], id="announced on no day"),
        pytest.param({"status": "announced", "announced_on": EARLY, **BEGUN}, ["start_date"],
                     id="announced and begun"),
        pytest.param({"status": "never_in_force", **BEGUN}, ["start_date"],
                     id="never in force and begun"),
    ],
)  # fmt: skip
def test_status_and_dates_say_the_same(cells: Cells, columns: list[str]) -> None:
    found = told("status-fits-dates", sources=SOURCES, asset_freezes=[{"listing_id": "x", **cells}])
    assert found == [("asset_freezes", 0, column) for column in columns]


@pytest.mark.parametrize(
    ("day", "is_told"),
    [
        pytest.param("2026-08-10", False, id="the day of its own source"),
        pytest.param("2026-08-11", True, id="the day after"),
    ],
)
def test_a_row_of_ours_may_begin_as_late_as_its_source_tells(day: str, *, is_told: bool) -> None:
    row = {"status": "in_force", "start_date": day, "start_precision": "day", "source_id": "report"}
    found = told("status-fits-dates", sources=SOURCES, asset_freezes=[row])
    assert found == [("asset_freezes", 0, "status")] * is_told


@pytest.mark.parametrize(
    ("adopted", "begins", "is_told"),
    [
        pytest.param("2019-04-10", "2019-04-09", True, id="the day before"),
        pytest.param("2019-04-10", "2019-04-10", False, id="at once"),
        pytest.param("", "2019-04-10", False, id="adopted on no known day"),
        pytest.param("2019-04-10", "", False, id="not in force"),
    ],
)
def test_an_act_is_adopted_before_it_is_in_force(
    adopted: str, begins: str, *, is_told: bool
) -> None:
    days = (("adopted_on", adopted), ("in_force_on", begins))
    found = told("adopted-first", instruments=[{name: day for name, day in days if day}])
    assert found == [("instruments", 0, "in_force_on")] * is_told
