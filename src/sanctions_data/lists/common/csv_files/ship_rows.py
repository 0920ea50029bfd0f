"""Lists of ships that a third party cut down to number, name and day of listing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sanctions_data.lists.common.csv_files.header_rows import read_header_rows
from sanctions_data.lists.common.entry import Entry, Identifier, Name, tidy
from sanctions_data.lists.common.list_files import locate_file
from sanctions_data.lists.common.partial_dates import parse_day
from sanctions_data.lists.common.read_report import ReadReport

FILE = "vessels.csv"
_COLUMNS = ("imo_number", "name", "listed_date")


def read_ships(folder: Path, report: ReadReport) -> Iterator[Entry]:
    """Yield the ships of ``vessels.csv`` without what they are under, which it does not say.

    Example:
        >>> report = ReadReport("eu-vessels")
        >>> list(read_ships(Path("no-such-folder"), report)), len(report.errors)
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
            names=(Name(name),),
            position=where,
            identifiers=(Identifier("imo_number", number),),
            listed_on=listed_on,
            precision="day",
        )
