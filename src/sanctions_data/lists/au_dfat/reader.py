"""Reader of the Australian Sanctions Consolidated List (DFAT).

Each name has a row: ``100``, ``100a`` and ``100b`` are one entry. The control date is the day of
the last change, not that of the listing; where the list names the instrument of a listing and not
its day, the day of the instrument counts (``instruments.toml``). Of the free text nothing is kept
but dates, numbers of passports, that a person is dead, and the UN's reference.

Until 2024 the workbook had another name and no columns for the measures. An entry of such a file
says nothing of its measures, and what is known of them stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from sanctions_data.lists.au_dfat.dates import listing_date, named_instrument, paragraph_dates
from sanctions_data.lists.au_dfat.details import attributes, identifiers
from sanctions_data.lists.au_dfat.instruments import Listed, day_of
from sanctions_data.lists.common.checked_read import checked_read
from sanctions_data.lists.common.entry import (
    CrossReference,
    Entry,
    Identifier,
    ListFile,
    ListFormat,
    Name,
    StatedMeasure,
    Term,
)
from sanctions_data.lists.common.list_files import locate_file
from sanctions_data.lists.common.partial_dates import parse_day
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.words import load_words, read_toml
from sanctions_data.lists.common.xlsx import XlsxRow, only_sheet

FILE = "Australian_Sanctions_Consolidated_List.xlsx"
OLDER_FILE = "regulation8_consolidated.xlsx"
URL = f"https://www.dfat.gov.au/sites/default/files/{FILE}"

_FLAGS = ("Targeted Financial Sanction", "Travel Ban", "Arms Embargo", "Maritime Restriction")
_NAME = "Name of Individual or Entity"
_COLUMNS = (
    "Reference",
    _NAME,
    "Type",
    "Name Type",
    "Listing Information",
    "Committees",
    "Control Date",
)
_NEWER_COLUMNS = ("Alias Strength", "Instrument of Designation", *_FLAGS)
_WORDS = load_words(__file__)
_REFERENCE = re.compile(r"^(\d+) ?(?:[a-z]{1,2}\d*)?$", re.IGNORECASE)
_UN_REFERENCE = re.compile(r"^\W*([a-z]{2})([ie])\.? ?(\d{3})\b", re.IGNORECASE)
_NOT_FROM_LISTING = read_toml(__file__, "committees.toml")["not_from_listing"]


@checked_read("Reference")
def read(folder: Path, report: ReadReport) -> Iterator[Entry]:
    """Yield the entries of the list in ``folder``; what is wrong goes into ``report``.

    Example:
        >>> report = ReadReport("au-dfat")
        >>> list(read(Path("no-such-folder"), report)), len(report.errors)
        ([], 1)
    """
    groups: dict[str, list[XlsxRow]] = {}
    for _, row in only_sheet(locate_file(folder, FILE, OLDER_FILE), _COLUMNS, report):
        if not groups and not _has_known_layout(row, report):
            return
        if ref := _number(row, report):
            groups.setdefault(ref, []).append(row)
    for ref, rows in groups.items():
        if entry := _entry(ref, _distinct(rows, report), report):
            yield entry


def _has_known_layout(row: XlsxRow, report: ReadReport) -> bool:
    missing = [column for column in _NEWER_COLUMNS if column not in row.letters]
    if not missing or len(missing) == len(_NEWER_COLUMNS):
        return True
    report.error(
        row.position,
        f"found a header without {', '.join(map(repr, missing))}; the publisher has changed the "
        "columns, the reader must follow",
    )
    return False


def _number(row: XlsxRow, report: ReadReport) -> str:
    printed = row.text("Reference")
    if match := _REFERENCE.match(printed):
        return match.group(1)
    shown = row.text(_NAME) or "a row without a name"
    report.odd(
        row.at("Reference"),
        f"found {printed!r} for {shown!r}, expected a number with a letter behind it for aliases; "
        "the row was left out",
    )
    return ""


def _distinct(rows: list[XlsxRow], report: ReadReport) -> list[XlsxRow]:
    """The rows of an entry without one that gives a second party the number of the first."""
    found: dict[str, XlsxRow] = {}
    kept = []
    for row in rows:
        printed = row.text("Reference")
        first = found.setdefault(printed, row)
        again = f"found Reference {printed} again; first at {first.position}"
        if first is row:
            kept.append(row)
        elif row.text("Name Type").casefold() == "primary name":
            report.odd(row.at("Reference"), f"{again}; the row was left out")
        else:
            report.warn(row.at("Reference"), f"{again}; read as one more name")
            kept.append(row)
    return kept


def _entry(ref: str, rows: list[XlsxRow], report: ReadReport) -> Entry | None:
    row = rows[0]
    position = f"{row.position} ({ref})"
    names = _names(rows, position, report)
    if not names:
        report.odd(position, "found no name; the entry was left out", left_out=ref)
        return None
    unread = []
    kind = _WORDS["kinds"].get(row.text("Type").casefold(), "unknown")
    if kind == "unknown":
        unread.append("kind")
        found = f"found Type {row.text('Type')!r}, expected Individual, Entity or Vessel"
        report.odd(position, f"{found}; read as unknown")
    committee = row.text("Committees")
    if not committee:
        unread.append("programmes")
        report.odd(position, "found no Committees, which name the regime; left empty")
    measures, is_whole = _measures(row, committee, position, report)
    if not is_whole:
        unread.append("measures")
    listing, instrument = row.text("Listing Information"), row.text("Instrument of Designation")
    listed = Listed(*listing_date(listing, instrument))
    if listed.precision == "year":
        title = named_instrument(listing, instrument)
        listed = day_of(title, row.text("Control Date")) or listed
    reference = _un_reference(row, kind)
    return Entry(
        ref=ref,
        kind=kind,
        names=names,
        position=position,
        programmes=(Term("Committees", committee),) if committee else (),
        measures=measures,
        identifiers=(
            *((Identifier("un_reference", reference),) if reference else ()),
            *identifiers(rows, position, report),
        ),
        attributes=attributes(rows, position, report),
        references=(CrossReference("un-sc", reference),) if reference else (),
        listed_on=listed.day,
        precision=listed.precision,
        start_rule=listed.start_rule,
        unread=tuple(unread),
    )


def _names(rows: list[XlsxRow], position: str, report: ReadReport) -> tuple[Name, ...]:
    found: dict[str, str] = {}
    for row in rows:
        text, printed = row.text(_NAME), row.text("Name Type")
        if not text:
            report.warn(row.at(_NAME), f"found no name for Reference {row.text('Reference')}")
            continue
        kind = _WORDS["names"].get(printed.casefold())
        if kind is None:
            report.warn(row.at("Name Type"), f"found {printed!r}; read as a weak alias")
            kind = "weak_alias"
        if kind == "alias" and row.text("Alias Strength").casefold() == "weak":
            kind = "weak_alias"
        if kind == "primary" or text not in found:
            found[text] = kind
    if found and "primary" not in found.values():
        report.warn(position, "found no primary name; the first name was taken for it")
        found[next(iter(found))] = "primary"
    first = next((text for text, kind in found.items() if kind == "primary"), "")
    others = (Name(t, "alias" if k == "primary" else k) for t, k in found.items() if t != first)
    return (Name(first), *others) if first else ()


def _measures(
    row: XlsxRow, committee: str, position: str, report: ReadReport
) -> tuple[tuple[StatedMeasure, ...], bool]:
    """The measures of an entry, and whether the file states them and all could be read."""
    if not row.letters.keys() & set(_FLAGS):
        return (), False
    found, is_whole = [], True
    dates = paragraph_dates(row.text("Listing Information"))
    starts: dict[str, date | None] = {
        "Travel Ban": dates.get("15"),
        "Targeted Financial Sanction": dates.get("17"),
    }
    changed_on = parse_day(row.text("Control Date"))
    for flag in _FLAGS:
        printed = row.text(flag)
        if printed.upper() == "TRUE":
            measure = StatedMeasure(Term(flag, "TRUE"), start=starts.get(flag))
            if committee in _NOT_FROM_LISTING:
                measure = replace(measure, start=changed_on, precision="on_or_before")
            found.append(measure)
        elif printed.upper() != "FALSE":
            is_whole = False
            report.odd(position, f"found {flag} {printed!r}, expected TRUE or FALSE; left out")
    if is_whole and not found:
        is_whole = False
        report.odd(position, f"found no measure, expected TRUE in one of {', '.join(_FLAGS)}")
    return tuple(found), is_whole


def _un_reference(row: XlsxRow, kind: str) -> str:
    """The UN's reference, if the additional information begins with it: later ones are others'."""
    match = _UN_REFERENCE.match(row.text("Additional Information"))
    if not match or row.text("Committees").startswith("Autonomous"):
        return ""
    committee, letter, number = match.groups()
    if (letter.lower() == "i") != (kind == "person"):
        return ""
    return f"{committee.upper()}{letter.lower()}.{number}"


FORMAT = ListFormat(
    "au-dfat",
    (ListFile(FILE, URL, other_names=(OLDER_FILE,)),),
    read,
    renumbers=True,
    maximum_bytes=20_000_000,
)
