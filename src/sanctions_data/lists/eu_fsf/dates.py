"""When the EU listed an entry of its financial sanctions list.

The list has a field for the day of designation, which our copies of the file lack or carry under
another name. Some entries have the day among other remarks, which also name the day of the UN's
listing, or of one that was suspended later. For all others the acts of the entry tell by when it
was listed. A day of listing is the day on which its act took effect.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sanctions_data.lists.common.entry import Act, Entry
from sanctions_data.lists.common.partial_dates import parse_day
from sanctions_data.lists.common.words import read_toml
from sanctions_data.lists.eu_fsf.acts import days_of_effect

OF_THE_UN, _OF_BOTH = (
    frozenset(read_toml(__file__, "days.toml")[key]) for key in ("of_the_un", "of_both")
)
_PUBLISHED_WITHIN = timedelta(days=10)
_DATE = r"(?P<date>\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2} [A-Z][a-z]+ \d{4})(?!\d)"
_OF_THE_EU = re.compile(rf"\bEU(?: designation| listing)?:? ?{_DATE}", re.IGNORECASE)
_OF_THE_LIST = re.compile(
    rf"^(?:(?:date of (?:listing|designation)|listed on|designated on):? ?|\()?{_DATE}",
    re.IGNORECASE,
)
# The measures of a suspended listing began anew on another day, which the remark does not say.
_NOT_THIS_ONE = re.compile(r"suspended|no longer valid|\bprevious", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Designation:
    """The days on which an entry says it was designated: in a remark, and in the field for it.

    The field may hold the day of the UN's designation, or that of a later review.
    """

    stated: date | None = None
    designated: date | None = None


def listing_day(acts: Iterable[Act], *designated: date | None) -> tuple[date | None, str]:
    """The day of listing and its precision.

    Args:
        acts: the acts of the entry.
        designated: the days of designation that the entry states, the surest first.

    Example:
        >>> act = Act("1/2020", date(2020, 1, 2), date(2020, 1, 3))
        >>> listing_day([act], date(2020, 1, 1))
        (datetime.date(2020, 1, 3), 'day')
        >>> listing_day([act])
        (datetime.date(2020, 1, 3), 'on_or_before')
    """
    for day in filter(None, designated):
        return _take_effect(day, acts), "day"
    earliest = min(days_of_effect(acts), default=None)
    return earliest, "on_or_before" if earliest else "unknown"


def _take_effect(designated: date, acts: Iterable[Act]) -> date:
    """When a designation took effect: the list prints the day on which it was adopted.

    Acts are published some days later, and bind nobody before.
    """
    soon = [
        (act.published_on, act.in_force_on or act.published_on)
        for act in acts
        if act.published_on and designated <= act.published_on <= designated + _PUBLISHED_WITHIN
    ]
    return max(designated, min(soon)[1]) if soon else designated


def own_days(designation: Designation, entry: Entry) -> list[date]:
    """The days of designation that an entry states and that are the EU's own, the surest first.

    Where the EU follows the UN, the field for the day of designation holds the UN's day, unless
    an act of the entry was published on it.

    Example:
        >>> from dataclasses import replace
        >>> from sanctions_data.lists.common.entry import Term
        >>> entry = Entry("EU.1.10", "person", (), "entry 1", (Term("programme", "BLR"),))
        >>> said = Designation(designated=date(2020, 1, 2))
        >>> own_days(said, entry)
        [datetime.date(2020, 1, 2)]
        >>> own_days(said, replace(entry, programmes=(Term("programme", "TAQA"),)))
        []
    """
    programmes = {term.text for term in entry.programmes if not term.is_hint}
    published = [act.published_on for act in entry.acts if act.published_on]
    stated, designated = designation.stated, designation.designated
    own = []
    if stated and not programmes & OF_THE_UN:
        own.append(stated)
    if designated:
        may_be_of_the_un = bool(entry.references or programmes & (OF_THE_UN | _OF_BOTH))
        is_later = bool(published) and min(published) < designated
        if designated in published or not (may_be_of_the_un or is_later):
            own.append(designated)
    return own


def day_in_remark(text: str) -> date | None:
    """The day on which the EU listed the party, where a remark states it.

    Example:
        >>> day_in_remark("Date of EU designation: 24.4.2007 (UN: 3.3.2008)")
        datetime.date(2007, 4, 24)
        >>> day_in_remark("Date of UN designation: 9.6.2010")
        >>> day_in_remark("(26.7.2010, suspended since 16.1.2016)")
    """
    if _NOT_THIS_ONE.search(text):
        return None
    match = _OF_THE_EU.search(text) or _OF_THE_LIST.match(text)
    return parse_day(match["date"].replace(".", "/")) if match else None
