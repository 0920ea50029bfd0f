"""Real rows made wrong in many ways: every one is caught where it is, and no other row is.

Each way is a line of ``WAYS``: what a hurried contributor does to one cell, or a copy of a row
with something changed. A run makes all rows of one way wrong at once, in a folder with a part
of the real data.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest
from tests.validation.part_of_data import sample

from sanctions_data.tables.canonical import csv_bytes
from sanctions_data.tables.location import csv_path
from sanctions_data.validation import Report, validate

pytestmark = pytest.mark.full
DATA = Path(__file__).resolve().parents[2] / "data"
A_WAY = 9
Row = dict[str, str]
Frames = dict[str, pd.DataFrame]


@dataclass(frozen=True)
class Way:
    """A way to make a row wrong: these cells, or what a function makes of the row.

    ``column`` is where the issue must be told; ``needs`` are columns that must be filled, or
    must hold a value, for a row to be made wrong in this way.
    """

    name: str
    table: str
    column: str
    change: str | Callable[[str], str] | Row
    needs: tuple[str, ...] = ()
    is_copy: bool = False

    def cells(self, row: Row) -> Row:
        if isinstance(self.change, dict):
            return {**row, **{c: v.format(**row) for c, v in self.change.items()}}
        new = self.change(row[self.column]) if callable(self.change) else self.change
        return {**row, self.column: new}

    def rows(self, frame: pd.DataFrame) -> list[int]:
        """Rows far apart from each other, so that they do not meddle with one another."""
        fits = pd.Series(True, index=frame.index)
        for need in self.needs or (self.column,):
            column, _, value = need.partition("=")
            if value == "-":
                fits &= frame[column] == ""
            else:
                fits &= frame[column].isin(value.split("|")) if value else frame[column] != ""
        places = list(frame.index[fits])
        return places[:: max(1, len(places) // A_WAY)][:A_WAY]


def _inserted(text: str) -> Callable[[str], str]:
    return lambda cell: f"{cell[: len(cell) // 2]}{text}{cell[len(cell) // 2 :]}"


def _cyrillic(cell: str) -> str:
    letter = next(c for c in cell if c in "aeocpAEOCP")
    return cell.replace(letter, dict(zip("aeocpAEOCP", "аеосрАЕОСР", strict=True))[letter], 1)


def _with_another_last_digit(cell: str) -> str:
    return f"{cell[:-1]}{(int(cell[-1]) + 1) % 10}"


STATED, CURATED = "basis=stated", "listing_id=-"
WAYS = [
    Way("space at the end", "instruments", "title", lambda cell: f"{cell} "),
    Way("space at the beginning", "programmes", "name", lambda cell: f" {cell}"),
    Way("no-break space at the end", "sources", "title", lambda cell: f"{cell}\u00a0"),
    Way("two spaces", "instruments", "title", _inserted("  ")),
    Way("line break", "events", "summary", _inserted("\n")),
    Way("tab", "statements", "summary", _inserted("\t")),
    Way("zero width space", "entity_names", "name", _inserted("\u200b")),
    Way("byte order mark in a cell", "listings", "name", _inserted("\ufeff")),
    Way("soft hyphen", "instruments", "title", _inserted("\u00ad")),
    Way("bell", "entities", "name", _inserted("\x07")),
    Way("right-to-left override", "programmes", "name", _inserted("\u202e")),
    Way("broken encoding", "entity_names", "name", _inserted("\ufffd")),
    Way("formula", "events", "title", '=HYPERLINK("https://example.org")'),
    Way("formula with plus", "entity_names", "name", "+cmd|' /C calc'!A0"),
    Way("formula with minus", "instruments", "title", "-2+3"),
    Way("formula with at sign", "sources", "title", "@SUM(1,2)"),
    Way("n/a", "instruments", "number", "n/a"),
    Way("unknown", "listings", "name", "unknown"),
    Way("a dash", "entity_identifiers", "value", "-"),
    Way("TBD", "entities", "name", "TBD"),
    Way("null", "statements", "speaker", "null"),
    Way("Cyrillic letter in a Latin word", "instruments", "title", _cyrillic),
    Way("Cyrillic letter in a name", "programmes", "name", _cyrillic),
    Way("prose", "asset_freezes", "note", "prose " * 100, ("measure_id",)),
    Way("prose in a summary", "events", "summary", "prose " * 200),
    Way("party misspelt", "asset_freezes", "entity_id", lambda cell: f"{cell}x"),
    Way("party by its name", "travel_bans", "entity_id", "Viktor Bout"),
    Way("authority in capitals", "asset_freezes", "authority_id", str.upper),
    Way("unknown source", "travel_bans", "source_id", "the-newspaper"),
    Way("unknown act", "flight_restrictions", "instrument_id", lambda cell: f"{cell}-9"),
    Way("unknown programme", "other_measures", "programme_id", lambda cell: cell[:-1]),
    Way("unknown listing", "other_measures", "listing_id", lambda cell: f"{cell}9"),
    Way("unknown list", "entity_names", "list_id", "uk"),
    Way("unknown measure of an event", "event_measures", "measure_id", lambda cell: f"{cell}-9"),
    Way("space in an id", "statements", "statement_id", _inserted(" ")),
    Way("slash in an id", "statements", "statement_id", _inserted("/")),
    Way("row twice", "asset_freezes", "measure_id", {}, is_copy=True),
    Way("name twice", "entity_names", "name", {}, is_copy=True),
    Way("measure twice", "travel_bans", "start_date", {"measure_id": "{measure_id}-again"},
        ("start_date",), is_copy=True),
    Way("measure twice, another day", "asset_freezes", "start_date",
        {"measure_id": "{measure_id}-again", "start_date": "2026-08-22"},
        ("status=in_force", "start_date"), is_copy=True),
    Way("entry twice", "listings", "entry_ref", {"listing_id": "{listing_id}-2"}, is_copy=True),
    Way("party twice", "entities", "name", {"entity_id": "{entity_id}-2", "note": ""},
        ("kind=person", "merged_into=-", "note=-"), is_copy=True),
    Way("no status", "asset_freezes", "status", ""),
    Way("no party", "travel_bans", "entity_id", ""),
    Way("no source", "flight_restrictions", "source_id", ""),
    Way("no evidence", "other_measures", "evidence", ""),
    Way("no name", "entities", "name", ""),
    Way("no title", "instruments", "title", ""),
    Way("day first", "asset_freezes", "start_date", "14/10/2024"),
    Way("month in words", "travel_bans", "start_date", "14 October 2024"),
    Way("month 13", "flight_restrictions", "start_date", "2024-13-01"),
    Way("30 February", "listings", "listed_on", "2024-02-30"),
    Way("two-digit year", "instruments", "adopted_on", "24-10-14"),
    Way("date and time", "events", "occurred_on", "2024-10-14T00:00:00"),
    Way("serial number of a spreadsheet", "asset_freezes", "start_date", "45579"),
    Way("end before start", "asset_freezes", "end_date",
        {"status": "ended", "end_date": "1901-01-01", "end_precision": "day"},
        ("start_date", "instrument_id=-")),
    Way("end on the day of the start", "travel_bans", "end_date",
        {"status": "ended", "end_date": "{start_date}", "end_precision": "day"}, ("start_date",)),
    Way("in force, but ended", "flight_restrictions", "status", "in_force",
        ("status=ended", "end_date")),
    Way("ended, no end", "asset_freezes", "end_precision", {"status": "ended"},
        ("status=in_force",)),
    Way("in force from a day to come", "asset_freezes", "status", {"start_date": "2199-01-01"},
        ("status=in_force", "start_date")),
    Way("announced on a day to come", "flight_restrictions", "announced_on", "2199-01-01",
        ("measure_id", "end_date=-")),
    Way("event to come", "events", "occurred_on", "2199-01-01"),
    Way("listed on a day to come", "listings", "listed_on", "2199-01-01", ("delisted_on=-",)),
    Way("no precision", "travel_bans", "start_precision", "", ("start_date",)),
    Way("precision without a date", "listings", "listed_on", ""),
    Way("in force before the act", "flight_restrictions", "start_date", "1899-01-01",
        ("instrument_id=eu-reg-833-2014|eu-dec-2022-335|ca-notam-h0736-22|ru-notam-2022",
         "start_date")),
    Way("unknown status", "travel_bans", "status", "active"),
    Way("status in capitals", "asset_freezes", "status", str.upper),
    Way("unknown evidence", "flight_restrictions", "evidence", "press"),
    Way("unknown precision", "listings", "listed_precision", "about"),
    Way("unknown kind", "entities", "kind", "company"),
    Way("country of three letters", "entities", "country", "GBR"),
    Way("country in small letters", "entities", "country", str.lower),
    Way("address without https", "sources", "url", lambda cell: cell.replace("https", "http")),
    Way("address with a space", "sources", "url", _inserted(" ")),
    Way("thousands separator", "sources", "entries", "6,337"),
    Way("half a hash", "sources", "sha256", lambda cell: cell[:32]),
    Way("moment without zone", "sources", "retrieved_at", "2026-08-22 04:00", ("source_id",)),
    Way("travel ban on a company", "travel_bans", "entity_id", "iran-air", (CURATED,)),
    Way("travel ban among freezes", "asset_freezes", "measure_type", "travel_ban", (STATED,)),
    Way("another authority's programme", "asset_freezes", "programme_id", "au-cyber",
        ("authority_id=gb|un-sc",)),
    Way("another state's act", "asset_freezes", "instrument_id", "au-asr-2011",
        ("authority_id=gb|us-ofac", "start_date")),
    Way("stated with a rule", "asset_freezes", "rule_id", "ca-jvcfoa-asset-freeze",
        (STATED, "authority_id=gb")),
    Way("derived without a rule", "asset_freezes", "rule_id", {"basis": "derived"}, (STATED,)),
    Way("primary by a newspaper", "flight_restrictions", "source_id",
        {"evidence": "primary", "source_id": "aawsat-2019-03-25-mahan"}, ("instrument_id",)),
    Way("primary without an act", "flight_restrictions", "instrument_id", "",
        ("evidence=primary", "instrument_id")),
    Way("somebody else's listing", "asset_freezes", "entity_id", "iran-air", ("listing_id",)),
    Way("event part of itself", "events", "part_of", {"part_of": "{event_id}"}, ("event_id",)),
    Way("opposite statement", "statements", "stance",
        {"statement_id": "{statement_id}-2", "stance": "denied"},
        ("stance=confirmed|admitted", "stated_on"), is_copy=True),
    Way("member of a company", "entity_attributes", "value",
        {"attribute": "member_of", "value": "iran-air"}, ("attribute=nationality|birth_date",)),
    Way("scope of another kind", "programme_measures", "scope", "overflight",
        ("measure_type=travel_ban|asset_freeze",)),
    Way("another last digit", "entity_identifiers", "value", _with_another_last_digit,
        ("identifier_type=tax_id", "country=RU")),
    Way("a digit of a ship's number is missing", "entity_identifiers", "value",
        lambda cell: cell[1:], ("identifier_type=imo_number",)),
    Way("two decisions", "match_decisions", "entity_id", {"entity_id": "iran-air"},
        ("decision=same",), is_copy=True),
]  # fmt: skip


def written(frame: pd.DataFrame) -> bytes:
    return csv_bytes(list(frame.columns), frame.itertuples(index=False, name=None))


@dataclass(frozen=True)
class Corpus:
    """The sample on disk, and the issues that it has already."""

    folder: Path
    frames: Frames
    known: frozenset[object]

    def check(self, changed: dict[str, bytes | None]) -> Report:
        """Check the sample with these files instead of its own; None is no file."""
        for table, content in changed.items():
            path = csv_path(self.folder, table)
            path.unlink() if content is None else path.write_bytes(content)
        try:
            return validate(self.folder, known=self.known)
        finally:
            for table in changed:
                csv_path(self.folder, table).write_bytes(written(self.frames[table]))


def made_wrong(way: Way, frame: pd.DataFrame) -> tuple[bytes, set[int]]:
    """The file with rows made wrong in a way, and the lines on which they stand."""
    rows, wrong, lines, line = [], set(way.rows(frame)), set(), 2
    for number, row in enumerate(frame.to_dict("records")):
        versions = [row] if number not in wrong or way.is_copy else []
        versions += [way.cells(row)] if number in wrong else []
        for version in versions:
            if number in wrong and version is versions[-1]:
                lines.add(line)
            rows.append(list(version.values()))
            line += csv_bytes(rows[-1], []).count(b"\n")
    return csv_bytes(list(frame.columns), rows), lines


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("corpus")
    frames = sample(DATA)
    for name, frame in frames.items():
        csv_path(folder, name).write_bytes(written(frame))
    report = validate(folder)
    assert {issue.rule for issue in report.issues} <= {
        issue.rule for issue in validate(DATA).issues
    }
    return Corpus(folder, frames, frozenset(issue.identity for issue in report.issues))


def test_there_are_enough() -> None:
    frames = sample(DATA)
    assert len({way.name for way in WAYS}) == len(WAYS) >= 40
    assert sum(len(way.rows(frames[way.table])) for way in WAYS) >= 300


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_wrong_row_is_caught(way: Way, corpus: Corpus) -> None:
    content, lines = made_wrong(way, corpus.frames[way.table])
    assert lines, "no real row can be made wrong in this way"
    new = [issue for issue in corpus.check({way.table: content}).issues if issue.is_new]
    place = str(csv_path(corpus.folder, way.table))
    assert lines == {f.line for f in new if f.file == place and f.column == way.column}
    assert {(f.file, f.line) for f in new} == {(place, line) for line in lines}


BROKEN: dict[str, tuple[str, int, Callable[[bytes], bytes | None]]] = {
    "semicolons": ("delimiter", 1, lambda text: _quoted(text, delimiter=";")),
    "a column is missing": ("header", 1, lambda text: text.replace(b"_id,", b",", 1)),
    "a column is renamed": ("header", 1, lambda text: text.replace(b"_id", b"_code", 1)),
    "a cell too many": ("row-width", 3, lambda text: _line(text, 2, lambda row: row + b",x")),
    "an empty line": ("row-width", 3, lambda text: _line(text, 1, lambda row: row + b"\n")),
    "a carriage return": (
        "row-width",
        3,
        lambda text: _line(text, 2, lambda row: row[:5] + b"\r" + row[5:]),
    ),
    "an open quote": ("csv", 3, lambda text: _line(text, 2, lambda row: b'"' + row)),
    "bytes of Latin-1": ("encoding", 3, lambda text: _line(text, 2, lambda row: b"\xe9" + row)),
    "UTF-16": ("encoding", 0, lambda text: text.decode().encode("utf-16")),
    "a NUL byte": ("nul-byte", 3, lambda text: _line(text, 2, lambda row: b"\0" + row)),
    "an empty file": ("file-empty", 0, lambda _: b""),
    "no file": ("file-missing", 0, lambda _: None),
    "no rows": ("table-not-empty", 0, lambda text: text.partition(b"\n")[0] + b"\n"),
}
NOT_REFERRED_TO = ("event_measures", "statements", "source_terms")


def _line(text: bytes, number: int, change: Callable[[bytes], bytes]) -> bytes:
    lines = text.split(b"\n")
    lines[number] = change(lines[number])
    return b"\n".join(lines)


def _quoted(text: bytes, delimiter: str = ",") -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerows(csv.reader(io.StringIO(text.decode(), newline="")))
    return buffer.getvalue().encode()


@pytest.mark.parametrize("name", BROKEN)
def test_broken_file_is_caught(name: str, corpus: Corpus) -> None:
    rule, line, change = BROKEN[name]
    files = {table: change(written(corpus.frames[table])) for table in NOT_REFERRED_TO}
    new = [issue for issue in corpus.check(files).issues if issue.is_new]
    places = {str(csv_path(corpus.folder, table)) for table in files}
    assert {(f.file, f.line) for f in new if f.rule == rule} == {(p, line) for p in places}
    assert {f.file for f in new} == places


def _shuffled(text: bytes) -> bytes:
    header, *rows = list(csv.reader(io.StringIO(text.decode(), newline="")))
    return csv_bytes(header, rows[::-1])


HARMLESS: dict[str, Callable[[bytes], bytes]] = {
    "rows in another order": _shuffled,
    "every cell quoted": _quoted,
    "CRLF": lambda text: text.replace(b"\n", b"\r\n"),
    "byte order mark": lambda text: b"\xef\xbb\xbf" + text,
    "no line break at the end": lambda text: text.rstrip(b"\n"),
}
FORM = {"encoding", "line-ends", "delimiter"}


@pytest.mark.parametrize("edit", HARMLESS)
def test_harmless_edit_gives_no_issue(edit: str, corpus: Corpus) -> None:
    files = {name: HARMLESS[edit](written(frame)) for name, frame in corpus.frames.items()}
    new = [f for f in corpus.check(dict(files)).issues if f.is_new and f.rule not in FORM]
    assert new == []


@pytest.mark.parametrize("edit", HARMLESS)
def test_wrong_row_is_caught_beside_a_harmless_edit(edit: str, corpus: Corpus) -> None:
    way = next(way for way in WAYS if way.name == "unknown status")
    content, lines = made_wrong(way, corpus.frames[way.table])
    new = [f for f in corpus.check({way.table: HARMLESS[edit](content)}).issues if f.is_new]
    assert len([f for f in new if f.column == way.column]) == len(lines)


def cases() -> Iterator[tuple[str, int]]:
    """The name of every way, and the number of rows that it makes wrong."""
    frames = sample(DATA)
    for way in WAYS:
        yield way.name, len(way.rows(frames[way.table]))
    for name in BROKEN:
        yield name, len(NOT_REFERRED_TO)
