"""Which lists were read, how fresh they are, and how exactly measures are placed in time."""

from __future__ import annotations

from typing import Any

from sanctions_data.query.time.snapshot_days import snapshots_of
from sanctions_data.site.reference_facts import text_rows
from sanctions_data.site.site_tables import SiteTables

_TO_THE_DAY = "day"


def coverage_facts(tables: SiteTables) -> dict[str, Any]:
    """The lists with their oldest and newest snapshot, and how exactly measures are placed."""
    lists = tables.edition.load("lists")
    lists = lists[lists["authority_id"].notna()]
    seen = snapshots_of(tables.edition).frame
    by_list = seen.groupby("list_id")["day"]
    newest = seen.drop_duplicates("list_id", keep="last").set_index("list_id")
    found = lists.assign(
        oldest=lists["list_id"].map(by_list.min()),
        newest=lists["list_id"].map(by_list.max()),
        completeness=lists["list_id"].map(newest["completeness"].astype("str")),
        snapshots=lists["list_id"].map(by_list.size()).fillna(0).astype(int).astype("str"),
        listings=lists["list_id"]
        .map(tables.edition.load("listings")["list_id"].astype("str").value_counts())
        .fillna(0).astype(int).astype("str"),
    )  # fmt: skip
    columns = [
        "list_id", "authority_id", "title", "publisher", "url", "licence", "oldest", "newest",
        "snapshots", "listings", "completeness", "note",
    ]  # fmt: skip
    return {"lists": text_rows(found[columns]), "exactness": _exactness(tables)}


def _exactness(tables: SiteTables) -> list[list[object]]:
    """By authority: measures, those in force, and those with start, act and source to the day."""
    measures = tables.measures
    facts = measures.assign(
        to_the_day=measures["start_precision"].eq(_TO_THE_DAY),
        has_act=measures["instrument_id"].notna(),
        primary=measures["evidence"].eq("primary"),
        stated=measures["basis"].eq("stated"),
        number=1,
    )
    names = ["number", "now", "to_the_day", "has_act", "primary", "stated"]
    found = facts.groupby("authority_id", observed=True)[names].sum()
    return [
        [str(each), *map(int, row)] for each, row in zip(found.index, found.values, strict=True)
    ]
