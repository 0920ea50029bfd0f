"""The CSV files of OFAC: a main file, addresses, other names, and the rest of long remarks.

They have no column for a date; only the remarks of some entries print days.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sanctions_data.lists.common.entry import Entry, ListFile, Term, tidy
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.words import load_words
from sanctions_data.lists.us_ofac.csv_rows import CsvRow, read_rows
from sanctions_data.lists.us_ofac.directives import with_directives
from sanctions_data.lists.us_ofac.facts import Facts
from sanctions_data.lists.us_ofac.remarks import read_remarks

_WORDS = load_words(__file__)
_KINDS, _NAME_TYPES = _WORDS["kinds-csv"], _WORDS["names-csv"]
_REMARKS_LIMIT = 1000


@dataclass(frozen=True)
class CsvSet:
    """Names of the four files of a list; all but the main one may be missing.

    ``has_directives`` says that the measures of an entry depend on the directives that its
    remarks name.
    """

    main: str
    addresses: str
    aliases: str
    comments: str
    has_directives: bool = False

    def served_at(self, url: str) -> tuple[ListFile, ...]:
        """The files as the publisher serves them below ``url``."""
        return (
            ListFile(self.main, url + self.main),
            *(
                ListFile(name, url + name, optional=True)
                for name in (self.addresses, self.aliases, self.comments)
            ),
        )


def read_csv_set(folder: Path, files: CsvSet, report: ReadReport) -> Iterator[Entry]:
    """Yield the entries of a list, one by one, in the order of the main file.

    Args:
        folder: where the files are.
        files: what they are called.
        report: receives an error for a file or row that is not as it must be, and a
            warning for what was left out. Of two rows with one entry number the first
            counts: a number stands for one party, and we cannot know the other's.
    """
    main = folder / files.main
    if not main.is_file():
        report.error(files.main, "the file is missing; put it into the folder with the others")
        return
    addresses = _grouped(folder / files.addresses, 6, report)
    aliases = _grouped(folder / files.aliases, 5, report)
    comments = _grouped(folder / files.comments, 2, report)
    seen: set[str] = set()
    for position, row in read_rows(main, 12, report):
        ref = row[0]
        if ref in seen:
            report.warn(position, f"entry number {ref} comes a second time; this row was left out")
            continue
        seen.add(ref)
        rest = "".join(text for _, (_, text) in comments.get(ref, ()))
        if not rest and len(row[11]) >= _REMARKS_LIMIT:
            report.warn(
                position,
                f"the remarks are cut off at {_REMARKS_LIMIT} characters and {files.comments} has "
                "no rest of them; their last item was left out",
            )
            row[11] = row[11].rpartition("; ")[0]
        row[11] += rest
        entry = _entry(position, row, addresses.get(ref, []), aliases.get(ref, []), report)
        if entry:
            yield with_directives(entry, row[11], report) if files.has_directives else entry
    if not seen and not report.errors:
        report.error(files.main, "the file holds no entry; download it again")
    for name, rows in (
        (files.addresses, addresses),
        (files.aliases, aliases),
        (files.comments, comments),
    ):
        if strangers := sorted(rows.keys() - seen):
            report.warn(
                name,
                f"{len(strangers)} entry numbers are not in {files.main}, such as {strangers[0]}; "
                "the files may be of different days",
            )


def _entry(
    position: str,
    row: list[str],
    addresses: list[CsvRow],
    aliases: list[CsvRow],
    report: ReadReport,
) -> Entry | None:
    ref, name, printed_kind, programmes = row[:4]
    kind = _KINDS.get(printed_kind.strip())
    if kind is None:
        report.error(position, f"type {printed_kind!r} is none of {', '.join(map(repr, _KINDS))}")
        return None
    if not tidy(name):
        report.error(position, "the name is empty; an entry must have one")
        return None
    facts = Facts(kind, position, report)
    facts.add_name(name, "primary")
    for where, (_, _, alias_type, alias, _) in aliases:
        if alias_type in _NAME_TYPES:
            facts.add_name(alias, _NAME_TYPES[alias_type])
        else:
            report.error(where, f"name type {alias_type!r} is none of {', '.join(_NAME_TYPES)}")
    if any(row[4:11]):
        _read_columns(row, facts)
    if row[11]:
        read_remarks(row[11], facts)
    if kind == "aircraft":
        facts.add_tail_from_name(tidy(name))
    for _, address in addresses:
        facts.add_country("country", address[4])
    return Entry(
        ref=ref,
        kind=kind,
        names=facts.names,
        position=position,
        programmes=tuple(
            Term("Program", text)
            for text in map(tidy, programmes.strip("[] ").split("] ["))
            if text
        ),
        identifiers=facts.identifiers,
        attributes=facts.attributes,
    )


def _read_columns(row: list[str], facts: Facts) -> None:
    for position in row[4].split("; "):
        facts.add("Title", position)
    facts.add("Vessel Call Sign", row[5])
    facts.add("Vessel Type", row[6])
    facts.add("Vessel Tonnage", row[7])
    facts.add("Vessel Tonnage", f"{row[8]} GRT" if row[8] else "")
    facts.add("Vessel Flag", row[9])
    facts.add("Vessel Owner", row[10])


def _grouped(path: Path, width: int, report: ReadReport) -> dict[str, list[CsvRow]]:
    found: dict[str, list[CsvRow]] = {}
    if path.is_file():
        for position, row in read_rows(path, width, report):
            found.setdefault(row[0], []).append((position, row))
    return found
