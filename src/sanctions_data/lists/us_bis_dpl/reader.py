"""Reader of the Denied Persons List.

A row is a name at an address under one order. Rows of one name and one effective day are one
entry: its reference is made of both, as the list numbers nothing. A renewed order is another
entry. The list does not tell persons from bodies, nor aliases from other parties; of airlines
``airlines.toml`` does.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from slugify import slugify

from sanctions_data.lists.common.checked_read import checked_read
from sanctions_data.lists.common.countries import country_codes
from sanctions_data.lists.common.entry import (
    Attribute,
    Entry,
    ListFile,
    ListFormat,
    Name,
    StatedMeasure,
    Term,
    tidy,
)
from sanctions_data.lists.common.list_files import locate_file
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.words import read_toml
from sanctions_data.lists.us_bis_dpl.citations import find_order, parse_american_day

FILE = "dpl.txt"
URL = "https://www.bis.doc.gov/dpl/dpl.txt"
_COLUMNS = ("Name", "Country", "Effective_Date", "Expiration_Date", "FR_Citation")
_AIRLINE_OF = {
    name: airline["names"][0]
    for airline in read_toml(__file__, "airlines.toml")["airlines"]
    for name in airline["names"]
}
_TRADES_AS = re.compile(r"\s[ADF]/[BK]/A\s", re.IGNORECASE)
_LIST = Term("list", "Denied Persons List")
_DENIED = Term("order", "denial of export privileges")
_GROUNDED = Term("order", "denial of export privileges of an airline")

Row = dict[str, str]


@checked_read("name and day")
def read(folder: Path, report: ReadReport) -> Iterator[Entry]:
    """Yield the orders of the list in ``folder``; what is wrong goes into ``report``.

    Example:
        >>> report = ReadReport("us-bis-dpl")
        >>> list(read(Path("no-such-folder"), report)), len(report.errors)
        ([], 1)
    """
    orders: defaultdict[tuple[str, date], list[tuple[str, Row]]] = defaultdict(list)
    for where, row in _rows(locate_file(folder, FILE), report):
        name, day = row["Name"], parse_american_day(row["Effective_Date"])
        if not slugify(name) or day is None:
            report.odd(
                where,
                f"found name {name!r} and effective day {row['Effective_Date']!r}, expected a "
                "name and a day as mm/dd/yyyy; the row was left out",
            )
        else:
            orders[_AIRLINE_OF.get(name, name), day].append((where, row))
    for (name, day), found in orders.items():
        yield _entry(name, day, found, report)


def _rows(path: Path, report: ReadReport) -> Iterator[tuple[str, Row]]:
    try:
        with path.open(encoding="cp1252", newline="") as handle:
            rows = csv.DictReader(handle, delimiter="\t", restval="")
            if lacking := [name for name in _COLUMNS if name not in (rows.fieldnames or ())]:
                report.error(path.name, f"found no column {lacking[0]!r}; this is another file")
                return
            for row in rows:
                cells = {column: tidy(row[column]) for column in _COLUMNS}
                yield f"{path.name}:{rows.line_num}", cells
    except OSError as error:
        report.error(path.name, f"the file cannot be read ({error.strerror or error})")
    except (UnicodeDecodeError, csv.Error) as error:
        report.error(path.name, f"the file is no table ({error}); get it again")


def _entry(party: str, day: date, found: list[tuple[str, Row]], report: ReadReport) -> Entry:
    where = found[0][0]
    rows = [row for _, row in found]
    is_airline = party in _AIRLINE_OF
    orders = [find_order(row["FR_Citation"], day) for row in rows]
    orders = [order for order in orders if order[0]]
    act, published = max(orders, key=orders.count) if orders else ("", None)
    start, precision = published or day, "on_or_before" if published else "day"
    # The first name of an airline stays the same, though an order may print another one alone.
    printed = (party, *(row["Name"] for row in rows))
    names = list(dict.fromkeys(name for each in printed for name in _names_in(each)))
    countries = dict.fromkeys(code for row in rows for code in country_codes(row["Country"]))
    order = StatedMeasure(
        _GROUNDED if is_airline else _DENIED,
        start=start,
        end=_last_day(rows, where, report),
        precision=precision,
        act=act,
    )
    return Entry(
        ref=f"{slugify(party)}-{day.isoformat()}",
        kind="organisation" if is_airline else "unknown",
        names=(Name(names[0]), *(Name(name, "alias") for name in names[1:])),
        position=where,
        programmes=(_LIST,),
        measures=(order,),
        attributes=tuple(Attribute("country", code) for code in countries),
        listed_on=start,
        precision=precision,
    )


def _names_in(printed: str) -> list[str]:
    """The name of a party, and the one under which it trades."""
    return [name.strip(" ,") for name in _TRADES_AS.split(printed)]


def _last_day(rows: list[Row], where: str, report: ReadReport) -> date | None:
    """The day on which the order expires; None where it has none, or two are printed."""
    printed = {row["Expiration_Date"] for row in rows}
    days = {parse_american_day(text) for text in printed}
    if len(days) == 1 and (printed == {""} or None not in days):
        return days.pop()
    report.warn(where, f"found expiry {sorted(printed)}, expected one mm/dd/yyyy; left empty")
    return None


FORMAT = ListFormat("us-bis-dpl", (ListFile(FILE, URL),), read, maximum_bytes=10_000_000)
