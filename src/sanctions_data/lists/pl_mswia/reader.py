"""Reader of Poland's national sanctions list.

The minister of the interior keeps it under the act of 13 April 2022, as a page with a table of
persons and one of organisations. The columns are those that public code reads: untried on a real
page. Nothing is numbered, so a reference is made of the name; who was taken off stays on the
page with the day, and is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from lxml import etree, html
from slugify import slugify

from sanctions_data.lists.common.checked_read import checked_read
from sanctions_data.lists.common.entry import (
    Entry,
    ListFile,
    ListFormat,
    Name,
    StatedMeasure,
    Term,
    tidy,
)
from sanctions_data.lists.common.list_files import locate_file
from sanctions_data.lists.common.partial_dates import parse_day
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.words import read_toml

FILE = "lista.html"
URL = "https://www.gov.pl/web/mswia/lista-osob-i-podmiotow-objetych-sankcjami"
_NAMES = {"nazwisko-i-imie": "person", "nazwa-podmiotu": "organisation"}
_MEASURES, _LISTED, _ENDED = (
    "zastosowane-srodki-sankcyjne",
    "data-umieszczenia-na-liscie",
    "data-wykreslenia-z-listy",
)
_CLAUSES: dict[str, str] = read_toml(__file__, "clauses.toml")["clauses"]
_LIST = Term("list", "Lista osób i podmiotów objętych sankcjami")
_OTHER = re.compile(r"\(([^()]+)\)|\blub\b")
_REMARK = re.compile(r"^[^:]{1,40}:\s*")
_NUMBERED = re.compile(r"^(\d{1,2})\.(\d{1,2})\.(\d{4})")
_MONTHS = (
    "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia",
    "września", "października", "listopada", "grudnia",
)  # fmt: skip
_IN_WORDS = re.compile(r"^(\d{1,2}) ([a-zźśń]+) (\d{4})")

Row = dict[str, str]


@checked_read("name")
def read(folder: Path, report: ReadReport) -> Iterator[Entry]:
    """Yield the parties of the page in ``folder``; what is wrong goes into ``report``.

    Example:
        >>> report = ReadReport("pl-mswia")
        >>> list(read(Path("no-such-folder"), report)), len(report.errors)
        ([], 1)
    """
    for where, kind, row in _rows(locate_file(folder, FILE), report):
        [name] = [row[column] for column in _NAMES if column in row]
        listed_on = parse_polish_day(row[_LISTED])
        if not (slugify(name) and listed_on):
            report.odd(
                where,
                f"found name {name!r} and day {row[_LISTED]!r}, expected a name and a day; the "
                "row was left out",
            )
        elif not row.get(_ENDED):
            yield _entry(where, kind, name, row, listed_on)


def parse_polish_day(printed: str) -> date | None:
    """A day in numbers or in Polish words, or None.

    Example:
        >>> parse_polish_day("25.04.2022 r."), parse_polish_day("1 maja 2023 r.")
        (datetime.date(2022, 4, 25), datetime.date(2023, 5, 1))
    """
    if match := _NUMBERED.match(printed):
        return parse_day("/".join(match.groups()))
    match = _IN_WORDS.match(printed)
    if match is None or match[2] not in _MONTHS:
        return None
    return parse_day(f"{match[1]}/{_MONTHS.index(match[2]) + 1}/{match[3]}")


def _rows(path: Path, report: ReadReport) -> Iterator[tuple[str, str, Row]]:
    try:
        page = html.fromstring(path.read_bytes())
    except OSError as error:
        report.error(path.name, f"the file cannot be read ({error.strerror or error})")
        return
    except (etree.ParserError, ValueError) as error:
        report.error(path.name, f"the file is no page ({error}); get it again")
        return
    found = False
    for number, table in enumerate(page.iter("table"), 1):
        header: list[str] = []
        parts = (table, *table.iterfind("thead"), *table.iterfind("tbody"))
        lines = (row for part in parts for row in part.iterfind("tr"))
        for line, row in enumerate(lines, 1):
            cells = [_text(cell) for cell in row if cell.tag in ("td", "th")]
            if header and len(cells) == len(header):
                kind = next(_NAMES[column] for column in header if column in _NAMES)
                yield f"table {number}, row {line}", kind, dict(zip(header, cells, strict=True))
            elif not header:
                slugs = [slugify(cell) for cell in cells]
                if set(slugs) & _NAMES.keys() and {_MEASURES, _LISTED} <= set(slugs):
                    header, found = slugs, True
    if not found:
        report.error(path.name, f"found no table with {_MEASURES!r}; this is another page")


def _text(cell: etree._Element) -> str:
    return tidy(" ".join(map(str, cell.itertext())))


def _entry(where: str, kind: str, printed: str, row: Row, listed_on: date) -> Entry:
    others = [tidy(text) for text in _OTHER.split(printed) if text]
    names = [_REMARK.sub("", text).strip(' „”"') for text in others]
    texts = dict.fromkeys(filter(None, names))
    terms = _terms(row[_MEASURES])
    return Entry(
        ref=slugify(printed, max_length=80),
        kind=kind,
        names=tuple(Name(text, "alias" if n else "primary") for n, text in enumerate(texts)),
        position=where,
        programmes=(_LIST,),
        measures=tuple(StatedMeasure(Term("measure", text)) for text in terms),
        listed_on=listed_on,
        precision="day",
    )


def _terms(printed: str) -> list[str]:
    found = [term for phrase, term in _CLAUSES.items() if phrase in printed.casefold()]
    return found or [printed] if printed else []


FORMAT = ListFormat("pl-mswia", (ListFile(FILE, URL),), read, is_tried=False)
