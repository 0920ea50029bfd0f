"""Statuses that a new day of the data makes out of date."""

from __future__ import annotations

from sanctions_data.schema import MEASURE_TABLES
from sanctions_data.tables.store import Store


def bring_up_to_date(store: Store) -> int:
    """Mark as ended what has run out by the day of the data, and return how many rows did.

    The day of the data is that of the newest source: an order that expires in September is
    in force in a snapshot of August, and is not in one of October.
    """
    today = max((row["published_on"] for row in store.rows("sources")), default="")
    ran_out = 0
    for table in MEASURE_TABLES:
        for row in store.rows(table):
            if row["status"] == "in_force" and row["end_date"] and row["end_date"] <= today:
                row["status"] = "ended"
                ran_out += 1
    return ran_out
