"""The acts that the EU's financial sanctions list names, and when each took effect.

The list prints the day of publication with every act, but the day on which an act entered into
force only with the latest act of an entry. What is said of an act anywhere holds everywhere, so
the days are collected over the whole file before any entry is given one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from lxml import etree

from sanctions_data.lists.common.entry import Act, tidy
from sanctions_data.lists.common.partial_dates import parse_day
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.words import read_toml

NAMESPACE = "{http://eu.europa.ec/fpi/fsd/export}"
NUMBER = "eu_fsf_number"
"""The type of the number under which the EU's database keeps a party (``logicalId``)."""

_PUBLISHED: dict[str, date] = read_toml(__file__, "days.toml")["published"]
# Since October 2023 the list prints the day of the Official Journal in place of its number.
_DAY_OF_JOURNAL = re.compile(r"\(OJ ?L ?(\d{2})(\d{2})(20\d{2})\)")
_A_DAY = timedelta(days=1)


def read_acts(element: etree._Element, position: str, report: ReadReport) -> tuple[Act, ...]:
    """The acts of an entry and of its parts, each once, with the days that stand beside them.

    Args:
        element: the entry.
        position: where it stands, for messages.
        report: receives a warning for a day that is none.
    """
    found: dict[tuple[str, str], str] = {}
    for act in element.iterfind(f"{NAMESPACE}regulation"):
        found[_key(act)] = tidy(act.get("entryIntoForceDate"))
    for part in element:
        for act in part.iterchildren(f"{NAMESPACE}regulationSummary"):
            found.setdefault(_key(act), "")
    acts = []
    for (number, published), in_force in found.items():
        days = []
        for printed in (published, in_force):
            days.append(parse_day(printed))
            if printed and days[-1] is None:
                report.warn(
                    position, f"found date {printed!r} for act {number!r}, expected yyyy-mm-dd"
                )
        acts.append(Act(number, *days))
    return tuple(act for act in acts if act.published_on or act.in_force_on)


def _key(act: etree._Element) -> tuple[str, str]:
    return tidy(act.get("numberTitle")), tidy(act.get("publicationDate"))


class ActDays:
    """When acts took effect, as far as any entry of the list says so.

    Example:
        >>> days = ActDays()
        >>> days.note([Act("1/2020 (OJ L1)", date(2020, 1, 2), date(2020, 1, 3))])
        >>> days.complete([Act("1/2020 (OJ L1)", date(2020, 1, 2))])[0].in_force_on
        datetime.date(2020, 1, 3)
    """

    def __init__(self) -> None:
        self._in_force: dict[str, date] = {}

    def note(self, acts: Iterable[Act]) -> None:
        """Remember what an entry says of its acts."""
        for act in acts:
            if day := _day_of_effect(act):
                self._in_force.setdefault(act.number, day)

    def complete(self, acts: Iterable[Act]) -> tuple[Act, ...]:
        """The acts with the days on which they took effect, where any entry gives one."""
        return tuple(
            Act(
                act.number,
                _PUBLISHED.get(act.number, act.published_on),
                self._in_force.get(act.number),
            )
            for act in acts
        )


def _day_of_effect(act: Act) -> date | None:
    """The day on which an act took effect; None where its two days contradict each other.

    No act binds before it is published. Of some the list prints the day of adoption for that of
    effect, of others the day after publication for that of publication: only the day of the
    Official Journal tells which, where it is printed.
    """
    published = _PUBLISHED.get(act.number, act.published_on)
    in_force = act.in_force_on
    if not (published and in_force) or in_force >= published:
        return in_force
    journal = _DAY_OF_JOURNAL.search(act.number)
    printed = parse_day("-".join(reversed(journal.groups()))) if journal else None
    return in_force if printed == in_force else None


def days_of_effect(acts: Iterable[Act]) -> Iterator[date]:
    """By which day each act had taken effect.

    Of 442 acts of the file of 2026-05-01, all but one took effect on the day of their publication
    or on the next one. So the next one is the bound where the day of effect is not printed.

    Example:
        >>> list(days_of_effect([Act("1/2020", date(2020, 1, 2))]))
        [datetime.date(2020, 1, 3)]
    """
    for act in acts:
        if act.in_force_on:
            yield act.in_force_on
        elif act.published_on:
            yield act.published_on + _A_DAY
