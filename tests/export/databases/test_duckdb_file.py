"""DuckDB: types, keys that hold, and a comment on every table and column."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from sanctions_data.export.databases.duckdb_file import FILE, write_duckdb
from sanctions_data.query.edition import Edition
from sanctions_data.schema import TABLES


@pytest.fixture
def database(edition: Edition, out: Path) -> Iterator[Any]:
    write_duckdb(edition, out)
    with duckdb.connect(str(out / FILE), read_only=True) as connection:
        yield connection


def test_every_table_and_column_has_its_comment(database: Any) -> None:
    tables = dict(database.execute("SELECT table_name, comment FROM duckdb_tables()").fetchall())
    assert tables == {name: table.description for name, table in TABLES.items()}
    query = "SELECT column_name, comment FROM duckdb_columns() WHERE table_name = 'travel_bans'"
    columns = dict(database.execute(query).fetchall())
    assert columns == {c.name: c.description for c in TABLES["travel_bans"].columns}


def test_keys_and_references_are_declared(database: Any) -> None:
    query = (
        "SELECT constraint_type, count(*) FROM duckdb_constraints() "
        "WHERE table_name = 'asset_freezes' GROUP BY ALL"
    )
    counts = dict(database.execute(query).fetchall())
    assert counts["PRIMARY KEY"] == 1
    assert counts["FOREIGN KEY"] == 8


def test_views_answer_in_words_and_days(database: Any) -> None:
    query = "SELECT party, start_date FROM measures_in_words WHERE measure_type = 'asset_freeze'"
    assert database.execute(query).fetchall() == [("Iran Air", date(2024, 11, 18))]


def entities(edition: Edition, *rows: str) -> None:
    with (edition.base / "data" / "entities.csv").open("a", encoding="utf-8") as handle:
        handle.writelines(f"{row}\n" for row in rows)


def test_rows_may_refer_to_later_rows_of_their_table(edition: Edition, out: Path) -> None:
    entities(edition, "x-1,person,X,,x-2,", "x-2,person,X,,x-3,", "x-3,person,X,,,")
    write_duckdb(edition, out)
    with duckdb.connect(str(out / FILE), read_only=True) as connection:
        query = "SELECT entity_id, merged_into FROM entities WHERE name = 'X' ORDER BY entity_id"
        found = connection.execute(query).fetchall()
    assert found == [("x-1", "x-2"), ("x-2", "x-3"), ("x-3", None)]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(["x-1,person,X,,no-one,"], id="a row that is not there"),
        pytest.param(["x-1,person,X,,x-2,", "x-2,person,X,,x-1,"], id="a circle"),
    ],
)
def test_rows_that_lead_nowhere_are_no_export(edition: Edition, out: Path, rows: list[str]) -> None:
    entities(edition, *rows)
    with pytest.raises(ValueError, match=f"{len(rows)} rows of entities name a merged_into"):
        write_duckdb(edition, out)
