"""Flight bans arranged in lanes for a timeline: who, on whom, from when to when."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from sanctions_data.query.flights.class_reach import PART, class_reach
from sanctions_data.query.labels import country_name, day_text
from sanctions_data.tables.records import cell_text, records

# Not bans on flying: export privileges, services, and dealings with an airport.
NOT_FLIGHT_BANS = ("denial_order", "aviation_services", "airport_transactions")
# How a lane is drawn: the sky is closed to a country; one airline; some flights, such as military
# ones; or a notice to end a treaty, which closes nothing.
SKY, AIRLINE, SOME, NOTICE = "sky", "airline", "some", "notice"
LOOKS = (SKY, AIRLINE, SOME, NOTICE)
# So many parties that act, or are hit, on the same day share one lane.
CROWD = 3
_LONGEST = 36
# What people call authorities whose names are long.
_SHORT_NAMES = {
    "ecowas": "ECOWAS", "eu": "EU", "nato": "NATO", "un-sc": "UN Security Council",
    "us-dot": "US (DOT)", "us-faa": "US (FAA)",
}  # fmt: skip


@dataclass(frozen=True)
class Bar:
    """One interval of a lane.

    Attributes:
        start: its first day.
        end: the first day after it; None where it is open or not known.
        is_end_unknown: whether it ended on a day that is not known.
        known_until: of an open one the latest day on which a source says that it is in force;
            None where an act in force says so.
        is_sanction: whether it is a sanction, or political and retaliatory.
        text: all of it in words.
    """

    start: pd.Timestamp
    end: pd.Timestamp | None
    is_end_unknown: bool
    known_until: pd.Timestamp | None
    is_sanction: bool
    text: str


@dataclass(frozen=True)
class Lane:
    """A line of the chart: its label, how it is drawn, and its bars in order of start."""

    group: str
    label: str
    look: str
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
    shown = _choose(restrictions, pd.Timestamp(since))
    target = shown["party_country"].map(country_name).fillna(shown["party"]).map(_shorten)
    shown = shown.assign(
        by=[_authority_name(row) for row in records(shown)],
        target=target,
        look=[_look(row) for row in records(shown)],
    )
    whom = shown["target"].where(shown["look"] == SKY, shown["party"].map(_shorten))
    shown = shown.assign(whom=whom, text=[_tell(row) for row in records(shown)])
    same = ["day", "nature", "status", "look"]
    shown = _merge_crowds(shown, by=["by", *same], of=["target", "whom"], word="states")
    shown = _merge_crowds(shown, by=["whom", *same], of=["by"], word="authorities")
    found = [
        Lane(
            str(target),
            f"{by} → {whom}",
            str(look),
            tuple(_make_bar(row) for row in records(group)),
        )
        for (target, by, whom, look), group in shown.sort_values("day").groupby(
            ["target", "by", "whom", "look"], sort=False
        )
    ]
    first: dict[str, pd.Timestamp] = {}
    for lane in found:
        first[lane.group] = min(first.get(lane.group, lane.bars[0].start), lane.bars[0].start)
    return sorted(found, key=lambda lane: (first[lane.group], lane.group, lane.bars[0].start))


def _choose(rows: pd.DataFrame, begin: pd.Timestamp) -> pd.DataFrame:
    """Those that are drawn, each with the day at which it begins in the chart."""
    is_notice = (rows["restriction_kind"] == "air_services_agreement") & rows["start_date"].isna()
    given = rows["notice_given_on"].fillna(rows["announced_on"])
    rows = rows.assign(day=rows["start_date"].fillna(given.where(is_notice)))
    unknown_end = rows["end_date"].isna() & (rows["status"] == "ended")
    return rows[
        ~rows["restriction_kind"].isin(NOT_FLIGHT_BANS)
        & rows["day"].notna()
        & rows["listing_id"].isna()
        & (rows["end_date"].isna() | (rows["end_date"] >= begin))
        & ~((unknown_end | is_notice) & (rows["day"] < begin))
    ]


def _merge_crowds(shown: pd.DataFrame, *, by: list[str], of: list[str], word: str) -> pd.DataFrame:
    """Give the members of a crowd one name, so that they fall into one lane."""
    shown = shown.copy()
    for _, group in shown.groupby(by, observed=True):
        members = group[of[0]].nunique()
        if members > CROWD:
            shown.loc[group.index, of] = f"{members} {word}"
    return shown


def _look(row: dict[str, object]) -> str:
    if pd.isna(row["start_date"]):  # type: ignore[call-overload]
        return NOTICE
    if row["party_kind"] != "class":
        return AIRLINE
    return SOME if class_reach(str(row["entity_id"])) == PART else SKY


def _authority_name(row: dict[str, object]) -> str:
    code = str(row["authority_id"])
    return _SHORT_NAMES.get(code) or country_name(code.upper()) or str(row["authority"])


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]}…"


def _tell(row: dict[str, object]) -> str:
    """All of a restriction in one line: by whom, what, on whom, from when to when."""
    kind = str(row["restriction_kind"]).replace("_", " ")
    who = f"{row['by']}: {kind}, {row['party']}"
    if row["look"] == NOTICE:
        return f"{who}; notice given {row['day']:%Y-%m-%d}, no ban"
    start = _latest(day_text(row["start_date"], row["start_precision"]))  # type: ignore[arg-type]
    end = _latest(day_text(row["end_date"], row["end_precision"]))  # type: ignore[arg-type]
    if row["status"] == "ended":
        return f"{who}; from {start} to {end}"
    confirmed = _day(row["last_confirmed"])
    last = f", last confirmed {confirmed:%Y-%m-%d}" if confirmed is not None else ""
    return f"{who}; from {start}, {str(row['status']).replace('_', ' ')}{last}"


def _latest(text: str) -> str:
    """A date in a sentence: a bound as the latest day, an unknown one as such."""
    if text in ("", "unknown"):
        return "a day that is not known"
    return f"{text.removeprefix('by ')} at the latest" if text.startswith("by ") else text


def _make_bar(row: dict[str, object]) -> Bar:
    end = _day(row["end_date"])
    is_ended = row["status"] == "ended"
    start = pd.Timestamp(row["day"])  # type: ignore[arg-type]
    rests_on_act = bool(cell_text(row["instrument_id"]))
    confirmed = [day for name in ("last_confirmed", "source_date") if (day := _day(row[name]))]
    return Bar(
        start=start,
        end=end,
        is_end_unknown=end is None and is_ended,
        known_until=None if is_ended or rests_on_act else max([start, *confirmed]),
        is_sanction=row["nature"] == "sanction",
        text=str(row["text"]),
    )


def _day(cell: object) -> pd.Timestamp | None:
    return None if pd.isna(cell) else pd.Timestamp(cell)  # type: ignore[call-overload,arg-type]
