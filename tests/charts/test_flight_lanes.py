"""Flight bans arranged in lanes: who is drawn, in which lane, from when to when."""

from __future__ import annotations

import pandas as pd
import pytest

import sanctions_data as sd
from sanctions_data.charts.flight_lanes import (
    CROWD,
    NOT_FLIGHT_BANS,
    Bar,
    Lane,
    arrange_lanes,
    country_name,
)

SINCE = "2010-01-01"


def ban(**cells: object) -> dict[str, object]:
    """A flight ban of the United Kingdom on carriers of Iran, in force since 2020."""
    return {
        "authority_id": "gb", "party": "Carriers of Iran", "party_country": "IR",
        "restriction_kind": "overflight", "nature": "sanction", "status": "in_force",
        "start_date": "2020-01-02", "end_date": None, "listing_id": None, **cells,
    }  # fmt: skip


def lanes_of(*bans: dict[str, object]) -> list[Lane]:
    frame = pd.DataFrame(list(bans))
    dates = {name: pd.to_datetime(frame[name]) for name in ("start_date", "end_date")}
    return arrange_lanes(frame.assign(**dates), SINCE)


def labels(*bans: dict[str, object]) -> list[str]:
    return [f"{lane.label} → {lane.group}" for lane in lanes_of(*bans)]


def day(text: str) -> pd.Timestamp:
    return pd.Timestamp(text)


def test_a_ban_is_a_bar_in_the_lane_of_authority_and_state() -> None:
    assert lanes_of(ban(end_date="2021-05-06", status="ended")) == [
        Lane("Iran", "GB", (Bar(day("2020-01-02"), day("2021-05-06"), False, True),))
    ]


def test_bans_of_one_authority_on_one_state_share_a_lane_in_order_of_start() -> None:
    (lane,) = lanes_of(
        ban(start_date="2022-01-02", nature="retaliatory"),
        ban(start_date="2015-01-02", end_date="2016-01-02", status="ended"),
    )
    assert [(bar.start.year, bar.is_sanction) for bar in lane.bars] == [(2015, True), (2022, False)]


@pytest.mark.parametrize(
    "cells",
    [
        *(pytest.param({"restriction_kind": kind}, id=kind) for kind in NOT_FLIGHT_BANS),
        pytest.param({"start_date": None}, id="start not known"),
        pytest.param({"listing_id": "us-ofac-sdn-1"}, id="from an official list"),
        pytest.param({"end_date": "2009-12-31", "status": "ended"}, id="ended before"),
        pytest.param({"start_date": "2009-01-02", "status": "ended"},
                     id="ended on a day not known, begun before"),
    ],
)  # fmt: skip
def test_what_is_not_drawn(cells: dict[str, object]) -> None:
    assert labels(ban(party="Other", party_country=None), ban(**cells)) == ["GB → Other"]


@pytest.mark.parametrize(
    ("cells", "is_end_unknown"),
    [
        pytest.param({"status": "ended"}, True, id="ended on a day not known"),
        pytest.param({"status": "in_force"}, False, id="in force"),
    ],
)
def test_an_end_that_is_not_known_is_told_from_none(
    cells: dict[str, object], is_end_unknown: bool
) -> None:
    ((bar,),) = (lane.bars for lane in lanes_of(ban(**cells)))
    assert bar.end is None
    assert bar.is_end_unknown is is_end_unknown


COUNTRIES = ("DE", "FR", "IT", "ES", "PL")


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        pytest.param(CROWD, ["GB → France", "GB → Germany", "GB → Italy"], id="few"),
        pytest.param(CROWD + 1, ["GB → 4 states"], id="a crowd"),
    ],
)
def test_many_states_on_one_day_share_a_lane(number: int, expected: list[str]) -> None:
    assert labels(*(ban(party_country=each) for each in COUNTRIES[:number])) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        pytest.param(CROWD, ["DE → Iran", "FR → Iran", "IT → Iran"], id="few"),
        pytest.param(CROWD + 1, ["4 authorities → Iran"], id="a crowd"),
    ],
)
def test_many_authorities_on_one_day_share_a_lane(number: int, expected: list[str]) -> None:
    bans = (ban(authority_id=each.lower()) for each in COUNTRIES[:number])
    assert sorted(labels(*bans)) == expected


def test_many_authorities_on_two_days_share_none() -> None:
    bans = [ban(authority_id=each.lower()) for each in COUNTRIES[:CROWD]]
    later = ban(authority_id="pl", start_date="2020-01-03")
    assert len(labels(*bans, later)) == CROWD + 1


def test_states_come_in_order_of_their_first_ban() -> None:
    assert labels(
        ban(start_date="2022-01-02", party_country="RU"),
        ban(start_date="2021-01-02", authority_id="fr"),
        ban(start_date="2023-01-02"),
    ) == ["FR → Iran", "GB → Iran", "GB → Russian Federation"]


def test_a_party_without_a_country_goes_by_its_name_cut_short() -> None:
    (lane,) = lanes_of(ban(party_country=None, party="Aircraft of " + "a very long name " * 4))
    assert lane.group == "Aircraft of a very long name a ver…"


@pytest.mark.parametrize(
    ("code", "name"),
    [
        pytest.param("IR", "Iran", id="before the comma"),
        pytest.param("KP", "North Korea", id="common name"),
        pytest.param("XX", None, id="no country"),
        pytest.param("", None, id="empty"),
        pytest.param(float("nan"), None, id="missing"),
    ],
)
def test_country_name(code: str, name: str | None) -> None:
    assert country_name(code) == name


@pytest.fixture(scope="module")
def drawn() -> list[Lane]:
    return arrange_lanes(sd.flights(), SINCE)


def test_real_crowds_share_a_lane(drawn: list[Lane]) -> None:
    real = {f"{lane.label} → {lane.group}" for lane in drawn}
    assert any(label.startswith("RU → 3") and label.endswith("states") for label in real)
    assert "EU → Russian Federation" in real


def test_no_real_denial_order_is_drawn_as_a_ban(drawn: list[Lane]) -> None:
    assert "US-BIS" not in {lane.label for lane in drawn}


def test_real_notices_are_not_drawn_as_bans(drawn: list[Lane]) -> None:
    starts = {bar.start for lane in drawn for bar in lane.bars}
    assert pd.Timestamp("2024-09-10") not in starts


def test_real_ends_that_are_not_known_are_marked(drawn: list[Lane]) -> None:
    bars = [bar for lane in drawn for bar in lane.bars]
    assert any(bar.is_end_unknown for bar in bars)
    assert any(bar.end is None and not bar.is_end_unknown for bar in bars)
