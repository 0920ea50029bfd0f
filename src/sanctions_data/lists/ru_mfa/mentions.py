"""The persons that a text of the Ministry names, in whatever layout it prints them.

In one layout the name stands in Russian, and behind it in Latin letters in brackets; numbered
or not, some with the family name first. The other was a table: the name in Latin letters, in
Russian, then the office, each in a paragraph. Of offices nothing is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sanctions_data.lists.common.entry import tidy
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.ru_mfa.names import latin_name, russian_name

_TABLE = re.compile(r"^№ п/п\b", re.MULTILINE)
# The second bracket may be missing before the dash, and the first name stand on another line.
_IN_BRACKETS = re.compile(
    r"^[ \t]*(?:\d+\.?\s+)?(?P<russian>[А-ЯЁA-Z][^()\n;:–—\t]{2,70}?)\s*"
    r"\((?P<latin>[^()\n;–—A-Za-z]*+[A-Za-z][^()\n–—]*(?:\n\s*+[^()\n–—]+)?)(?:\)|\s(?=[–—]\s))",
    re.MULTILINE,
)
_LATIN_WORDS = r"[A-ZÀ-Ý][A-Za-zÀ-ÿ'’`.\- ]*(?:\n[A-ZÀ-Ý(][A-Za-zÀ-ÿ'’`.\- ]*)?"
_RUSSIAN_WORDS = r"[А-ЯЁ][А-Яа-яЁё'’`.\- ]*(?:\n[А-ЯЁ][А-Яа-яЁё'’`.\- ]*)?"
_IN_TABLE = re.compile(
    rf"^[ \t]*(?P<latin>{_LATIN_WORDS})(?:\t|\n[ \t]*\n\s*)(?P<russian>{_RUSSIAN_WORDS})[ \t]*$",
    re.MULTILINE,
)
_NUMBER = re.compile(r"^[ \t]*(\d{1,3})(?:\.|[ \t]*$|[ \t]{2,})", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A person as one text names them: ``said`` is what stands behind the name."""

    latin: str
    russian: str
    position: str
    nationality: str = ""
    said: str = ""


def read_mentions(text: str, start: int, name: str, report: ReadReport) -> Iterator[Mention]:
    """Yield the persons that a text names from ``start`` on.

    Example:
        >>> text = "1. Пример, Ада (Example, Ada), судья;"
        >>> [(m.latin, m.russian) for m in read_mentions(text, 0, "a.md", ReadReport("ru-mfa"))]
        [('Ada Example', 'Ада Пример')]
    """
    table = _TABLE.search(text, start)
    pattern = _IN_TABLE if table else _IN_BRACKETS
    matches = list(pattern.finditer(text, table.end() if table else start))
    for at, match in enumerate(matches):
        following = matches[at + 1].start() if at + 1 < len(matches) else len(text)
        latin = latin_name(_with_given_name_first(match["latin"].replace("`", "'")))
        russian = russian_name(_with_given_name_first(match["russian"].replace("`", "'")))
        line = text.count("\n", 0, match.start("russian")) + 1
        said = tidy(text[match.end() : following])
        yield Mention(latin, russian, f"{name}:{line} ({latin})", said=said)
    _check_numbers(text, start, matches, name, report)


def _with_given_name_first(printed: str) -> str:
    """A name without the comma behind a family name that stands first."""
    family, comma, given = printed.partition(",")
    return f"{given} {family}" if comma and "," not in given and given.strip() else printed


def _check_numbers(
    text: str, start: int, matches: list[re.Match[str]], name: str, report: ReadReport
) -> None:
    """A number in the row of numbers that no name follows is one that we failed to read."""
    row: list[re.Match[str]] = []
    for number in _NUMBER.finditer(text, start):
        if int(number[1]) == (int(row[-1][1]) + 1 if row else 1):
            row.append(number)
    for at, number in enumerate(row):
        end = row[at + 1].start() if at + 1 < len(row) else len(text)
        if not any(number.start() <= match.start("russian") < end for match in matches):
            line = text.count("\n", 0, number.start()) + 1
            before = tidy(text[number.start() : min(end, number.start() + 80)])
            report.odd(
                f"{name}:{line}",
                f"found {before!r}, expected a name in Russian and one in Latin letters; left out",
            )
