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
        "line 2 has the same authority_id", is_added=True),
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
    Bad("status-fits-dates", "suspended in the future", "asset_freezes", "end_date",
        {**ENDED, "status": "suspended", "end_date": "2031-01-01"}, "is suspended"),
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
    Bad("in-force-has-ground", "no act, no confirmation, no doubt", "flight_restrictions",
        "last_confirmed", {"instrument_id": None, "note": None, "last_confirmed": None,
        "confirmed_by": None, "evidence": "secondary", "listing_id": None}, "Not seen lifted"),
    Bad("confirmation-fits", "no source", "flight_restrictions", "confirmed_by",
        {"confirmed_by": None}, "name the source"),
    Bad("confirmation-fits", "no day", "flight_restrictions", "last_confirmed",
        {"last_confirmed": None}, "write the day"),
    Bad("confirmation-fits", "before the start", "flight_restrictions", "last_confirmed",
        {"last_confirmed": "2001-01-01"}, "before the start"),
    Bad("confirmation-fits", "after the end", "flight_restrictions", "last_confirmed",
        ENDED, "not before the end, 2025-01-01"),
    Bad("class-known", "member of a company", "entity_attributes", "value",
        {"attribute": "member_of", "value": "iran-air"}),
    Bad("member-of-its-country", "a carrier of another country", "entity_attributes", "value",
        {"attribute": "member_of", "value": "carriers-of-belarus"}, "this class is of BY",
        {"entities": {"entity_id": "carriers-of-belarus", "kind": "class", "country": "BY",
                      "name": "Carriers of Belarus"}}),
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
        {"start_date": "2001-01-01"}, "it is of 2006-10-14 only"),
    Bad("not-before-act", "older than the act that it took over from", "asset_freezes",
        "start_date", {"start_date": "2001-01-01", "instrument_id": "un-act-recast"},
        "the oldest act that it took over from is of 2006-10-14 only",
        also={"instruments": {"instrument_id": "un-act-recast", "adopted_on": "2022-01-01",
                              "replaces": "gb-uksi-2019-855"}}),
    Bad("instrument-of-authority", "another state's act", "instruments", "authority_id",
        {"authority_id": "fr"}, also={"authorities": {"authority_id": "fr", "country": "FR"}}),
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
        {"entities": {"entity_id": "a-persson", "kind": "person", "name": "Anna Personn"}},
        is_added=True),
    Bad("number-check-digit", "two digits change places", "entity_identifiers", "value",
        {"identifier_type": "tax_id", "value": "7707083839", "country": "RU"},
        "it is no valid Russian tax number (INN); compare"),
    Bad("number-check-digit", "a letter is missing", "entity_identifiers", "value",
        {"identifier_type": "lei", "value": "529900T8BM49AURSDO5"}, "(LEI)"),
    Bad("fits-kind", "a date of building of a person", "entity_attributes", "attribute",
        {"attribute": "built", "value": "1999"}, "built of a party of kind person"),
    Bad("fits-kind", "a date of birth of an airline", "entity_attributes", "attribute",
        {"entity_id": "iran-air"}, "it fits person alone"),
    Bad("fits-kind", "a passport of an airline", "entity_identifiers", "identifier_type",
        {"identifier_type": "passport", "value": "K1234567"}),
    Bad("fits-kind", "a flight ban on a person", "flight_restrictions", "entity_id",
        {"entity_id": "a-person", "listing_id": None}, "overflight of a party of kind person"),
    Bad("attribute-value", "an age", "entity_attributes", "value",
        {"value": "58 years"}, "an age is none"),
    Bad("attribute-value", "day first", "entity_attributes", "value",
        {"value": "25/02/1966"}, "write 1966-02-25"),
    Bad("attribute-value", "year 66", "entity_attributes", "value", {"value": "0066"},
        "before 1850"),
    Bad("attribute-value", "still to come", "entity_attributes", "value", {"value": "2077"}),
    Bad("attribute-value", "30 February", "entity_attributes", "value", {"value": "1966-02-30"}),
    Bad("attribute-value", "gender in words", "entity_attributes", "value",
        {"attribute": "gender", "value": "man"}, "write male or female"),
    Bad("attribute-value", "TRUE", "entity_attributes", "value",
        {"attribute": "deceased", "value": "TRUE"}, "neither true nor reported; write true"),
    Bad("id-in-small-letters", "an event", "events", "event_id", {"event_id": "Iran-Missiles"},
        "write iran-missiles"),
    Bad("adopted-first", "in force a month before", "instruments", "in_force_on",
        {"adopted_on": "2019-04-10", "in_force_on": "2019-03-11"}, "adopted later, on 2019-04-10"),
    Bad("country-in-use", "UK", "entities", "country", {"country": "UK"}, "ISO 3166-1 code, GB"),
    Bad("country-in-use", "a state that is no more", "entities", "country", {"country": "SU"},
        "no more after 1992-08-30"),
    Bad("country-in-use", "a nationality", "entity_attributes", "value",
        {"attribute": "nationality", "value": "XX"}),
    Bad("country-in-use", "spoken for the Soviet Union in 2024", "statements", "on_behalf_of",
        {"on_behalf_of": "SU"}),
    Bad("identifier-form", "a prefix", "entity_identifiers", "value",
        {"value": "IMO 9481910", "list_id": "curated"}, "write it like 9481910"),
    Bad("identifier-form", "two in a cell", "entity_identifiers", "value",
        {"value": "9481910; 9074729", "list_id": "curated"}, "a row for each"),
    Bad("identifier-form", "a letter of another script", "entity_identifiers", "value",
        {"identifier_type": "swift_bic", "value": "МELIIRTH", "list_id": "curated"}, "U+041C"),
    Bad("identifier-form", "what a spreadsheet made of MAR08", "entity_identifiers", "value",
        {"identifier_type": "registration_number", "value": "Mar-08", "list_id": "curated"}),
    Bad("identifier-form", "a currency of an IMO number", "entity_identifiers", "currency",
        {"currency": "USDT", "list_id": "curated"}, "leave it empty"),
    Bad("web-address", "a password", "sources", "url", {"url": "https://me:secret@example.org/"}),
    Bad("web-address", "a private host", "sources", "url", {"url": "https://10.0.0.7/report"}),
    Bad("web-address", "a short address", "sources", "url", {"url": "https://bit.ly/3xample"}),
    Bad("web-address", "a search", "sources", "url",
        {"url": "https://www.google.com/search?q=iran+air"}, "leads to a search"),
    Bad("web-address", "two in a cell", "sources", "url",
        {"url": "https://example.org/a,https://example.org/b"}, "more than one"),
    Bad("plain-letters", "full width", "entity_names", "name",
        {"name": "Ｉran Air", "list_id": "curated"}, "U+FF29"),
    Bad("plain-letters", "a pile of marks", "events", "title", {"title": "Ira\u0337\u0336\u0335n"}),
    Bad("script-fits-name", "Latin letters", "entity_names", "script",
        {"script": "Cyrl", "list_id": "curated"}, "write Latn"),
    Bad("script-fits-name", "no such script", "entity_names", "script",
        {"script": "Xxxx", "list_id": "curated"}, "no script has this code"),
    Bad("name-is-name", "another name behind it", "statements", "speaker",
        {"speaker": "Ann Example a.k.a. Anna"}, "as an alias"),
    Bad("name-is-name", "cut off", "statements", "speaker", {"speaker": "Ann Exam..."}),
    Bad("name-is-name", "a date", "statements", "speaker", {"speaker": "Ann Example, 1.2.1966"}),
    Bad("name-is-name", "a picture", "statements", "speaker", {"speaker": "Ann Example 😀"}),
    Bad("spreadsheet-trace", "an error", "events", "title", {"title": "#REF!"}),
    Bad("spreadsheet-trace", "a rounded number", "instruments", "number", {"number": "1.23E+11"}),
    Bad("markup-trace", "HTML", "events", "title", {"title": "Example &amp; Sons"}, "'&amp;'"),
    Bad("markup-trace", "a wrong encoding", "events", "title", {"title": "MÃ¼ller fires"},
        "write Müller fires"),
    Bad("markup-trace", "an escape", "events", "title", {"title": "Iran%20fires"}),
    Bad("no-private-matters", "a home address", "events", "summary",
        {"summary": "He lives at 1 Example Street."}, "where somebody lives"),
    Bad("no-private-matters", "a telephone number", "events", "summary",
        {"summary": "Call +44 20 0000 0000."}),
    Bad("likely-year", "year 24", "asset_freezes", "start_date", {"start_date": "0024-11-18"}),
    Bad("moment-exists", "to come", "sources", "retrieved_at",
        {"retrieved_at": "2099-01-01T00:00:00Z"}, "still to come"),
    Bad("moment-exists", "no such hour", "sources", "retrieved_at",
        {"retrieved_at": "2026-08-22T25:00:00Z"}),
    Bad("moment-exists", "before the publication", "sources", "retrieved_at",
        {"retrieved_at": "2025-08-22T04:00:00Z"}, "published_on is later"),
    Bad("effect-after-notice", "no such month", "flight_restrictions", "effect_due",
        {"effect_due": "2025-02-30"}, "no day of the calendar"),
    Bad("effect-after-notice", "before the notice", "flight_restrictions", "effect_due",
        {"effect_due": "2024-08"}, "notice was given on 2024-09-10"),
    Bad("not-after-act", "begun when it was over", "instruments", "ended_on",
        {"ended_on": "2020-01-01"}),
    Bad("announced-first", "after the start", "asset_freezes", "announced_on",
        {"announced_on": "2025-01-05"}, "the measure began before it"),
    Bad("announced-first", "seen too early", "asset_freezes", "first_seen",
        {"first_seen": "2024-10-01", "announced_on": None}),
    Bad("born-before", "younger than the ban", "travel_bans", "start_date",
        {"start_date": "1950-01-01"}, "born on 1966-01-11"),
    Bad("told-in-time", "long before the event", "statements", "stated_on",
        {"stated_on": "1995-03-01"}, "the event of its claim"),
    Bad("told-in-time", "after the report", "events", "occurred_on",
        {"occurred_on": "2026-08-23"}, "cite the source that tells it",
        also={"sources": {"source_id": "later", "kind": "report", "list_id": None,
                          "published_on": "2026-09-01"}}),
    Bad("ids-apart", "capitals", "events", "event_id", {"event_id": "iranmissiles-2024-0910"},
        "almost the same", is_added=True),
    Bad("id-of-authority", "another authority", "instruments", "instrument_id",
        {"instrument_id": "fr-dec-2024-1"}, "begin it with gb-",
        also={"authorities": {"authority_id": "fr", "country": "FR"}}),
    Bad("listing-id-of-entry", "zeros lost", "listings", "entry_ref", {"entry_ref": "240"},
        "the id says IRN0240"),
    Bad("one-id-a-thing", "an event again", "events", "title", {"event_id": "another"},
        "has the same title", is_added=True),
    Bad("imported-once", "a listed freeze by hand", "asset_freezes", "entity_id",
        {"measure_id": "by-hand", "listing_id": None, "start_date": "2024-12-01"},
        "read from a list", is_added=True),
    Bad("party-not-merged", "merged into a person", "entities", "merged_into",
        {"merged_into": "iran-air"}),
    Bad("no-circle", "two events", "events", "part_of",
        {"event_id": "one", "title": "One", "summary": "One.", "part_of": "two"},
        "comes back to itself",
        {"events": {"event_id": "two", "title": "Two", "summary": "Two.", "part_of": "one"}},
        is_added=True),
    Bad("one-primary-name", "an alias alone", "entities", "name",
        {"entity_id": "zz", "name": "Zed Company"}, "no primary name", is_added=True),
    Bad("class-has-state", "a class without a state", "entities", "kind",
        {"kind": "class", "country": None, "note": None}),
    Bad("correction-is-sound", "no such code", "corrections", "corrected_value",
        {"column": "status", "imported_value": "in_force", "corrected_value": "lifted"}),
    Bad("correction-is-sound", "nothing corrected", "corrections", "corrected_value",
        {"corrected_value": "2024-11-18", "imported_value": "2024-11-18"}, "says the same"),
    Bad("correction-is-sound", "not what the list says", "corrections", "imported_value",
        {"imported_value": "2020-01-01"}, "the cell says 2024-11-18"),
    Bad("correction-is-sound", "a contributor's row", "corrections", "row_key",
        {"table": "travel_bans", "row_key": "gb-fcdo-IRN0240-travel-ban"}, "edit the row itself"),
    Bad("source-fits-kind", "a report of a list", "sources", "list_id",
        {"source_id": "a-report", "kind": "report"}, "only a list_snapshot", is_added=True),
    Bad("number-check-digit", "a national code of Iran", "entity_identifiers", "value",
        {"identifier_type": "national_id", "value": "0499370898", "country": "IR"}),
    Bad("correction-hits", "no such row", "corrections", "row_key", {"row_key": "nothing"}),
    Bad("correction-hits", "no such column", "corrections", "column", {"column": "colour"}),
    Bad("correction-hits", "no such table", "corrections", "table", {"table": "nothing"}),
]  # fmt: skip


