"""SQLite: one file with keys, views and, in the statements that made it, what everything is."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sanctions_data.export.arrow_tables import arrow_table, plain_columns, table_names
from sanctions_data.export.databases.database_schema import LOOKED_UP, create_table, views
from sanctions_data.query.edition import Edition
from sanctions_data.schema.descriptor import resource

FILE = "sanctions-data.sqlite"


def write_sqlite(edition: Edition, folder: Path) -> None:
    """Write ``sanctions-data.sqlite``; days are text such as ``2024-10-14``.

    What a table and a column is stands as a comment in ``.schema``. The same rows have the same
    bytes, by one version of SQLite.

    Raises:
        sqlite3.IntegrityError: a row breaks a key, so the tables do not hold together.
    """
    names = table_names(edition)
    # Nobody sees the file before it is whole, so nothing of it need survive a crash.
    with closing(sqlite3.connect(folder / FILE, isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        database.execute("BEGIN")
        for name in names:
            _fill_table(database, edition, name)
        for view in views(edition, names):
            database.execute(f"CREATE VIEW {view.name} AS -- {view.description}\n{view.query}")
        database.execute("COMMIT")
        if broken := database.execute("PRAGMA foreign_key_check").fetchone():
            raise sqlite3.IntegrityError(
                f"a row of {broken[0]} refers to a row that {broken[2]} has not; run "
                "'sanctions-data validate'"
            )


def _fill_table(database: sqlite3.Connection, edition: Edition, name: str) -> None:
    described = resource(name, edition.base)
    database.execute(f"{create_table(described, comments=True)} WITHOUT ROWID")
    columns = [field["name"] for field in described["schema"]["fields"]]
    marks = ", ".join("?" * len(columns))
    rows = zip(*plain_columns(arrow_table(edition, name)).values(), strict=True)
    database.executemany(f'INSERT INTO "{name}" VALUES ({marks})', rows)
    for column in LOOKED_UP:
        if column in columns and described["schema"]["primaryKey"] != [column]:
            database.execute(f'CREATE INDEX "{name}_{column}" ON "{name}" ("{column}")')
