"""What each release changed, counted from the table of changes.

``export feed`` tells it in sentences, by authority and programme; for that it rebuilds every
version, which takes minutes. Here the rows of each version are counted, table by table.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from sanctions_data.history.versions import History
from sanctions_data.site.site_tables import SiteTables, text_of
from sanctions_data.tables.records import records

_ADDED, _ENDED = "added", "ended"


def feed_facts(tables: SiteTables) -> list[dict[str, Any]]:
    """Every release, the newest first, with rows of table, what became of rows, and how many.

    A row counts once a release: as added, removed, ended or changed.
    """
    columns = ("version", "table", "row_key", "column", "action", "new_value")
    changes = tables.edition.load("changes", columns)
    ended = changes["column"].eq("status") & changes["new_value"].eq(_ENDED)
    rows = changes.assign(action=text_of(changes["action"]).mask(ended, _ENDED))
    # Of several cells of one row, the one that tells most counts.
    rows = rows.assign(order=rows["action"].ne(_ENDED)).sort_values("order", kind="stable")
    rows = rows.drop_duplicates(["version", "table", "row_key"])
    # Rows that were added one after the other are one change, which says how many they are.
    many = pd.to_numeric(rows["new_value"].where(rows["action"].eq(_ADDED)), errors="coerce")
    rows = rows.assign(number=many.fillna(1).astype(int), table=rows["table"].astype("str"))
    sums = rows.groupby(["version", "table", "action"], observed=True)["number"].sum()
    found = records(sums.reset_index())
    history = History(tables.edition.base)
    return [
        {
            "version": version,
            "released_on": history.release_of(version, "entities")["released_on"],
            "rows": [
                [each["table"], each["action"], int(each["number"])]
                for each in found
                if each["version"] == version
            ],
        }
        for version in reversed(history.versions)
    ]
