"""Reader of the ships that the 1718 Committee of the UN designated.

The file is a third party's cut of the list: number, name and day of listing. Which measures a
ship is under it does not say; ``measures.toml`` does as far as a public text tells it. Any other
ship is under a measure that is not classified.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

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
from sanctions_data.lists.common.words import read_toml
from sanctions_data.lists.eu_fsf.header_rows import read_header_rows

FILE = "vessels.csv"
_COLUMNS = ("imo_number", "name", "listed_date")
_LIST = Term("list", "1718 Designated Vessels List")
_FREEZE = "asset freeze"
# Not the number of any act: the port bans and the de-flagging are not those of resolution 1718.
_NO_ACT = "not told"
_UNKNOWN = (StatedMeasure(Term("measure", "measures not told"), act=_NO_ACT),)


def _measures_of(group: dict[str, Any]) -> tuple[StatedMeasure, ...]:
    """The measures of a group of ships; a freeze is that of the act of the programme."""
    acts = group.get("act", {})
    return tuple(
        StatedMeasure(Term("measure", text), act="" if text == _FREEZE else acts.get(text, _NO_ACT))
        for text in group["terms"]
    )


_MEASURES = {
    ship: _measures_of(group)
    for group in read_toml(__file__, "measures.toml")["measures"]
    for ship in group["ships"]
}


@checked_read("IMO number")
def read(folder: Path, report: ReadReport) -> Iterator[Entry]:
    """Yield the ships of the list in ``folder``; what is wrong goes into ``report``.

    Example:
        >>> report = ReadReport("un-1718-vessels")
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
            names=(Name(name),),
            position=where,
            programmes=(_LIST,),
            measures=_MEASURES.get(number, _UNKNOWN),
            identifiers=(Identifier("imo_number", number),),
            listed_on=listed_on,
            precision="day",
        )


FORMAT = ListFormat(
    "un-1718-vessels",
    (ListFile(FILE, "", is_served=False),),
    read,
    is_ever_whole=False,
    evidence="secondary",
)
