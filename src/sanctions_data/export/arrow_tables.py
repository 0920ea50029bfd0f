"""The tables as Arrow: what Parquet, DuckDB and whatever reads Arrow get, with real types."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from sanctions_data.query.edition import Edition, logical_type
from sanctions_data.schema.descriptor import descriptor, resource

_TYPES = {
    "string": pa.string(),
    "category": pa.dictionary(pa.int32(), pa.string()),
    "date": pa.date32(),
    "boolean": pa.bool_(),
    "integer": pa.int64(),
}


def table_names(edition: Edition) -> list[str]:
    """The tables of an edition, in the order of the descriptor.

    Tables that are younger than its version are left out.
    """
    from sanctions_data.history.versions import OWN_TABLES, History

    names = [str(each["name"]) for each in descriptor(edition.base)["resources"]]
    if edition.version is None:
        return names
    history, version = History(edition.base), edition.version
    return [name for name in names if history.has_table(version, name) or name in OWN_TABLES]


def arrow_table(edition: Edition, name: str) -> pa.Table:
    """A table with the types of its definition, titles and descriptions in the metadata.

    Days are ``date32``, closed vocabularies dictionaries, and a cell that must be filled is not
    nullable.

    Example:
        >>> arrow_table(Edition(), "releases").schema.field("released_on").type
        DataType(date32[day])
    """
    described = resource(name, edition.base)
    frame = edition.load(name)
    schema = arrow_schema(described)
    # So that pandas reads a whole number that may be missing as one, and not as a fraction.
    of_pandas = pa.Schema.from_pandas(frame, preserve_index=False).metadata
    schema = schema.with_metadata({**schema.metadata, **of_pandas})
    columns = []
    for field in schema:
        values = pa.Array.from_pandas(frame[field.name])
        if isinstance(values, pa.ChunkedArray):
            values = values.combine_chunks()
        columns.append(values.cast(field.type))
    return pa.Table.from_arrays(columns, schema=schema)


def plain_columns(table: pa.Table) -> dict[str, list[Any]]:
    """The columns as text, days as ``2024-10-14``; whole numbers stay numbers.

    Example:
        >>> plain_columns(arrow_table(Edition(), "releases"))["schema_version"][0]
        '1.0.0'
    """
    return {
        field.name: table[field.name].cast(pa.string()).to_pylist()
        if pa.types.is_date(field.type)
        else table[field.name].to_pylist()
        for field in table.schema
    }


def plain_rows(
    edition: Edition, name: str, entities: Collection[str] | None = None
) -> list[dict[str, Any]]:
    """The rows of a table, each with the cells of ``plain_columns``; a missing one is None.

    Args:
        edition: the tables.
        name: the table.
        entities: only rows of these entities.
    """
    table = arrow_table(edition, name)
    if entities is not None:
        table = table.filter(pc.is_in(table["entity_id"], pa.array(sorted(entities), pa.string())))
    columns = plain_columns(table)
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def arrow_schema(described: dict[str, Any]) -> pa.Schema:
    """The Arrow schema of a table, from its description in the descriptor."""
    fields = [
        pa.field(
            field["name"],
            _TYPES[logical_type(field)],
            nullable=not field.get("constraints", {}).get("required", False),
            metadata={"title": field["title"], "description": field["description"]},
        )
        for field in described["schema"]["fields"]
    ]
    about = {"title": described["title"], "description": described["description"]}
    return pa.schema(fields, metadata=about)
