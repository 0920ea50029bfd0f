"""The CSV files of OFAC: a main file, addresses, other names, and the rest of long remarks.

They have no column for a date; only the remarks of some entries print days.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sanctions_data.lists.common.entry import Entry, ListFile, Term, tidy
from sanctions_data.lists.common.list_files import locate_file
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.words import load_words
from sanctions_data.lists.us_ofac.csv_rows import CsvRow, is_empty, read_rows
from sanctions_data.lists.us_ofac.directives import with_directives
from sanctions_data.lists.us_ofac.facts import Facts
from sanctions_data.lists.us_ofac.remarks import read_remarks

_WORDS = load_words(__file__)
_KINDS, _NAME_TYPES = _WORDS["kinds-csv"], _WORDS["names-csv"]
_REMARKS_LIMIT = 1000
_MISSING = "is missing; put it into the folder with the others"


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
        main = frozenset[str]() if self.has_directives else frozenset({"measures"})
        carried = (
            (self.addresses, {"countries"}),
            (self.aliases, {"other_names"}),
            # Without the rest of long remarks, what stands in remarks may be missing.
            (self.comments, {"numbers", "births", "details", "dates", "measures"}),
        )
        return (
            ListFile(self.main, url + self.main, carries=main),
            *(
                ListFile(
                    name,
                    url + name,
                    optional=True,
                    carries=frozenset(facts),
                    needs=self.main if name == self.comments else "",
                )
                for name, facts in carried
            ),
        )


def read_csv_set(folder: Path, files: CsvSet, report: ReadReport) -> Iterator[Entry]:
    """Yield the entries of a list, one by one, in the order of the main file.

    Without the main file the others still tell who is on the list: of each entry the other names,
    countries and the rest of long remarks are read, and what is not is told as unread.

    Args:
        folder: where the files are.
        files: what they are called.
        report: receives an error for a file that is not as it must be, and a warning for what
            was left out.
    """
    parts = _Parts(folder, files, report)
    main = locate_file(folder, files.main)
    if is_empty(main):
        if not parts.addresses and not parts.aliases:
            what = "holds no entry; download it again" if main.is_file() else _MISSING
            report.error(files.main, f"the file {what}")
            return
        report.warn(files.main, "the file is missing; read is what the others say")
        rows: Iterator[CsvRow] = parts.rows_without_main()
    else:
        rows = read_rows(main, 12, report)
    seen: set[str] = set()
    for position, row in rows:
        seen.add(row[0])
        parts.complete_remarks(position, row)
        if entry := _entry(position, row, parts, report):
            yield with_directives(entry, row[11], report) if files.has_directives else entry
    if not seen and not report.errors:
        report.error(files.main, "the file holds no entry; download it again")
    parts.tell_strangers(seen)


class _Parts:
    """What the files beside the main one say, by entry number."""

    def __init__(self, folder: Path, files: CsvSet, report: ReadReport) -> None:
        self._files, self._report = files, report
        self.addresses = _grouped(locate_file(folder, files.addresses), 6, report)
        self.aliases = _grouped(locate_file(folder, files.aliases), 5, report)
        self.comments = _grouped(locate_file(folder, files.comments), 2, report)

    def rows_without_main(self) -> Iterator[CsvRow]:
        """A row for every number, with what was cut off of the remarks, from its first label on."""
        for ref in dict.fromkeys([*self.addresses, *self.aliases]):
            yield f"{self._files.addresses} (entry {ref})", [ref, *[""] * 11]

    def complete_remarks(self, position: str, row: list[str]) -> None:
        """Add the rest of the remarks; without it, leave out the item that is cut off."""
        rest = "".join(text for _, (_, text) in self.comments.get(row[0], ()))
        if not row[1]:
            rest = rest.partition("; ")[2]  # it begins in the middle of an item
        elif not rest and len(row[11]) >= _REMARKS_LIMIT:
            self._report.warn(
                position,
                f"the remarks are cut off at {_REMARKS_LIMIT} characters and "
                f"{self._files.comments} has no rest of them; their last item was left out",
            )
            row[11] = row[11].rpartition("; ")[0]
        row[11] += rest

    def tell_strangers(self, seen: set[str]) -> None:
        """Warn of entry numbers that the main file lacks."""
        for name, rows in (
            (self._files.addresses, self.addresses),
            (self._files.aliases, self.aliases),
            (self._files.comments, self.comments),
        ):
            strangers = sorted(rows.keys() - seen)
            self._report.side[name] = len(rows), len(strangers)
            for ref in strangers:
                self._report.left_out[ref] = name
            if strangers:
                self._report.warn(
                    name,
                    f"{len(strangers)} entry numbers are not in {self._files.main}, such as "
                    f"{strangers[0]}; the files may be of different days",
                )


def _entry(position: str, row: list[str], parts: _Parts, report: ReadReport) -> Entry | None:
    ref, name, printed_kind, programmes = row[:4]
    has_main = bool(printed_kind or programmes or name)
    unread = [] if has_main else ["kind", "names", "programmes"]
    kind = _KINDS.get(printed_kind.strip(), "") if has_main else "unknown"
    if not kind:
        kind = "unknown"
        unread.append("kind")
        expected = ", ".join(map(repr, _KINDS))
        report.odd(position, f"type {printed_kind!r} is none of {expected}; read as unknown")
    if has_main and not tidy(name):
        report.odd(position, "the name is empty; the entry was left out", left_out=ref)
        return None
    terms = tuple(
        Term("Program", text) for text in map(tidy, programmes.strip("[] ").split("] [")) if text
    )
    if has_main and not terms:
        unread.append("programmes")  # whoever is on the list has one
    facts = Facts(kind, position, report)
    facts.add_name(name, "primary")
    for where, (_, _, alias_type, alias, _) in parts.aliases.get(ref, ()):
        if alias_type not in _NAME_TYPES:
            expected = ", ".join(_NAME_TYPES)
            report.warn(where, f"name type {alias_type!r} is none of {expected}; read as weak")
        facts.add_name(alias, _NAME_TYPES.get(alias_type, "weak_alias"))
    if any(row[4:11]):
        _read_columns(row, facts)
    if row[11]:
        read_remarks(row[11], facts)
    if kind == "aircraft":
        facts.add_tail_from_name(tidy(name))
    for _, address in parts.addresses.get(ref, ()):
        facts.add_country("country", address[4])
    return Entry(
        ref=ref,
        kind=kind,
        names=facts.names,
        position=position,
        programmes=terms,
        identifiers=facts.identifiers,
        attributes=facts.attributes,
        unread=tuple(unread),
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
    if not is_empty(path):
        for position, row in read_rows(path, width, report):
            found.setdefault(row[0], []).append((position, row))
    return found
