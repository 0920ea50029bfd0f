"""The timeline of flight bans as a picture."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import date2num
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from sanctions_data.charts.flight_lanes import Lane, arrange_lanes
from sanctions_data.query.flights import flights
from sanctions_data.query.load import load

SANCTION, RETALIATORY = "#0b5394", "#c55a11"
_INCHES_A_LANE = 0.17
_SHORTEST_DAYS = 20


def draw_timeline(path: Path, *, since: str = "2010-01-01", root: Path | None = None) -> int:
    """Draw the flight bans since a day and write the picture (SVG or PNG, by its name).

    The picture depends on the data alone, so that drawing it again gives the same bytes.

    Returns:
        The number of lanes.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     draw_timeline(Path(folder) / "flights.svg") > 10
        True
    """
    drawn = arrange_lanes(flights(root=root), since)
    today = load("sources", root=root)["published_on"].max()
    settings: dict[Any, Any] = {
        "svg.hashsalt": "sanctions-data",
        "font.family": "DejaVu Sans",
        "font.size": 8,
    }
    with mpl.rc_context(settings):
        figure = Figure(figsize=(11, 1.6 + _INCHES_A_LANE * len(drawn)), layout="constrained")
        axes = figure.add_subplot()
        for place, lane in enumerate(drawn):
            _draw_lane(axes, place, lane, today)
        _label(axes, drawn, pd.Timestamp(since), today)
        figure.savefig(path, dpi=110, metadata={"Date": None} if path.suffix == ".svg" else None)
    return len(drawn)


def _draw_lane(axes: Axes, place: int, lane: Lane, today: pd.Timestamp) -> None:
    for bar in lane.bars:
        colour = SANCTION if bar.is_sanction else RETALIATORY
        start = date2num(bar.start)
        if bar.is_end_unknown:
            # How long it lasted is not known: a mark at the start, and a question.
            axes.plot(start, place, marker="|", color=colour, markersize=6)
            axes.annotate("?", (start, place), xytext=(3, -3), textcoords="offset points",
                          color=colour)  # fmt: skip
            continue
        end = date2num(bar.end if bar.end is not None else today)
        width = max(end - start, _SHORTEST_DAYS)
        axes.barh(place, width, left=start, height=0.62, color=colour, alpha=0.85, linewidth=0)
        if bar.end is None:
            axes.plot(end, place, marker=">", color=colour, markersize=5, clip_on=False)


def _label(axes: Axes, drawn: list[Lane], since: pd.Timestamp, today: pd.Timestamp) -> None:
    axes.set_yticks(range(len(drawn)), [f"{lane.label} → {lane.group}" for lane in drawn])
    axes.invert_yaxis()
    axes.margins(y=0.005)
    axes.xaxis_date()
    axes.set_xlim(date2num(since), date2num(today) + 120)
    axes.tick_params(axis="x", top=True, labeltop=True)
    axes.grid(axis="x", color="#dddddd", linewidth=0.6)
    axes.set_axisbelow(True)
    for side in ("right", "left"):
        axes.spines[side].set_visible(False)
    for place, (before, lane) in enumerate(pairwise(drawn)):
        if before.group != lane.group:
            axes.axhline(place + 0.5, color="#eeeeee", linewidth=0.8)
    axes.set_title(
        f"Who closed the sky to whom, {since:%Y} to {today:%B %Y} (authority → state restricted)",
        loc="left", fontweight="bold",
    )  # fmt: skip
    axes.legend(
        handles=[
            Patch(color=SANCTION, label="sanction"),
            Patch(color=RETALIATORY, label="political or retaliatory"),
            Line2D([], [], marker=">", color="grey", linestyle="", label="in force"),
            Line2D([], [], marker="$?$", color="grey", linestyle="", label="ended, day unknown"),
        ],
        loc="lower left", frameon=True, ncols=2,
    )  # fmt: skip
