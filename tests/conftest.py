"""Fixtures that several tests share."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd
import pytest

from sanctions_data.schema import TABLES, Column, Table
from sanctions_data.tables import lock
from sanctions_data.tables.canonical import canonical_bytes
from sanctions_data.tables.location import csv_path
from sanctions_data.tables.lock import locked

REPOSITORY = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("SANCTIONS_DATA_SHARED", REPOSITORY.parent / "shared"))
OFFICIAL_LISTS = SHARED / "official-lists"
REQUIRE_LISTS = "SANCTIONS_DATA_REQUIRE_LISTS"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave real lists to ``pytest -m full``: the suite is for everyone, and takes minutes."""
    for item in items:
        if "official_lists" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.full)


def pytest_collection_finish() -> None:
    """Spare the garbage collector the thousands of tests, which it would look through each time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def official_lists() -> Path:
    """Folder with the real snapshots of official lists.

    Without it the test is skipped, unless the environment variable
    ``SANCTIONS_DATA_REQUIRE_LISTS`` says that it must run.
    """
    if not OFFICIAL_LISTS.is_dir():
        reason = f"the real snapshots are not at {OFFICIAL_LISTS}"
        if os.environ.get(REQUIRE_LISTS):
            pytest.fail(f"{reason}, and {REQUIRE_LISTS} is set")
        pytest.skip(reason)
    return OFFICIAL_LISTS


@pytest.fixture
def example_tables() -> dict[str, pd.DataFrame]:
    """A small complete data set: each table with one row, made of the columns' examples."""
    return {
        name: pd.DataFrame(
            [{column.name: _example(table, column) for column in table.columns}],
            columns=table.header,
            dtype="str",
        )
        for name, table in TABLES.items()
    }


def _example(table: Table, column: Column) -> str:
    if column.reference is None:
        return column.example
    referred = TABLES[column.reference]
    return referred.column(referred.key[0]).example


@pytest.fixture
def sound_tables(example_tables: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """The example tables, fixed so that they break no rule across tables either."""
    kinds = {
        "travel_bans": "travel_ban",
        "asset_freezes": "asset_freeze",
        "flight_restrictions": "flight_restriction",
        "other_measures": "trust_services",
    }
    tables = dict(example_tables)
    tables["measure_types"] = pd.concat(
        [
            example_tables["measure_types"].assign(measure_type=kind, table=table)
            for table, kind in kinds.items()
        ],
        ignore_index=True,
    )
    person = example_tables["entities"].assign(
        entity_id="a-person", kind="person", name="Anna Person", merged_into=None
    )
    airline = example_tables["entities"].assign(merged_into=None)
    tables["entities"] = pd.concat([airline, person], ignore_index=True)
    for table, kind in kinds.items():
        tables[table] = tables[table].assign(
            measure_id=f"gb-fcdo-IRN0240-{kind.replace('_', '-')}",
            measure_type=kind,
            rule_id=None,
            end_date=None,
            end_precision=None,
            entity_id="a-person" if kind == "travel_ban" else "iran-air",
            listing_id=None if kind == "travel_ban" else "gb-fcdo-IRN0240",
        )
    tables["listings"] = tables["listings"].assign(delisted_on=None, delisted_precision=None)
    tables["releases"] = tables["releases"].assign(rows="1", sha256="1" * 64)
    named = tables["entity_names"]
    ours = {"entity_id": "a-person", "name": "Anna Person", "list_id": "curated"}
    tables["entity_names"] = pd.concat(
        [named, named.assign(**ours, name_type="primary")], ignore_index=True
    )
    tables["lists"] = pd.concat(
        [tables["lists"], tables["lists"].assign(list_id="curated", authority_id=None)],
        ignore_index=True,
    )
    tables["instruments"] = tables["instruments"].assign(
        adopted_on="2006-10-14", ended_on=None, replaces=None
    )
    tables["events"] = tables["events"].assign(part_of=None)
    tables["corrections"] = tables["corrections"].assign(
        row_key="gb-fcdo-IRN0240-asset-freeze", imported_value="2024-11-18"
    )
    # The example is of a person, that of the other tables of an airline.
    tables["entity_attributes"] = tables["entity_attributes"].assign(entity_id="a-person")
    tables["entity_identifiers"] = tables["entity_identifiers"].assign(currency=None)
    for table in ("source_terms", "programme_measures"):
        tables[table] = tables[table].assign(scope=None)
    return tables


def write_tables(folder: Path, tables: dict[str, pd.DataFrame]) -> Path:
    """Write tables as canonical CSVs and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, frame in tables.items():
        csv_path(folder, name).write_bytes(canonical_bytes(frame, TABLES[name].key))
    return folder


@pytest.fixture
def sound_folder(tmp_path: Path, sound_tables: dict[str, pd.DataFrame]) -> Path:
    """A data folder without an issue."""
    return write_tables(tmp_path / "data", sound_tables)


@pytest.fixture
def in_use(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Path], None]]:
    """Makes a folder one that another writer is changing, for which nobody waits long."""
    monkeypatch.setattr(lock, "WAIT", 0.05)
    may_end, threads = threading.Event(), []

    def hold(root: Path, is_held: threading.Event) -> None:
        with locked(root, "update"):
            is_held.set()
            may_end.wait(60)

    def start(root: Path) -> None:
        is_held = threading.Event()
        threads.append(threading.Thread(target=hold, args=(root, is_held)))
        threads[-1].start()
        assert is_held.wait(10)

    yield start
    may_end.set()
    for thread in threads:
        thread.join()
