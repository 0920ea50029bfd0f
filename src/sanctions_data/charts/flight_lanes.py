"""Flight bans arranged in lanes for a timeline: who, on whom, from when to when."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pandas as pd
import pycountry

from sanctions_data.tables.records import records

# Not bans on flying: export privileges, services, and dealings with an airport.
NOT_FLIGHT_BANS = ("denial_order", "aviation_services", "airport_transactions")
# So many parties that act, or are hit, on the same day share one lane.
CROWD = 3
_LONGEST = 34


@dataclass(frozen=True)
class Bar:
    """One interval of a lane; an end of None is open, an unknown end is drawn fading."""

    start: pd.Timestamp
    end: pd.Timestamp | None
    is_end_unknown: bool
    is_sanction: bool


@dataclass(frozen=True)
class Lane:
    """A line of the chart: its label, and its bars in order of start."""

    group: str
    label: str
    bars: tuple[Bar, ...]


def arrange_lanes(restrictions: pd.DataFrame, since: str) -> list[Lane]:
    """Arrange the curated flight bans that were in force on or after a day in lanes.

    Args:
        restrictions: what ``flights()`` returns.
        since: first day of the chart.

    Returns:
        Lanes grouped by the restricted state, groups and lanes in order of start. Many
        authorities that closed to one state on the same day are one lane, and so are many
        states that one authority closed to on the same day.
    """
    begin = pd.Timestamp(since)
    shown = restrictions[
        ~restrictions["restriction_kind"].isin(NOT_FLIGHT_BANS)
        & restrictions["start_date"].notna()
        & restrictions["listing_id"].isna()
        & (restrictions["end_date"].isna() | (restrictions["end_date"] >= begin))
    ]
    unknown_end = shown["end_date"].isna() & (shown["status"] == "ended")
    shown = shown[~(unknown_end & (shown["start_date"] < begin))]
    shown = shown.assign(
        target=shown["party_country"].map(country_name).fillna(shown["party"]).map(_shorten),
        lane=shown["authority_id"].str.upper(),
    )
    same = ["start_date", "nature", "status"]
    shown = _merge_crowds(shown, by=["authority_id", *same], of="target", word="states")
    shown = _merge_crowds(shown, by=["target", *same], of="lane", word="authorities")
    found = [
        Lane(str(target), str(lane), tuple(_make_bar(row) for row in records(group)))
        for (target, lane), group in shown.sort_values("start_date").groupby(
            ["target", "lane"], sort=False
        )
    ]
    first: dict[str, pd.Timestamp] = {}
    for lane in found:
        first[lane.group] = min(first.get(lane.group, lane.bars[0].start), lane.bars[0].start)
    return sorted(found, key=lambda lane: (first[lane.group], lane.group, lane.bars[0].start))


def _merge_crowds(shown: pd.DataFrame, *, by: list[str], of: str, word: str) -> pd.DataFrame:
    """Give the members of a crowd one name, so that they fall into one lane."""
    shown = shown.copy()
    for _, group in shown.groupby(by, observed=True):
        members = group[of].nunique()
        if members > CROWD:
            shown.loc[group.index, of] = f"{members} {word}"
    return shown


@cache
def country_name(code: str) -> str | None:
    """Short name of a country; None for none.

    Example:
        >>> country_name("KP"), country_name("")
        ('North Korea', None)
    """
    country = pycountry.countries.get(alpha_2=code) if isinstance(code, str) and code else None
    if country is None:
        return None
    return str(getattr(country, "common_name", country.name)).partition(",")[0]


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"


def _make_bar(row: dict[str, object]) -> Bar:
    end = row["end_date"]
    return Bar(
        start=pd.Timestamp(row["start_date"]),  # type: ignore[arg-type]
        end=None if pd.isna(end) else pd.Timestamp(end),  # type: ignore[call-overload,arg-type]
        is_end_unknown=bool(pd.isna(end)) and row["status"] == "ended",  # type: ignore[call-overload]
        is_sanction=row["nature"] == "sanction",
    )
