"""Reader of the ships of Annex XLII to Regulation (EU) No 833/2014.

Article 3s bars them from ports and from services. The file is a third party's cut of a page of
the Danish Maritime Authority: number, name and day of listing. It does not mark who was taken
off, so nobody's absence says anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sanctions_data.lists.common.checked_read import checked_read
from sanctions_data.lists.common.csv_files.ship_rows import FILE, read_ships
from sanctions_data.lists.common.entry import (
    Entry,
    ListFile,
    ListFormat,
    Name,
    StatedMeasure,
    Term,
)
from sanctions_data.lists.common.read_report import ReadReport

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
    for ship in read_ships(folder, report):
        yield replace(
            ship,
            names=_names(ship.names[0].text),
            programmes=(_ANNEX,),
            measures=tuple(StatedMeasure(ban) for ban in _BANS),
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
