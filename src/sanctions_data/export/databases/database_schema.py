"""The tables as SQL says them: keys, references, views, and what each table and column is.

SQLite and DuckDB both read it; each adds what it alone can.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sanctions_data.query.edition import Edition
from sanctions_data.query.measures import measure_tables

SQL_TYPES = {"string": "VARCHAR", "date": "DATE", "boolean": "BOOLEAN", "integer": "BIGINT"}
# Columns by which people look for rows in tables whose key begins with another.
LOOKED_UP = ("entity_id", "listing_id", "name")


@dataclass(frozen=True)
class View:
    """A view: its name, its query, and what one row is."""

    name: str
    query: str
    description: str


def views(edition: Edition, tables: list[str]) -> list[View]:
    """The views of a database that has these tables.

    ``measures`` has the columns that all tables of measures have; ``measures_in_words`` spells
    out their codes; ``parties`` leaves out those who were found to be another party.
    """
    of_measures = [name for name in measure_tables(edition.base) if name in tables]
    return [
        View("measures", _union(edition, of_measures), "A measure of any kind."),
        View(
            "measures_in_words",
            "SELECT m.*, e.name AS party, e.kind AS party_kind, a.name AS authority, "
            "t.title AS measure, i.title AS act, i.number AS act_number, i.url AS act_url, "
            "s.title AS source, s.url AS source_url FROM measures m "
            "JOIN entities e USING (entity_id) JOIN authorities a USING (authority_id) "
            "JOIN measure_types t USING (measure_type) "
            "LEFT JOIN instruments i USING (instrument_id) "
            "JOIN sources s ON s.source_id = m.source_id",
            "A measure with its party, authority, act and source by name.",
        ),
        View(
            "parties",
            "SELECT entity_id, kind, name, country FROM entities WHERE merged_into IS NULL",
            "A party that was not found to be another one.",
        ),
    ]


def _union(edition: Edition, tables: list[str]) -> str:
    headers = [list(edition.load(name).columns) for name in tables]
    common = [column for column in headers[0] if all(column in header for header in headers)]
    return " UNION ALL ".join(f"SELECT {', '.join(common)} FROM {name}" for name in tables)


def create_table(described: dict[str, Any], *, comments: bool) -> str:
    """The statement that creates a table with its keys.

    Args:
        described: the description of the table in the descriptor.
        comments: say in the statement itself what the table and each column is, for a database
            that has no other place for it.

    Example:
        >>> from sanctions_data.schema.descriptor import resource
        >>> print(create_table(resource("measure_types", Edition().base), comments=False)[:28])
        CREATE TABLE "measure_types"
    """
    schema = described["schema"]
    lines = [(_column(field), str(field["description"])) for field in schema["fields"]]
    lines.append((f"PRIMARY KEY ({_names(schema['primaryKey'])})", ""))
    for key in schema.get("foreignKeys", ()):
        reference = key["reference"]
        target = f'"{reference["resource"] or described["name"]}" ({_names(reference["fields"])})'
        lines.append((f"FOREIGN KEY ({_names(key['fields'])}) REFERENCES {target}", ""))
    body = [f"-- {described['description']}"] if comments else []
    for place, (definition, about) in enumerate(lines, 1):
        # A comment ends with the line, so the comma stands before it.
        comma = "," if place < len(lines) else ""
        body.append(f"  {definition}{comma}" + (f" -- {about}" if comments and about else ""))
    return f'CREATE TABLE "{described["name"]}" (\n' + "\n".join(body) + "\n)"


def _column(field: dict[str, Any]) -> str:
    required = " NOT NULL" if field.get("constraints", {}).get("required") else ""
    return f'"{field["name"]}" {SQL_TYPES[field["type"]]}{required}'


def _names(columns: list[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)
