"""Which rows contributors wrote, and which were read from an official list.

What a list prints is not ours to change: where a rule is about the value itself, a row of a
contributor is an error, and a printed one a warning.
"""

from __future__ import annotations

import numpy as np

from sanctions_data.schema import MEASURE_TABLES
from sanctions_data.validation.engine.arrow import Mask
from sanctions_data.validation.engine.context import Context
from sanctions_data.validation.issues import Severity

_BY_MACHINE = ("listings", "matches", "sightings", "listing_links", "releases", "changes")
# What is read from lists: a snapshot, and what many files of a list together say of days.
OF_LISTS = ("list_snapshot", "list_history")
_FACTS = ("entity_names", "entity_identifiers", "entity_attributes")


def are_ours(context: Context, table: str) -> Mask:
    """The rows of a table that a contributor wrote."""
    return context.once(("ours", table), lambda: _find_ours(context, table))


def severity_of(context: Context, table: str, row: int) -> Severity:
    """An error for a row that a contributor wrote, a warning for a printed one."""
    return Severity.error if are_ours(context, table)[row] else Severity.warning


def _find_ours(context: Context, table: str) -> Mask:
    rows = context.rows(table)
    if table in _BY_MACHINE:
        return np.zeros(len(rows), dtype=bool)
    if table in MEASURE_TABLES:
        return ~rows["listing_id"].filled
    if table in _FACTS:
        return rows["list_id"].isin("curated")
    if table == "entities":
        ids = rows["entity_id"]
        listed = ids.select_rows(ids.known(context.rows("listings")["entity_id"].values))
        return ~listed & ~rows["merged_into"].filled
    if table == "sources":
        return ~rows["kind"].isin(*OF_LISTS)
    return np.ones(len(rows), dtype=bool)
