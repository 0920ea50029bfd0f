"""In force on a day, not in force, or not to be told: the one place that decides.

Intervals are half-open. A measure is in force on a day for sure if it had begun by then at the
latest and ended later at the earliest; it is not in force for sure if it began later at the
earliest or had ended by then at the latest. Everything between cannot be told. The bounds are
those of ``day_bounds``.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

import numpy as np
import pandas as pd

from sanctions_data.query.time.snapshot_days import days

IN_FORCE = "in_force"
NOT_IN_FORCE = "not_in_force"
UNDECIDED = "cannot_be_told"
DAY_STATUSES = [IN_FORCE, UNDECIDED, NOT_IN_FORCE]


class Bounds(NamedTuple):
    """Between which days one measure began and ended; see ``day_bounds``.

    ``start_earliest`` is None where no bound is known, ``start_latest`` where it never began,
    ``end_latest`` where it has no end, and ``end_earliest`` where it may have ended as soon as it
    began.
    """

    start_earliest: date | None
    start_latest: date | None
    end_earliest: date | None
    end_latest: date | None

    def on(self, day: date) -> str:
        """``in_force``, ``not_in_force`` or ``cannot_be_told`` on a day.

        Example:
            >>> began_in_march = Bounds(date(2024, 3, 1), date(2024, 3, 31), None, None)
            >>> [began_in_march.on(date(2024, month, 15)) for month in (2, 3, 4)]
            ['not_in_force', 'cannot_be_told', 'in_force']
        """
        if self.start_latest is None:
            return NOT_IN_FORCE
        if self.start_earliest is not None and day < self.start_earliest:
            return NOT_IN_FORCE
        if self.end_latest is not None and day >= self.end_latest:
            return NOT_IN_FORCE
        if day < self.start_latest:
            return UNDECIDED
        if self.end_latest is None or (self.end_earliest is not None and day < self.end_earliest):
            return IN_FORCE
        return UNDECIDED


def day_status(bounds: pd.DataFrame, day: pd.Timestamp) -> pd.Series[str]:
    """For each measure what ``Bounds.on`` says, for all at once.

    Args:
        bounds: the bounds, as from ``day_bounds``.
        day: the day.

    Returns:
        ``in_force``, ``not_in_force`` or ``cannot_be_told``, as a category.
    """
    on = np.datetime64(day, "s")
    low, high = days(bounds["start_earliest"]), days(bounds["start_latest"])
    end_low, end_high = days(bounds["end_earliest"]), days(bounds["end_latest"])
    # A comparison with a missing day is false.
    has_no_end = np.isnat(end_high)
    may = ~np.isnat(high) & ~(low > on) & (has_no_end | (on < end_high))
    sure = may & (high <= on) & (has_no_end | (on < end_low))
    codes = np.where(sure, 0, np.where(may, 1, 2)).astype(np.int8)
    statuses = pd.Categorical.from_codes(codes, pd.Index(DAY_STATUSES))
    return pd.Series(statuses, bounds.index)


def day_of(on: str | date) -> pd.Timestamp:
    """A day as people write it.

    Raises:
        ValueError: it is no day; the message says how to write one.

    Example:
        >>> day_of("2024-10-14").day_name()
        'Monday'
    """
    try:
        day = date.fromisoformat(on) if isinstance(on, str) else on
    except ValueError:
        raise ValueError(f"found {on!r}, expected a day such as 2024-10-14") from None
    return pd.Timestamp(day.date() if isinstance(day, datetime) else day)
