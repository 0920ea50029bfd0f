"""Flat files of vessels and aircraft: the numbers by which they are known, a row each."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from sanctions_data.export.parties.flat_craft import write_aircraft, write_vessels
from sanctions_data.query.edition import Edition

ROWS = {
    "entities": ["x-ship,vessel,X SHIP,,,", "x-plane,aircraft,EP-XYZ,,,"],
    "entity_names": ["x-ship,OLD SHIP,gb-fcdo,former,Latn"],
    "entity_identifiers": [
        "x-ship,imo_number,9481910,gb-fcdo,,",
        "x-plane,aircraft_registration,EP-XYZ,gb-fcdo,,",
        "x-plane,aircraft_msn,123,gb-fcdo,,",
    ],
    "entity_attributes": [
        "x-ship,flag,IR,gb-fcdo", "x-ship,flag,PA,gb-fcdo", "x-plane,aircraft_model,A340,gb-fcdo",
    ],
    "listings": ["gb-x,gb-fcdo,X,x-ship,new,X SHIP,,unknown,,,2026-08-22,gb-fcdo-2026-08-22"],
}  # fmt: skip


@pytest.fixture
def craft(edition: Edition) -> Edition:
    for table, rows in ROWS.items():
        with (edition.base / "data" / f"{table}.csv").open("a", encoding="utf-8") as handle:
            handle.writelines(f"{row}\n" for row in rows)
    return edition


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def test_a_vessel(craft: Edition, out: Path) -> None:
    write_vessels(craft, out)
    (row,) = rows_of(out / "vessels.csv")
    told = {name: cell for name, cell in row.items() if cell}
    assert told == {
        "entity_id": "x-ship", "name": "X SHIP", "other_names": "OLD SHIP",
        "imo_number": "9481910", "flag": "IR;PA", "lists": "gb-fcdo",
        "first_seen": "2026-08-22", "in_force": "false",
    }  # fmt: skip


def test_an_aircraft_without_a_listing(craft: Edition, out: Path) -> None:
    write_aircraft(craft, out)
    (row,) = rows_of(out / "aircraft.csv")
    told = {name: cell for name, cell in row.items() if cell}
    assert told == {
        "entity_id": "x-plane", "name": "EP-XYZ", "aircraft_registration": "EP-XYZ",
        "aircraft_msn": "123", "aircraft_model": "A340", "in_force": "false",
    }  # fmt: skip


def test_without_any_there_is_the_header(edition: Edition, out: Path) -> None:
    write_vessels(edition, out)
    assert rows_of(out / "vessels.csv") == []
    assert (out / "vessels.csv").read_text().startswith("entity_id,name,other_names,imo_number,")
