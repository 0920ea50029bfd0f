"""The version that comes next, by the calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sanctions_data.history.versions import version_order


def next_version(versions: Sequence[str], day: date) -> str:
    """The version of a release on a day: the first of its month is ``YYYY.M.0``.

    Where the last version is of a later month than the day, its number is counted on, so that
    the new one is always the later.

    Args:
        versions: the released ones, in any order.
        day: the day of the release.

    Example:
        >>> next_version(["2026.2.0", "2026.8.0"], date(2026, 8, 30))
        '2026.8.1'
        >>> next_version(["2026.8.1"], date(2026, 11, 26))
        '2026.11.0'
    """
    of_month = (day.year, day.month, 0)
    if not versions:
        return "{}.{}.{}".format(*of_month)
    year, month, number = max(version_order(version) for version in versions)
    return "{}.{}.{}".format(*max(of_month, (year, month, number + 1)))
