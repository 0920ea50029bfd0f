"""Draw the timeline of flight bans into the docs, and write it as a table beside it."""

from __future__ import annotations

from pathlib import Path

from sanctions_data.charts.flight_table import flight_table
from sanctions_data.charts.timeline import TABLE, draw_timeline

TARGET = Path(__file__).resolve().parent.parent / "docs" / "flight-bans.svg"


if __name__ == "__main__":
    lanes = draw_timeline(TARGET)
    table = flight_table(lanes)
    TARGET.with_name(TABLE).write_text(table, encoding="utf-8", newline="\n")
    print(f"{len(lanes)} lanes in {TARGET.name} and {TABLE}")
