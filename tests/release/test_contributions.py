"""Contributors' rows are told from imported ones, and enter no sooner than they can stand."""

from __future__ import annotations

import pytest

from sanctions_data.release.contributions import find_contributions, find_notes, write_notes
from sanctions_data.schema import TABLES
from sanctions_data.tables.entity_ids import new_entity_id
from sanctions_data.tables.location import data_folder
from sanctions_data.tables.store import Store

LISTING, LATER = "gb-fcdo-RUS0001", "eu-fsf-EU.1"
FOUNDED = new_entity_id("A company", LISTING)
JUNE, MAY = "gb-fcdo-2025-06-18", "eu-fsf-2026-05-01"


@pytest.fixture
def tables() -> Store:
    store = Store()
    rows = {
        "sources": [{"source_id": JUNE, "title": "List", "sha256": "ab", "bytes": "2",
                     "entries": "1", "note": "Stale."}],
        "entities": [{"entity_id": FOUNDED, "name": "A company", "note": "Two names."},
                     {"entity_id": "mahan-air", "name": "Mahan Air", "country": "IR"}],
        "entity_names": [{"list_id": "curated", "entity_id": "mahan-air", "name": "Mahan Air"},
                         {"list_id": "gb-fcdo", "entity_id": "mahan-air", "name": "MAHAN"},
                         {"list_id": "curated", "entity_id": "mahan-air", "name": "Mahan"}],
        "listings": [{"listing_id": LISTING, "list_id": "gb-fcdo", "entity_id": FOUNDED,
                      "source_id": JUNE},
                     {"listing_id": LATER, "list_id": "eu-fsf", "entity_id": "mahan-air",
                      "source_id": MAY}],
        "matches": [{"listing_id": LATER, "entity_id": "mahan-air"}],
        "match_decisions": [{"listing_id": LATER, "entity_id": FOUNDED}],
        "asset_freezes": [{"measure_id": f"{LISTING}-asset-freeze", "listing_id": LISTING,
                           "source_id": JUNE, "note": "Renewed."},
                          {"measure_id": "ours", "entity_id": "mahan-air", "note": "By letter."}],
        "event_measures": [{"event_id": "e", "measure_id": f"{LISTING}-asset-freeze"},
                           {"event_id": "e", "measure_id": "ours"}],
        "corrections": [{"table": "asset_freezes", "row_key": f"{LISTING}-asset-freeze",
                         "column": "start_date"}],
        "releases": [{"version": "2025.6.0", "table": "events"}],
    }  # fmt: skip
    for name, each in rows.items():
        for row in each:
            store.put(name, row)
    return store


def test_each_row_waits_for_what_it_refers_to(tables: Store) -> None:
    found = {
        (each.table, each.row[TABLES[each.table].key[-1]]): set(each.needs)
        for each in find_contributions(tables)
    }
    assert found == {
        ("sources", JUNE): set(),
        ("entities", "mahan-air"): set(),
        ("entity_names", "Mahan Air"): set(),
        ("entity_names", "Mahan"): set(),
        ("match_decisions", FOUNDED): {JUNE, MAY},
        ("asset_freezes", "ours"): set(),
        ("event_measures", f"{LISTING}-asset-freeze"): {JUNE},
        ("event_measures", "ours"): set(),
        ("corrections", "start_date"): {JUNE},
    }


def test_rows_are_as_they_were_but_for_what_imports_fill_in(tables: Store) -> None:
    for each in find_contributions(tables):
        key = (each.row[column] for column in TABLES[each.table].key)
        row = dict(tables.get(each.table, *key) or {})
        if each.table == "sources":
            row |= {"sha256": "", "bytes": "", "entries": ""}
        assert each.row == row


def test_notes_beside_imported_rows_come_back(tables: Store) -> None:
    every = list(find_notes(tables))
    assert {(note.table, note.text) for note in every} == {
        ("entities", "Two names."),
        ("asset_freezes", "Renewed."),
    }
    anew = Store()
    anew.put("entities", {"entity_id": FOUNDED, "name": "A company"})
    write_notes(anew, every)
    assert anew.rows("entities")[0]["note"] == "Two names."
    assert anew.rows("asset_freezes") == []


def test_of_the_real_tables_every_row_by_a_person_is_kept() -> None:
    tables = Store.read(data_folder())
    kept = {(each.table, *each.row.values()) for each in find_contributions(tables)}
    for name in ("travel_bans", "asset_freezes", "flight_restrictions", "other_measures"):
        ours = {(name, *row.values()) for row in tables.rows(name) if not row["listing_id"]}
        assert ours == {row for row in kept if row[0] == name}
    for name in ("corrections", "match_decisions", "event_measures", "statements", "programmes"):
        assert {(name, *row.values()) for row in tables.rows(name)} <= kept
