"""Flight bans arranged in lanes: who is drawn, in which lane, from when to when."""

from __future__ import annotations

import pandas as pd
import pytest

import sanctions_data as sd
from sanctions_data.charts.flight_lanes import (
    AIRLINE,
    CROWD,
    NOT_FLIGHT_BANS,
    NOTICE,
    SKY,
    SOME,
    Bar,
    Lane,
    arrange_lanes,
)

SINCE = "2010-01-01"


def ban(**cells: object) -> dict[str, object]:
    """A flight ban of the United Kingdom on carriers of Iran, in force since 2020 by an act."""
    return {
        "authority_id": "gb", "authority": "United Kingdom", "entity_id": "carriers-of-iran",
        "party": "Carriers of Iran", "party_kind": "class", "party_country": "IR",
        "restriction_kind": "overflight", "nature": "sanction", "status": "in_force",
        "start_date": "2020-01-02", "start_precision": "day", "end_date": None,
        "end_precision": None, "announced_on": None, "notice_given_on": None,
        "last_confirmed": None, "source_date": None, "instrument_id": "gb-act",
        "listing_id": None, **cells,
    }  # fmt: skip


DATES = (
    "start_date", "end_date", "announced_on", "notice_given_on", "last_confirmed", "source_date"
)  # fmt: skip


def lanes_of(*bans: dict[str, object]) -> list[Lane]:
    frame = pd.DataFrame(list(bans))
    dates = {name: pd.to_datetime(frame[name]) for name in DATES}
    return arrange_lanes(frame.assign(**dates), SINCE)


def labels(*bans: dict[str, object]) -> list[str]:
    return [lane.label for lane in lanes_of(*bans)]


def day(text: str) -> pd.Timestamp:
    return pd.Timestamp(text)


def test_a_ban_is_a_bar_in_the_lane_of_authority_and_state() -> None:
    found = lanes_of(ban(end_date="2021-05-06", end_precision="day", status="ended"))
    text = "United Kingdom: overflight, Carriers of Iran; from 2020-01-02 to 2021-05-06"
    bar = Bar(day("2020-01-02"), day("2021-05-06"), False, None, True, text)
    assert found == [Lane("Iran", "United Kingdom → Iran", SKY, (bar,))]


@pytest.mark.parametrize(
    ("cells", "look", "label"),
    [
        pytest.param({"entity_id": "mahan-air", "party": "Mahan Air", "party_kind": "organisation"},
                     AIRLINE, "United Kingdom → Mahan Air", id="one airline"),
        pytest.param({"entity_id": "military-aircraft-of-iran", "party": "Military aircraft"},
                     SOME, "United Kingdom → Military aircraft", id="some flights"),
        pytest.param({"restriction_kind": "air_services_agreement", "status": "announced",
                      "start_date": None, "announced_on": "2024-09-10"},
                     NOTICE, "United Kingdom → Carriers of Iran", id="a notice"),
        pytest.param({"authority_id": "un-sc"}, SKY, "UN Security Council → Iran", id="a body"),
    ],
)  # fmt: skip
def test_what_closes_less_than_the_sky_looks_different(
    cells: dict[str, object], look: str, label: str
) -> None:
    (lane,) = lanes_of(ban(**cells))
    assert (lane.look, lane.label, lane.group) == (look, label, "Iran")


@pytest.mark.parametrize(
    ("cells", "until"),
    [
        pytest.param({}, None, id="an act"),
        pytest.param({"instrument_id": None}, "2020-01-02", id="nothing later"),
        pytest.param({"instrument_id": None, "source_date": "2020-01-03"}, "2020-01-03",
                     id="the source"),
        pytest.param({"instrument_id": None, "source_date": "2020-01-03",
                      "last_confirmed": "2024-05-06"}, "2024-05-06", id="a confirmation"),
        pytest.param({"instrument_id": None, "status": "ended"}, None, id="ended"),
    ],
)  # fmt: skip
def test_until_when_it_is_known_to_be_in_force(cells: dict[str, object], until: str | None) -> None:
    ((bar,),) = (lane.bars for lane in lanes_of(ban(**cells)))
    assert bar.known_until == (until and day(until))


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
    other = ban(party="Other", party_country=None)
    assert labels(other, ban(**cells)) == ["United Kingdom → Other"]


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
        pytest.param(
            CROWD,
            ["United Kingdom → France", "United Kingdom → Germany", "United Kingdom → Italy"],
            id="few",
        ),
        pytest.param(CROWD + 1, ["United Kingdom → 4 states"], id="a crowd"),
    ],
)
def test_many_states_on_one_day_share_a_lane(number: int, expected: list[str]) -> None:
    assert labels(*(ban(party_country=each) for each in COUNTRIES[:number])) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        pytest.param(CROWD, ["France → Iran", "Germany → Iran", "Italy → Iran"], id="few"),
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
    ) == ["France → Iran", "United Kingdom → Iran", "United Kingdom → Russia"]


def test_a_party_without_a_country_goes_by_its_name_cut_short() -> None:
    (lane,) = lanes_of(ban(party_country=None, party="Aircraft of " + "a very long name " * 4))
    assert lane.group == "Aircraft of a very long name a very…"


@pytest.fixture(scope="module")
def drawn() -> list[Lane]:
    return arrange_lanes(sd.flights(), SINCE)


def test_real_crowds_share_a_lane(drawn: list[Lane]) -> None:
    real = {lane.label for lane in drawn}
    assert any(label.startswith("Russia → 3") and label.endswith("states") for label in real)
    assert "EU → Russia" in real


def test_no_real_denial_order_is_drawn_as_a_ban(drawn: list[Lane]) -> None:
    assert not [lane.label for lane in drawn if "Bureau of Industry" in lane.label]


def test_real_notices_are_not_drawn_as_bans(drawn: list[Lane]) -> None:
    on_the_day = {
        lane.look for lane in drawn for bar in lane.bars if bar.start == day("2024-09-10")
    }
    assert on_the_day == {NOTICE}


def test_real_ends_that_are_not_known_are_marked(drawn: list[Lane]) -> None:
    bars = [bar for lane in drawn if lane.look != NOTICE for bar in lane.bars]
    assert any(bar.is_end_unknown for bar in bars)
    assert any(bar.end is None and not bar.is_end_unknown for bar in bars)


def test_military_flights_are_not_drawn_as_a_closed_sky(drawn: list[Lane]) -> None:
    assert {lane.look for lane in drawn if "Military aircraft" in lane.label} == {SOME}
