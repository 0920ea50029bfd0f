"""A store with the reference rows that a merge needs."""

from __future__ import annotations

import pytest

from sanctions_data.update.store import Store


@pytest.fixture
def store() -> Store:
    store = Store()
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
