"""Reader of the Russian Foreign Ministry's page of US citizens barred from entry.

The file is the text of the page. Each entry is a name in Russian, the same name in Latin
letters in brackets, and a dash; behind it stands what the ministry says of the person, of
which nothing is kept but that the person is dead. The page numbers nobody and gives no
date for anybody.

The reference is made of the Latin name (``cara-abercrombie``). Namesakes get ``-2``, ``-3``
in the order of the page, so theirs change if one of them is taken off.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from slugify import slugify

from sanctions_data.lists.entry import Attribute, Entry, ListFile, ListFormat, Name, Term, tidy
from sanctions_data.lists.report import Report

FILE = "page-text.txt"
URL = "https://mid.ru/ru/maps/us/1814243/"
MAX_BYTES = 20 * 1024 * 1024

_DATED = re.compile(r"^[ \t]*по состоянию на\b.*$", re.MULTILINE)
_ENTRY = re.compile(
    r"^[ \t]*(?P<russian>[А-ЯЁ][^\n()]*?)\s*\((?P<latin>[^()]*[A-Za-z][^()]*)\)[ \t,]*"
    r"\s*[–—-](?:\s*[–—-][ \t]*$)?",
    re.MULTILINE,
)
_DASH = re.compile(r"(?:^|\))[ \t]*[–—-][ \t]*$", re.MULTILINE)
_DEAD = re.compile(r"\(скончал(?:ся|ась)\b")
# The page writes some letters of Latin names with the Cyrillic ones that look the same.
_LOOK_ALIKES = str.maketrans("АВЕКМНОРСТХаегорсухк", "ABEKMHOPCTXaeropcyxk")


def read(folder: Path, report: Report) -> Iterator[Entry]:
    """Yield the entries of the page in ``folder``; what is wrong goes into ``report``.

    Example:
        >>> report = Report("ru-mfa")
        >>> list(read(Path("no-such-folder"), report)), len(report.errors)
        ([], 1)
    """
    text = _text(folder / FILE, report)
    dated = _DATED.search(text)
    if dated is None:
        if text:
            report.error(
                FILE, "found no line 'по состоянию на …', which begins the list; is it the page?"
            )
        return
    title = _title(text[: dated.start()])
    matches = list(_ENTRY.finditer(text, dated.end()))
    if not matches:
        report.error(FILE, "found no entry, expected a name, a name in brackets and a dash")
        return
    _check_dashes(text, dated.end(), matches, report)
    seen: Counter[str] = Counter()
    line, counted = 1, 0
    for number, match in enumerate(matches, 1):
        following = matches[number].start() if number < len(matches) else len(text)
        latin = tidy(match["latin"].translate(_LOOK_ALIKES))
        slug = slugify(latin)
        seen[slug] += 1
        line += text.count("\n", counted, match.start("russian"))
        counted = match.start("russian")
        position = f"{FILE}:{line} ({latin})"
        if not slug:
            report.error(position, f"found name {latin!r}, expected one in Latin letters")
            continue
        if seen[slug] > 1:
            report.warn(position, f"found {latin!r} for the {seen[slug]}. time; read as a namesake")
        is_dead = _DEAD.search(text, match.end(), following)
        yield Entry(
            ref=slug if seen[slug] == 1 else f"{slug}-{seen[slug]}",
            kind="person",
            names=(Name(latin), Name(tidy(match["russian"]), "alias")),
            position=position,
            programmes=(Term("page", title),),
            attributes=(
                Attribute("nationality", "US"),  # the page is of US citizens
                *((Attribute("deceased", "true"),) if is_dead else ()),
            ),
        )


def _text(path: Path, report: Report) -> str:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            report.error(path.name, f"found {size} bytes, expected {MAX_BYTES} at most")
            return ""
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        report.error(path.name, f"the file cannot be read ({error.strerror or error})")
        return ""
    except UnicodeDecodeError as error:
        report.error(path.name, f"found byte {error.start} that is not UTF-8; download it again")
        return ""
    if not text.strip():
        report.error(path.name, "the file is empty; download it again")
        return ""
    return text


def _title(start: str) -> str:
    """The last line above the date of the page."""
    return next((tidy(line) for line in reversed(start.splitlines()) if line.strip()), "")


def _check_dashes(text: str, start: int, matches: list[re.Match[str]], report: Report) -> None:
    """A dash that ends a name but belongs to no entry is one that we failed to read."""
    read = [(match.start(), match.end()) for match in matches]
    for dash in _DASH.finditer(text, start):
        end = dash.start() + len(dash[0].rstrip())
        at = bisect_right(read, (end, 0)) - 1
        if at < 0 or end > read[at][1]:
            line = text.count("\n", 0, end) + 1
            before = tidy(text[max(start, end - 80) : end])
            report.error(
                f"{FILE}:{line}",
                f"found {before!r}, expected a name in Russian and one in brackets before the dash",
            )


FORMAT = ListFormat("ru-mfa", (ListFile(FILE, URL),), read)
