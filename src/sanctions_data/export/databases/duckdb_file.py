"""DuckDB: one file with types, keys, views, and a comment on every table and column."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sanctions_data.export.arrow_tables import arrow_table, table_names
from sanctions_data.export.databases.database_schema import create_table, views
from sanctions_data.query.edition import Edition
from sanctions_data.schema.descriptor import resource

FILE = "sanctions-data.duckdb"


def write_duckdb(edition: Edition, folder: Path) -> None:
    """Write ``sanctions-data.duckdb``.

    DuckDB itself decides what bytes it writes: two files with the same rows may differ, but
    every table, view and comment in them is the same.

    Raises:
        duckdb.ConstraintException: a row breaks a key, so the tables do not hold together.
    """
    import duckdb

    names = table_names(edition)
    with duckdb.connect(str(folder / FILE), config={"threads": 1}) as database:
        for name in _referred_first(edition, names):
            described = resource(name, edition.base)
            database.execute(create_table(described, comments=False))
            database.register("rows", arrow_table(edition, name))
            _insert_rows(database, described)
            database.unregister("rows")
            _comment_on(database, described)
        for view in views(edition, names):
            database.execute(f"CREATE VIEW {view.name} AS {view.query}")
            database.execute(f"COMMENT ON VIEW {view.name} IS {_text(view.description)}")


def _referred_first(edition: Edition, names: list[str]) -> list[str]:
    """The tables in an order in which each comes after those that it refers to."""
    order: list[str] = []

    def add(name: str) -> None:
        if name in order:
            return
        for key in resource(name, edition.base)["schema"].get("foreignKeys", ()):
            if key["reference"]["resource"]:
                add(key["reference"]["resource"])
        order.append(name)

    for name in names:
        add(name)
    return order


def _insert_rows(database: Any, described: dict[str, Any]) -> None:
    """Insert ``rows``; those that refer to another row of their table come after it."""
    name, (key, *_) = described["name"], described["schema"]["primaryKey"]
    own = [
        each["fields"][0]
        for each in described["schema"].get("foreignKeys", ())
        if not each["reference"]["resource"]
    ]
    if not own:
        database.execute(f'INSERT INTO "{name}" SELECT * FROM rows')
        return
    (column,) = own
    known, left = "FALSE", 0
    while (count := _count_left(database, name, key)) != left:
        left = count
        database.execute(
            f'INSERT INTO "{name}" SELECT * FROM rows WHERE "{key}" NOT IN '
            f'(SELECT "{key}" FROM "{name}") AND ("{column}" IS NULL OR {known})'
        )
        known = f'"{column}" IN (SELECT "{key}" FROM "{name}")'
    if left:
        raise ValueError(
            f"{left} rows of {name} name a {column} that is no row, or go round in a circle; run "
            "'sanctions-data validate'"
        )


def _count_left(database: Any, name: str, key: str) -> int:
    query = f'SELECT count(*) FROM rows WHERE "{key}" NOT IN (SELECT "{key}" FROM "{name}")'
    ((count,),) = database.execute(query).fetchall()
    return int(count)


def _comment_on(database: Any, described: dict[str, Any]) -> None:
    name = described["name"]
    database.execute(f'COMMENT ON TABLE "{name}" IS {_text(described["description"])}')
    for field in described["schema"]["fields"]:
        database.execute(
            f'COMMENT ON COLUMN "{name}"."{field["name"]}" IS {_text(field["description"])}'
        )


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
