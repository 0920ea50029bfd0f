"""The rule against two rows about the same prohibition at the same time."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from sanctions_data.validation.engine.columns import CodedRows, rank_rows
from sanctions_data.validation.engine.context import Context, Finding, rule
from sanctions_data.validation.engine.grouping import are_shared, group_rows


@rule(
    "intervals-apart",
    "Rows about the same prohibition do not overlap in time.",
    "One prohibition is one row; two that overlap would be counted twice.",
)
def intervals_apart(context: Context) -> Iterator[Finding]:
    """Sort the intervals of each prohibition and compare neighbours.

    A row that ended on a day nobody knows cannot be compared.
    """
    for table, rows in context.measures():
        for row, before in _find_overlaps(rows):
            yield Finding(
                table,
                row,
                "start_date",
                f"overlaps the interval of {rows['measure_id'].text(before)}, the same prohibition",
                "end that one first, or make one row of the two",
            )


_PROHIBITION = (
    "entity_id",
    "authority_id",
    "programme_id",
    "instrument_id",
    "measure_type",
    "restriction_kind",
    "listing_id",
    "applies_where",
)


def _find_overlaps(rows: CodedRows) -> Iterator[tuple[int, int]]:
    """Rows that begin before another of the same prohibition has ended, and that other."""
    start, end = rank_rows(rows["start_date"], rows["end_date"])  # A missing one is below all.
    status = rows["status"]
    ended_some_day = status.isin("ended") & (end < 0)
    compared = np.flatnonzero(~status.isin("never_in_force") & ~ended_some_day)
    about = group_rows(rows[column] for column in _PROHIBITION if column in rows)[compared]
    several = are_shared(about)
    compared, about = compared[several], about[several]
    order = np.lexsort((start[compared], about))
    compared, about = compared[order], about[order]
    earlier, later = compared[:-1], compared[1:]
    overlaps = (about[1:] == about[:-1]) & ((end[earlier] < 0) | (start[later] < end[earlier]))
    yield from zip(later[overlaps].tolist(), earlier[overlaps].tolist(), strict=True)
