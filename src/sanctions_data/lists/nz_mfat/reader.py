"""Reader of the New Zealand Russia Sanctions Register (MFAT).

Each measure has a column of its own, and the day of sanction is printed. A second day
(``Date of Additional Sanction``) says that measures were added, but not which ones: then
each measure is dated on or before that second day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from sanctions_data.lists.common.attributes import read_attribute
from sanctions_data.lists.common.checked_read import checked_read
from sanctions_data.lists.common.entry import (
    Attribute,
    Entry,
    Identifier,
    ListFile,
    ListFormat,
    Name,
    StatedMeasure,
    Term,
    tidy,
)
from sanctions_data.lists.common.list_files import locate_file
from sanctions_data.lists.common.partial_dates import parse_day
from sanctions_data.lists.common.placeholders import is_nothing
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.words import load_words
from sanctions_data.lists.common.xlsx import XlsxRow, only_sheet

FILE = "Russia-Sanctions-Register.xlsx"
URL = f"https://www.mfat.govt.nz/assets/Countries-and-Regions/Europe/Ukraine/{FILE}"

_FLAGS = (
    "Travel Ban",
    "Asset Freeze",
    "Aircraft Ban",
    "Ship Ban",
    "Service Prohibition",
    "Dealing with Securities",
)
_ALIASES = "Alias/Alternate Spellings"
_FIRST, _ADDED = "Date of Sanction", "Date of Additional Sanction"
_NAME_PARTS = ("First name", "Middle name(s)", "Last name")
_COLUMNS = ("Unique Identifier", "Type", "Name", *_NAME_PARTS, _ALIASES, _FIRST, _ADDED, *_FLAGS)
_WORDS = load_words(__file__)


@checked_read("Unique Identifier")
def read(folder: Path, report: ReadReport) -> Iterator[Entry]:
    """Yield the entries of the register in ``folder``; what is wrong goes into ``report``.

    Example:
        >>> report = ReadReport("nz-mfat")
        >>> list(read(Path("no-such-folder"), report)), len(report.errors)
        ([], 1)
    """
    for title, row in only_sheet(locate_file(folder, FILE), _COLUMNS, report):
        ref = row.text("Unique Identifier")
        position = f"{row.position} ({ref or 'no Unique Identifier'})"
        status = row.text("Sanction Status").casefold()
        if status not in ("", "sanctioned"):
            report.warn(position, f"found Sanction Status {status!r}; the row was left out")
            continue
        if entry := _entry(ref, title, row, position, report):
            yield entry


def _entry(ref: str, title: str, row: XlsxRow, position: str, report: ReadReport) -> Entry | None:
    names = _names(row)
    if not ref or not names:
        shown = repr(names[0].text) if names else "no name"
        missing = "" if ref else "no Unique Identifier for "
        report.odd(position, f"found {missing}{shown}; the entry was left out", left_out=ref)
        return None
    unread = []
    kind = _WORDS["kinds"].get(row.text("Type").casefold(), "unknown")
    if kind == "unknown":
        unread.append("kind")
        report.odd(
            position,
            f"found Type {row.text('Type')!r}, expected Individual, Entity or Ship; read as "
            "unknown",
        )
    listed_on = _day(row, _FIRST, position, report)
    if listed_on is None:
        unread.append("listed_on")
        report.odd(position, f"found no day in {_FIRST}; left empty")
    added_on = _day(row, _ADDED, position, report)
    measures, is_whole = _measures(row, listed_on, added_on, position, report)
    if not is_whole:
        unread.append("measures")
    return Entry(
        ref=ref,
        kind=kind,
        names=names,
        position=position,
        programmes=(Term("sheet", tidy(title)),),
        measures=measures,
        identifiers=_identifiers(row, position, report),
        attributes=_attributes(row, position, report),
        listed_on=listed_on,
        precision="day" if listed_on else "unknown",
        unread=tuple(unread),
    )


def _names(row: XlsxRow) -> tuple[Name, ...]:
    parts = tidy(" ".join(row.text(part) for part in _NAME_PARTS))
    primary = row.text("Name") or parts
    # Some cells separate names by commas, which names have too: what may be a row of names is
    # left out, and only the semicolon is trusted.
    aliases = (tidy(part) for part in row.text(_ALIASES).split(";") if part.count(",") <= 1)
    others = dict.fromkeys(alias for alias in (*aliases, parts) if alias and alias != primary)
    return (Name(primary), *(Name(alias, "alias") for alias in others)) if primary else ()


def _day(row: XlsxRow, column: str, position: str, report: ReadReport) -> date | None:
    printed = row.text(column)
    day = parse_day(printed)
    if day is None and not is_nothing(printed):
        report.odd(position, f"found {column} {printed!r}, expected a day; left empty")
    return day


def _measures(
    row: XlsxRow, listed_on: date | None, added_on: date | None, position: str, report: ReadReport
) -> tuple[tuple[StatedMeasure, ...], bool]:
    """The measures of an entry, and whether all of its flags could be read."""
    is_unsure = added_on is not None and added_on != listed_on
    found, is_whole = [], True
    for flag in _FLAGS:
        printed = row.text(flag)
        if printed.casefold() == "yes":
            term = Term(flag, "Yes")
            measure = StatedMeasure(term, added_on, precision="on_or_before")
            found.append(measure if is_unsure else StatedMeasure(term))
        elif printed.casefold() != "no" and not is_nothing(printed):
            is_whole = False
            report.odd(position, f"found {flag} {printed!r}, expected Yes or No; left out")
    if is_whole and not found:
        is_whole = False
        report.odd(position, f"found no measure, expected Yes in one of {', '.join(_FLAGS)}")
    return tuple(found), is_whole


def _identifiers(row: XlsxRow, position: str, report: ReadReport) -> tuple[Identifier, ...]:
    found = [
        Identifier("passport", number)
        for number in (tidy(part) for part in row.text("Passport Number").split(";"))
        if number
    ]
    printed = row.text("IMO Number")
    if re.fullmatch(r"\d{7}", printed):
        found.append(Identifier("imo_number", printed))
    elif printed:
        report.warn(position, f"found IMO Number {printed!r}, expected seven digits; kept as is")
        found.append(Identifier("other", printed))
    return tuple(found)


def _attributes(row: XlsxRow, position: str, report: ReadReport) -> tuple[Attribute, ...]:
    found: dict[Attribute, None] = {}
    for column, name in _WORDS["attributes"].items():
        printed = row.text(column)
        if name == "nationality":
            printed = _WORDS["countries"].get(printed.casefold(), printed)
        # Some titles go on with reasons; an office is named in fewer words.
        if printed and (name != "position" or len(printed) <= 120):
            found.update(dict.fromkeys(read_attribute(name, printed, position, report)))
    return tuple(found)


FORMAT = ListFormat("nz-mfat", (ListFile(FILE, URL),), read, maximum_bytes=10_000_000)
