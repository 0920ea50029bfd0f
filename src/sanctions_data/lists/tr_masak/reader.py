"""Reader of the freezes that Türkiye imposes under Law No. 7262.

MASAK shows on its site whose assets presidential decisions freeze, to carry out the resolutions
of the UN on North Korea and Iran. The file is a third party's copy of it, partly read from scans.
An entry prints the day of its listing by the UN; the freeze of Türkiye begins with the Official
Gazette that holds the decision.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from slugify import slugify

from sanctions_data.lists.common.checked_read import checked_read
from sanctions_data.lists.common.csv_files.header_rows import read_header_rows
from sanctions_data.lists.common.entry import (
    Attribute,
    Entry,
    Identifier,
    ListFile,
    ListFormat,
    StatedMeasure,
    Term,
    tidy,
)
from sanctions_data.lists.common.list_files import locate_file
from sanctions_data.lists.common.partial_dates import parse_day
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.words import load_words, read_toml
from sanctions_data.lists.tr_masak.names import read_names

FILE = "entries.csv"
_COLUMNS = (
    "reference_number", "name", "entity_type", "program", "decision_number", "official_gazette",
    "nationality", "remarks", "date_of_birth", "passport_number",
)  # fmt: skip
_COPY = read_toml(__file__, "copy.toml")
_COUNTRIES = load_words(__file__)["countries"]
_FREEZE = Term("measure", "malvarlığının dondurulması")
_NUMBER = re.compile(r"[0-9]{1,6}")
_DAY = re.compile(r"^(\d{1,2})\.(\d{1,2})\.(\d{4})")
_DECISION = re.compile(r"[-/] ?(\d+)$")
_PASSPORT = re.compile(r"^(?:PS ?|PD|PO)?[A-Z]?\d{6,10}$")
# Earlier days are years that a spreadsheet took for the number of a day.
_FIRST_BIRTH = date(1910, 1, 1)

Row = dict[str, str]


@checked_read("number")
def read(folder: Path, report: ReadReport) -> Iterator[Entry]:
    """Yield the parties of the list in ``folder``; what is wrong goes into ``report``.

    Example:
        >>> report = ReadReport("tr-masak")
        >>> list(read(Path("no-such-folder"), report)), len(report.errors)
        ([], 1)
    """
    rows = list(read_header_rows(locate_file(folder, FILE), _COLUMNS, report))
    numbers = Counter(row["reference_number"] for _, row in rows)
    passports = Counter(tidy(row["passport_number"]) for _, row in rows)
    for where, row in rows:
        begins, name = _day_of_gazette(row["official_gazette"]), tidy(row["name"])
        if not (slugify(name) and begins):
            report.odd(
                where,
                f"found name {name!r} and gazette {row['official_gazette']!r}, expected a name "
                "and a gazette as dd.mm.yyyy-number; the entry was left out",
            )
            continue
        number = row["reference_number"]
        if number and not _NUMBER.fullmatch(number):
            report.odd(where, f"found number {number[:40]!r}, expected digits; it was left out")
            continue
        ref = number if number and numbers[number] == 1 else slugify(f"{number} {name}")
        # A passport that two entries have slipped from one row to the next, with the birth date.
        has_slipped = passports[tidy(row["passport_number"])] > 1 and bool(row["passport_number"])
        yield _entry(ref, where, {**row, "name": name}, begins, has_slipped=has_slipped)


def _entry(ref: str, where: str, row: Row, begins: date, *, has_slipped: bool) -> Entry:
    number = row["reference_number"]
    is_person = int(number) <= _COPY["last_person"] if number else row["entity_type"] == "person"
    decision = _DECISION.search(tidy(row["decision_number"]))
    freeze = StatedMeasure(
        _FREEZE, start=begins, act=f"Presidential Decision {decision[1]}" if decision else ""
    )
    return Entry(
        ref=ref,
        kind="person" if is_person else "organisation",
        names=read_names(
            _COPY["misread"].get(row["name"], row["name"]), row["remarks"] if is_person else ""
        ),
        position=where,
        programmes=(Term("program", tidy(row["program"])),),
        measures=(freeze,),
        identifiers=() if has_slipped else tuple(_passports(row, is_person=is_person)),
        attributes=tuple(_attributes(row, is_person=is_person, has_slipped=has_slipped)),
        listed_on=begins,
        precision="day",
    )


def _day_of_gazette(printed: str) -> date | None:
    match = _DAY.match(tidy(printed))
    return parse_day("/".join(match.groups())) if match else None


def _passports(row: Row, *, is_person: bool) -> Iterator[Identifier]:
    printed = tidy(row["passport_number"])
    if is_person and _PASSPORT.match(printed):
        yield Identifier("passport", printed)


def _attributes(row: Row, *, is_person: bool, has_slipped: bool) -> Iterator[Attribute]:
    country = _COUNTRIES.get(tidy(row["nationality"]).casefold().replace("i̇", "i"))
    if is_person:
        birth = parse_day(tidy(row["date_of_birth"]))
        if birth and birth >= _FIRST_BIRTH and not has_slipped:
            yield Attribute("birth_date", birth.isoformat())
        if country and row["reference_number"] not in _COPY["foreigners"]:
            yield Attribute("nationality", country)
    elif country and country != "KP":
        # Of companies that work for North Korea in other states the copy prints North Korea too.
        yield Attribute("country", country)


FORMAT = ListFormat(
    "tr-masak",
    (ListFile(FILE, "", is_served=False),),
    read,
    is_ever_whole=False,
    evidence="secondary",
)
