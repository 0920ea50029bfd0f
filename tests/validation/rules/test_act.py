"""The act on which a row rests: whose it is, from when, and what is still to come."""

from __future__ import annotations

import pytest
from tests.validation.rules.small_context import Cells, told

STATES = [
    {"authority_id": "gb", "country": "GB", "kind": "state"},
    {"authority_id": "gb-agency", "country": "GB", "kind": "agency"},
    {"authority_id": "fr", "country": "FR", "kind": "state"},
    {"authority_id": "eu", "kind": "supranational"},
    {"authority_id": "un", "kind": "international"},
]


@pytest.mark.parametrize(
    ("imposer", "adopter", "is_told"),
    [
        pytest.param("gb", "gb", False, id="its own"),
        pytest.param("gb-agency", "gb", False, id="of the state of an agency"),
        pytest.param("fr", "eu", False, id="of its union"),
        pytest.param("fr", "un", False, id="of the UN"),
        pytest.param("fr", "gb", True, id="of another state"),
        pytest.param("fr", "zz", False, id="of nobody known, which has an issue of its own"),
        pytest.param("zz", "fr", False, id="for nobody known, which has an issue of its own"),
        pytest.param("fr", "", False, id="of nobody"),
    ],
)
def test_whose_act_it_may_be(imposer: str, adopter: str, *, is_told: bool) -> None:
    acts = [{"instrument_id": "act", **({"authority_id": adopter} if adopter else {})}]
    rows = [{"instrument_id": "act", "authority_id": imposer}]
    found = told("instrument-of-authority", authorities=STATES, instruments=acts, programmes=rows)
    assert found == [("programmes", 0, "instrument_id")] * is_told


ACTS = [{"instrument_id": "act", "adopted_on": "2020-03-15", "in_force_on": "2020-04-01"}]


@pytest.mark.parametrize(
    ("cells", "is_told"),
    [
        pytest.param({"start_date": "2020-03-14", "start_precision": "day"}, True, id="a day"),
        pytest.param({"start_date": "2020-03-15", "start_precision": "day"}, False, id="its day"),
        pytest.param({"start_date": "2020-03-01", "start_precision": "month"}, False,
                     id="the month in which it was adopted"),
        pytest.param({"start_date": "2020-02-01", "start_precision": "month"}, True,
                     id="a month before it"),
        pytest.param({"start_date": "2020-01-01", "start_precision": "year"}, False,
                     id="the year in which it was adopted"),
        pytest.param({"start_date": "2019-01-01", "start_precision": "year"}, True,
                     id="a year before it"),
    ],
)  # fmt: skip
def test_a_start_is_compared_as_far_as_it_is_exact(cells: Cells, *, is_told: bool) -> None:
    rows = [{"instrument_id": "act", **cells}]
    found = told("not-before-act", instruments=ACTS, asset_freezes=rows)
    assert found == [("asset_freezes", 0, "start_date")] * is_told


def test_the_days_of_an_end_and_of_a_rule_are_compared_too() -> None:
    ended = {"instrument_id": "act", "end_date": "2019-01-01", "end_precision": "day"}
    rule = {"instrument_id": "act", "from_date": "2019-01-01"}
    found = told(
        "not-before-act", instruments=ACTS, asset_freezes=[ended], programme_measures=[rule]
    )
    assert found == [("asset_freezes", 0, "end_date"), ("programme_measures", 0, "from_date")]


def test_a_row_that_is_exact_enough_hides_none_behind_it() -> None:
    month = {"instrument_id": "act", "start_date": "2020-03-01", "start_precision": "month"}
    rows = [month, {**month, "start_precision": "day"}]
    found = told("not-before-act", instruments=ACTS, asset_freezes=rows)
    assert found == [("asset_freezes", 1, "start_date")]


SNAPSHOT = {"source_id": "list", "kind": "list_snapshot", "published_on": "2026-08-01"}
REPORT = {"source_id": "report", "kind": "report", "published_on": "2026-08-10"}


@pytest.mark.parametrize(
    ("day", "is_told"),
    [
        pytest.param("2026-08-01", False, id="the day of the data"),
        pytest.param("2026-08-10", False, id="the day of its own source"),
        pytest.param("2026-08-11", True, id="the day after its own source"),
    ],
)
def test_an_event_may_be_as_young_as_its_source(day: str, *, is_told: bool) -> None:
    events = [{"event_id": "e", "occurred_on": day, "source_id": "report"}]
    found = told("not-in-future", sources=[SNAPSHOT, REPORT], events=events)
    assert found == [("events", 0, "occurred_on")] * is_told


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("sources", "published_on"),
        ("source_terms", "not_before"),
        ("match_decisions", "decided_on"),
        ("corrections", "corrected_on"),
        ("instruments", "adopted_on"),
        ("listings", "listed_on"),
        ("statements", "stated_on"),
        ("asset_freezes", "first_seen"),
        ("asset_freezes", "announced_on"),
        ("flight_restrictions", "notice_given_on"),
    ],
)
def test_what_is_past_has_no_day_to_come(table: str, column: str) -> None:
    assert told("not-in-future", **{table: [{column: "2999-01-01"}]}) == [(table, 0, column)]


@pytest.mark.parametrize("column", ["published_on", "retrieved_at"])
def test_a_source_may_be_younger_than_the_lists(column: str) -> None:
    assert told("not-in-future", sources=[SNAPSHOT, {**REPORT, column: "2026-08-20"}]) == []


def test_each_row_is_judged_by_itself() -> None:
    """One that is announced, and one whose source tells of it, hide none behind them."""
    found = told(
        "not-in-future",
        sources=[SNAPSHOT, REPORT],
        listings=[
            {"listing_id": "planned", "listed_on": "2026-09-01"},
            {"listing_id": "wrong", "listed_on": "2026-09-01"},
        ],
        asset_freezes=[{"listing_id": "planned", "status": "announced"}],
        events=[
            {"event_id": "told", "occurred_on": "2026-08-09", "source_id": "report"},
            {"event_id": "wrong", "occurred_on": "2026-08-09", "source_id": "list"},
        ],
    )
    assert found == [("listings", 1, "listed_on"), ("events", 1, "occurred_on")]
