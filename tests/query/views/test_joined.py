"""A view has every row once, with names in place of keys."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
from tests.small_data import small_data, store

import sanctions_data as sd

__all__ = ["small_data", "store"]


def edit(root: Path, table: str, key: str, column: str, cell: str) -> None:
    path = root / "data" / f"{table}.csv"
    rows = pd.read_csv(path, dtype=str, keep_default_na=False)
    rows.loc[rows.iloc[:, 0] == key, column] = cell
    rows.to_csv(path, index=False, lineterminator="\n")


def test_measures_are_spelled_out(small_data: Path) -> None:
    edit(small_data, "entities", "iran-air", "country", "IR")
    edit(small_data, "authorities", "gb", "name", "The Kingdom")
    found = sd.view("measures", root=small_data).set_index("measure_id")
    row = found.loc["gb-flight-restriction-1"]
    assert (row["party"], row["party_kind"], row["country"]) == ("Iran Air", "organisation", "Iran")
    assert (row["authority"], row["restriction"]) == ("The Kingdom", "overflight")
    assert row["act_url"] == "https://example.org/act"


def test_each_measure_has_one_row(small_data: Path) -> None:
    every = sd.measures(root=small_data)
    found = sd.view("measures", root=small_data)
    assert found["measure_id"].tolist() == every["measure_id"].tolist()
    assert found.index.is_unique


def test_what_is_missing_stays_missing(small_data: Path) -> None:
    found = sd.view("measures", root=small_data).set_index("measure_id")
    assert found.loc["gb-travel-ban-1", ["country", "restriction", "programme"]].isna().all()


def test_parties_tell_how_much_is_imposed(small_data: Path) -> None:
    edit(small_data, "asset_freezes", "gb-asset-freeze-1", "status", "ended")
    found = sd.view("parties", root=small_data).set_index("entity_id")
    counts = ["measures", "in_force", "authorities_in_force"]
    assert found.loc["iran-air", counts].tolist() == [3, 2, 1]
    assert found.loc["ada-example", counts].tolist() == [1, 1, 1]


def test_a_party_that_was_merged_has_no_row(small_data: Path) -> None:
    edit(small_data, "entities", "ada-example", "merged_into", "iran-air")
    assert sd.view("parties", root=small_data)["entity_id"].tolist() == ["iran-air"]


def test_a_party_without_a_measure_has_its_row(small_data: Path) -> None:
    edit(small_data, "travel_bans", "gb-travel-ban-1", "entity_id", "iran-air")
    found = sd.view("parties", root=small_data).set_index("entity_id")
    assert found.loc["ada-example", ["measures", "in_force"]].tolist() == [0, 0]
