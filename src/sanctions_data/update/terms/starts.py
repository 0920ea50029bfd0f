"""From when an entry is under a measure, as far as the list and the rules tell."""

from __future__ import annotations

from datetime import date

from sanctions_data.lists import Entry
from sanctions_data.lists.common.entry import StatedMeasure
from sanctions_data.tables.store import Row

Start = tuple[date | None, str]
"""A day, and how exact it is."""


def start_of_stated(
    entry: Entry, stated: StatedMeasure, not_before: str, act_day: str = ""
) -> Start:
    """The start of a measure that the list states for the entry.

    Args:
        entry: the entry.
        stated: the measure; where it has no date of its own that of the entry speaks.
        not_before: the day before which the measure did not exist, as ISO text; may be empty.
        act_day: the first day of its act and of those that this one took over from, likewise.
    """
    if stated.start:
        return stated.start, stated.precision
    listed = entry.listed_on
    if listed and not_before and listed < date.fromisoformat(not_before):
        # The entry is older than the kind of measure, and the list does not say when the
        # measure was added to it: the day of listing would be wrong.
        return None, "unknown"
    if listed and act_day and listed < (first := date.fromisoformat(act_day)):
        # Listed under an older act that nobody names: in force under this one at the latest.
        return first, "on_or_before"
    return listed, entry.precision


def start_by_rule(entry: Entry, rule: Row, act_day: str, *, has_many_programmes: bool) -> Start:
    """The start that follows from the day of listing.

    Args:
        entry: the entry.
        rule: the rule of ``programme_measures`` by which it is under the measure.
        act_day: the first day of the act of the rule and of those that it took over from, as ISO
            text; may be empty.
        has_many_programmes: whether an entry of the list gets further programmes in time, so
            that one which is older than the act came under it on a day of its own.

    Example:
        >>> entry = Entry("1", "person", (), "", listed_on=date(2014, 3, 17), precision="day")
        >>> start_by_rule(entry, {"from_date": ""}, "2021-04-15", has_many_programmes=True)
        (None, 'unknown')
    """
    start, precision = entry.listed_on, entry.precision
    begins = date.fromisoformat(rule["from_date"]) if rule["from_date"] else None
    if begins and start and start < begins:
        start, precision = begins, "day"
    if act_day and start and start < (first := date.fromisoformat(act_day)):
        if has_many_programmes:
            return None, "unknown"
        # Listed under an older act that nobody names: in force by then at the latest.
        start, precision = first, "on_or_before"
    return start, precision
