"""Reader of the asset-freeze list of Japan's Ministry of Finance.

A workbook with a sheet for each regime. It prints no measures: whoever is on it has assets
frozen, by rule. Entries that were taken off stay in their row, marked ``削除``.

The reference is the number of the sheet and the number printed in it (``28-12``). Numbers
are not used again within a sheet, and sheets of regimes that ended keep theirs; it is not
promised that the ministry never renumbers the sheets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sanctions_data.lists.common.checked_read import checked_read
from sanctions_data.lists.common.entry import (
    Attribute,
    CrossReference,
    Entry,
    Identifier,
    ListFile,
    ListFormat,
    Name,
    Term,
    tidy,
)
from sanctions_data.lists.common.list_files import locate_file
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.words import load_words, read_toml
from sanctions_data.lists.common.xlsx import Sheet, XlsxRow, sheets
from sanctions_data.lists.jp_mof.entry_text import (
    birth_dates,
    first_day,
    japanese_country,
    parts,
    plain,
)
from sanctions_data.lists.jp_mof.names import main_names, other_names
from sanctions_data.lists.jp_mof.numbers import COLUMNS as NUMBERS
from sanctions_data.lists.jp_mof.numbers import numbers
from sanctions_data.lists.jp_mof.spellings import spellings

FILE = "shisantouketsu*.xlsx"
URL = (
    "https://www.mof.go.jp/policy/international_policy/gaitame_kawase/gaitame/"
    "economic_sanctions/list.html"
)

_DATE, _NUMBER, _JAPANESE, _ENGLISH = "告示日付", "告示番号", "日本語表記", "英語表記"
_COLUMNS = (_DATE, _NUMBER, _JAPANESE, _ENGLISH)
_INDEX = "一覧"
_ENDED = re.compile(r"解除|告示廃止")
_DELETED = "削除"
_UNKNOWN = "不明"
_ALIASES = load_words(__file__)["names"]
_BIRTH = ("生年月日", "生年月日・出生地")
_OF_A_PERSON = (*_BIRTH, "出生地", "出生地・出身地", "国籍", "旅券番号")
_UN_COLUMN = "国連参照番号"
_UN_REFERENCE = re.compile(r"^([A-Z]{2})([ie])\.(\d{3})$")
_SAME_PARTY = read_toml(__file__, "sheets.toml")["same_party"]
_PRINTED = re.compile(r"^[*#]?(\d+)(?:\([*#](\d+)\))?$")


@dataclass(frozen=True, slots=True)
class _Regime:
    """A sheet: its number, its title without it, and the kind of party, if it has but one."""

    number: str
    title: str
    kind: str


@checked_read("reference")
def read(folder: Path, report: ReadReport) -> Iterator[Entry]:
    """Yield the entries of the list in ``folder``; what is wrong goes into ``report``.

    Example:
        >>> report = ReadReport("jp-mof")
        >>> list(read(Path("no-such-folder"), report)), len(report.errors)
        ([], 1)
    """
    path = max(folder.glob(FILE), default=locate_file(folder, FILE))
    found = False
    for sheet in sheets(path, _COLUMNS, report):
        regime = _regime(sheet, report)
        if regime is None or sheet.rows is None:
            continue
        for row in sheet.rows:
            if entry := _entry(row, regime, report):
                found = True
                yield entry
    if not found and not report.errors:
        report.error(path.name, "found no entry; this is not the list, or it is cut off")


def _regime(sheet: Sheet, report: ReadReport) -> _Regime | None:
    title = tidy(plain(sheet.title))
    if sheet.rows is None:
        is_known = title == _INDEX or _ENDED.search(title + "".join(sheet.head))
        if not is_known:
            report.error(
                sheet.position,
                f"found no header with {_DATE!r}, and nothing that says that the regime ended",
            )
        return None
    match = re.match(r"^(\d+)\.(.+)$", title)
    if match is None:
        report.error(sheet.position, "found a title without a number, expected one such as 1.…")
        return None
    heading = title + " ".join(plain(text) for text in sheet.head[:1])
    heading = heading.replace("個人及び団体", "").replace("団体及び個人", "")
    is_person = "個人" in heading
    is_body = "団体" in heading or "銀行" in heading
    kind = "" if is_person == is_body else "person" if is_person else "organisation"
    return _Regime(match[1], tidy(match[2]), kind)


def _entry(row: XlsxRow, regime: _Regime, report: ReadReport) -> Entry | None:
    printed = [plain(row.cells.get(column)).strip() for column in _COLUMNS]
    if any(_DELETED in text for text in printed) or not any(printed):
        return None  # taken off the list, or the text of the entry above goes on
    number = _PRINTED.match(re.sub(r"\s", "", printed[1]))
    position = f"{row.position} ({regime.number}-{number[1] if number else '?'})"
    if number and not printed[2] and not printed[3] and len([*filter(None, _texts(row))]) <= 2:
        report.warn(position, "found a number without a name or a mark of deletion; left out")
        return None
    if number is None:
        report.odd(
            position,
            f"found {_NUMBER} {printed[1]!r}, expected one such as 12, *12 or 12(*34); the row was "
            "left out",
        )
        return None
    ref, kind = f"{regime.number}-{number[1]}", regime.kind or _kind(row)
    names = _names(row, kind)
    if not names:
        report.odd(position, "found no name; the entry was left out", left_out=ref)
        return None
    listed_on = first_day(row.cells.get(_DATE))
    if listed_on is None:
        report.odd(
            position,
            f"found {_DATE} {printed[0]!r}, expected a day such as 2022.3.1; left empty",
        )
    reference = _un_reference(row, position, report)
    other_sheet = _SAME_PARTY.get(regime.number)
    return Entry(
        ref=ref,
        kind=kind,
        names=names,
        position=position,
        programmes=(Term("sheet", regime.title),),
        identifiers=(
            *((Identifier("un_reference", reference),) if reference else ()),
            *_documents(row, report),
        ),
        attributes=_attributes(row, position, report),
        references=(
            *((CrossReference("un-sc", reference),) if reference else ()),
            *(
                (CrossReference("jp-mof", f"{other_sheet}-{number[2]}"),)
                if other_sheet and number[2]
                else ()
            ),
        ),
        listed_on=listed_on,
        precision="day" if listed_on else "unknown",
        unread=() if listed_on else ("listed_on",),
    )


def _texts(row: XlsxRow) -> Iterator[str]:
    return (row.text(column) for column in row.cells)


def _kind(row: XlsxRow) -> str:
    """A row of a sheet for both: only persons have a birth date, even an unknown one."""
    if not any(column in row.letters for column in _OF_A_PERSON):
        return "unknown"
    is_person = any(row.text(column) for column in _BIRTH) or any(
        row.text(column) not in ("", _UNKNOWN) for column in _OF_A_PERSON
    )
    return "person" if is_person else "organisation"


def _names(row: XlsxRow, kind: str) -> tuple[Name, ...]:
    found: dict[str, str] = {}
    is_person = kind == "person"
    for column in (_ENGLISH, _JAPANESE):
        for text in main_names(row.cells.get(column)):
            found.update(dict.fromkeys(spellings(text, is_person=is_person), "alias"))
    for column, name_type in _ALIASES.items():
        for text in other_names(row.cells.get(column)):
            for spelling in spellings(text, is_person=is_person):
                found.setdefault(spelling, name_type)
    first = next(iter(found), "")
    others = (Name(text, name_type) for text, name_type in found.items() if text != first)
    return (Name(first), *others) if first else ()


def _attributes(row: XlsxRow, position: str, report: ReadReport) -> tuple[Attribute, ...]:
    found: dict[Attribute, None] = {}
    for column in _BIRTH:
        value = row.cells.get(column)
        days = list(birth_dates(value))
        found.update(dict.fromkeys(Attribute("birth_date", day) for day in days))
        if re.search(r"\d{4}", plain(value)) and not days:
            report.warn(row.at(column), f"found {row.text(column)!r}, expected a date; left empty")
    for part in parts(plain(row.cells.get("国籍"))):
        if code := japanese_country(part):
            found[Attribute("nationality", code)] = None
    return tuple(found)


def _documents(row: XlsxRow, report: ReadReport) -> tuple[Identifier, ...]:
    every: dict[Identifier, None] = {}
    for column, kind in NUMBERS.items():
        found, left_out = numbers(row.cells.get(column), kind)
        every.update(dict.fromkeys(found))
        for part in left_out:
            report.warn(row.at(column), f"found {part!r}, expected one number; left out")
    return tuple(every)


def _un_reference(row: XlsxRow, position: str, report: ReadReport) -> str:
    printed = plain(row.cells.get(_UN_COLUMN)).strip()
    if not printed or printed == _UNKNOWN:
        return ""
    if _UN_REFERENCE.match(printed):
        return printed
    report.warn(position, f"found {_UN_COLUMN} {printed!r}, expected one such as QDi.001")
    return ""


FORMAT = ListFormat(
    "jp-mof", (ListFile(FILE, URL),), read, renumbers=True, maximum_bytes=20_000_000
)
