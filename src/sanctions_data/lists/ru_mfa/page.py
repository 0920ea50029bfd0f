"""Reader of the Russian Foreign Ministry's page of US citizens barred from entry.

The file is the text of the page. Each entry is a name in Russian, the same name in Latin
letters in brackets, and a dash; behind it stands what the ministry says of the person, of
which nothing is kept but that the person is dead. The page numbers nobody and gives no
date for anybody.

The reference is made of the Latin name (``cara-abercrombie``). Namesakes get ``-2``, ``-3``
in the order of the page, so theirs change if one of them is taken off. Where the Latin name
of a neighbour was printed by mistake, the Russian name alone is kept.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from slugify import slugify

from sanctions_data.lists.common.entry import Attribute, Entry, Term, tidy
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.ru_mfa.names import (
    have_one_first_name,
    latin_name,
    names,
    russian_name,
)

MAX_BYTES = 20 * 1024 * 1024

_DATED = re.compile(r"^[ \t]*по состоянию на\b.*$", re.MULTILINE)
# What can be read in one way only is never tried in others ("*+"): a long line would take minutes.
_ENTRY = re.compile(
    r"^[ \t]*(?P<russian>[А-ЯЁ][^\n()]*?)\s*\((?P<latin>[^()A-Za-z]*+[A-Za-z][^()]*+)\)[ \t,]*"
    r"\s*[–—-](?:\s*[–—-][ \t]*$)?",
    re.MULTILINE,
)
_DASH = re.compile(r"(?:^|\))[ \t]*[–—-][ \t]*$", re.MULTILINE)
_DEAD = re.compile(r"\(скончал(?:ся|ась)\b")


def read_page(path: Path, report: ReadReport) -> Iterator[Entry]:
    """Yield the entries of the page at ``path``; what is wrong goes into ``report``.

    Example:
        >>> report = ReadReport("ru-mfa")
        >>> list(read_page(Path("no-such-file.txt"), report)), len(report.errors)
        ([], 1)
    """
    text = read_text(path, report)
    dated = _DATED.search(text)
    if dated is None:
        if text:
            report.error(
                path.name,
                "found no line 'по состоянию на …', which begins the list; is it the page?",
            )
        return
    title = _title(text[: dated.start()])
    matches = list(_ENTRY.finditer(text, dated.end()))
    if not matches:
        report.error(path.name, "found no entry, expected a name, a name in brackets and a dash")
        return
    _check_dashes(path.name, text, dated.end(), matches, report)
    seen: defaultdict[str, list[str]] = defaultdict(list)
    line, counted = 1, 0
    for number, match in enumerate(matches, 1):
        following = matches[number].start() if number < len(matches) else len(text)
        latin, russian = latin_name(match["latin"]), russian_name(match["russian"])
        slug = slugify(latin)
        namesakes = seen[slug]
        count = len(namesakes) + 1
        line += text.count("\n", counted, match.start("russian"))
        counted = match.start("russian")
        position = f"{path.name}:{line} ({latin})"
        if not slug:
            report.odd(
                position,
                f"found name {latin!r}, expected one in Latin letters; the entry was left out",
            )
            continue
        is_misprint = bool(namesakes) and not any(
            have_one_first_name(russian, other) for other in namesakes
        )
        if is_misprint:
            report.warn(position, f"found {latin!r} again, for {russian!r}; read without it")
        elif namesakes:
            report.warn(position, f"found {latin!r} for the {count}. time; read as a namesake")
        namesakes.append(russian)
        is_dead = _DEAD.search(text, match.end(), following)
        yield Entry(
            ref=slug if count == 1 else f"{slug}-{count}",
            kind="person",
            names=names("" if is_misprint else latin, russian),
            position=position,
            programmes=(Term("page", title),),
            attributes=(
                Attribute("nationality", "US"),  # the page is of US citizens
                *((Attribute("deceased", "true"),) if is_dead else ()),
            ),
        )


def read_text(path: Path, report: ReadReport) -> str:
    """The text of a file; empty, with an error in ``report``, where there is none to read."""
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


def _check_dashes(
    name: str, text: str, start: int, matches: list[re.Match[str]], report: ReadReport
) -> None:
    """A dash that ends a name but belongs to no entry is one that we failed to read."""
    read = [(match.start(), match.end()) for match in matches]
    for dash in _DASH.finditer(text, start):
        end = dash.start() + len(dash[0].rstrip())
        at = bisect_right(read, (end, 0)) - 1
        if at < 0 or end > read[at][1]:
            line = text.count("\n", 0, end) + 1
            before = tidy(text[max(start, end - 80) : end])
            report.odd(
                f"{name}:{line}",
                f"found {before!r}, expected a name in Russian and one in brackets before the "
                "dash; left out",
            )
