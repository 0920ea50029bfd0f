"""Reader of the Australian Sanctions Consolidated List (DFAT).

Each name has a row: ``100``, ``100a`` and ``100b`` are one entry, and what is not a name
stands in each of them alike. The control date is the day of the last change, not that of
the listing. Of the free text nothing is kept but dates and the UN's reference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby
from pathlib import Path

from sanctions_data.lists.au_dfat.dates import listing_date, paragraph_dates
from sanctions_data.lists.au_dfat.details import attributes, identifiers
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
from sanctions_data.lists.common.partial_dates import parse_day
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.repeats import without_repeats
from sanctions_data.lists.common.words import load_words, read_toml
from sanctions_data.lists.common.xlsx import XlsxRow, only_sheet

FILE = "Australian_Sanctions_Consolidated_List.xlsx"
URL = f"https://www.dfat.gov.au/sites/default/files/{FILE}"

_FLAGS = ("Targeted Financial Sanction", "Travel Ban", "Arms Embargo", "Maritime Restriction")
_NAME = "Name of Individual or Entity"
_COLUMNS = (
    "Reference",
    _NAME,
    "Type",
    "Name Type",
    "Alias Strength",
    "Listing Information",
    "Committees",
    "Control Date",
    *_FLAGS,
)
_WORDS = load_words(__file__)
_REFERENCE = re.compile(r"^(\d+)([a-z]*)$")
_UN_REFERENCE = re.compile(r"^\W*([a-z]{2})([ie])\.? ?(\d{3})\b", re.IGNORECASE)
_NOT_FROM_LISTING = read_toml(__file__, "committees.toml")["not_from_listing"]


@without_repeats("Reference")
def read(folder: Path, report: ReadReport) -> Iterator[Entry]:
    """Yield the entries of the list in ``folder``; what is wrong goes into ``report``.

    Example:
        >>> report = ReadReport("au-dfat")
        >>> list(read(Path("no-such-folder"), report)), len(report.errors)
        ([], 1)
    """
    rows = (row for _, row in only_sheet(folder / FILE, _COLUMNS, report))
    for ref, group in groupby(rows, lambda row: _number(row, report)):
        entry_rows = _distinct(list(group), report)
        if ref and (entry := _entry(ref, entry_rows, report)):
            yield entry


def _number(row: XlsxRow, report: ReadReport) -> str:
    printed = row.text("Reference")
    if match := _REFERENCE.match(printed):
        return match.group(1)
    shown = row.text(_NAME) or "a row without a name"
    report.error(
        row.at("Reference"),
        f"found {printed!r} for {shown!r}, expected a number with a letter behind it for aliases",
    )
    return ""


def _distinct(rows: list[XlsxRow], report: ReadReport) -> list[XlsxRow]:
    found: dict[str, XlsxRow] = {}
    for row in rows:
        printed = row.text("Reference")
        if printed and printed in found:
            report.error(
                row.at("Reference"),
                f"found Reference {printed} again; first at {found[printed].position}",
            )
        found.setdefault(printed, row)
    return list(found.values())


def _entry(ref: str, rows: list[XlsxRow], report: ReadReport) -> Entry | None:
    row = rows[0]
    position = f"{row.position} ({ref})"
    names = _names(rows, position, report)
    kind = _WORDS["kinds"].get(row.text("Type").casefold())
    committee = row.text("Committees")
    issues = []
    if not names:
        issues.append("found no name")
    if kind is None:
        issues.append(f"found Type {row.text('Type')!r}, expected Individual, Entity or Vessel")
    if not committee:
        issues.append("found no Committees, which name the regime")
    measures = _measures(row, committee, issues)
    for issue in issues:
        report.error(position, issue)
    if issues or kind is None:
        return None
    listing, instrument = row.text("Listing Information"), row.text("Instrument of Designation")
    listed_on, precision = listing_date(listing, instrument)
    reference = _un_reference(row, kind)
    return Entry(
        ref=ref,
        kind=kind,
        names=names,
        position=position,
        programmes=(Term("Committees", committee),),
        measures=measures,
        identifiers=(
            *((Identifier("un_reference", reference),) if reference else ()),
            *identifiers(row, position, report),
        ),
        attributes=attributes(row, position, report),
        references=(CrossReference("un-sc", reference),) if reference else (),
        listed_on=listed_on,
        precision=precision,
    )


def _names(rows: list[XlsxRow], position: str, report: ReadReport) -> tuple[Name, ...]:
    found: dict[str, str] = {}
    for row in rows:
        text, printed = row.text(_NAME), row.text("Name Type")
        if not text:
            report.error(row.at(_NAME), f"found no name for Reference {row.text('Reference')}")
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


def _measures(row: XlsxRow, committee: str, issues: list[str]) -> tuple[StatedMeasure, ...]:
    found = []
    dates = paragraph_dates(row.text("Listing Information"))
    starts: dict[str, date | None] = {
        "Travel Ban": dates.get("15"),
        "Targeted Financial Sanction": dates.get("17"),
    }
    changed_on = parse_day(row.text("Control Date"))
    for flag in _FLAGS:
        printed = row.text(flag)
        if printed.upper() not in ("TRUE", "FALSE"):
            issues.append(f"found {flag} {printed!r}, expected TRUE or FALSE")
        elif printed.upper() == "TRUE":
            measure = StatedMeasure(Term(flag, "TRUE"), start=starts.get(flag))
            if committee in _NOT_FROM_LISTING:
                measure = replace(measure, start=changed_on, precision="on_or_before")
            found.append(measure)
    if not found and not issues:
        issues.append(f"found no measure, expected TRUE in one of {', '.join(_FLAGS)}")
    return tuple(found)


def _un_reference(row: XlsxRow, kind: str) -> str:
    """The UN's reference, if the additional information begins with it: later ones are others'."""
    match = _UN_REFERENCE.match(row.text("Additional Information"))
    if not match or row.text("Committees").startswith("Autonomous"):
        return ""
    committee, letter, number = match.groups()
    if (letter.lower() == "i") != (kind == "person"):
        return ""
    return f"{committee.upper()}{letter.lower()}.{number}"


FORMAT = ListFormat("au-dfat", (ListFile(FILE, URL),), read)
