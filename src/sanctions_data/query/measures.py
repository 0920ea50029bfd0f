"""Selecting measures: by authority, kind, party and, above all, by day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args

import pandas as pd

from sanctions_data.names.known_codes import KnownCodes
from sanctions_data.query.codes import Choice, codes_of
from sanctions_data.query.edition import Edition, keep_until_changed
from sanctions_data.query.stands_on import edition_of, stands_on
from sanctions_data.query.time.day_bounds import BOUNDS, day_bounds
from sanctions_data.query.time.day_reason import day_reason
from sanctions_data.query.time.day_status import IN_FORCE, UNDECIDED, day_of, day_status
from sanctions_data.schema import TABLES
from sanctions_data.schema.descriptor import descriptor

Undecided = Literal["exclude", "include", "only"]
_UNDECIDED = KnownCodes("choice of undecided rows", get_args(Undecided))

# What a day brings to the columns of measures.
DAY_COLUMNS = ["day_status", *BOUNDS, "reason"]
_COLUMNS = {
    "authority": "authority_id",
    "measure type": "measure_type",
    "programme": "programme_id",
    "entity": "entity_id",
    "status": "status",
    "evidence": "evidence",
    "basis": "basis",
}


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
    undecided: Undecided = "exclude",
    version: str | None = None,
    root: Path | None = None,
) -> pd.DataFrame:
    """Measures of every kind in one frame.

    Codes are understood as people write them: ``"uk"``, ``"OFAC"``, ``"asset freezes"``.

    Args:
        on: a day; keeps what was in force on it. A measure is in force on day d if
            ``start_date <= d < end_date``. Where a date is not exact, there are days of which it
            cannot be told; ``attrs["undecided"]`` says of how many measures.
        authority: authority ids, such as ``"gb"`` or ``["gb", "eu"]``.
        measure_type: kinds, such as ``"asset_freeze"``; the name of a table stands for its kinds.
        programme: programme ids.
        entity: entity ids. Measures on a class to which a party belongs are rows of the class,
            as they bind whoever is in it: ask for ``carriers-of-iran`` too. ``sd.lookup`` shows
            both.
        status: status codes.
        evidence: evidence codes; ``["primary", "secondary"]`` leaves out what is unverified.
        basis: ``"stated"`` or ``"derived"``.
        undecided: of measures of which it cannot be told whether they were in force on the
            day: ``"exclude"``, ``"include"`` or ``"only"``.
        version: a released version: what we knew in it, also about the day ``on``.
        root: folder of the data; the installed data if left out.

    Returns:
        The columns of the measure tables, common ones first. With ``on``, also ``day_status``
        (``in_force`` or ``cannot_be_told``), the bounds ``start_earliest``, ``start_latest``,
        ``end_earliest`` and ``end_latest`` (see ``sanctions_data.query.time.day_bounds``), and
        the ``reason`` why it cannot be told. ``attrs["stands_on"]`` tells version, day of the
        data, age of each list, what was searched, and notes on the day.

    Raises:
        ValueError: ``on`` is no day, or a code is not known; the message names the nearest.

    Example:
        >>> import sanctions_data as sd
        >>> freezes = sd.measures(on="2022-03-05", authority="uk", measure_type="asset freezes")
        >>> set(freezes["day_status"])
        {'in_force'}
        >>> freezes.attrs["stands_on"]["version"] == sd.__version__
        True
    """
    edition, day = edition_of(root, version), None if on is None else day_of(on)
    choices = {
        "authority": authority,
        "measure type": measure_type,
        "programme": programme,
        "entity": entity,
        "status": status,
        "evidence": evidence,
        "basis": basis,
    }
    codes = {what: codes_of(what, choice, edition.base) for what, choice in choices.items()}
    refuse_unknown_choice(undecided)
    searched = {what: chosen for what, chosen in codes.items() if chosen is not None}
    frame = select_measures(searched, edition)
    attrs: dict[Any, Any] = {
        "stands_on": stands_on(
            edition, authorities=searched.get("authority"), on=day, searched=searched
        )
    }
    if day is not None:
        frame, attrs["undecided"] = on_day(frame, day, edition, undecided)
    frame = frame.reset_index(drop=True)
    frame.attrs = attrs
    return frame


def select_measures(
    searched: dict[str, list[str]], edition: Edition, columns: Sequence[str] | None = None
) -> pd.DataFrame:
    """The measures of an edition that have one of some codes each.

    Args:
        searched: the codes, by what they are codes of, such as ``authority``.
        edition: the tables that are asked.
        columns: only those of these columns that the tables have; all if left out.
    """
    every = _all_measures(searched.get("measure type"), searched.get("entity"), edition)
    wanted = pd.Series(True, every.index)
    for what, chosen in searched.items():
        wanted &= every[_COLUMNS[what]].isin(chosen)
    shown = list(every) if columns is None else [name for name in columns if name in every]
    return every[shown][wanted]


def on_day(
    frame: pd.DataFrame, day: pd.Timestamp, edition: Edition, undecided: Undecided
) -> tuple[pd.DataFrame, int]:
    """The measures of a day with ``DAY_COLUMNS``, and of how many it cannot be told."""
    bounds = day_bounds(frame, edition)
    status = day_status(bounds, day)
    sure, perhaps = status == IN_FORCE, status == UNDECIDED
    chosen = (sure | perhaps) & choose_rows(perhaps, undecided)
    found, bounds = frame[chosen], bounds[chosen]
    asked = perhaps[chosen]
    reason = day_reason(found[asked], bounds[asked], day).reindex(found.index)
    found = found.assign(day_status=status[chosen])
    found[BOUNDS] = bounds
    return found.assign(reason=reason), int(perhaps.sum())


def refuse_unknown_choice(undecided: str) -> None:
    """Refuse a word that does not say what to do with rows of which it cannot be told.

    Raises:
        UnknownCodeError: it is none of the three; the message names the nearest.
    """
    _UNDECIDED.code_of(undecided)


def choose_rows(is_open: pd.Series[bool], undecided: Undecided) -> pd.Series[bool]:
    """Which rows stay, by whether each is one of which it cannot be told.

    Raises:
        UnknownCodeError: ``undecided`` is none of the three words.
    """
    choices = {"exclude": ~is_open, "include": is_open | True, "only": is_open}
    return choices[_UNDECIDED.code_of(undecided)]


def measure_tables(root: Path) -> list[str]:
    """Names of the tables that hold measures."""
    return [
        resource["name"]
        for resource in descriptor(root)["resources"]
        if any(field["name"] == "measure_id" for field in resource["schema"]["fields"])
        and resource["schema"]["primaryKey"] == ["measure_id"]
    ]


def _all_measures(
    types: list[str] | None, entities: list[str] | None, edition: Edition
) -> pd.DataFrame:
    """Measures among which those that are wanted are: all, or fewer where that is quicker."""
    names = measure_tables(edition.base)
    if types is not None:
        kinds = edition.look_at("measure_types")
        wanted = set(kinds.loc[kinds["measure_type"].isin(types), "table"])
        # Where no kind is wanted there are no rows, but the columns stay.
        names = [name for name in names if name in wanted] or names[:1]
    if entities is not None:
        few = [edition.few_rows(name, entities) for name in names]
        if not any(frame is None for frame in few):
            return pd.concat(few, ignore_index=True)
    if types is None:
        return _every_measure(edition)
    return pd.concat(map(edition.look_at, names), ignore_index=True)


@keep_until_changed(*(name for name, table in TABLES.items() if table.group == "measures"))
def _every_measure(edition: Edition) -> pd.DataFrame:
    return pd.concat(map(edition.look_at, measure_tables(edition.base)), ignore_index=True)