# Rules whose bad row is found in another table than the one that was edited.
ELSEWHERE = {
    "evidence-has-source": ("asset_freezes", "source_id"),
    "instrument-of-authority": ("asset_freezes", "instrument_id"),
    "ended-with-listing": ("asset_freezes", "status"),
    "not-after-act": ("asset_freezes", "start_date"),
    "party-not-merged": ("asset_freezes", "entity_id"),
    "class-has-state": ("flight_restrictions", "entity_id"),
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
        sound_tables[table] = pd.concat([frame, frame.head(1).assign(**cells)], ignore_index=True)
        write(sound_folder, table, sound_tables[table])
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
    "header", "delimiter", "row-width", "csv", "table-not-empty", "stray-file",
    "descriptor-edited", "cut-short", "row-removed", "imported-row-edited",
    "releases-add-up", "history-whole",
}  # fmt: skip
"""Rules about whole files, whose bad files are in test_reading.py and in those of ``fmt``."""

NO_COLUMN_YET = {"cell-boolean"}
NEEDS_MANY_ROWS = {"identifier-habit"}

OF_SEVERAL_ROWS = {"item-order"}
"""Rules whose bad rows are those of ``rules.toml``, which ``test_rule_texts.py`` tries."""


def test_every_rule_has_a_bad_row() -> None:
    told = {bad.rule for bad in BAD_ROWS}
    others = IN_FILE | NO_COLUMN_YET | NEEDS_MANY_ROWS | OF_SEVERAL_ROWS
    assert told | others == set(rule_texts())


def test_an_issue_is_one_line(sound_tables: dict[str, pd.DataFrame], sound_folder: Path) -> None:
    bad = Bad(
        "dates-in-order", "", "asset_freezes", "end_date", {**ENDED, "end_date": "2021-01-01"}
    )
    (issue,) = broken(bad, sound_tables, sound_folder)
    assert str(issue) == (
        f"{csv_path(sound_folder, 'asset_freezes')}:2:end_date: found 2021-01-01; before "
        "start_date 2024-11-18; write a date after it or leave it empty [dates-in-order]"
    )
