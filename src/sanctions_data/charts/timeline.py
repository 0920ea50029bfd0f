"""The timeline of flight bans as a picture."""

from __future__ import annotations

from dataclasses import replace
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

from sanctions_data.charts.flight_lanes import AIRLINE, NOTICE, SKY, SOME, Bar, Lane, arrange_lanes
from sanctions_data.charts.svg_texts import add_texts
from sanctions_data.query.flights.restrictions import flights
from sanctions_data.query.load import load

SANCTION, RETALIATORY, EVENT = "#0b5394", "#c55a11", "#555555"
# What begins the data: the statement of the E3, whose notices closed no sky.
EVENT_ID = "e3-air-services-notice-2024-09-10"
EVENT_LABEL = "10 September 2024: E3 statement"
TABLE = "flight-bans.md"
_INCHES_A_LANE = 0.17
_SHORTEST_DAYS = 20
# Height of a bar, and its pattern, by how much of the sky it closes.
_HEIGHTS = {SKY: 0.66, AIRLINE: 0.26, SOME: 0.5}
_HATCHES = {SOME: "/////"}
_FAINT = 0.35
_SETTINGS: dict[Any, Any] = {
    "svg.hashsalt": "sanctions-data",
    "svg.fonttype": "none",
    "font.family": "DejaVu Sans",
    "font.size": 8,
    "hatch.linewidth": 0.7,
}


def draw_timeline(path: Path, *, since: str = "2010-01-01", root: Path | None = None) -> list[Lane]:
    """Draw the flight bans since a day and write the picture (SVG or PNG, by its name).

    The picture depends on the data alone, so that drawing it again gives the same bytes. In an
    SVG text is text, and each bar says in words what it is.

    Returns:
        The lanes that it shows, from above.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     len(draw_timeline(Path(folder) / "flights.svg")) > 10
        True
    """
    found = flights(root=root)
    lanes = arrange_lanes(found, since)
    stands_on = found.attrs["stands_on"]
    today = pd.Timestamp(stands_on["day"])
    texts: dict[str, str] = {}
    with mpl.rc_context(_SETTINGS):
        figure = Figure(figsize=(11, 2.4 + _INCHES_A_LANE * len(lanes)), layout="constrained")
        axes = figure.add_subplot()
        for place, lane in enumerate(lanes):
            for bar, text in _join(lane.bars):
                name = f"bar-{len(texts)}"
                texts[name] = texts[f"{name}-open"] = text
                _draw_bar(axes, place + _shift(lane, bar), lane.look, bar, today, name)
        _label(axes, lanes, pd.Timestamp(since), today)
        _mark_event(axes, root)
        _add_legend(figure)
        corner = f"sanctions-data {stands_on['version']}, data of {stands_on['day']}"
        figure.supxlabel(
            f"Source: {corner}, table flight_restrictions", x=0.99, ha="right", fontsize=7
        )
        figure.savefig(path, dpi=110, metadata={"Date": None} if path.suffix == ".svg" else None)
    if path.suffix == ".svg":
        title = f"Who closed the sky to whom, {since[:4]} to {today:%B %Y}"
        add_texts(path, title, f"The same as a table stands in {TABLE}.", texts)
    return lanes


def _join(bars: tuple[Bar, ...]) -> list[tuple[Bar, str]]:
    """Bars of a crowd that look the same are drawn once, and say what each of them is."""
    alike: dict[Bar, list[str]] = {}
    for bar in bars:
        alike.setdefault(replace(bar, text=""), []).append(bar.text)
    return [(bar, "\n".join(texts)) for bar, texts in alike.items()]


def _shift(lane: Lane, bar: Bar) -> float:
    """Bars of two natures in one lane stand one above the other."""
    if len({each.is_sanction for each in lane.bars}) == 1:
        return 0.0
    return -0.2 if bar.is_sanction else 0.2


