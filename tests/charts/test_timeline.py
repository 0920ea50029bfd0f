"""The timeline: lanes from rows, and a picture that depends on the data alone."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import sanctions_data as sd
from sanctions_data.charts.flight_lanes import Lane, arrange_lanes
from sanctions_data.charts.timeline import draw_timeline


@pytest.fixture(scope="module")
def drawn() -> list[Lane]:
    return arrange_lanes(sd.flights(), "2010-01-01")


def test_a_crowd_shares_a_lane(drawn: list[Lane]) -> None:
    labels = {f"{lane.label} → {lane.group}" for lane in drawn}
    assert any(label.startswith("RU → 3") and label.endswith("states") for label in labels)
    assert "EU → Russian Federation" in labels


def test_no_denial_order_is_drawn_as_a_ban(drawn: list[Lane]) -> None:
    assert "US-BIS" not in {lane.label for lane in drawn}


def test_notices_are_not_drawn_as_bans(drawn: list[Lane]) -> None:
    starts = {bar.start for lane in drawn for bar in lane.bars}
    assert pd.Timestamp("2024-09-10") not in starts


def test_unknown_end_is_marked_and_open_end_is_open(drawn: list[Lane]) -> None:
    bars = [bar for lane in drawn for bar in lane.bars]
    assert any(bar.is_end_unknown for bar in bars)
    assert any(bar.end is None and not bar.is_end_unknown for bar in bars)


def test_the_picture_is_reproducible(tmp_path: Path) -> None:
    for name in ("one.svg", "two.svg"):
        draw_timeline(tmp_path / name)
    assert (tmp_path / "one.svg").read_bytes() == (tmp_path / "two.svg").read_bytes()
