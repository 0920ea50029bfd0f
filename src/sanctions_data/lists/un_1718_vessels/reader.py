"""Reader of the ships that the 1718 Committee of the UN designated.

The file is a third party's cut of the list: number, name and day of listing. Which measures a
ship is under it does not say; ``measures.toml`` does as far as a public text tells it. Any other
ship is under a measure that is not classified.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from sanctions_data.lists.common.checked_read import checked_read
from sanctions_data.lists.common.csv_files.ship_rows import FILE, read_ships
from sanctions_data.lists.common.entry import (
    Entry,
    ListFile,
    ListFormat,
    StatedMeasure,
    Term,
)
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.words import read_toml

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
    for ship in read_ships(folder, report):
        measures = _MEASURES.get(ship.ref, _UNKNOWN)
        yield replace(ship, programmes=(_LIST,), measures=measures)


FORMAT = ListFormat(
    "un-1718-vessels",
    (ListFile(FILE, "", is_served=False),),
    read,
    is_ever_whole=False,
    evidence="secondary",
)
