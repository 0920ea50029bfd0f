"""Every rule has a row that breaks it, and is reported at the right file, line and column."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest

from sanctions_data.files.canonical import canonical_bytes
from sanctions_data.files.location import csv_path
from sanctions_data.schema import TABLES
from sanctions_data.validation import Fault, validate
from sanctions_data.validation.context import RULES


@dataclass(frozen=True)
class Bad:
    """A row made bad: in ``table``, by these cells; the fault is in ``column``."""

    rule: str
    name: str
    table: str
    column: str
    cells: dict[str, str | None]
    says: str = ""
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
        {"delisted_on": None}),
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
    Bad("correction-hits", "no such row", "corrections", "row_key", {"row_key": "nothing"}),
    Bad("correction-hits", "no such column", "corrections", "column", {"column": "colour"}),
    Bad("correction-hits", "no such table", "corrections", "table", {"table": "nothing"}),
]  # fmt: skip


def broken(bad: Bad, tables: dict[str, pd.DataFrame], folder: Path) -> list[Fault]:
    frame = tables[bad.table]
    if bad.is_added:
        added = frame.head(1).assign(**bad.cells)
        changed = pd.concat([frame, added], ignore_index=True)
    else:
        changed = frame.copy()
        for column, cell in bad.cells.items():
            changed.loc[0, column] = cell
    path = csv_path(folder, bad.table)
    path.write_bytes(canonical_bytes(changed, TABLES[bad.table].key))
    return validate(folder).faults


def test_sound_tables_have_no_faults(sound_folder: Path) -> None:
    assert validate(sound_folder).faults == []


@pytest.mark.parametrize(
    "bad", [pytest.param(bad, id=f"{bad.rule}: {bad.name}") for bad in BAD_ROWS]
)
def test_bad_row_is_reported(
    bad: Bad, sound_tables: dict[str, pd.DataFrame], sound_folder: Path
) -> None:
    if bad.rule == "evidence-has-source":
        broken(bad, sound_tables, sound_folder)
        bad = Bad(bad.rule, bad.name, "asset_freezes", "source_id", {})
    found = [f for f in broken(bad, sound_tables, sound_folder) if f.rule == bad.rule]
    hits = [f for f in found if f.file.endswith(f"{bad.table}.csv") and f.column == bad.column]
    assert hits, [str(fault) for fault in validate(sound_folder).faults]
    fault = hits[-1]
    assert fault.line >= 2
    assert fault.position == TABLES[bad.table].header.index(bad.column) + 1
    assert bad.says in f"{fault.problem}; {fault.remedy}"
    assert fault.remedy
    with csv_path(sound_folder, bad.table).open(encoding="utf-8", newline="") as handle:
        cell = list(csv.reader(handle))[fault.line - 1][fault.position - 1]
    assert fault.found == (cell or "an empty cell")


def test_every_rule_has_a_bad_row() -> None:
    in_file = {"table-not-empty"}  # in test_reading.py
    assert {bad.rule for bad in BAD_ROWS} | in_file >= set(RULES)


def test_one_line_a_fault(sound_tables: dict[str, pd.DataFrame], sound_folder: Path) -> None:
    bad = Bad(
        "dates-in-order", "", "asset_freezes", "end_date", {**ENDED, "end_date": "2021-01-01"}
    )
    (fault,) = broken(bad, sound_tables, sound_folder)
    assert str(fault) == (
        f"{csv_path(sound_folder, 'asset_freezes')}:2:end_date: found 2021-01-01; before "
        "start_date 2024-11-18; write a date after it or leave it empty [dates-in-order]"
    )
