"""The timeline as a table."""

from __future__ import annotations

from pathlib import Path

import sanctions_data as sd
from sanctions_data.charts.flight_lanes import arrange_lanes
from sanctions_data.charts.flight_table import flight_table

PAGE = Path(__file__).resolve().parents[2] / "docs" / "flight-bans.md"


def test_every_bar_is_a_row() -> None:
    lanes = arrange_lanes(sd.flights(), "2022-01-01")
    text = flight_table(lanes)
    rows = [line for line in text.splitlines() if line.startswith("| ")][1:]
    assert len(rows) == sum(len(lane.bars) for lane in lanes)
    assert f"| {lanes[0].label} | {lanes[0].bars[0].text} |" in rows


def test_the_page_in_the_docs_is_up_to_date() -> None:
    lanes = arrange_lanes(sd.flights(), "2010-01-01")
    assert PAGE.read_text(encoding="utf-8") == flight_table(lanes)
