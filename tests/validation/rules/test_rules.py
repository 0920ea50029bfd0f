"""Every rule has a row that breaks it, and is reported at the right file, line and column."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
import pytest

from sanctions_data.schema import TABLES
from sanctions_data.tables.canonical import canonical_bytes
from sanctions_data.tables.location import csv_path
from sanctions_data.validation import Issue, validate
from sanctions_data.validation.rules.rule_texts import rule_texts


@dataclass(frozen=True)
class Bad:
    """A row made bad: in ``table``, by these cells; the issue is in ``column``."""

    rule: str
    name: str
    table: str
    column: str
    cells: dict[str, str | None]
    says: str = ""
    also: dict[str, dict[str, str]] = field(default_factory=dict)  # rows added elsewhere
    is_added: bool = False  # the bad row stands beside the sound one instead of replacing it


ENDED = {"status": "ended", "end_date": "2025-01-01", "end_precision": "day"}
TWIN = {"measure_id": "twin"}

BAD_ROWS = [
    Bad("required", "missing cell", "events", "title", {"title": None}, "must not be empty"),
    Bad("required", "missing key", "events", "event_id", {"event_id": None}),
    Bad("unique-key", "the same id twice", "authorities", "authority_id", {"name": "X"},
        "another row has the same authority_id", is_added=True),
    Bad("foreign-key", "no such party", "asset_freezes", "entity_id", {"entity_id": "iran-aire"},
        "did you mean iran-air?"),
    Bad("cell-date", "no such day", "asset_freezes", "start_date", {"start_date": "2022-13-45"},
        "write YYYY-MM-DD"),
    Bad("cell-date", "day first", "asset_freezes", "start_date", {"start_date": "10/09/2024"}),
    Bad("cell-enum", "unknown code", "asset_freezes", "status", {"status": "active"},
        "write one of in_force"),
    Bad("cell-pattern", "no country code", "authorities", "country", {"country": "UK1"},
        "write it like GB"),
    Bad("cell-integer", "thousands separator", "sources", "entries", {"entries": "6,337"}),
    Bad("cell-length", "a publisher's prose", "events", "title", {"title": "x" * 501}),
    Bad("dates-in-order", "end before start", "asset_freezes", "end_date",
        {**ENDED, "end_date": "2021-01-01"}, "before start_date 2024-11-18"),
    Bad("dates-in-order", "end on the day of the start", "asset_freezes", "end_date",
        {**ENDED, "end_date": "2024-11-18"}, "the same day as start_date"),
    Bad("precision-fits-date", "date without precision", "asset_freezes", "start_precision",
        {"start_precision": None}),
    Bad("precision-fits-date", "precision without date", "listings", "delisted_on",
        {"delisted_precision": "on_or_before"}),
    Bad("status-fits-dates", "in force after its end", "asset_freezes", "status",
        {**ENDED, "status": "in_force"}, "write ended"),
    Bad("status-fits-dates", "ended without an end", "asset_freezes", "end_precision",
        {"status": "ended"}),
    Bad("status-fits-dates", "ended in the future", "asset_freezes", "end_date",
        {**ENDED, "end_date": "2031-01-01"}),
    Bad("status-fits-dates", "in force before its start", "asset_freezes", "status",
        {"start_date": "2031-01-01"}, "write announced"),
    Bad("status-fits-dates", "announced and begun", "asset_freezes", "start_date",
        {"status": "announced"}),
    Bad("status-fits-dates", "announced, nobody knows when", "asset_freezes", "announced_on",
        {"status": "announced", "start_date": None, "start_precision": None,
         "announced_on": None}),
    Bad("type-in-its-table", "a travel ban among freezes", "asset_freezes", "measure_type",
        {"measure_type": "travel_ban"}, "its rows belong in travel_bans.csv"),
    Bad("travel-ban-on-person", "on an airline", "travel_bans", "entity_id",
        {"entity_id": "iran-air"}, "of kind organisation"),
    Bad("derived-names-rule", "derived without a rule", "asset_freezes", "rule_id",
        {"basis": "derived"}),
    Bad("derived-names-rule", "stated with a rule", "asset_freezes", "rule_id",
        {"rule_id": "un-sc-dprk-travel-ban"}),
    Bad("evidence-has-source", "source without an address", "sources", "url", {"url": None}),
    Bad("programme-of-authority", "another authority's regime", "asset_freezes", "programme_id",
        {"authority_id": "xx"}),
    Bad("intervals-apart", "the same prohibition twice", "asset_freezes", "start_date", TWIN,
        "the same prohibition", is_added=True),
    Bad("measure-known", "an event without its measure", "event_measures", "measure_id",
        {"measure_id": "nothing"}),
    Bad("measure-known", "an id in two tables", "other_measures", "measure_id",
        {"measure_id": "gb-fcdo-IRN0240-asset-freeze"}),
    Bad("flight-primary-has-act", "primary without an act", "flight_restrictions",
        "instrument_id", {"instrument_id": None}),
    Bad("class-known", "member of a company", "entity_attributes", "value",
        {"attribute": "member_of", "value": "iran-air"}),
    Bad("term-has-meaning", "a term that means nothing", "source_terms", "measure_type",
        {"measure_type": None, "programme_id": None}),
    Bad("scope-fits-type", "a scope of another kind", "source_terms", "scope",
        {"scope": "overflight"}),
    Bad("blank-around", "at the end", "events", "title", {"title": "A title "}, "extra space"),
    Bad("blank-around", "no-break space first", "events", "title", {"title": "\u00a0A title"}),
    Bad("blank-around", "two in a row", "events", "title", {"title": "A  title"}),
    Bad("one-line", "line break", "events", "summary", {"summary": "Two\nlines"}, "line break"),
    Bad("one-line", "tab", "events", "summary", {"summary": "Two\tcells"}),
    Bad("invisible-character", "zero width space", "entity_names", "name",
        {"name": "Iran\u200bAir"}, "U+200B (zero width space)"),
    Bad("invisible-character", "control character", "events", "title", {"title": "A\x07title"}),
    Bad("invisible-character", "text turned round", "events", "title",
        {"title": "A \u202eeltit"}, "right-to-left override"),
    Bad("no-formula", "equals sign", "events", "title", {"title": "=1+1"}, "formula"),
    Bad("no-formula", "at sign", "events", "title", {"title": "@SUM(A1)"}),
    Bad("no-formula", "minus", "events", "title", {"title": "-2+3+cmd"}),
    Bad("no-formula", "plus", "events", "title", {"title": "+cmd"}),
    Bad("no-placeholder", "n/a", "instruments", "number", {"number": "n/a"}, "leave the cell"),
    Bad("no-placeholder", "unknown", "instruments", "number", {"number": "Unknown"}),
    Bad("no-placeholder", "a dash", "instruments", "number", {"number": "-"}),
    Bad("one-script", "Cyrillic a", "events", "title", {"title": "Irаn missiles"}, "Irаn"),
    Bad("not-in-future", "an event to come", "events", "occurred_on",
        {"occurred_on": "2099-01-01"}, "day of the data, 2026-08-22"),
    Bad("not-before-act", "in force before the act", "asset_freezes", "start_date",
        {"start_date": "2001-01-01"}, "adopted on 2006-10-14"),
    Bad("instrument-of-authority", "another state's act", "instruments", "authority_id",
        {"authority_id": "xx"}, also={"authorities": {"authority_id": "xx", "country": "XX"}}),
    Bad("listing-fits-measure", "somebody else's listing", "travel_bans", "entity_id",
        {"listing_id": "gb-fcdo-IRN0240"}, "is of iran-air"),
    Bad("ended-with-listing", "delisted", "listings", "delisted_on",
        {"delisted_on": "2025-01-01", "delisted_precision": "day"}),
    Bad("one-listing-an-entry", "the same entry twice", "listings", "entry_ref",
        {"listing_id": "gb-fcdo-other"}, is_added=True),
    Bad("one-listing-an-entry", "another list's id", "listings", "listing_id",
        {"listing_id": "un-sc-IRN0240"}, "begin the id with gb-fcdo-"),
    Bad("not-of-itself", "part of itself", "events", "part_of",
        {"part_of": "iran-missiles-2024-09-10"}),
    Bad("decisions-agree", "two parties", "match_decisions", "entity_id",
        {"entity_id": "a-person"}, is_added=True),
    Bad("statements-agree", "asserted and denied", "statements", "stance",
        {"statement_id": "zz", "stance": "denied"}, "confirmed the claim", is_added=True),
    Bad("party-is-new", "the same name", "entities", "name",
        {"entity_id": "air-iran", "name": "AIR, Irán"}, "use entity_id iran-air", is_added=True),
    Bad("near-duplicate", "another spelling", "travel_bans", "entity_id",
        {"measure_id": "zz", "entity_id": "a-persson"}, "almost the same",
        {"entities": {"entity_id": "a-persson", "kind": "person", "name": "Iran Airr"}},
        is_added=True),
    Bad("number-check-digit", "two digits change places", "entity_identifiers", "value",
        {"identifier_type": "tax_id", "value": "7707083839", "country": "RU"},
        "it is no valid Russian tax number (INN); compare"),
    Bad("number-check-digit", "a letter is missing", "entity_identifiers", "value",
        {"identifier_type": "lei", "value": "529900T8BM49AURSDO5"}, "(LEI)"),
    Bad("correction-hits", "no such row", "corrections", "row_key", {"row_key": "nothing"}),
    Bad("correction-hits", "no such column", "corrections", "column", {"column": "colour"}),
    Bad("correction-hits", "no such table", "corrections", "table", {"table": "nothing"}),
]  # fmt: skip


# Rules whose bad row is found in another table than the one that was edited.
ELSEWHERE = {
    "evidence-has-source": ("asset_freezes", "source_id"),
    "instrument-of-authority": ("asset_freezes", "instrument_id"),
    "ended-with-listing": ("asset_freezes", "status"),
}


def broken_table(bad: Bad, tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    frame = tables[bad.table]
    if bad.is_added:
        return pd.concat([frame, frame.head(1).assign(**bad.cells)], ignore_index=True)
    changed = frame.copy()
    for column, cell in bad.cells.items():
        changed.loc[0, column] = cell
    return changed


def write(folder: Path, table: str, frame: pd.DataFrame) -> None:
    csv_path(folder, table).write_bytes(canonical_bytes(frame, TABLES[table].key))


def broken(bad: Bad, tables: dict[str, pd.DataFrame], folder: Path) -> list[Issue]:
    write(folder, bad.table, broken_table(bad, tables))
    return validate(folder).issues


def test_sound_tables_have_no_issues(sound_folder: Path) -> None:
    assert validate(sound_folder).issues == []


@pytest.mark.parametrize(
    "bad", [pytest.param(bad, id=f"{bad.rule}: {bad.name}") for bad in BAD_ROWS]
)
def test_bad_row_is_reported(
    bad: Bad, sound_tables: dict[str, pd.DataFrame], sound_folder: Path
) -> None:
    for table, cells in bad.also.items():
        frame = sound_tables[table]
        write(sound_folder, table, pd.concat([frame, frame.head(1).assign(**cells)]))
    if elsewhere := ELSEWHERE.get(bad.rule):
        sound_tables[bad.table] = broken_table(bad, sound_tables)
        broken(bad, sound_tables, sound_folder)
        bad = Bad(bad.rule, bad.name, *elsewhere, {})
    found = [f for f in broken(bad, sound_tables, sound_folder) if f.rule == bad.rule]
    hits = [f for f in found if f.file.endswith(f"{bad.table}.csv") and f.column == bad.column]
    assert hits, [str(issue) for issue in validate(sound_folder).issues]
    issue = hits[-1]
    assert issue.line >= 2
    assert issue.position == TABLES[bad.table].header.index(bad.column) + 1
    assert bad.says in f"{issue.problem}; {issue.hint}"
    assert issue.hint
    with csv_path(sound_folder, bad.table).open(encoding="utf-8", newline="") as handle:
        cell = list(csv.reader(handle))[issue.line - 1][issue.position - 1]
    assert issue.found == (cell or "an empty cell")


IN_FILE = {
    "file-missing", "file-unreadable", "file-empty", "encoding", "nul-byte", "line-ends",
    "header", "delimiter", "row-width", "csv", "table-not-empty",
}  # fmt: skip
"""Rules about whole files, whose bad files are in test_reading.py and in those of ``fmt``."""

NO_COLUMN_YET = {"cell-boolean"}


def test_every_rule_has_a_bad_row() -> None:
    assert {bad.rule for bad in BAD_ROWS} | IN_FILE | NO_COLUMN_YET == set(rule_texts())


def test_an_issue_is_one_line(sound_tables: dict[str, pd.DataFrame], sound_folder: Path) -> None:
    bad = Bad(
        "dates-in-order", "", "asset_freezes", "end_date", {**ENDED, "end_date": "2021-01-01"}
    )
    (issue,) = broken(bad, sound_tables, sound_folder)
    assert str(issue) == (
        f"{csv_path(sound_folder, 'asset_freezes')}:2:end_date: found 2021-01-01; before "
        "start_date 2024-11-18; write a date after it or leave it empty [dates-in-order]"
    )
