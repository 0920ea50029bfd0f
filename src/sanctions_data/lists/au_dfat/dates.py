"""Dates in the free text of the Australian list, which has no column for the day of listing."""

from __future__ import annotations

import re
from datetime import date

from sanctions_data.lists.common.entry import tidy
from sanctions_data.lists.common.partial_dates import parse_day

_DAY = (
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)? ?(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"[a-z]*\.?,? ?(?P<year>\d{4})"
)
_DATE = rf"(?P<words>{_DAY})|(?P<numbers>\d{{1,2}} ?/\d{{1,2}}/\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}})"
_BRACKETS = r"\((?:[^()]|\([^()]*\))*\)"
# "Relisted", "last listed" and "formerly listed" tell of other days than the first, and so
# does what follows when a text goes on with them.
_LATER = r"(?:afresh|amended|re-?list|last list|formerly|updated|continued|declared on)"
_LISTED = re.compile(
    r"(?<![a-z-])(?<!last )(?<!formerly )(?<!previously )(?:listed|designated)"
    rf"(?:(?!{_LATER})(?:{_BRACKETS}|[^.;()\[\]]))*?(?<![0-9/])(?:{_DATE})",
    re.IGNORECASE,
)
_BARE = re.compile(rf"(?:{_DATE})", re.IGNORECASE)
_GAZETTE = re.compile(rf"first (?:listing|des\w+)\b.*?\bGazette [^\]]*?(?:{_DATE})", re.IGNORECASE)
# An instrument is named with its year. A "List 2012" is amended for years, so it tells the
# year of a listing only where it is said to be the first instrument.
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_INSTRUMENT = re.compile(rf"\b(?:Instrument|Designation|Amendment List) {_YEAR}")
_FIRST_INSTRUMENT = re.compile(
    rf"\bfirst (?:listing|des\w+)\b.*?\b(?:Instrument|Designation|List|Listing) {_YEAR}",
    re.IGNORECASE,
)
_PARAGRAPHS = re.compile(
    rf"\bon (?:{_DATE}) pursuant to paragraphs? (?P<paragraphs>15 and 17|15|17) of resolution 1970",
    re.IGNORECASE,
)


def listing_date(text: str, instrument: str) -> tuple[date | None, str]:
    """The first day of listing that the text states, and how exact it is.

    Args:
        text: the listing information.
        instrument: the instrument of designation. For ships the listing information names
            the first designation, and this one the amendment that added the ship.

    Example:
        >>> listing_date("Listed by the 1267 Committee on 6 Oct. 2001 (amended on 3 May 2004)", "")
        (datetime.date(2001, 10, 6), 'day')
        >>> listing_date("Autonomous Sanctions (Example) Amendment (No. 1) Instrument 2022", "")
        (datetime.date(2022, 1, 1), 'year')
        >>> listing_date("Relisted on 12 January 2024", "")
        (None, 'unknown')
    """
    text = tidy(text)
    stated = [day for match in _LISTED.finditer(text) if (day := _read(match))]
    if not stated and (match := _BARE.match(text)) and (day := _read(match)):
        stated = [day]
    gazetted = [day for match in _GAZETTE.finditer(text) if (day := _read(match))]
    if gazetted and (not stated or min(gazetted) < min(stated)):
        return min(gazetted), "on_or_before"
    if stated:
        return min(stated), "day"
    named = named_instrument(text, instrument)
    year = int(named[-4:]) if named else 0
    return (date(year, 1, 1), "year") if year else (None, "unknown")


def named_instrument(text: str, instrument: str) -> str:
    """The text up to the end of the title of the instrument that listed the party, which is a year.

    Empty where the text names none. The arguments are those of ``listing_date``.

    Example:
        >>> named_instrument("Listed by Example Amendment (No. 2) Instrument 2023 [F2023L0001]", "")
        'Listed by Example Amendment (No. 2) Instrument 2023'
    """
    text = tidy(text)
    if text.casefold().startswith("designated as a sanctioned vessel"):
        text = tidy(instrument)
    text = re.split(_LATER, text, maxsplit=1, flags=re.IGNORECASE)[0]
    named = _FIRST_INSTRUMENT.search(text) or _INSTRUMENT.search(text)
    return text[: named.end("year")] if named else ""


def paragraph_dates(text: str) -> dict[str, date]:
    """Days on which a Libya entry came under paragraph 15 (travel) and 17 (assets) of UNSCR 1970.

    Example:
        >>> paragraph_dates("Listed on 17 March 2011 pursuant to paragraph 17 of resolution 1970.")
        {'17': datetime.date(2011, 3, 17)}
    """
    return {
        paragraph: day
        for match in _PARAGRAPHS.finditer(tidy(text))
        if (day := _read(match))
        for paragraph in match["paragraphs"].split(" and ")
    }


def _read(match: re.Match[str]) -> date | None:
    if match["words"]:
        return parse_day(f"{match['day']} {match['month']} {match['year']}")
    return parse_day(match["numbers"].replace(" ", ""))
