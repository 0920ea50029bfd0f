"""Draw the timeline of flight bans into the docs."""

from __future__ import annotations

from pathlib import Path

from sanctions_data.charts.timeline import draw_timeline

TARGET = Path(__file__).resolve().parent.parent / "docs" / "flight-bans.svg"


if __name__ == "__main__":
    print(f"{draw_timeline(TARGET)} lanes in {TARGET.name}")
