"""A difference summed up for a person: who added, ended and corrected how much, under what."""

from __future__ import annotations

import pandas as pd

from sanctions_data.schema import MEASURE_TABLES

KINDS = ["added", "ended", "corrected", "moved", "removed"]


def measures_by_programme(found: pd.DataFrame) -> pd.DataFrame:
    """Number of measures by authority, programme and what became of them.

    Args:
        found: what ``diff`` returned.

    Returns:
        One row an authority and programme, the busiest first within an authority, with the
        columns ``added``, ``ended``, ``corrected`` (another cell than the party), ``moved``
        (only found to be on another party) and ``removed``.

    Example:
        >>> import sanctions_data as sd
        >>> list(measures_by_programme(sd.diff("2026.8.0", "2026.8.0", table="events")))
        ['added', 'ended', 'corrected', 'moved', 'removed']
    """
    measures = found[found["table"].isin(MEASURE_TABLES)]
    by_row = measures.groupby(["table", "row_key"], sort=False)
    rows = by_row.first()
    only_moved = by_row["column"].agg(set).map(lambda columns: columns == {"entity_id"})
    kind = rows["action"].where(rows["action"] != "changed", "corrected")
    rows["kind"] = kind.mask(only_moved.astype(bool), "moved")
    counted = rows.groupby(["authority_id", "programme_id", "kind"]).size().unstack(fill_value=0)
    counted = counted.reindex(columns=KINDS, fill_value=0).rename_axis(columns=None)
    order = counted.sum(axis=1).sort_values(ascending=False, kind="stable").index
    return counted.loc[order].sort_index(level=0, sort_remaining=False, kind="stable")


def other_tables(found: pd.DataFrame) -> pd.DataFrame:
    """Number of rows ``added``, ``changed`` and ``removed`` in the tables without measures."""
    others = found[~found["table"].isin(MEASURE_TABLES)]
    rows = others.drop_duplicates(["table", "row_key"])
    counted = pd.crosstab(rows["table"], rows["action"]) if len(rows) else pd.DataFrame()
    return counted.reindex(columns=["added", "changed", "removed"], fill_value=0)
