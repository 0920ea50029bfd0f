"""A table as a Table Schema (Data Package v2), for any tool that reads the standard."""

from __future__ import annotations

from typing import Any

from sanctions_data.schema import TABLES, Column, Table

PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"

# What the standard would accept by default is wider than what our files may hold.
_STRICTER: dict[str, dict[str, Any]] = {
    "boolean": {"trueValues": ["true"], "falseValues": ["false"]},
}


def table_schema(table: Table) -> dict[str, Any]:
    """The Table Schema of a table: fields, keys and foreign keys.

    A column of a closed vocabulary is a ``string`` with ``categories``; by these a
    reader tells it from free text.

    Example:
        >>> schema = table_schema(TABLES["lists"])
        >>> schema["foreignKeys"]
        [{'fields': ['authority_id'], 'reference': {'resource': 'authorities', \
'fields': ['authority_id']}}]
    """
    schema: dict[str, Any] = {
        "$schema": PROFILE,
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    foreign_keys = [_foreign_key(table, column) for column in table.columns if column.reference]
    if foreign_keys:
        schema["foreignKeys"] = foreign_keys
    return schema


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": "string" if column.vocabulary else column.logical,
        "title": column.title,
        "description": column.description,
        "example": column.example,
        **_STRICTER.get(column.logical, {}),
    }
    if column.vocabulary:
        field["categories"] = [
            {"value": code, "label": meaning} for code, meaning in column.vocabulary.items()
        ]
    constraints = _constraints(column)
    if constraints:
        field["constraints"] = constraints
    return field


def _constraints(column: Column) -> dict[str, Any]:
    possible = {
        "required": column.required,
        "unique": column.unique,
        "enum": list(column.vocabulary or ()),
        "pattern": column.pattern,
        "maxLength": column.max_length,
    }
    constraints = {name: value for name, value in possible.items() if value}
    if column.logical == "integer":
        constraints["minimum"] = 0
    return constraints


def _foreign_key(table: Table, column: Column) -> dict[str, Any]:
    referred = TABLES[str(column.reference)]
    return {
        "fields": [column.name],
        "reference": {
            # The standard's way to say "this same table".
            "resource": "" if referred.name == table.name else referred.name,
            "fields": [referred.key[0]],
        },
    }
