"""The main job: what Iran Air is under, by whom, since when, by which act."""

from __future__ import annotations

import pandas as pd
import pytest

import sanctions_data as sd


@pytest.fixture(scope="module")
def measures() -> pd.DataFrame:
    party = sd.lookup("Iran Air").party
    assert party is not None
    return party.measures


@pytest.mark.parametrize(
    ("authority", "kind", "start", "act"),
    [
        pytest.param("gb", "asset_freeze", "2024-11-18", "SI 2023/1314", id="UK asset freeze"),
        # The list itself dates this one later than the entry.
        pytest.param("gb", "director_disqualification", "2025-04-09", "SI 2023/1314",
                     id="UK director disqualification"),
        pytest.param("eu", "asset_freeze", "2024-10-14", "2024/2697", id="EU asset freeze"),
        pytest.param("us-ofac", "asset_freeze", "2018-11-05", "13599", id="US blocking"),
        pytest.param("us-ofac", "asset_freeze", "2024-09-10", "13949", id="US, conventional arms"),
        pytest.param("us-ofac", "asset_freeze", "2024-09-10", "14024", id="US, Russia"),
    ],
)  # fmt: skip
def test_measure(measures: pd.DataFrame, authority: str, kind: str, start: str, act: str) -> None:
    rows = measures[
        (measures["authority_id"] == authority)
        & (measures["measure_type"] == kind)
        & measures["act"].str.contains(act, regex=False)
    ]
    assert list(rows["start_date"]) == [pd.Timestamp(start)]
    assert list(rows["status"]) == ["in_force"]
    assert rows["source_url"].str.startswith("https://").all()


@pytest.mark.parametrize("authority", ["gb", "fr", "de"])
def test_notice_is_no_ban_and_has_no_end_made_up(measures: pd.DataFrame, authority: str) -> None:
    kind = measures["restriction_kind"] == "air_services_agreement"
    (row,) = measures[kind & (measures["authority_id"] == authority)].to_dict("records")
    assert row["status"] == "announced"
    assert row["announced_on"] == pd.Timestamp("2024-09-10")
    assert pd.isna(row["start_date"])
    assert pd.isna(row["end_date"])
    assert row["via"] == "Air carriers of Iran"


def test_no_travel_ban_on_an_airline(measures: pd.DataFrame) -> None:
    assert "travel_ban" not in set(measures["measure_type"])


def test_no_flight_ban_took_effect_that_day(measures: pd.DataFrame) -> None:
    flights = measures[measures["measure_type"] == "flight_restriction"]
    assert not (flights["start_date"] == pd.Timestamp("2024-09-10")).any()
