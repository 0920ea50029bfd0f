"""Directives that the remarks of an OFAC entry name, and the days that they print.

A tag such as ``RUSSIA-EO14024`` only says under which order a party is listed. Which directives
bind the party, and from when, stands in the remarks: in words, or just in the labels of two
dates.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

from sanctions_data.lists.common.entry import Entry, Term
from sanctions_data.lists.common.partial_dates import parse_day
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.us_ofac.remarks import items_of

_FIELD = "Remarks"
_DIRECTIVE = re.compile(r"Executive Order (\d+) Directive ")
_SUBJECT = re.compile(_DIRECTIVE.pattern + r"\w+:?(?: -)? Subject to Directive (\w+)(?: - .+)?")
_LINK = "more information on directives"
_DATE = re.compile(r"(Listing|Effective) Date \((.+?)\):? (.+)")


def with_directives(entry: Entry, remarks: str, report: ReadReport) -> Entry:
    """The entry with the directives of its remarks among its programmes, and with their dates.

    Args:
        entry: has the tags of the entry for programmes, and a day of listing where the file
            states one.
        remarks: the remarks, whole.
        report: receives a warning for a directive or date that cannot be read; a day of
            listing without the day of effect is left out, as the measure begins later.

    Example:
        >>> tag = Term("Program", "RUSSIA-EO14024")
        >>> entry = Entry("1", "organisation", (), "cons_prim.csv:1 (entry 1)", (tag,))
        >>> remarks = (
        ...     "Listing Date (EO 14024 Directive 3): 24 Feb 2022; "
        ...     "Effective Date (EO 14024 Directive 3): 26 Mar 2022."
        ... )
        >>> entry = with_directives(entry, remarks, ReadReport("us-ofac-cons"))
        >>> entry.programmes[1].text, entry.programmes[1].start
        ('EO 14024 Directive 3', datetime.date(2022, 3, 26))
        >>> entry.listed_on
        datetime.date(2022, 2, 24)
    """
    directives: dict[str, None] = {}
    days: dict[str, dict[str, date]] = {"Listing": {}, "Effective": {}}
    for item in items_of(remarks):
        if subject := _SUBJECT.fullmatch(item):
            directives[f"EO {subject[1]} Directive {subject[2]}"] = None
        elif (printed := _DATE.fullmatch(item)) and (day := parse_day(printed[3])):
            days[printed[1]][printed[2]] = day
            directives[printed[2]] = None
        elif printed or (_DIRECTIVE.match(item) and _LINK not in item):
            report.warn(entry.position, f"{item!r} is not understood; left out")
    for name in days["Listing"].keys() - days["Effective"].keys():
        report.warn(entry.position, f"{name!r} has a Listing Date but no Effective Date; left out")
        del days["Listing"][name]
    tags = [term for term in entry.programmes if not term.is_hint]
    return replace(
        entry,
        programmes=(
            *entry.programmes,
            *(_term(name, entry.programmes, days["Effective"].get(name)) for name in directives),
        ),
        **_listing(entry, len(tags), len(directives), min(days["Listing"].values(), default=None)),
    )


def _listing(entry: Entry, tags: int, directives: int, listing_date: date | None) -> dict[str, Any]:
    """The day of listing, where it is that of every measure of the entry.

    Under several tags the party may have been listed before the directive that is dated. And a
    day that the file states is that of the first one.
    """
    listed_on = entry.listed_on if directives <= 1 else None
    listed_on = (listing_date or listed_on) if tags == 1 else None
    # A day that is a bound stays one: the file prints the same day in both places.
    is_same = entry.listed_on is not None and listing_date == entry.listed_on
    precision = "day" if listing_date and not is_same else entry.precision
    return {"listed_on": listed_on, "precision": precision if listed_on else "unknown"}


def _term(name: str, tags: tuple[Term, ...], start: date | None) -> Term:
    # ``EO 14024 Directive 3`` belongs to the tag RUSSIA-EO14024, and ``CMIC`` to CMIC-EO13959.
    mark = name.partition(" Directive ")[0].replace(" ", "")
    tag = next((tag.text for tag in tags if mark in tag.text.split("-")), "")
    return Term(_FIELD, name, refines=tag, start=start)
