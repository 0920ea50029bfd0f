"""Selecting measures: by authority, kind, party and, above all, by day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pandas as pd

from sanctions_data.query.load import Edition
from sanctions_data.schema.descriptor import descriptor
from sanctions_data.tables.location import root_folder

Choice = str | Iterable[str] | None


def measures(
    on: str | date | None = None,
    *,
    authority: Choice = None,
    measure_type: Choice = None,
    programme: Choice = None,
    entity: Choice = None,
    status: Choice = None,
    evidence: Choice = None,
    basis: Choice = None,
    version: str | None = None,
    root: Path | None = None,
) -> pd.DataFrame:
    """Measures of every kind in one frame.

    Args:
        on: a day; keeps what was in force on it. A measure is in force on day d if
            ``start_date <= d < end_date``. A start that is not known is bounded by
            ``first_seen``: the measure counts from that day on.
        authority: authority ids, such as ``"gb"`` or ``["gb", "eu"]``.
        measure_type: kinds, such as ``"asset_freeze"``.
        programme: programme ids.
        entity: entity ids.
        status: status codes.
        evidence: evidence codes; ``["primary", "secondary"]`` leaves out what is unverified.
        basis: ``"stated"`` or ``"derived"``.
        version: a released version: what we knew in it, also about the day ``on``.
        root: folder of the data; the installed data if left out.

    Returns:
        The columns of the measure tables, common ones first. With ``on``, the column
        ``certainty`` is ``bounded`` where a date that decides is not exact, else ``exact``.

    Raises:
        ValueError: ``on`` is no day, or a code is not one that the data know.

    Example:
        >>> import sanctions_data as sd
        >>> freezes = sd.measures(on="2026-08-01", authority="gb", measure_type="asset_freeze")
        >>> set(freezes["certainty"]) <= {"exact", "bounded"}
        True
    """
    frame = _all_measures(_codes(measure_type), Edition(root, version))
    chosen = {
        "authority_id": authority,
        "measure_type": measure_type,
        "programme_id": programme,
        "entity_id": entity,
        "status": status,
        "evidence": evidence,
        "basis": basis,
    }
    for column, choice in chosen.items():
        if (codes := _codes(choice)) is not None:
            frame = frame[frame[column].isin(codes)]
    if on is not None:
        frame = in_force(frame, on)
    return frame.reset_index(drop=True)


def in_force(frame: pd.DataFrame, on: str | date) -> pd.DataFrame:
    """The rows in force on a day, with their ``certainty``.

    Left out are measures that never began or are suspended, and those that ended on a day
    nobody knows: that they were still in force cannot be shown.
    """
    day = _day(on)
    start = frame["start_date"].fillna(frame["first_seen"])
    end = frame["end_date"]
    began = frame["status"].isin(["in_force", "ended"])
    end_unknown = (frame["status"] == "ended") & end.isna()
    found = frame[began & ~end_unknown & (start <= day) & (end.isna() | (day < end))].copy()
    exact_start = found["start_precision"] == "day"
    exact_end = found["end_precision"].isna() | (found["end_precision"] == "day")
    found["certainty"] = (exact_start & exact_end).map({True: "exact", False: "bounded"})
    return found


def measure_tables(root: Path | None = None) -> list[str]:
    """Names of the tables that hold measures."""
    return [
        resource["name"]
        for resource in descriptor(root or root_folder())["resources"]
        if any(field["name"] == "measure_id" for field in resource["schema"]["fields"])
        and resource["schema"]["primaryKey"] == ["measure_id"]
    ]


def _all_measures(types: list[str] | None, edition: Edition) -> pd.DataFrame:
    kinds = edition.load("measure_types")
    if types is not None:
        unknown = sorted(set(types) - set(kinds["measure_type"]))
        if unknown:
            known = ", ".join(sorted(kinds["measure_type"]))
            raise ValueError(f"unknown measure type {', '.join(unknown)}; known are {known}")
        kinds = kinds[kinds["measure_type"].isin(types)]
    wanted = set(kinds["table"])
    frames = [edition.load(name) for name in measure_tables(edition.root) if name in wanted]
    return pd.concat(frames, ignore_index=True)


def _codes(choice: Choice) -> list[str] | None:
    if choice is None:
        return None
    return [choice] if isinstance(choice, str) else list(choice)


def _day(on: str | date) -> pd.Timestamp:
    try:
        day = date.fromisoformat(on) if isinstance(on, str) else on
    except ValueError:
        raise ValueError(f"found {on!r}, expected a day such as 2024-10-14") from None
    return pd.Timestamp(day)
