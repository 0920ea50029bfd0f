"""Reader of a third party's cut of the publisher's CSV (layout 1.0): one row an entry.

It holds one name of each entry, its latest act and the act of that name. It also prints the
day of designation that the XML lacks, among the remarks and under a wrong heading: ``Date of UN
designation`` stands before the day on which the EU designated a party, unless it did so
because the UN had.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from sanctions_data.identifiers.un_reference import read_un_reference
from sanctions_data.lists.common.csv_files.header_rows import read_header_rows
from sanctions_data.lists.common.entry import (
    Act,
    CrossReference,
    Entry,
    Identifier,
    Name,
    Term,
    tidy,
)
from sanctions_data.lists.common.list_files import find_file
from sanctions_data.lists.common.partial_dates import parse_day
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.eu_fsf.acts import NUMBER
from sanctions_data.lists.eu_fsf.dates import Designation, day_in_remark

FILE = "merged_dataset.csv"
CARRIES = frozenset({"numbers", "dates", "measures"})

Undated = tuple[Entry, Designation]
"""An entry without its day of listing, and what it says of its designation."""

_REF, _ID, _KIND, _NAME = "EU_ref_num", "Entity_logical_id...2", "Subject_type", "Naal_wholename"
_PROGRAMME, _REMARK = "Programme", "Entity_remark"
_ACTS = (
    ("Leba_numtitle", "Leba_publication_date"),
    ("Naal_leba_numtitle", "Naal_leba_publication_date"),
)
_COLUMNS = (_REF, _ID, _KIND, _NAME, _PROGRAMME, _REMARK, *(name for act in _ACTS for name in act))
_KINDS = {"P": "person", "E": "organisation"}

_HEADING = re.compile(r"^(date of un designation|designation details|un id): ?(.*)$", re.IGNORECASE)


def read_entries(folder: Path, report: ReadReport) -> Iterator[Undated]:
    """The entries, each with the days of designation that it states, the surest first."""
    path = find_file(folder, FILE) or folder / FILE
    for where, row in read_header_rows(path, _COLUMNS, report, empty="NA"):
        cells = {column: tidy(row[column]) for column in _COLUMNS}
        if not any(cells[column] for column in (_REF, _PROGRAMME, _NAME)):
            continue  # A person of the list of travel bans alone, which the third party put in.
        position = f"{where} ({cells[_REF] or 'no reference'})"
        remarks = dict(_remarks(cells[_REMARK]))
        acts = _acts(cells, position, report)
        if entry := _entry(cells, remarks, acts, position, report):
            yield entry, _designation(remarks)


def _entry(
    cells: dict[str, str],
    remarks: dict[str, str],
    acts: tuple[Act, ...],
    position: str,
    report: ReadReport,
) -> Entry | None:
    ref, name, kind = cells[_REF], cells[_NAME], _KINDS.get(cells[_KIND], "unknown")
    if not ref:
        report.odd(position, f"found no {_REF} for {name!r}; the entry was left out")
        return None
    unread = [field for field, cell in (("names", name), ("programmes", cells[_PROGRAMME]))
              if not cell]  # fmt: skip
    if kind == "unknown":
        unread.append("kind")
    if unread:
        report.odd(position, f"found no {' and no '.join(unread)} that can be read; left empty")
    reference = read_un_reference(remarks.get("un id", ""))
    numbers = (("un_reference", reference), (NUMBER, cells[_ID]))
    terms = (
        Term("programme", cells[_PROGRAMME]),
        Term("regulation", cells[_ACTS[0][0]], is_hint=True),
    )
    return Entry(
        ref=ref,
        kind=kind,
        names=(Name(name),) if name else (),
        position=position,
        programmes=tuple(term for term in terms if term.text),
        identifiers=tuple(Identifier(kind, value) for kind, value in numbers if value),
        references=(CrossReference("un-sc", reference),) if reference else (),
        unread=tuple(unread),
        acts=acts,
    )


def _acts(cells: dict[str, str], position: str, report: ReadReport) -> tuple[Act, ...]:
    found = []
    for number, published in _ACTS:
        day = parse_day(cells[published])
        if cells[published] and day is None:
            report.warn(position, f"found {published} {cells[published]!r}, expected yyyy-mm-dd")
        if cells[number] and day:
            found.append(Act(cells[number], day))
    return tuple(dict.fromkeys(found))


def _remarks(printed: str) -> Iterator[tuple[str, str]]:
    """The remarks by heading; those of listing have none."""
    for part in printed.split("\\n"):
        text = part.strip().removeprefix("(").removesuffix(")").strip()
        if heading := _HEADING.match(text):
            yield heading[1].casefold(), heading[2]
        elif text.casefold().startswith("date of listing"):
            yield "listing", text


def _designation(remarks: dict[str, str]) -> Designation:
    stated = (day_in_remark(remarks.get(key, "")) for key in ("designation details", "listing"))
    return Designation(
        stated=next(filter(None, stated), None),
        designated=parse_day(remarks.get("date of un designation", "")),
    )
