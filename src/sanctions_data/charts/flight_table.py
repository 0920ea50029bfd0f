"""The timeline of flight bans as a table, for those who cannot see the picture."""

from __future__ import annotations

from sanctions_data.charts.flight_lanes import Lane

_HEAD = """# Who closed the sky to whom

What [the timeline](flight-bans.svg) shows, as a table, made by `scripts/draw_timeline.py` from
`flight_restrictions`. Dates are as exact as they are known; acts, sources and notes are
in the data, and `sanctions-data flights` prints them.

| who → on whom | what |
|---|---|
"""


def flight_table(lanes: list[Lane]) -> str:
    """The lanes of the timeline as a table in Markdown, one row a bar.

    Args:
        lanes: the lanes, in the order of the picture.

    Example:
        >>> from sanctions_data.charts.flight_lanes import SKY, Bar
        >>> import pandas as pd
        >>> bar = Bar(pd.Timestamp("2022-02-28"), None, False, None, True, "EU: overflight, Russia")
        >>> flight_table([Lane("Russia", "EU → Russia", SKY, (bar,))]).splitlines()[-1]
        '| EU → Russia | EU: overflight, Russia |'
    """
    rows = (f"| {lane.label} | {bar.text} |\n" for lane in lanes for bar in lane.bars)
    return _HEAD + "".join(rows)
