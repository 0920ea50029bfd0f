"""What a measure is, on whom, and on what it rests."""

from __future__ import annotations

import pytest
from tests.validation.rules.small_context import Cells, told

from sanctions_data.schema import MEASURE_TABLES

KINDS = [
    {"measure_type": "asset_freeze", "table": "asset_freezes"},
    {"measure_type": "travel_ban", "table": "travel_bans"},
]


@pytest.mark.parametrize(
    ("kind", "is_told"), [("asset_freeze", False), ("travel_ban", True), ("unknown", False)]
)
def test_a_measure_stands_in_the_table_of_its_type(kind: str, *, is_told: bool) -> None:
    found = told("type-in-its-table", measure_types=KINDS, asset_freezes=[{"measure_type": kind}])
    assert found == [("asset_freezes", 0, "measure_type")] * is_told


@pytest.mark.parametrize(
    ("kind", "is_told"),
    [("person", False), ("unknown", False), ("organisation", True), ("vessel", True)],
)
def test_a_travel_ban_is_on_a_person(kind: str, *, is_told: bool) -> None:
    parties = [{"entity_id": "a", "kind": kind}]
    found = told("travel-ban-on-person", entities=parties, travel_bans=[{"entity_id": "a"}])
    assert found == [("travel_bans", 0, "entity_id")] * is_told


RULES = [
    {"rule_id": "r", "list_id": "gb-list", "party_kind": "person", "measure_type": "asset_freeze"},
    {"rule_id": "any", "list_id": "gb-list", "party_kind": "any", "measure_type": "asset_freeze"},
]
DERIVED = {"basis": "derived", "rule_id": "r", "authority_id": "gb", "entity_id": "p",
           "measure_type": "asset_freeze"}  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "is_told"),
    [
        pytest.param({}, False, id="by its rule"),
        pytest.param({"rule_id": ""}, True, id="by no rule"),
        pytest.param({"basis": "stated"}, True, id="stated, and by a rule"),
        pytest.param({"basis": "stated", "rule_id": ""}, False, id="stated"),
        pytest.param({"authority_id": "fr"}, True, id="by a rule of another authority"),
        pytest.param({"entity_id": "o"}, True, id="by a rule about others"),
        pytest.param({"entity_id": "o", "rule_id": "any"}, False, id="by a rule about all"),
        pytest.param({"entity_id": "odd"}, False, id="on a kind of party that is no code"),
        pytest.param({"measure_type": "travel_ban"}, True, id="by a rule about another measure"),
        pytest.param({"rule_id": "none"}, False, id="by a rule that is not there"),
    ],
)
def test_a_derived_measure_names_its_rule(cells: Cells, *, is_told: bool) -> None:
    row = {column: cell for column, cell in {**DERIVED, **cells}.items() if cell}
    found = told(
        "derived-names-rule",
        lists=[{"list_id": "gb-list", "authority_id": "gb"}],
        programme_measures=RULES,
        entities=[{"entity_id": "p", "kind": "person"}, {"entity_id": "o", "kind": "organisation"},
                  {"entity_id": "odd", "kind": "persn"}],
        asset_freezes=[row],
    )  # fmt: skip
    assert found == [("asset_freezes", 0, "rule_id")] * is_told


@pytest.mark.parametrize(
    ("authority", "programme", "is_told"),
    [("gb", "gb-iran", False), ("fr", "gb-iran", True), ("fr", "none", False)],
)
def test_a_programme_is_one_of_the_authority(
    authority: str, programme: str, *, is_told: bool
) -> None:
    found = told(
        "programme-of-authority",
        programmes=[{"programme_id": "gb-iran", "authority_id": "gb"}],
        lists=[{"list_id": "list", "authority_id": authority}],
        asset_freezes=[{"authority_id": authority, "programme_id": programme}],
        source_terms=[{"list_id": "list", "programme_id": programme}],
        programme_measures=[{"list_id": "list", "programme_id": programme},
                            {"list_id": "nothing", "programme_id": programme}],
    )  # fmt: skip
    tables = ("asset_freezes", "source_terms", "programme_measures")
    assert found == [(table, 0, "programme_id") for table in tables] * is_told


def test_an_id_of_a_measure_stands_in_one_table() -> None:
    tables: dict[str, list[Cells]] = {name: [{"measure_id": name}] for name in MEASURE_TABLES}
    assert told("measure-known", **tables) == []
    last = MEASURE_TABLES[-1]
    tables[last] = [{"measure_id": last}, {"measure_id": MEASURE_TABLES[0]}]
    assert told("measure-known", **tables) == [(last, 1, "measure_id")]


def test_an_event_points_to_a_measure_wherever_it_stands() -> None:
    tables: dict[str, list[Cells]] = {name: [{"measure_id": name}] for name in MEASURE_TABLES}
    links = [{"event_id": "e", "measure_id": name} for name in (*MEASURE_TABLES, "nothing")]
    found = told("measure-known", event_measures=links, **tables)
    assert found == [("event_measures", len(MEASURE_TABLES), "measure_id")]
    del tables[MEASURE_TABLES[0]]  # Could not be read, so that nobody knows.
    assert told("measure-known", event_measures=links, **tables) == []
