"""Reader of the Consolidated List of Financial Sanctions Targets of HM Treasury (OFSI).

The list was closed on 2026-01-28. It has a row for each name and address; the rows with one Group
ID are one entry. It is a list of asset freezes, and prints for nobody but the Russian and
Belarusian banks what else is imposed. What the UK Sanctions List states is left to that list
(``successors.toml``): a group is under a measure of this one before that list took it over, or if
it has left that list. Of the prose in ``Other Information`` only labelled numbers are kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

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
from sanctions_data.lists.common.words import load_words
from sanctions_data.lists.common.xlsx import XlsxRow
from sanctions_data.lists.gb_hmt_conlist.details import (
    attributes,
    identifiers,
    ship_number,
    uk_reference,
    un_reference,
)
from sanctions_data.lists.gb_hmt_conlist.rows import read_rows
from sanctions_data.lists.gb_hmt_conlist.successors import Successor, successor_of

FILE = "ConList.xlsx"
OTHER_FILES = ("ConList.csv", "sanctionsconlist.csv")
URL = "https://ofsistorage.blob.core.windows.net/publishlive/2022format/ConList.csv"
FREEZE = Term("List", "Consolidated list of financial sanctions targets")
OWN_REGULATIONS = date(2020, 12, 31)
BY_REGULATIONS = "gb_own_regulations"
"""The rule by which a freeze under the regulations of the United Kingdom begins: not before they
took the place of those of the EU, though the party was listed under these."""

_WORDS = load_words(__file__)
_DESIGNATED = "UK Sanctions List Date Designated"
_NAME_PARTS = tuple(f"Name {part}" for part in range(1, 7))


@checked_read("Group ID")
def read(folder: Path, report: ReadReport) -> Iterator[Entry]:
    """Yield the entries of the list in ``folder``; what is wrong goes into ``report``.

    Example:
        >>> report = ReadReport("gb-hmt-conlist")
        >>> list(read(Path("no-such-folder"), report)), len(report.errors)
        ([], 1)
    """
    groups: dict[str, list[XlsxRow]] = {}
    for row in read_rows(locate_file(folder, FILE, *OTHER_FILES), report):
        if (group := row.text("Group ID")).isdigit():
            groups.setdefault(group, []).append(row)
        else:
            report.odd(
                row.at("Group ID"), f"found {group!r}, expected a number; the row was left out"
            )
    for group, rows in groups.items():
        if entry := _entry(group, rows, report):
            yield entry


def _entry(group: str, rows: list[XlsxRow], report: ReadReport) -> Entry | None:
    position = f"{rows[0].position} (group {group})"
    names = _names(rows, position, report)
    if not names:
        report.odd(position, "found no name; the group was left out", left_out=group)
        return None
    kind = _kind(rows, position, report)
    listed_on = _first_day(rows, "Listed On")
    if listed_on is None:
        printed = rows[0].text("Listed On")
        report.odd(position, f"found Listed On {printed!r}, expected dd/mm/yyyy; left empty")
    un_ref = un_reference(rows, kind)
    designated = _first_day(rows, _DESIGNATED)
    successor = successor_of(group, uk_reference(rows), designated)
    programmes, measures = _imposed(rows, listed_on, successor, designated)
    references = {"gb-fcdo": successor.ref if successor else "", "un-sc": un_ref}
    found = (
        *((Identifier("un_reference", un_ref),) if un_ref else ()),
        *identifiers(rows, is_ship=kind == "vessel"),
    )
    facts = attributes(rows, position, report, is_person=kind == "person")
    return Entry(
        ref=group,
        kind=kind,
        names=names,
        position=position,
        programmes=programmes,
        measures=measures,
        identifiers=tuple(dict.fromkeys(found)),
        attributes=tuple(dict.fromkeys(facts)),
        references=tuple(CrossReference(of, text) for of, text in references.items() if text),
        listed_on=listed_on,
        precision="day" if listed_on else "unknown",
        unread=() if listed_on else ("listed_on",),
    )


def _kind(rows: Sequence[XlsxRow], position: str, report: ReadReport) -> str:
    printed = rows[0].text("Group Type")
    kind = _WORDS["kinds"].get(printed.casefold())
    if kind is None:
        report.odd(
            position,
            f"found Group Type {printed!r}, expected Individual, Entity or Ship; read as unknown",
        )
        return "unknown"
    return "vessel" if kind == "organisation" and ship_number(rows) else kind


def _first_day(rows: Sequence[XlsxRow], column: str) -> date | None:
    """The earliest day in a column: a party of two regimes was listed under one of them first."""
    return min(filter(None, (parse_day(row.text(column)) for row in rows)), default=None)


def _imposed(
    rows: Sequence[XlsxRow],
    listed_on: date | None,
    successor: Successor | None,
    designated: date | None,
) -> tuple[tuple[Term, ...], tuple[StatedMeasure, ...]]:
    """The regime and the freeze of which this list alone tells; neither if there is none.

    Before the UK Sanctions List took a group over it was under acts that this list does not name.
    """
    regime = min(rows, key=lambda row: parse_day(row.text("Listed On")) or date.max).text("Regime")
    if successor is None:
        return (Term("Former regime", regime),), (StatedMeasure(FREEZE),)
    is_of_that_time = _DESIGNATED in rows[0].letters
    if is_of_that_time and not successor.is_stated:
        rule = BY_REGULATIONS if successor.since != designated else ""
        freeze = StatedMeasure(FREEZE, successor.since, successor.until, start_rule=rule)
        return (Term("Regime", regime),), (freeze,)
    if listed_on is None or listed_on >= successor.since:
        return (), ()
    return (Term("Former regime", regime),), (StatedMeasure(FREEZE, end=successor.since),)


def _names(rows: Sequence[XlsxRow], position: str, report: ReadReport) -> tuple[Name, ...]:
    found: dict[str, str] = {}
    for row in rows:
        text = " ".join(filter(None, map(row.text, _NAME_PARTS)))
        name_type = _name_type(row, position, report)
        if text and (text not in found or name_type == "primary"):
            found[text] = name_type
        if script := row.text("Name Non-Latin Script"):
            found.setdefault(script, "alias")
    if found and "primary" not in found.values():
        report.warn(position, "found no primary name; the first name was taken for it")
        found[next(iter(found))] = "primary"
    # A party has one primary name; another one that the list calls so is an alias.
    first = next((text for text, kind in found.items() if kind == "primary"), "")
    others = (Name(t, "alias" if k == "primary" else k) for t, k in found.items() if t != first)
    return (Name(first), *others) if first else ()


def _name_type(row: XlsxRow, position: str, report: ReadReport) -> str:
    printed = row.text("Alias Type")
    name_type = _WORDS["names"].get(printed.casefold())
    if name_type is None:
        report.warn(position, f"found Alias Type {printed!r}; the name was read as a weak alias")
        return "weak_alias"
    is_weak = row.text("Alias Quality").casefold().startswith("low")
    return "weak_alias" if name_type == "alias" and is_weak else name_type


FORMAT = ListFormat(
    "gb-hmt-conlist",
    (
        ListFile(
            FILE,
            URL,
            is_served=False,
            other_names=OTHER_FILES,
            dated=r"^Last Updated,(\d\d/\d\d/\d{4})",
        ),
    ),
    read,
)
