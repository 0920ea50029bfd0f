"""From what day on anything can have been in force under an act.

An act may take over from an older one (``instruments.replaces``), and what that one had imposed
goes on under it. So the days of all acts of such a chain count. One rule for whoever asks: the
validation, the update and the questions by day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar

Day = TypeVar("Day", str, date)


def first_days(own: Mapping[str, Day], replaces: Mapping[str, str]) -> dict[str, Day]:
    """The earliest day of each act or of those that it took over from.

    Args:
        own: the day of each act: of its adoption or effect, whichever is earlier. An act whose
            day is not known is left out.
        replaces: for an act that took over from another, that other one.

    Returns:
        The day of each act. One whose chain has an act without a day has none, as that act may
        be the oldest.

    Example:
        >>> own = {"new": "2019-04-10", "old": "2012-03-23", "newest": "2023-12-11"}
        >>> first_days(own, {"new": "old", "newest": "of-unknown-day"})
        {'new': '2012-03-23', 'old': '2012-03-23'}
    """
    found: dict[str, Day] = {}
    for act in own:
        chain = list(_follow(act, replaces))
        days = [own[each] for each in chain if each in own]
        if len(days) == len(chain):
            found[act] = min(days)
    return found


def _follow(act: str, replaces: Mapping[str, str]) -> Iterator[str]:
    """An act and all that it took over from; a circle ends where it began."""
    seen: set[str] = set()
    while act and act not in seen:
        seen.add(act)
        yield act
        act = replaces.get(act, "")


def first_days_of_rows(acts: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """The earliest day of each act by the rows of ``instruments``, as ISO text.

    Args:
        acts: for each act at least its id, ``adopted_on``, ``in_force_on`` and ``replaces``;
            what is missing is empty.

    Example:
        >>> act = {"instrument_id": "a", "in_force_on": "2020-12-31", "replaces": ""}
        >>> first_days_of_rows([{**act, "adopted_on": "2019-04-10"}])
        {'a': '2019-04-10'}
    """
    own: dict[str, str] = {}
    replaces: dict[str, str] = {}
    for row in acts:
        act = row["instrument_id"]
        replaces[act] = row["replaces"]
        if days := [day for day in (row["adopted_on"], row["in_force_on"]) if day]:
            own[act] = min(days)
    return first_days(own, replaces)
