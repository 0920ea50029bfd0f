"""A panel for researchers: which measures were in force on whom, period by period."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal, get_args

import pandas as pd

from sanctions_data.names.known_codes import KnownCodes
from sanctions_data.query.codes import Choice
from sanctions_data.query.measures import measures
from sanctions_data.query.stands_on import StandsOn, edition_of
from sanctions_data.query.time.day_status import day_of
from sanctions_data.query.time.snapshot_days import snapshots_of

Freq = Literal["M", "Q", "Y"]
_FREQS = KnownCodes("frequency", get_args(Freq), lambda: [
    ("month", "M"), ("monthly", "M"), ("quarter", "Q"), ("year", "Y"), ("annual", "Y"), ("A", "Y"),
])  # fmt: skip
_CELL = ["entity_id", "authority_id", "measure_type"]


def panel(
    freq: Freq = "M",
    *,
    since: str | date = "2014-01-01",
    until: str | date | None = None,
    authority: Choice = None,
    measure_type: Choice = None,
    version: str | None = None,
    root: Path | None = None,
) -> pd.DataFrame:
    """Party × authority × period: what was in force on the last day of each period.

    Only measures with a start and, if they ended, an end are in it: of the others no period can
    be told. ``attrs["without_dates"]`` says how many these are; a bound counts as it stands.

    Args:
        freq: ``"M"``, ``"Q"`` or ``"Y"``.
        since: a day of the first period.
        until: a day of the last period; the day of the data if left out.
        authority: authority ids.
        measure_type: kinds of measure.
        version: a released version.
        root: folder of the data; the installed data if left out.

    Returns:
        One row a party, authority, kind of measure and ``period``, in which a measure was in
        force; ``measures`` says how many. ``attrs["stands_on"]`` tells what was searched.

    Raises:
        ValueError: a code is not known, or a day is none.

    Example:
        >>> import sanctions_data as sd
        >>> found = sd.panel("Y", since="2022-01-01", until="2023-12-31", authority="jp")
        >>> sorted(set(found["period"].astype("str")))
        ['2022', '2023']
    """
    freq_code = _FREQS.code_of(freq)
    edition = edition_of(root, version)
    rows = measures(authority=authority, measure_type=measure_type, version=version, root=root)
    stands_on: StandsOn = rows.attrs["stands_on"]
    last = snapshots_of(edition).data_day if until is None else day_of(until)
    periods = pd.period_range(day_of(since), last, freq=freq_code)
    is_over = rows["status"].isin(["ended", "never_in_force", "announced", "suspended"])
    dated = rows["start_date"].notna() & (rows["end_date"].notna() | ~is_over)
    rows.attrs = {}
    found = [_in_period(rows[dated], period) for period in periods]
    if not found:
        raise ValueError(f"found since {since} after {last:%Y-%m-%d}, expected a day before it")
    every = pd.concat(found, ignore_index=True)
    every.attrs = {"stands_on": stands_on, "without_dates": int((~dated).sum())}
    return every


def _in_period(rows: pd.DataFrame, period: pd.Period) -> pd.DataFrame:
    day = period.end_time.normalize()
    is_on = (rows["start_date"] <= day) & ~(rows["end_date"] <= day)
    rows = rows[is_on & (rows["status"] != "never_in_force")]
    counts = rows.groupby(_CELL, observed=True).size().rename("measures").reset_index()
    periods = pd.PeriodIndex([period] * len(counts), freq=period.freq)
    return counts.assign(period=periods)[[*_CELL, "period", "measures"]]
