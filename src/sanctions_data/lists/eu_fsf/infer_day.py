"""The day on which the EU listed a party, where no list states it but two facts leave one day.

The earliest act that an entry names is a bound: the party was listed by then. It is the act that
listed it where the party cannot have been listed long before. Two things show that it was not:

* ``eu_act_before_sighting``: a mirror of the list did not have the entry yet, and has it soon
  after the act. The mirror lags behind the Official Journal by 1 to 9 days as a rule, and by 29
  days at most. Of 1,008 entries that the rule gives a day and that print one as well, 990 print
  the same; 16 of the others print the day of an earlier listing that had ended, and two a day
  on which the mirror still had no such entry.
* ``eu_act_after_un_listing``: the UN had listed the party a month before the act at most, and
  the EU has no other ground to list it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from sanctions_data.lists.common.entry import Act

MOST_LAG = timedelta(days=29)
"""How many days after an act the mirror has what it listed, at most."""
MOST_DELAY = timedelta(days=31)
"""How many days after the UN the EU lists a party, where its act is taken to be the first."""


class Inferred(NamedTuple):
    """A day of listing, and the rule by which it was inferred."""

    day: date
    rule: str


def infer_day(
    acts: Iterable[Act],
    *,
    absent_on: date | None = None,
    first_seen_on: date | None = None,
    un_listed_on: date | None = None,
    stated: date | None = None,
) -> Inferred | None:
    """The day of listing that follows from the acts of an entry and from when it was not there.

    Args:
        acts: the acts that the entry names, in any vintage of the list.
        absent_on: the day of the last state of the mirror without the entry.
        first_seen_on: that of the first state with it.
        un_listed_on: the day on which the UN listed the party; to be left out where the EU may
            have listed it on another ground.
        stated: the day of listing that the list states. It stands, unless the mirror shows that
            the entry was not there for long after it.

    Returns:
        The day and the rule; None where nothing follows, or where the act's day of effect is
        not known.

    Example:
        >>> act = Act("1/2022", date(2022, 2, 25), date(2022, 2, 25))
        >>> infer_day([act], absent_on=date(2022, 2, 20), first_seen_on=date(2022, 2, 27))
        Inferred(day=datetime.date(2022, 2, 25), rule='eu_act_before_sighting')
        >>> infer_day([act], absent_on=None, first_seen_on=date(2021, 1, 29))
    """
    published_on, day = _earliest(acts)
    if published_on is None or day is None:
        return None
    if absent_on and first_seen_on:
        was_there = stated is not None and absent_on - stated <= MOST_LAG
        if not was_there and timedelta(0) <= first_seen_on - published_on <= MOST_LAG:
            return Inferred(day, "eu_act_before_sighting")
    elif (
        un_listed_on
        and stated is None
        and timedelta(0) <= published_on - un_listed_on <= MOST_DELAY
    ):
        return Inferred(day, "eu_act_after_un_listing")
    return None


def _earliest(acts: Iterable[Act]) -> tuple[date | None, date | None]:
    """When the earliest acts were published, and by when all of them had taken effect."""
    dated = [act for act in acts if act.published_on]
    published_on = min((act.published_on for act in dated if act.published_on), default=None)
    effects = [act.in_force_on for act in dated if act.published_on == published_on]
    known = [day for day in effects if day]
    return published_on, max(known) if known and len(known) == len(effects) else None
