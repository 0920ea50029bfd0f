"""References that no foreign key expresses: classes, terms, scopes, corrections."""

from __future__ import annotations

import pytest
from tests.validation.rules.small_context import Cells, context_of, told

from sanctions_data.validation.engine.columns import CodedRows
from sanctions_data.validation.engine.context import Context
from sanctions_data.validation.rules import RULES

PARTIES = [
    {"entity_id": "carriers", "kind": "class", "country": "IR"},
    {"entity_id": "iranian", "kind": "organisation", "country": "IR"},
    {"entity_id": "foreign", "kind": "organisation", "country": "BY"},
    {"entity_id": "stateless", "kind": "organisation"},
    {"entity_id": "wrong", "kind": "organisation", "country": "UK"},
    {"entity_id": "odd", "kind": "clas", "country": "IR"},
]


def member(party: str, of: str, attribute: str = "member_of") -> list[Cells]:
    return [{"entity_id": party, "attribute": attribute, "value": of}]


@pytest.mark.parametrize(
    ("facts", "rules"),
    [
        pytest.param(member("iranian", "carriers"), [], id="of a class of its country"),
        pytest.param(member("foreign", "carriers"), ["member-of-its-country"],
                     id="of a class of another country"),
        pytest.param(member("stateless", "carriers"), [], id="of no known country"),
        pytest.param(member("wrong", "carriers"), [], id="of a country that is none"),
        pytest.param(member("iranian", "iranian"), ["class-known"], id="of a company"),
        pytest.param(member("iranian", "nothing"), ["class-known"], id="of nothing"),
        pytest.param(member("iranian", "odd"), [], id="of a kind that is no code"),
        pytest.param(member("foreign", "carriers", "note"), [], id="a word that is an id as well"),
    ],
)  # fmt: skip
def test_who_is_of_a_class(facts: list[Cells], rules: list[str]) -> None:
    tables = {"entities": PARTIES, "entity_attributes": facts}
    every = ("class-known", "member-of-its-country")
    assert [rule for rule in every for _ in told(rule, **tables)] == rules


def test_nothing_is_said_of_classes_if_the_parties_could_not_be_read() -> None:
    facts = member("iranian", "nothing")
    assert told("class-known", entity_attributes=facts) == []
    assert told("member-of-its-country", entity_attributes=facts) == []


def test_a_table_that_was_read_and_is_empty() -> None:
    context = context_of(events=[], entities=PARTIES, corrections=[])
    found = [(each.table, each.row) for each in RULES["table-not-empty"].check(context)]
    assert found == [("events", -1)]  # Of no row.


@pytest.mark.parametrize(
    ("cells", "is_told"),
    [
        pytest.param({"measure_type": "asset_freeze"}, False, id="a measure"),
        pytest.param({"programme_id": "p"}, False, id="a programme"),
        pytest.param({}, True, id="neither"),
        pytest.param({"note": "No measure: a remark."}, False, id="neither, and the note says so"),
        pytest.param({"note": "A remark."}, True, id="neither, and a note of something else"),
    ],
)
def test_a_term_means_something(cells: Cells, *, is_told: bool) -> None:
    sound = {"measure_type": "asset_freeze", "programme_id": "p"}
    found = told("term-has-meaning", source_terms=[sound, cells])
    assert found == [("source_terms", 1, "measure_type")] * is_told


KINDS = [
    {"measure_type": "flight_restriction", "table": "flight_restrictions"},
    {"measure_type": "travel_ban", "table": "travel_bans"},
    {"measure_type": "trust_services", "table": "other_measures"},
]


@pytest.mark.parametrize(
    ("kind", "scope", "is_told"),
    [
        ("flight_restriction", "overflight", False),
        ("flight_restriction", "", True),
        ("flight_restriction", "entry_and_stay", True),
        ("travel_ban", "entry_and_stay", False),
        ("travel_ban", "", False),
        ("trust_services", "overflight", True),
        ("unknown", "overflight", False),
    ],
)
def test_a_scope_is_one_of_its_table(kind: str, scope: str, *, is_told: bool) -> None:
    row = {"measure_type": kind, **({"scope": scope} if scope else {})}
    for table in ("source_terms", "programme_measures"):
        found = told("scope-fits-type", measure_types=KINDS, **{table: [row]})
        assert found == [(table, 0, "scope")] * is_told


def test_each_correction_is_looked_for_by_itself() -> None:
    rows = [
        {"table": "nothing", "column": "name", "row_key": "iranian"},
        {"table": "entity_names", "column": "name", "row_key": "iranian"},
        {"table": "entities", "column": "name", "row_key": "iranian"},
        {"table": "entities", "column": "colour", "row_key": "iranian"},
        {"table": "entities", "column": "name", "row_key": "nobody"},
        {"table": "events", "column": "title", "row_key": "in a table that was not read"},
    ]
    assert told("correction-hits", entities=PARTIES, corrections=rows) == [
        ("corrections", 0, "table"), ("corrections", 1, "table"),
        ("corrections", 3, "column"), ("corrections", 4, "row_key"),
    ]  # fmt: skip


def test_no_table_has_rows_where_nothing_was_read() -> None:
    assert list(RULES["table-not-empty"].check(Context(dict[str, CodedRows]()))) == []
