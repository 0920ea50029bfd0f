"""Reader of the ships of Annex XLII to Regulation (EU) No 833/2014.

Article 3s bars them from ports and from services. The file is a third party's cut of a page of
the Danish Maritime Authority: number, name and day of listing. It does not mark who was taken
off, so nobody's absence says anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sanctions_data.lists.common.checked_read import checked_read
from sanctions_data.lists.common.entry import (
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
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.eu_fsf.header_rows import read_header_rows

FILE = "vessels.csv"
_COLUMNS = ("imo_number", "name", "listed_date")
_ANNEX = Term("annex", "Annex XLII")
_BANS = (Term("article", "Article 3s: port access"), Term("article", "Article 3s: services"))


@checked_read("IMO number")
def read(folder: Path, report: ReadReport) -> Iterator[Entry]:
    """Yield the ships of the list in ``folder``; what is wrong goes into ``report``.

    Example:
        >>> report = ReadReport("eu-vessels")
        >>> list(read(Path("no-such-folder"), report)), len(report.errors)
        ([], 1)
    """
    for where, row in read_header_rows(locate_file(folder, FILE), _COLUMNS, report):
        number, name, day = (tidy(row[column]) for column in _COLUMNS)
        listed_on = parse_day(day)
        if not (number.isdecimal() and len(number) == 7 and name and listed_on):
            report.odd(
                where,
                f"found {number!r}, {name!r} and {day!r}, expected an IMO number of seven digits, "
                "a name and a day; the ship was left out",
                left_out=number,
            )
            continue
        yield Entry(
            ref=number,
            kind="vessel",
            names=_names(name),
            position=where,
            programmes=(_ANNEX,),
            measures=tuple(StatedMeasure(ban) for ban in _BANS),
            identifiers=(Identifier("imo_number", number),),
            listed_on=listed_on,
            precision="day",
        )


def _names(printed: str) -> tuple[Name, ...]:
    """The name of a ship, and the former one that some have in brackets."""
    name, _, former = printed.partition("(formerly ")
    former = former.rstrip(") ")
    return (Name(name.strip()), *((Name(former, "former"),) if former else ()))


FORMAT = ListFormat(
    "eu-vessels",
    (ListFile(FILE, "", is_served=False),),
    read,
    is_ever_whole=False,
    evidence="secondary",
)
