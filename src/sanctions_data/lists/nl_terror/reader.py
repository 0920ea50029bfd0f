"""Reader of the national sanctions list on terrorism of the Netherlands.

Of the publisher's spreadsheet the columns are known from public code, and untried on a real file.
The copy that we have says no more of a person than the surname, by which nobody can be known: of it
only the organisations are read. Neither numbers its entries; a reference is made of the name, and
of the day of birth where two have one name.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from slugify import slugify

from sanctions_data.lists.common.checked_read import checked_read
from sanctions_data.lists.common.entry import (
    Attribute,
    Entry,
    ListFile,
    ListFormat,
    Name,
    Term,
    tidy,
)
from sanctions_data.lists.common.list_files import find_file
from sanctions_data.lists.common.partial_dates import parse_day, parse_partial
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.nl_terror.spreadsheet import read_spreadsheet

FILE = "eng-terrorismelijst.ods"
COPY = "nl.json"
URL = (
    "https://www.government.nl/binaries/government/documenten/reports/2016/01/15/"
    "national-terrorism-list/eng-terrorismelijst.ods"
)
_COLUMNS = (
    "Surname", "First name(s)", "Alias", "Date of Birth(DD-MM-JJJJ)", "Place of Birth",
    "Date of ministerial decision (DD/MM/JJJJ)",
)  # fmt: skip
_FAMILY, _GIVEN, _ALIAS, _BIRTH, _PLACE, _DECISION = _COLUMNS
_LIST = Term("list", "Nationale sanctielijst terrorisme")
# The copy does not tell them from persons, but prints their whole names.
_ORGANISATIONS = frozenset(
    {"RAGDER: Stichting voor gezinnen en jongeren te Rotterdam", "Stichting Al Aqsa", "The Base"}
)

Row = dict[str, str]


@checked_read("name")
def read(folder: Path, report: ReadReport) -> Iterator[Entry]:
    """Yield the parties of the list in ``folder``; what is wrong goes into ``report``.

    Example:
        >>> report = ReadReport("nl-terror")
        >>> list(read(Path("no-such-folder"), report)), len(report.errors)
        ([], 1)
    """
    if find_file(folder, FILE) is None and (copy := find_file(folder, COPY)):
        yield from _read_copy(copy, report)
        return
    rows = list(_rows(find_file(folder, FILE) or folder / FILE, report))
    refs = Counter(_ref(row) for _, row in rows)
    for where, row in rows:
        ref = _ref(row)
        birth = parse_partial(row[_BIRTH].replace("-", "/"))
        yield _entry(ref if refs[ref] == 1 else f"{ref}-{birth}", where, row, birth)


def _rows(path: Path, report: ReadReport) -> Iterator[tuple[str, Row]]:
    header: list[str] = []
    for where, cells in read_spreadsheet(path, report):
        if header:
            row = dict(zip(header, cells, strict=False))
            row = {column: row.get(column, "") for column in _COLUMNS}
            if slugify(row[_FAMILY]):
                yield where, row
            elif row[_GIVEN]:
                report.odd(where, f"found no surname with {row[_GIVEN]!r}; the row was left out")
        elif _FAMILY in cells:
            header = cells
            if lacking := [column for column in _COLUMNS if column not in header]:
                report.error(where, f"found no column {lacking[0]!r}; this is another layout")
                return
    if not header and not report.errors:
        report.error(path.name, f"found no row with {_FAMILY!r}; this is another layout")


def _ref(row: Row) -> str:
    return slugify(f"{row[_GIVEN]} {row[_FAMILY]}")


def _entry(ref: str, where: str, row: Row, birth: str) -> Entry:
    is_person = bool(row[_GIVEN])
    decided = parse_day(row[_DECISION])
    attributes = [Attribute("birth_date", birth)] if birth and is_person else []
    if row[_PLACE] and is_person:
        attributes.append(Attribute("birth_place", row[_PLACE]))
    aliases = [tidy(alias) for alias in row[_ALIAS].split(";")]
    return Entry(
        ref=ref,
        # An organisation has its name for a surname; so may a person who has but one name.
        kind="person" if is_person else "unknown" if birth else "organisation",
        names=(
            Name(tidy(f"{row[_GIVEN]} {row[_FAMILY]}")),
            *(Name(alias, "alias") for alias in aliases if alias),
        ),
        position=where,
        programmes=(_LIST,),
        attributes=tuple(attributes),
        listed_on=decided,
        precision="day" if decided else "unknown",
    )


def _read_copy(path: Path, report: ReadReport) -> Iterator[Entry]:
    try:
        names = [tidy(each["full_name"]) for each in json.loads(path.read_text(encoding="utf-8"))]
    except OSError as error:
        report.error(path.name, f"the file cannot be read ({error.strerror or error})")
        return
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        report.error(path.name, f"the file is not the copy of the list ({error}); get it again")
        return
    names = [name for name in names if name != _FAMILY]  # The copy has a row for the header.
    found = [name for name in names if name in _ORGANISATIONS]
    report.warn(
        path.name, f"found {len(names) - len(found)} surnames of persons; they were left out"
    )
    for name in found:
        yield Entry(
            ref=slugify(name),
            kind="organisation",
            names=(Name(name),),
            position=path.name,
            programmes=(_LIST,),
        )


FORMAT = ListFormat(
    "nl-terror",
    (ListFile(FILE, URL), ListFile(COPY, "", is_served=False)),
    read,
    mains=((FILE,), (COPY,)),
    is_ever_whole=False,
    evidence="secondary",
    is_tried=False,
)
