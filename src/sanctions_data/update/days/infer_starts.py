"""Inferring the first day of measures from the acts of an entry and from when it was seen.

What is inferred names its rule, and takes the place of bounds only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sanctions_data.lists.common.entry import Act
from sanctions_data.lists.eu_fsf.dates import OF_THE_UN
from sanctions_data.lists.eu_fsf.infer_day import infer_day
from sanctions_data.schema import MEASURE_TABLES
from sanctions_data.tables.act_days import first_days_of_rows
from sanctions_data.tables.store import Row, Store
from sanctions_data.update.days.list_history import Sighting

EU = "eu-fsf"
UN = "un-sc"


def infer_starts(
    store: Store, acts: Mapping[str, Sequence[Act]], sightings: Iterable[Sighting]
) -> int:
    """Give the EU's measures the day of the act that listed their party, where that is told.

    Nothing is inferred for an entry under several programmes, as its acts do not say which one
    they are about, nor for a measure that is younger than the act.

    Args:
        store: all tables.
        acts: the acts that each entry names in any file of the list, by reference.
        sightings: when each entry was seen in the mirror of the list.

    Returns:
        How many measures got a day.
    """
    seen = {sighting.ref: sighting for sighting in sightings}
    un_days, of_the_un = _days_of_un(store), _programmes_of_the_un(store)
    begins = first_days_of_rows(store.rows("instruments"))
    begins |= {row["rule_id"]: row["from_date"] for row in store.rows("programme_measures")}
    dated = 0
    for listing, rows in _under_one_programme(store):
        sighting = seen.get(listing["entry_ref"])
        stated = listing["listed_on"] if listing["listed_precision"] == "day" else ""
        inferred = infer_day(
            acts.get(listing["entry_ref"], ()),
            absent_on=sighting.absent_on if sighting else None,
            first_seen_on=sighting.first_seen if sighting else None,
            un_listed_on=(
                un_days.get(listing["entity_id"]) if rows[0]["programme_id"] in of_the_un else None
            ),
            stated=date.fromisoformat(stated) if stated else None,
        )
        if inferred is None:
            continue
        day = inferred.day.isoformat()
        for row in rows:
            earliest = max(begins.get(row["instrument_id"], ""), begins.get(row["rule_id"], ""))
            has_day = row["start_precision"] == "day" and row["start_date"] == day
            if not has_day and earliest <= day and _may_begin_on(row, day):
                row["start_date"], row["start_precision"] = day, "day"
                row["start_rule"] = inferred.rule
                dated += 1
    return dated


def _may_begin_on(row: Row, day: str) -> bool:
    """Whether a measure may have begun on a day: by its bound, and by when it was seen.

    An older day that the list states is that of a listing which ended.
    """
    if row["status"] == "announced" or day > row["first_seen"]:
        return False
    is_bound = row["start_precision"] == "on_or_before"
    return not is_bound or day <= row["start_date"]


def _under_one_programme(store: Store) -> list[tuple[Row, list[Row]]]:
    """The entries of the EU under one programme, with the measures that came with them."""
    listings = {row["listing_id"]: row for row in store.rows("listings") if row["list_id"] == EU}
    rows: dict[str, list[Row]] = {listing_id: [] for listing_id in listings}
    for table in MEASURE_TABLES:
        for row in store.rows(table):
            if row["listing_id"] in listings:
                rows[row["listing_id"]].append(row)
    return [
        (listings[listing_id], every)
        for listing_id, every in rows.items()
        if len({row["programme_id"] for row in every}) == 1
    ]


def _days_of_un(store: Store) -> dict[str, date]:
    """The day on which the UN listed each party, where it has one entry of it."""
    found: dict[str, list[str]] = {}
    for row in store.rows("listings"):
        if row["list_id"] == UN and row["listed_precision"] == "day":
            found.setdefault(row["entity_id"], []).append(row["listed_on"])
    return {each: date.fromisoformat(days[0]) for each, days in found.items() if len(days) == 1}


def _programmes_of_the_un(store: Store) -> set[str]:
    """The programmes under which the EU designates whom the UN has designated, and nobody else."""
    return {
        row["programme_id"]
        for row in store.rows("source_terms")
        if row["list_id"] == EU and row["term"] in OF_THE_UN and row["programme_id"]
    }
