"""What the Ministry published of persons barred from entry: announcements, and pages of a list.

A file is the text of one: its address, a heading ``## Russian``, day and hour, title, then the
number of the announcement, or the day on which a page was up to date. A translation may stand
below ``## English``; it is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sanctions_data.lists.common.entry import tidy
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.words import load_words
from sanctions_data.lists.ru_mfa.mentions import Mention, read_mentions
from sanctions_data.lists.ru_mfa.page import read_text

_MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
    "октября", "ноября", "декабря",
)  # fmt: skip
_COUNTRIES = load_words(__file__)["countries"]
_PUBLISHED = re.compile(r"^(\d\d)\.(\d\d)\.(\d{4}) +\d\d:\d\d[ \t]*$", re.MULTILINE)
_NUMBER = re.compile(r"^[ \t]*(\d+-(\d\d)-(\d\d)-(\d{4}))[ \t]*$", re.MULTILINE)
_AS_OF = re.compile(
    rf"^[ \t]*по состоянию на (\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})", re.MULTILINE | re.I
)
_TITLE = re.compile(r"\S[^\n]*")
_OF_THIRD_STATES = re.compile(r"\bграждан\w*\s+третьих\s+стран\b")
_CITIZEN = re.compile(r"\bгражданин|\bгражданка")
_STATED = re.compile(
    r"(?<!\d)(\d{1,6})»?\s+(?:действующ\w+\s+)?(?:америк|австрал|канад|новозеланд|гражд|член|чел|депутат)\w*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Document:
    """An announcement, or a page that shows a whole list as it stood on a day.

    A page has no number, and the day is that on which it was up to date. ``citizens_of`` is the
    state of the persons unless the text says another of one; empty where the text says that
    nationals of others are among them.
    """

    number: str
    day: date
    title: str
    country: str
    citizens_of: str
    mentions: tuple[Mention, ...]


def read_document(path: Path, report: ReadReport) -> Document | None:
    """Read one file; None, with an error in ``report``, where it is not what it should be.

    Example:
        >>> report = ReadReport("ru-mfa")
        >>> read_document(Path("no-such-file.md"), report), len(report.errors)
        (None, 1)
    """
    whole = read_text(path, report)
    if not whole:
        return None
    text = whole.partition("\n## English")[0]
    published = _PUBLISHED.search(text)
    title = _TITLE.search(text, published.end()) if published else None
    if published is None or title is None:
        report.error(path.name, "found no line with day and hour, and a title below it")
        return None
    dated = _NUMBER.search(text, title.end()) or _AS_OF.search(text, title.end())
    if dated is None:
        report.error(
            path.name,
            "found no number such as 755-07-04-2022 below the title, and no 'По состоянию на …'",
        )
        return None
    country = country_in(title[0])
    if not country:
        report.error(path.name, f"found no state in {tidy(title[0])!r}; add it to words.toml")
        return None
    number = dated[1] if dated.re is _NUMBER else ""
    try:
        day = _day(published) if number else _day_in_words(dated)
    except ValueError:
        printed = published if number else dated
        report.error(path.name, f"found {tidy(printed[0])!r}, which is no day of the calendar")
        return None
    if number and number.partition("-")[2] != day.strftime("%d-%m-%Y"):
        report.warn(path.name, f"found number {number}, printed on {day}; the day was kept")
    mentions = tuple(_with_nationality(read_mentions(text, dated.end(), path.name, report)))
    if not mentions:
        report.error(path.name, "found no person, expected names in Russian and in brackets")
    _check_count(path.name, text[dated.end() :], len(mentions), report)
    mixed = _OF_THIRD_STATES.search(text)
    citizens_of = "" if mixed else country
    return Document(number, day, tidy(title[0]), country, citizens_of, mentions)


def country_in(text: str) -> str:
    """The state that a text names first; empty if it names none that is in the words.

    Example:
        >>> country_in("в отношении канадских сенаторов"), country_in("в отношении граждан")
        ('CA', '')
    """
    folded = text.casefold()
    found = ((re.search(rf"\b{word}", folded), code) for word, code in _COUNTRIES.items())
    return min(((m.start(), code) for m, code in found if m), default=(0, ""))[1]


def _day(match: re.Match[str]) -> date:
    return date(int(match[3]), int(match[2]), int(match[1]))


def _day_in_words(match: re.Match[str]) -> date:
    return date(int(match[3]), _MONTHS.index(match[2].casefold()) + 1, int(match[1]))


def _with_nationality(mentions: Iterator[Mention]) -> Iterator[Mention]:
    """The persons, with the state whose citizen the text behind the name says one is."""
    for mention in mentions:
        said = _CITIZEN.search(mention.said)
        country = country_in(mention.said[said.end() : said.end() + 30]) if said else ""
        yield Mention(mention.latin, mention.russian, mention.position, nationality=country)


def _check_count(name: str, text: str, found: int, report: ReadReport) -> None:
    stated = {int(each) for each in _STATED.findall(text.partition("\n1")[0])}
    if stated and found not in stated:
        report.warn(
            name,
            f"found {found} persons, the text says {', '.join(map(str, sorted(stated)))}",
        )
