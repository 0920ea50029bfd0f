"""When the EU listed an entry of its financial sanctions list.

Newer files say so in an attribute. In older ones some entries have the day among other remarks,
which also name the day of the UN's listing, or of one that was suspended later. For all others
the acts of the entry tell by when it was listed.
"""

from __future__ import annotations

import re
from datetime import date

from lxml import etree

from sanctions_data.lists.common.entry import tidy
from sanctions_data.lists.common.partial_dates import parse_day
from sanctions_data.lists.common.read_report import ReadReport

NAMESPACE = "{http://eu.europa.ec/fpi/fsd/export}"

_DATE = r"(?P<date>\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2} [A-Z][a-z]+ \d{4})(?!\d)"
_OF_THE_EU = re.compile(rf"\bEU(?: designation| listing)?:? ?{_DATE}", re.IGNORECASE)
_OF_THE_LIST = re.compile(
    rf"^(?:(?:date of (?:listing|designation)|listed on|designated on):? ?|\()?{_DATE}",
    re.IGNORECASE,
)
# The measures of a suspended listing began anew on another day, which the remark does not say.
_NOT_THIS_ONE = re.compile(r"suspended|no longer valid|\bprevious", re.IGNORECASE)


def listing_day(
    element: etree._Element, position: str, report: ReadReport
) -> tuple[date | None, str]:
    """The day of listing and its precision: stated, or the earliest that the entry names."""
    printed = tidy(element.get("designationDate"))
    if day := parse_day(printed):
        return _in_force(element, day), "day"
    if printed:
        report.warn(position, f"found designationDate {printed!r}, expected yyyy-mm-dd; left out")
    if day := day_in_remark(tidy(element.get("designationDetails"))):
        return day, "day"
    earliest = _earliest(element, position, report)
    return earliest, "on_or_before" if earliest else "unknown"


def _in_force(element: etree._Element, designated: date) -> date:
    """The day on which the act of the designation enters into force, where it is printed.

    Most acts enter into force on the day of their publication or on the day after.
    """
    days = [
        parse_day(tidy(act.get("entryIntoForceDate")))
        for act in element.iterfind(f"{NAMESPACE}regulation")
        if parse_day(tidy(act.get("publicationDate"))) == designated
    ]
    return max([designated, *filter(None, days)])


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


def _earliest(element: etree._Element, position: str, report: ReadReport) -> date | None:
    """The earliest day that any part of the entry names: the party was listed by then.

    The list prints when an act entered into force only with the latest act. For older acts
    the day of publication is used.
    """
    in_force: dict[str, str] = {}
    for regulation in element.iterfind(f"{NAMESPACE}regulation"):
        day = regulation.get("entryIntoForceDate") or regulation.get("publicationDate")
        in_force[tidy(regulation.get("numberTitle"))] = tidy(day)
    days = list(in_force.items())
    summaries = dict.fromkeys(  # most parts of an entry name the same few acts
        (summary.get("numberTitle"), summary.get("publicationDate"))
        for part in element
        for summary in part.iterchildren(f"{NAMESPACE}regulationSummary")
    )
    days.extend((tidy(act), tidy(day)) for act, day in summaries if tidy(act) not in in_force)
    found = []
    for act, printed in days:
        if day_found := parse_day(printed):
            found.append(day_found)
        elif printed:
            report.warn(position, f"found date {printed!r} for act {act!r}, expected yyyy-mm-dd")
    return min(found, default=None)