def _draw_bar(
    axes: Axes, place: float, look: str, bar: Bar, today: pd.Timestamp, name: str
) -> None:
    colour = SANCTION if bar.is_sanction else RETALIATORY
    start = date2num(bar.start)
    if look == NOTICE:
        axes.plot(start, place, marker="D", color=colour, markersize=4, gid=name)
    elif bar.is_end_unknown:
        # How long it lasted is not known: a mark at the start, and a question.
        axes.plot(start, place, marker="|", color=colour, markersize=6, gid=name)
        axes.annotate("?", (start, place), xytext=(3, -3), textcoords="offset points", color=colour)
    else:
        until = bar.end or bar.known_until or today
        _draw_part(axes, place, look, start, date2num(until), colour, 1.0, name)
        if bar.end is None:
            _draw_part(
                axes, place, look, date2num(until), date2num(today), colour, _FAINT, f"{name}-open"
            )
            axes.plot(date2num(today), place, marker=">", color=colour, markersize=4, clip_on=False)


def _draw_part(
    axes: Axes,
    place: float,
    look: str,
    start: float,
    end: float,
    colour: str,
    alpha: float,
    name: str,
) -> None:
    if alpha < 1 and end <= start:
        return
    width = max(end - start, _SHORTEST_DAYS) if alpha == 1 else end - start
    style: dict[str, Any] = {"color": colour, "linewidth": 0}
    if look in _HATCHES:
        style = {"facecolor": "white", "edgecolor": colour, "hatch": _HATCHES[look]}
    # Between two lines there is room for half a bar only.
    height = _HEIGHTS[look] if float(place).is_integer() else _HEIGHTS[look] / 2
    axes.barh(place, width, left=start, height=height, alpha=alpha, gid=name, **style)


def _label(axes: Axes, lanes: list[Lane], since: pd.Timestamp, today: pd.Timestamp) -> None:
    axes.set_yticks(range(len(lanes)), [lane.label for lane in lanes])
    axes.invert_yaxis()
    axes.margins(y=0.005)
    axes.xaxis_date()
    axes.set_xlim(date2num(since), date2num(today) + 120)
    axes.tick_params(axis="x", top=True, labeltop=True)
    axes.grid(axis="x", color="#dddddd", linewidth=0.6)
    axes.set_axisbelow(True)
    for side in ("right", "left"):
        axes.spines[side].set_visible(False)
    for place, (before, lane) in enumerate(pairwise(lanes)):
        if before.group != lane.group:
            axes.axhline(place + 0.5, color="#eeeeee", linewidth=0.8)
    axes.set_title(
        f"Who closed the sky to whom, {since:%Y} to {today:%B %Y} (authority → on whom)",
        loc="left", fontweight="bold", pad=32,
    )  # fmt: skip


def _mark_event(axes: Axes, root: Path | None) -> None:
    events = load("events", root=root).set_index("event_id")
    day = date2num(events.loc[EVENT_ID, "occurred_on"])
    axes.axvline(day, color=EVENT, linewidth=0.8, linestyle="--", zorder=0.5, gid="event")
    axes.annotate(
        EVENT_LABEL, (day, 1), xycoords=("data", "axes fraction"), xytext=(0, 20),
        textcoords="offset points", ha="center", color=EVENT, fontsize=7,
    )  # fmt: skip


def _add_legend(figure: Figure) -> None:
    def mark(marker: str, label: str) -> Line2D:
        return Line2D([], [], marker=marker, color="grey", linestyle="", label=label)

    figure.legend(
        handles=[
            Patch(color=SANCTION, label="sanction"),
            Patch(color=RETALIATORY, label="political or retaliatory"),
            Patch(color="grey", label="closed to a country (full height)"),
            Line2D([], [], color="grey", linewidth=2, label="one airline (thin)"),
            Patch(facecolor="white", edgecolor="grey", hatch=_HATCHES[SOME],
                  label="some flights: military, cargo, charter, a region"),
            Patch(color="grey", alpha=_FAINT, label="not seen lifted, and not confirmed since"),
            mark(">", "in force"),
            mark("$?$", "ended, day unknown"),
            mark("D", "notice to end a treaty, no ban"),
            Line2D([], [], color=EVENT, linestyle="--", label=EVENT_LABEL),
        ],
        loc="outside lower center", frameon=False, ncols=3,
    )  # fmt: skip
