"""Why it cannot be told whether a measure was in force on a day, in words."""

from __future__ import annotations

from typing import Any

import pandas as pd

from sanctions_data.query.labels import day_text
from sanctions_data.schema.text_type import TEXT
from sanctions_data.tables.records import cell_text, records

_DATES = ["status", "start_date", "start_precision", "end_date", "end_precision"]


def day_reason(measures: pd.DataFrame, bounds: pd.DataFrame, day: pd.Timestamp) -> pd.Series[str]:
    """For each measure of which it cannot be told, why not.

    Args:
        measures: the measures.
        bounds: their bounds, as from ``day_bounds``.
        day: the day.

    Example:
        >>> ban = {"status": "in_force", "start_precision": "unknown", "start_latest":
        ...        pd.Timestamp("2022-01-31")}
        >>> dates = pd.DataFrame([ban], columns=[*_DATES, "start_earliest", "start_latest",
        ...                                      "end_earliest", "end_latest"])
        >>> day_reason(dates[_DATES], dates.iloc[:, 5:], pd.Timestamp("2020-01-01"))[0]
        'start not known, first seen 2022-01-31'
    """
    if measures.empty:
        return pd.Series(index=measures.index, dtype=TEXT)
    # Many measures have the same dates, and words cost more than comparing.
    facts = pd.concat([measures[_DATES], bounds], axis=1)
    same = facts.groupby(list(facts), dropna=False, observed=True, sort=False).ngroup()
    first = facts[~same.duplicated()]
    texts = pd.Series(
        [_reason(row, day) for row in records(first)], same[first.index].tolist(), dtype=TEXT
    )
    return same.map(texts).astype(TEXT)


def _reason(row: dict[str, Any], day: pd.Timestamp) -> str:
    parts = []
    if day < row["start_latest"]:
        parts.append(_start(row))
    if pd.notna(row["end_latest"]) and not day < row["end_earliest"]:
        parts.append(_end(row))
    return "; ".join(parts)


def _start(row: dict[str, Any]) -> str:
    precision, low = row["start_precision"], row["start_earliest"]
    if precision == "unknown":
        text = f"start not known, first seen {row['start_latest']:%Y-%m-%d}"
    elif precision == "on_or_before":
        text = f"began by {row['start_latest']:%Y-%m-%d}, start not known"
    else:
        return f"began in {day_text(row['start_date'], precision)}, day not known"
    return f"{text}, not before {low:%Y-%m-%d}" if pd.notna(low) else text


def _end(row: dict[str, Any]) -> str:
    precision = cell_text(row["end_precision"])
    last_day = f"{row['end_latest']:%Y-%m-%d}"
    if row["status"] == "suspended" and not precision:
        return "suspended on a day that is not known"
    if precision in ("month", "year"):
        return f"ended in {day_text(row['end_date'], precision)}, day not known"
    if row["status"] == "in_force":
        return f"ends by {last_day}, day not known"
    if row["end_earliest"] > row["start_latest"]:
        seen = row["end_earliest"] - pd.Timedelta(days=1)
        return f"last seen {seen:%Y-%m-%d}, ended by {last_day}"
    return f"ended by {last_day}, day not known"
