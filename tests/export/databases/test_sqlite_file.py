"""SQLite: keys that hold, views that answer, and words on everything."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from sanctions_data.export.databases.sqlite_file import FILE, write_sqlite
from sanctions_data.query.edition import Edition
from sanctions_data.schema import TABLES


@pytest.fixture
def database(edition: Edition, out: Path) -> Iterator[sqlite3.Connection]:
    write_sqlite(edition, out)
    with closing(sqlite3.connect(out / FILE)) as connection:
        yield connection


def test_every_table_is_there_with_its_key(database: sqlite3.Connection) -> None:
    for name, table in TABLES.items():
        columns = database.execute(f"PRAGMA table_info({name})").fetchall()
        assert [row[1] for row in columns] == table.header
        key = {row[5]: row[1] for row in columns if row[5]}
        assert tuple(key[place] for place in sorted(key)) == table.key


def test_references_are_declared_and_hold(database: sqlite3.Connection) -> None:
    declared = {row[2:5] for row in database.execute("PRAGMA foreign_key_list(asset_freezes)")}
    assert ("entities", "entity_id", "entity_id") in declared
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_row_without_its_key_is_refused(database: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="NOT NULL constraint failed"):
        database.execute("INSERT INTO lists (title) VALUES ('x')")


def test_the_statement_says_what_each_column_is(database: sqlite3.Connection) -> None:
    query = "SELECT sql FROM sqlite_master WHERE name = 'travel_bans'"
    (statement,) = database.execute(query).fetchone()
    for column in TABLES["travel_bans"].columns:
        assert f"-- {column.description}\n" in statement


def test_views_spell_out_what_a_measure_is(database: sqlite3.Connection) -> None:
    database.row_factory = sqlite3.Row
    rows = database.execute("SELECT * FROM measures_in_words ORDER BY measure_id").fetchall()
    assert len(rows) == 4
    assert {row["party"] for row in rows} == {"Anna Person", "Iran Air"}
    assert rows[0]["authority"] == "The United Kingdom"
    assert rows[0]["start_date"] == "2024-11-18"
    assert database.execute("SELECT count(*) FROM parties").fetchone()[0] == 2


def test_tables_that_do_not_hold_together_are_no_export(edition: Edition, out: Path) -> None:
    path = edition.base / "data" / "entity_names.csv"
    path.write_text(path.read_text().replace("\niran-air,", "\nno-such-party,"))
    with pytest.raises(sqlite3.IntegrityError, match="a row of entity_names refers to a row that"):
        write_sqlite(edition, out)
