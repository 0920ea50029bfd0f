"""Small tables that are valid, into which lists of made-up parties can be imported."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sanctions_data.generate.generated_files import descriptor_bytes
from sanctions_data.schema import TABLES
from sanctions_data.tables.atomic import write_atomically
from sanctions_data.tables.store import Store


@pytest.fixture
def store() -> Store:
    return fill_store(Store())


def fill_store(store: Store) -> Store:
    """Put the reference rows of two lists into a store."""
    rows = {
        "authorities": [{"authority_id": "gb", "name": "United Kingdom", "kind": "state"}],
        "lists": [
            {"list_id": "gb-fcdo", "authority_id": "gb", "title": "UK Sanctions List"},
            {"list_id": "un-sc", "authority_id": "un-sc", "title": "UN list"},
        ],
        "measure_types": [
            {"measure_type": "asset_freeze", "table": "asset_freezes"},
            {"measure_type": "travel_ban", "table": "travel_bans"},
            {"measure_type": "flight_restriction", "table": "flight_restrictions"},
            {"measure_type": "trust_services", "table": "other_measures"},
            {"measure_type": "travel_ban_on_organisation", "table": "other_measures"},
            {"measure_type": "unclassified", "table": "other_measures"},
        ],
        "programmes": [
            {"programme_id": "gb-test", "authority_id": "gb", "instrument_id": "gb-act"},
            {"programme_id": "un-test", "authority_id": "un-sc", "instrument_id": "un-act"},
        ],
        "source_terms": [
            term("gb-fcdo", "RegimeName", "The Test Regulations", "any", programme_id="gb-test"),
            term("gb-fcdo", "SanctionsImposed", "Asset freeze", "any", measure_type="asset_freeze"),
            term("gb-fcdo", "SanctionsImposed", "Travel Ban", "person", measure_type="travel_ban"),
            term(
                "gb-fcdo", "SanctionsImposed", "Travel Ban", "organisation",
                measure_type="travel_ban_on_organisation",
            ),
            term(
                "gb-fcdo", "SanctionsImposed", "Trust Services Sanctions", "any",
                measure_type="trust_services", not_before="2023-03-21",
            ),
            term(
                "gb-fcdo", "SanctionsImposed", "Technical assistance related to aircraft", "any",
                measure_type="flight_restriction", scope="aviation_services",
            ),
            term("un-sc", "UN_LIST_TYPE", "Test", "any", programme_id="un-test"),
        ],
        "programme_measures": [
            rule("un-test-freeze", "any", "asset_freeze"),
            rule("un-test-ban", "any", "travel_ban", from_date="2010-01-01"),
        ],
    }  # fmt: skip
    for table, each in rows.items():
        for row in each:
            store.put(table, row)
    return store


def term(list_id: str, field: str, text: str, party_kind: str, **more: str) -> dict[str, str]:
    return {"list_id": list_id, "field": field, "term": text, "party_kind": party_kind, **more}


def rule(rule_id: str, party_kind: str, measure_type: str, **more: str) -> dict[str, str]:
    return {
        "rule_id": rule_id, "list_id": "un-sc", "programme_id": "un-test",
        "party_kind": party_kind, "measure_type": measure_type, "instrument_id": "un-act",
        "evidence": "primary", **more,
    }  # fmt: skip


REPOSITORY = Path(__file__).resolve().parent.parent
LISTS = {"gb-fcdo": "gb", "un-sc": "un-sc", "au-dfat": "gb"}
MEASURES = {
    "asset_freezes": "asset_freeze",
    "travel_bans": "travel_ban",
    "flight_restrictions": "flight_restriction",
    "other_measures": "trust_services",
}


@pytest.fixture
def small_data(store: Store, tmp_path: Path) -> Path:
    """A folder with small tables that are valid, into which the UK and UN lists can be imported.

    Cells that must be filled hold the columns' examples, unless said otherwise here.
    """
    act = {"instrument_id": "gb-act", "url": "https://example.org/act"}
    known = {
        "authorities": [{}, {"authority_id": "un-sc", "name": "UN Security Council"}],
        "instruments": [{}, act, {**act, "instrument_id": "un-act", "authority_id": "un-sc",
                               "url": "https://example.org/un-act"}],
        "entities": [{}, {"entity_id": "ada-example", "kind": "person", "name": "Ada EXAMPLE"}],
        "entity_names": [{}, {"entity_id": "ada-example", "name": "Ada EXAMPLE",
                              "list_id": "curated", "name_type": "primary"}],
        "entity_attributes": [{"entity_id": "ada-example"}],
        "releases": [{"rows": "1", "sha256": "1" * 64}],
        "sources": [{"url": "https://example.org/list", "list_id": "gb-fcdo",
                     "published_on": "2026-08-22"}],
        "lists": [
            {"list_id": name, "authority_id": authority, "url": "https://example.org/list"}
            for name, authority in LISTS.items()
        ] + [{"list_id": "curated", "url": "https://example.org/curated"}],
        "listings": [{"listed_precision": "unknown"}],
        "source_terms": [{"programme_id": "gb-test"}],
        "programme_measures": [{"programme_id": "gb-test", "instrument_id": "gb-act"}],
        "events": [{"date_precision": "unknown"}],
        "statements": [{"date_precision": "unknown"}],
        "event_measures": [{"measure_id": "gb-asset-freeze-1"}],
        **{
            table: [{
                "measure_id": f"gb-{measure_type.replace('_', '-')}-1",
                "measure_type": measure_type,
                "start_precision": "unknown",
                "instrument_id": "gb-act",
            }]
            for table, measure_type in MEASURES.items()
        },
    }  # fmt: skip
    known["travel_bans"][0]["entity_id"] = "ada-example"
    for table in TABLES:
        for row in [*store.rows(table), *known.get(table, [{}])]:
            store.put(table, {**required(table), **{c: cell for c, cell in row.items() if cell}})
    for table in ("corrections", "match_decisions"):
        for row in store.rows(table):
            store.remove(table, row)
    root = tmp_path / "root"
    for table in TABLES:
        write_atomically(root / "data" / f"{table}.csv", store.canonical(table))
    shutil.copy(REPOSITORY / "pyproject.toml", root)  # what the descriptor says of the project
    (root / "datapackage.json").write_bytes(descriptor_bytes(root))
    return root


def required(table: str) -> dict[str, str]:
    """The columns that must be filled, with the key that their reference has."""
    return {
        column.name: column.example
        if column.reference is None
        else TABLES[column.reference].column(TABLES[column.reference].key[0]).example
        for column in TABLES[table].columns
        if column.required
    }


@pytest.fixture
def uk_list() -> Callable[..., bytes]:
    """Makes a UK list of that many made-up persons."""

    def make(persons: int, measures: str = "Asset freeze|Travel Ban", more: str = "") -> bytes:
        designations = "".join(
            f"""<Designation><DateDesignated>18/11/2024</DateDesignated>
            <UniqueID>TST{number:04}</UniqueID><Names><Name><Name6>PERSON {number}</Name6>
            <NameType>Primary Name</NameType></Name></Names>
            <RegimeName>The Test Regulations</RegimeName>
            <IndividualEntityShip>Individual</IndividualEntityShip>
            <SanctionsImposed>{measures}</SanctionsImposed></Designation>"""
            for number in range(1, persons + 1)
        )
        document = f"<Designations>{designations}{more}</Designations>"
        return f'<?xml version="1.0" encoding="utf-8"?>\n{document}'.encode()

    return make
