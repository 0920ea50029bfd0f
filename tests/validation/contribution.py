"""Contributions as tests write them: rows by a few cells, put into a part of the real data."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from tests.validation.part_of_data import sample

from sanctions_data.schema import TABLES
from sanctions_data.tables.canonical import canonical_bytes, csv_bytes, read_text
from sanctions_data.tables.location import csv_path
from sanctions_data.validation import Issue, validate

DATA = Path(__file__).resolve().parents[2] / "data"
Cells = dict[str, str]
Rows = dict[str, list[Cells]]

_MEASURE = {
    "measure_id": "made-up-row",
    "entity_id": "made-up",
    "authority_id": "gb",
    "status": "in_force",
    "start_date": "2024-03-05",
    "start_precision": "day",
    "first_seen": "2026-11-20",
    "basis": "stated",
    "evidence": "secondary",
    "source_id": "jwire-2024-10-15",
}
DEFAULTS: dict[str, Cells] = {
    "entities": {"entity_id": "made-up", "kind": "organisation", "name": "Quixotic Widgets"},
    "entity_names": {
        "entity_id": "made-up",
        "name": "Quixotic Widgets",
        "list_id": "curated",
        "name_type": "primary",
        "script": "Latn",
    },
    "entity_identifiers": {"entity_id": "made-up", "list_id": "curated"},
    "entity_attributes": {"entity_id": "made-up", "list_id": "curated"},
    "asset_freezes": {**_MEASURE, "measure_type": "asset_freeze"},
    "travel_bans": {**_MEASURE, "measure_type": "travel_ban", "entry_scope": "entry_and_stay"},
    "flight_restrictions": {
        **_MEASURE,
        "measure_type": "flight_restriction",
        "restriction_kind": "landing",
        "nature": "retaliatory",
        "applies_where": "airports",
        "last_confirmed": "2026-07-01",
        "confirmed_by": "jwire-2024-10-15",
    },
    "other_measures": {**_MEASURE, "measure_type": "trust_services"},
    "sources": {
        "source_id": "made-up-report",
        "kind": "report",
        "title": "A made-up report on widgets",
        "publisher": "Widget Gazette",
        "url": "https://example.org/widgets/report-7",
        "published_on": "2026-07-01",
    },
    "instruments": {
        "instrument_id": "gb-uksi-2026-8888",
        "authority_id": "gb",
        "kind": "regulation",
        "number": "SI 2026/8888",
        "title": "The Widgets (Sanctions) Regulations 2026",
        "adopted_on": "2026-02-03",
        "url": "https://www.legislation.gov.uk/uksi/2026/8888",
        "evidence": "secondary",
        "source_id": "jwire-2024-10-15",
    },
    "events": {
        "event_id": "widgets-2024-09-12",
        "title": "Widgets are seized",
        "occurred_on": "2024-09-12",
        "date_precision": "day",
        "summary": "A load of widgets was seized.",
        "evidence": "secondary",
        "source_id": "jwire-2024-10-15",
    },
    "claims": {
        "claim_id": "widgets-were-real",
        "proposition": "The widgets were real.",
        "event_id": "iran-missiles-2024-09-10",
    },
    "statements": {
        "statement_id": "quill-2024-09-12",
        "claim_id": "iran-delivered-missiles-to-russia",
        "speaker": "Quentin Quill",
        "stance": "denied",
        "stated_on": "2024-09-12",
        "date_precision": "day",
        "summary": "Said that it was not so.",
        "evidence": "secondary",
        "source_id": "jwire-2024-10-15",
    },
    "corrections": {
        "table": "asset_freezes",
        "row_key": "gb-fcdo-IRN0240-asset-freeze",
        "column": "start_date",
        "corrected_on": "2026-11-24",
        "evidence": "secondary",
        "source_id": "jwire-2024-10-15",
    },
    "programmes": {
        "programme_id": "gb-widgets",
        "authority_id": "gb",
        "name": "Widgets sanctions regime",
        "source_id": "jwire-2024-10-15",
    },
    "authorities": {"authority_id": "zz", "name": "Widgetia", "kind": "state"},
    "source_terms": {
        "list_id": "gb-fcdo",
        "field": "SanctionsImposed",
        "term": "A widget term",
        "party_kind": "any",
        "measure_type": "trust_services",
    },
}


@dataclass(frozen=True)
class Contribution:
    """Rows that are added, or put in place of those with the same key, and where they are wrong.

    ``places`` are ``table.column``; none for a sound contribution.
    """

    name: str
    rows: Rows
    places: tuple[str, ...] = field(default=())


def party(name: str = "Quixotic Widgets", kind: str = "organisation", **cells: str) -> Rows:
    """A new party with its primary name."""
    return {
        "entities": [{"kind": kind, "name": name, **cells}],
        "entity_names": [{"name": name}],
    }


@dataclass(frozen=True)
class Base:
    """A part of the data on disk, and the issues that it has."""

    data: Path
    known: frozenset[object]

    @classmethod
    def make(cls, folder: Path, parties: set[str], listings: set[str]) -> Base:
        """Write a part of the data with these parties and listings in it."""
        data = folder / "data"
        data.mkdir()
        for name, frame in sample(DATA, parties, listings, is_small=True).items():
            csv_path(data, name).write_bytes(canonical_bytes(frame, TABLES[name].key))
        return cls(data, frozenset(issue.identity for issue in validate(data).issues))

    def check(self, contribution: Contribution, folder: Path) -> list[Issue]:
        """What is new with a contribution in it."""
        data = folder / "data"
        data.mkdir()
        for path in self.data.iterdir():
            os.link(path, data / path.name)
        for table, rows in contribution.rows.items():
            header, key = TABLES[table].header, TABLES[table].key
            old = read_text(csv_path(self.data, table)).fillna("").to_dict("records")
            by_key = {tuple(row[c] for c in key): row for row in old}
            new = []
            for row in rows:
                full = {**DEFAULTS.get(table, {}), **row}
                there = by_key.get(tuple(full.get(c, "") for c in key))
                new.append({**there, **row} if there else full)
            keys = {tuple(row.get(c, "") for c in key) for row in new}
            kept = [row for k, row in by_key.items() if k not in keys]
            cells = [[str(row.get(column, "")) for column in header] for row in [*kept, *new]]
            csv_path(data, table).unlink()
            csv_path(data, table).write_bytes(csv_bytes(header, cells))
        report = validate(data, known=self.known, before=self.data)
        return [issue for issue in report.issues if issue.is_new]
