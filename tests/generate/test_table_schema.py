from __future__ import annotations

import pytest

from sanctions_data.generate.table_schema import table_schema
from sanctions_data.schema import TABLES


@pytest.mark.parametrize("name", TABLES)
def test_the_definition_arrives_whole(name: str) -> None:
    table = TABLES[name]
    schema = table_schema(table)
    assert [field["name"] for field in schema["fields"]] == table.header
    assert schema["primaryKey"] == list(table.key)
    assert schema["missingValues"] == [""]
    for field, column in zip(schema["fields"], table.columns, strict=True):
        constraints = field.get("constraints", {})
        assert field["title"] == column.title
        assert field["description"] == column.description
        assert field["example"] == column.example
        assert constraints.get("required", False) == column.required
        assert constraints.get("unique", False) == column.unique
        assert constraints.get("pattern") == column.pattern
        assert constraints.get("maxLength") == column.max_length
    referring = [column.name for column in table.columns if column.reference]
    assert [key["fields"] for key in schema.get("foreignKeys", [])] == [[c] for c in referring]


def test_a_category_is_a_string_with_enum_and_meanings() -> None:
    field = next(
        field for field in table_schema(TABLES["events"])["fields"] if field["name"] == "evidence"
    )
    assert field["type"] == "string"
    assert field["constraints"]["enum"] == ["primary", "secondary", "unverified"]
    assert [category["value"] for category in field["categories"]] == field["constraints"]["enum"]
    assert all(category["label"] for category in field["categories"])


def test_only_a_category_has_categories() -> None:
    for table in TABLES.values():
        for field, column in zip(table_schema(table)["fields"], table.columns, strict=True):
            assert ("categories" in field) == (column.logical == "category")


def test_a_reference_to_the_own_table_names_no_resource() -> None:
    keys = {key["fields"][0]: key for key in table_schema(TABLES["events"])["foreignKeys"]}
    assert keys["part_of"]["reference"] == {"resource": "", "fields": ["event_id"]}
    assert keys["source_id"]["reference"] == {"resource": "sources", "fields": ["source_id"]}
