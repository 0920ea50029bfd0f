"""The four bounds of a measure, by precision, status, list and snapshots."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from sanctions_data.query.edition import Edition
from sanctions_data.query.time.day_bounds import day_bounds

Make = Callable[..., pd.DataFrame]
NONE = "none"


def shown(bounds: pd.DataFrame) -> dict[str, str]:
    (row,) = bounds.to_dict("records")
    return {str(name): NONE if pd.isna(day) else str(day)[:10] for name, day in row.items()}


@pytest.mark.parametrize(
    ("row", "start"),
    [
        pytest.param({"start": "2021-03-10 day"}, "2021-03-10 2021-03-10", id="day"),
        pytest.param({"start": "2021-01-01 month"}, "2021-01-01 2021-01-31", id="month"),
        pytest.param({"start": "2020-01-01 year"}, "2020-01-01 2020-12-31", id="year"),
        pytest.param(
            {"start": "2021-01-01 year"}, "2021-01-01 2021-02-01", id="year in which it was seen"
        ),
        pytest.param(
            {"start": "2021-04-01 month"}, "2021-04-01 2021-04-30",
            id="the list dates it after the first sighting of the entry",
        ),
        pytest.param({"start": "2020-12-15 on_or_before"}, f"{NONE} 2020-12-15", id="bounded"),
        pytest.param(
            {"start": "2021-02-15 on_or_before"}, f"{NONE} 2021-02-01", id="seen before the bound"
        ),
        pytest.param({"start": "- unknown"}, f"{NONE} 2021-02-01", id="unknown"),
        pytest.param(
            {"start": "- unknown", "seen": "2021-05-01", "listing_id": "un-sc-2"},
            "2021-02-02 2021-05-01", id="not yet in the snapshot before",
        ),
        pytest.param(
            {"start": "- unknown", "seen": "2021-05-01", "listing_id": "un-sc-4"},
            "2021-03-18 2021-05-01", id="not yet in a file between two snapshots",
        ),
        pytest.param(
            {"start": "- unknown", "seen": "2021-09-01", "listing_id": "un-sc-4"},
            "2021-02-02 2021-09-01", id="added to the entry after it was listed",
        ),
        pytest.param(
            {"start": "- unknown", "seen": "2021-09-01", "listing_id": "un-sc-1"},
            "2021-02-02 2021-09-01", id="a rich file has the entry, and not yet the measure",
        ),
        pytest.param(
            {"start": "- unknown", "seen": "2021-09-01", "listing_id": "un-sc-1",
             "measure_type": "trust_services"},
            f"{NONE} 2021-09-01", id="its term may have been printed for long",
        ),
        pytest.param(
            {"start": "- unknown", "seen": "2021-08-01", "listing_id": "gb-fcdo-1"},
            f"{NONE} 2021-08-01", id="the snapshot before is the first",
        ),
        pytest.param(
            {"start": "- unknown", "seen": "2021-05-01", "rule_id": "since-march"},
            "2021-03-01 2021-05-01", id="rule that applies from a day on",
        ),
        pytest.param(
            {"start": "- unknown", "seen": "2021-02-01", "rule_id": "since-march"},
            f"{NONE} 2021-02-01", id="seen before the rule applied: the rule bounds nothing",
        ),
        pytest.param(
            {"start": "2021-03-01 month", "seen": "2021-05-01", "announced_on": "2021-03-21"},
            "2021-03-21 2021-03-31", id="month, announced in it",
        ),
        pytest.param(
            {"start": "- unknown", "seen": "2021-06-01", "listing_id": "gb-fcdo-1",
             "measure_type": "travel_ban"},
            "2021-04-01 2021-06-01", id="every term of the list for the kind is younger",
        ),
        pytest.param(
            {"start": "- unknown", "seen": "2021-06-01", "listing_id": "gb-fcdo-1",
             "measure_type": "travel_ban", "basis": "derived"},
            f"{NONE} 2021-06-01", id="a derived measure rests on no term",
        ),
        pytest.param(
            {"start": "- unknown", "seen": "2021-06-01", "listing_id": "gb-fcdo-1"},
            f"{NONE} 2021-06-01", id="one term of the list for the kind has no day",
        ),
        pytest.param(
            {"start": "- unknown", "instrument_id": "act"}, f"{NONE} 2021-02-01",
            id="acts bound nothing where nobody says what they took over from",
        ),
        pytest.param(
            {"start": "- unknown", "last_confirmed": "2020-06-01"}, f"{NONE} 2020-06-01",
            id="confirmed on a day before we knew of it",
        ),
        pytest.param({"status": "announced"}, f"{NONE} {NONE}", id="announced"),
        pytest.param({"status": "never_in_force"}, f"{NONE} {NONE}", id="never in force"),
    ],
)  # fmt: skip
def test_start(edition: Edition, measure: Make, row: dict[str, str], start: str) -> None:
    bounds = shown(day_bounds(measure(**row), edition))
    assert f"{bounds['start_earliest']} {bounds['start_latest']}" == start


@pytest.mark.parametrize(
    ("row", "end"),
    [
        pytest.param({}, f"{NONE} {NONE}", id="none"),
        pytest.param({"end": "2021-06-10 day"}, "2021-06-10 2021-06-10", id="day"),
        pytest.param({"end": "2021-06-01 month"}, "2021-06-01 2021-06-30", id="month"),
        pytest.param({"end": "2021-01-01 year"}, "2021-01-01 2021-12-31", id="year"),
        pytest.param(
            {"end": "2021-09-01 on_or_before", "listing_id": "un-sc-4"}, "2021-07-05 2021-09-01",
            id="with its entry: last seen in a file between two snapshots",
        ),
        pytest.param(
            {"end": "2021-09-01 on_or_before", "listing_id": "un-sc-3"}, "2021-05-02 2021-09-01",
            id="with its entry: last seen in the snapshot before",
        ),
        pytest.param(
            {"end": "2021-09-01 on_or_before", "listing_id": "un-sc-1"}, "2021-02-02 2021-09-01",
            id="without its entry: a snapshot that lacks details does not show it",
        ),
        pytest.param(
            {"end": "2021-08-01 on_or_before", "listing_id": "gb-fcdo-2", "seen": "2021-06-01"},
            "2021-06-02 2021-08-01", id="first seen in a snapshot that lacks entries",
        ),
        pytest.param(
            {"end": "2021-06-10 on_or_before"}, "2020-12-01 2021-06-10",
            id="row of a contributor: it may have ended as soon as it began",
        ),
        pytest.param({"end": "- unknown"}, "2020-12-01 2021-09-01",
                     id="row of a contributor: by the day of the data"),
        pytest.param({"end": "- unknown", "last_confirmed": "2021-03-01"}, "2021-03-02 2021-09-01",
                     id="row of a contributor: a source confirmed it"),
        pytest.param({"end": "2021-02-15 on_or_before", "last_confirmed": "2021-03-01"},
                     "2020-12-01 2021-02-15", id="confirmed after its end: that confirms nothing"),
        pytest.param({"end": "- unknown", "seen": "2021-12-24"}, "2020-12-01 2021-12-24",
                     id="row of a contributor, younger than the data"),
        pytest.param(
            {"end": "- unknown", "listing_id": "gb-fcdo-1", "seen": "2021-06-01"},
            "2021-06-02 2021-08-01", id="unknown: by the newest snapshot of its list",
        ),
        pytest.param({"start": "- unknown", "end": "- unknown"}, f"{NONE} 2021-09-01",
                     id="neither is known"),
        pytest.param(
            {"start": "2020-12-01 on_or_before", "end": "2021-06-10 on_or_before"},
            f"{NONE} 2021-06-10", id="both are bounds",
        ),
        pytest.param({"status": "suspended"}, "2020-12-01 2021-09-01", id="suspended"),
        pytest.param(
            {"status": "suspended", "listing_id": "un-sc-1"}, "2020-12-01 2021-09-01",
            id="suspended though still on the list",
        ),
        pytest.param(
            {"status": "suspended", "end": "2021-04-01 day"}, "2021-04-01 2021-04-01",
            id="suspended from a day on",
        ),
        pytest.param(
            {"status": "in_force", "end": "2021-12-31 on_or_before", "seen": "2021-08-02"},
            "2021-08-03 2021-12-31", id="will end by a day, and ran when it was written",
        ),
    ],
)  # fmt: skip
def test_end(edition: Edition, measure: Make, row: dict[str, str], end: str) -> None:
    over = {"status": "ended"} if "end" in row else {}
    frame = measure(**{"start": "2020-12-01 day", **over, **row})
    bounds = shown(day_bounds(frame, edition))
    assert f"{bounds['end_earliest']} {bounds['end_latest']}" == end


def test_each_row_has_its_own_bounds(edition: Edition, measure: Make) -> None:
    rows = [
        measure(start="- unknown", seen="2021-05-01", listing_id="un-sc-2"),
        measure(start="2020-12-01 day"),
        measure(start="- unknown", end="2021-09-01 on_or_before", status="ended",
                listing_id="un-sc-3"),
    ]  # fmt: skip
    together = day_bounds(pd.concat(rows, ignore_index=True), edition)
    alone = pd.concat([day_bounds(row, edition) for row in rows], ignore_index=True)
    pd.testing.assert_frame_equal(together, alone)


def test_measures_without_confirmations(edition: Edition, measure: Make) -> None:
    frame = measure(start="- unknown", end="- unknown", status="ended")
    without = day_bounds(frame.drop(columns="last_confirmed"), edition)
    pd.testing.assert_frame_equal(without, day_bounds(frame, edition))


def test_no_measures(edition: Edition, measure: Make) -> None:
    assert day_bounds(measure().head(0), edition).empty
