"""Days that must come one after the other: acts, announcements, births, statements."""

from __future__ import annotations

import pytest
from tests.validation.rules.small_context import Cells, told

SOURCES = [{"source_id": "list", "kind": "list_snapshot", "published_on": "2026-08-01"}]
START = "2024-05-10"


@pytest.mark.parametrize(
    ("ended", "cells", "columns"),
    [
        pytest.param("2024-05-11", {}, ["status"], id="over since, and still in force"),
        pytest.param("2024-05-10", {}, ["start_date"], id="begun on the day of its end"),
        pytest.param("2024-05-09", {"status": "ended"}, ["start_date"], id="begun after its end"),
        pytest.param("2024-05-11", {"status": "ended"}, [], id="both are over"),
        pytest.param("2026-08-01", {"status": "suspended"}, ["status"],
                     id="over on the day of the data"),
        pytest.param("2026-08-02", {}, [], id="over tomorrow"),
        pytest.param("", {}, [], id="an act that goes on"),
    ],
)  # fmt: skip
def test_nothing_rests_on_an_act_that_is_over(ended: str, cells: Cells, columns: list[str]) -> None:
    acts = [{"instrument_id": "act", **({"ended_on": ended} if ended else {})}]
    row = {"instrument_id": "act", "status": "in_force", "start_date": START, **cells}
    found = told("not-after-act", sources=SOURCES, instruments=acts, asset_freezes=[row])
    assert found == [("asset_freezes", 0, column) for column in columns]


@pytest.mark.parametrize(
    ("start", "precision", "announced", "is_told"),
    [
        pytest.param("2024-05-10", "day", "2024-05-11", True, id="the day after"),
        pytest.param("2024-05-10", "day", "2024-05-10", False, id="the day itself"),
        pytest.param("2024-05-01", "month", "2024-05-20", False, id="in its month"),
        pytest.param("2024-05-01", "month", "2024-06-01", True, id="in the month after"),
        pytest.param("2024-01-01", "year", "2024-12-31", False, id="in its year"),
        pytest.param("2024-01-01", "year", "2025-01-01", True, id="in the year after"),
        pytest.param("2024-05-10", "on_or_before", "2025-01-01", False, id="a bound"),
        pytest.param("", "", "2024-05-11", False, id="not begun"),
    ],
)
def test_a_measure_is_announced_before_it_begins(
    start: str, precision: str, announced: str, *, is_told: bool
) -> None:
    days = (("start_date", start), ("start_precision", precision), ("announced_on", announced))
    row = {column: cell for column, cell in days if cell}
    found = told("announced-first", asset_freezes=[{**row, "first_seen": "2026-01-01"}])
    assert found == [("asset_freezes", 0, "announced_on")] * is_told


SEEN = {"status": "in_force", "start_date": START, "start_precision": "day"}


@pytest.mark.parametrize(
    ("cells", "is_told"),
    [
        pytest.param({"first_seen": "2024-05-09"}, True, id="in force"),
        pytest.param({"first_seen": "2024-05-09", "status": "suspended"}, True, id="suspended"),
        pytest.param({"first_seen": "2024-05-10"}, False, id="seen on its first day"),
        pytest.param({"first_seen": "2024-05-09", "announced_on": "2024-05-01"}, False,
                     id="seen when it was announced"),
        pytest.param({"first_seen": "2024-05-09", "start_precision": "month"}, False,
                     id="begun in a month"),
        pytest.param({"first_seen": "2024-05-09", "status": "never_in_force"}, False,
                     id="never in force"),
    ],
)  # fmt: skip
def test_what_is_in_force_was_first_seen_when_it_was(cells: Cells, *, is_told: bool) -> None:
    found = told("announced-first", asset_freezes=[{**SEEN, **cells}])
    assert found == [("asset_freezes", 0, "first_seen")] * is_told


def born(day: str, list_id: str, attribute: str = "birth_date") -> Cells:
    return {"entity_id": "a", "attribute": attribute, "value": day, "list_id": list_id}


LISTED, OURS = {"listing_id": "x"}, dict[str, str]()


@pytest.mark.parametrize(
    ("facts", "measure", "is_told"),
    [
        pytest.param([born("1990", "curated")], LISTED, True, id="our date of birth"),
        pytest.param([born("1990", "gb-fcdo")], OURS, True, id="our measure"),
        pytest.param([born("1990", "gb-fcdo")], LISTED, False, id="both are printed"),
        pytest.param([born("1990", "gb-fcdo"), born("x", "curated", "position")], LISTED, False,
                     id="both are printed, and we know something else"),
        pytest.param([born("1980", "curated")], OURS, False, id="born in the year of the start"),
        pytest.param([born("1980-06", "curated")], OURS, True, id="born in the month after"),
        pytest.param([born("1980-05-11", "curated")], OURS, True, id="born on the day after"),
        pytest.param([born("1980-05-10", "curated")], OURS, False, id="born on the day"),
        pytest.param([born("1990", "curated"), born("1970", "gb-fcdo")], OURS, False,
                     id="two dates of birth, one is early enough"),
        pytest.param([born("1970", "gb-fcdo"), born("1990", "curated")], OURS, False,
                     id="two dates of birth, the other way round"),
    ],
)  # fmt: skip
def test_a_person_is_born_before_a_measure(
    facts: list[Cells], measure: Cells, *, is_told: bool
) -> None:
    row = {"entity_id": "a", "start_date": "1980-05-10", **measure}
    found = told("born-before", entity_attributes=facts, travel_bans=[row])
    assert found == [("travel_bans", 0, "start_date")] * is_told


CLAIMS = [{"claim_id": "c", "event_id": "e"}]


def spoken(*days: str) -> list[Cells]:
    return [{"statement_id": day, "claim_id": "c", "stated_on": day} for day in days]


@pytest.mark.parametrize(
    ("days", "rows"),
    [
        pytest.param(["2023-12-31"], [], id="366 days ahead"),
        pytest.param(["2023-12-30"], [0], id="367 days ahead"),
        pytest.param(["2025-06-01"], [], id="afterwards"),
        pytest.param(["2023-13-01", "2023-12-30"], [1], id="behind one that is no day"),
    ],
)
def test_a_statement_is_not_made_years_ahead(days: list[str], rows: list[int]) -> None:
    events = [{"event_id": "e", "occurred_on": "2024-12-31"}]
    found = told("told-in-time", claims=CLAIMS, events=events, statements=spoken(*days))
    assert found == [("statements", row, "stated_on") for row in rows]


def test_an_event_on_no_day_says_nothing_of_statements() -> None:
    events = [{"event_id": "e", "occurred_on": "9999-99-99"}]
    assert told("told-in-time", claims=CLAIMS, events=events, statements=spoken("2023-01-01")) == []


def test_a_source_tells_of_what_was_before_it() -> None:
    """One without a day, or of a day that does not exist, says nothing, and hides no other."""
    published = {"none": "2024-02-30", "same": "2024-05-10", "before": "2024-05-09"}
    found = told(
        "told-in-time",
        sources=[{"source_id": name, "published_on": day} for name, day in published.items()],
        events=[{"source_id": name, "occurred_on": "2024-05-10"} for name in published],
        statements=[{"source_id": "before", "stated_on": "2024-05-10"}],
    )
    assert found == [("statements", 0, "stated_on"), ("events", 2, "occurred_on")]
