"""Whether a target is listed, and since when: only its modifications say so.

The whole list keeps targets that were taken off. A target is in force where it was listed and not
taken off since; what cannot be told is taken for off, as nobody must be said to be listed who
may not be.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lxml import etree

from sanctions_data.lists.common.partial_dates import parse_day

_ON, _OFF = "listed", "de-listed"


@dataclass(frozen=True, slots=True)
class Listing:
    """Whether a target is in force, and the day since when, if it is told."""

    is_in_force: bool
    since: date | None = None


def read_listing(target: etree._Element) -> Listing:
    """Read the modifications of a target.

    Example:
        >>> def listing(*kinds):
        ...     marks = "".join(
        ...         f'<modification modification-type="{kind}" effective-date="{day}"/>'
        ...         for kind, day in kinds
        ...     )
        ...     return read_listing(etree.fromstring(f"<target>{marks}</target>"))
        >>> listing(("listed", "2022-03-16"), ("amended", "2023-01-01")).is_in_force
        True
        >>> listing(("listed", "2022-03-16"), ("de-listed", "2023-01-01")).is_in_force
        False
    """
    days: dict[str, list[date | None]] = {_ON: [], _OFF: []}
    for modification in target.iterfind("modification"):
        kind = modification.get("modification-type", "")
        if kind in days:
            printed = modification.get("effective-date") or modification.get("publication-date")
            days[kind].append(parse_day(printed or ""))
    listed = [day for day in days[_ON] if day]
    if not days[_OFF]:
        return Listing(bool(days[_ON]), min(listed, default=None))
    if None in days[_OFF]:
        return Listing(is_in_force=False)
    last = max(day for day in days[_OFF] if day)
    again = [day for day in listed if day > last]
    return Listing(bool(again), min(again, default=None))
