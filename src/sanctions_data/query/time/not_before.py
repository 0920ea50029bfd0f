"""From what day on a measure may have been in force whose start is not known exactly.

The latest of what is known counts:

* the day from which its rule applies (``programme_measures.from_date``);
* the day before which the list's term for it meant nothing (``source_terms.not_before``), where
  every term of the list for that kind of measure has one;
* the day on which it was announced;
* its act: the earliest day of adoption or effect along the chain of acts that it took over from
  (``instruments.replaces``). In an edition that does not know those chains acts bound nothing,
  as many took over parties from an older one;
* the day after the last snapshot of the list without the entry;
* of a freeze or a travel ban that an entry got later, the day after the last snapshot with all
  details that has the entry without it;
* the day on which a history last saw the list without the entry, as it may have been listed on
  that very day;
* of an order that denies export privileges, the start of an order before it.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from sanctions_data.query.edition import Edition, keep_until_changed
from sanctions_data.query.time.order_chains import order_bounds
from sanctions_data.query.time.snapshot_days import (
    NO_DAY,
    ONE_DAY,
    Days,
    Snapshots,
    days,
    days_by,
    is_one_of,
    sightings_of,
)
from sanctions_data.tables.act_days import first_days

_ACT = ("instrument_id", "adopted_on", "in_force_on", "replaces")


def not_before(
    measures: pd.DataFrame,
    listed: pd.DataFrame,
    edition: Edition,
    snapshots: Snapshots,
    latest: Days,
) -> Days:
    """The first day on which each measure may have been in force; missing where none is known.

    What is after the day by which the measure was in force for sure cannot bound it, and is left
    out: such as the day of an act that took over from one which nobody names.

    Args:
        measures: the measures.
        listed: for each its ``list_id`` and the ``first_seen`` of its listing.
        edition: the tables that they are from.
        snapshots: the snapshots in the edition.
        latest: for each the day by which it was in force for sure.
    """
    rules = edition.look_at("programme_measures").set_index("rule_id")
    there = np.fmin(days(listed["first_seen"]), latest)
    absent = snapshots.last_before(listed["list_id"], there, rich=False)
    bounds = [
        days(measures["announced_on"]),
        absent + ONE_DAY,
        _by_entry_without_it(measures, listed, snapshots),
        _by_history(measures, listed, edition),
        days_by(rules["from_date"], measures["rule_id"]),
        _by_term(measures, listed, edition),
        days_by(_act_days_of(edition), measures["instrument_id"]),
    ]
    if (measures["measure_type"] == "flight_restriction").any():
        bounds.append(days_by(order_bounds(edition), measures["measure_id"]))
    found = np.full(len(measures), NO_DAY)
    for bound in bounds:
        found = np.fmax(found, np.where(bound > latest, NO_DAY, bound))
    return found


def _by_entry_without_it(
    measures: pd.DataFrame, listed: pd.DataFrame, snapshots: Snapshots
) -> Days:
    lacking = snapshots.last_before(listed["list_id"], days(measures["first_seen"]), rich=True)
    # Other kinds of measures may have been printed for long under a term that nobody knew.
    is_told = is_one_of(measures["measure_type"], ["asset_freeze", "travel_ban"])
    return np.where(is_told & (lacking >= days(listed["first_seen"])), lacking + ONE_DAY, NO_DAY)


def _by_history(measures: pd.DataFrame, listed: pd.DataFrame, edition: Edition) -> Days:
    absent = sightings_of(edition)["absent_on"]
    found, first_seen = days_by(absent, measures["listing_id"]), days(measures["first_seen"])
    # What was added to an entry later began later than the entry.
    came_with_it = (first_seen == days(listed["first_seen"])) & (found < first_seen)
    return np.where(came_with_it, found, NO_DAY)


def _by_term(measures: pd.DataFrame, listed: pd.DataFrame, edition: Edition) -> Days:
    found = np.full(len(measures), NO_DAY)
    stated = (measures["basis"] == "stated").to_numpy()
    lists, types = listed["list_id"][stated], measures["measure_type"][stated]
    bounds = _term_days_of(edition)
    for day, (list_id, kind) in zip(days(bounds), bounds.index.to_list(), strict=True):
        here = (lists == list_id).to_numpy() & (types == kind).to_numpy()
        found[np.flatnonzero(stated)[here]] = day
    return found


@keep_until_changed("source_terms")
def _term_days_of(edition: Edition) -> pd.Series[pd.Timestamp]:
    """The day before which no term of a list meant a kind of measure, by both."""
    terms = edition.load("source_terms", ("list_id", "measure_type", "not_before"))
    kinds = terms[terms["measure_type"].notna()].groupby(["list_id", "measure_type"])["not_before"]
    return kinds.min()[kinds.count() == kinds.size()]


@keep_until_changed("instruments")
def _act_days_of(edition: Edition) -> pd.Series[pd.Timestamp]:
    return act_days(edition.load("instruments", _ACT))


def act_days(instruments: pd.DataFrame) -> pd.Series[pd.Timestamp]:
    """The first day on which anything can have been in force under each act.

    Example:
        >>> acts = pd.DataFrame({
        ...     "instrument_id": ["old", "new", "other"],
        ...     "adopted_on": pd.to_datetime(["2012-03-23", "2019-04-10", None]),
        ...     "in_force_on": pd.to_datetime([None, "2020-12-31", None]),
        ...     "replaces": [None, "old", None],
        ... })
        >>> act_days(acts).astype("str").to_dict()
        {'old': '2012-03-23', 'new': '2012-03-23'}
    """
    if "replaces" not in instruments or instruments["replaces"].isna().all():
        return pd.Series(dtype="datetime64[s]")
    acts = instruments.set_index("instrument_id")
    own = acts[["adopted_on", "in_force_on"]].min(axis=1).dropna()
    older = acts["replaces"].dropna()
    chains = {str(act): str(old) for act, old in older.items()}
    return pd.Series(
        first_days({str(act): day for act, day in own.items()}, chains), dtype="datetime64[s]"
    )
