"""Who imposes what on a party, at a glance: authorities by kind of measure."""

from __future__ import annotations

from typing import Any

import pandas as pd

from sanctions_data.query.labels import day_text
from sanctions_data.query.time.day_status import UNDECIDED
from sanctions_data.schema.text_type import TEXT
from sanctions_data.tables.records import records

# What tells most about where a party stands comes first.
_STATUSES = ["in_force", "suspended", "announced", "ended", "never_in_force"]


def matrix(measures: pd.DataFrame) -> pd.DataFrame:
    """The measures on one party as authorities by kind of measure.

    Args:
        measures: measures on one party, as from ``sd.measures``.

    Returns:
        One row an authority, one column a kind of measure, in order of the alphabet. A cell
        tells when the measure began (``since 2012-03-15``), its life (``2012-03-15 to
        2016-01-16``) or, if the dates are not known or it never began, its status; it is empty
        if we know of no measure. Of measures of a day, ``cannot be told`` marks those that may
        have been in force. Of several measures of one kind, one in force counts before one that
        is not; of those in force the earliest, of those that are over the latest of the chain.

    Example:
        >>> import sanctions_data as sd
        >>> found = matrix(sd.measures(entity="iran-air", authority="eu"))
        >>> found.index.tolist()
        ['eu']
    """
    rank = measures["status"].astype(TEXT).map(_STATUSES.index)
    open_ = measures["day_status"] == UNDECIDED if "day_status" in measures else False
    start = (measures["start_date"] - pd.Timestamp(0)).dt.days
    first = (
        measures.assign(open=open_, rank=rank, order=start.where(rank == 0, -start))
        .sort_values(["open", "rank", "order"])
        .drop_duplicates(["authority_id", "measure_type"])
    )
    cells = pd.DataFrame(
        {
            "authority_id": first["authority_id"].astype(TEXT),
            "measure_type": first["measure_type"].astype(TEXT),
            "cell": [_cell(row) for row in records(first)],
        }
    )
    found = cells.pivot(index="authority_id", columns="measure_type", values="cell").fillna("")
    return found.rename_axis(columns=None)


def _cell(row: dict[str, Any]) -> str:
    if row["open"]:
        return UNDECIDED.replace("_", " ")
    status = str(row["status"]).replace("_", " ")
    start = day_text(row["start_date"], row["start_precision"])
    end = day_text(row["end_date"], row["end_precision"])
    if status == "in force":
        return status if start in ("", "unknown") else f"since {start}"
    if status == "ended" and end not in ("", "unknown"):
        return f"{start or 'unknown'} to {end}"
    return status
