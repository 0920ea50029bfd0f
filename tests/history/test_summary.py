"""A difference for a person: who added, ended, corrected and moved how much."""

from __future__ import annotations

import pandas as pd

from sanctions_data.history.diff import COLUMNS
from sanctions_data.history.summary import KINDS, measures_by_programme, other_tables


def difference(*rows: str) -> pd.DataFrame:
    cells = [dict(zip(("table", "row_key", "action", "column", "authority_id", "programme_id"),
                      row.split(), strict=False)) for row in rows]  # fmt: skip
    return pd.DataFrame(cells, columns=COLUMNS, dtype="str").fillna("")


FOUND = difference(
    "travel_bans 1 added * gb gb-rus",
    "asset_freezes 1 added * gb gb-rus",
    "travel_bans 2 ended end_date gb gb-iran",
    "travel_bans 3 changed entity_id gb gb-rus",
    "travel_bans 4 changed entity_id gb gb-rus",
    "travel_bans 4 changed start_date gb gb-rus",
    "flight_restrictions 5 removed * fr",
    "sources 6 changed sha256",
    "entities 7 added *",
    "entities 8 changed name",
    "entities 8 changed country",
)


def test_measures_by_authority_and_programme() -> None:
    counted = measures_by_programme(FOUND)
    assert list(counted.columns) == KINDS
    assert {key: list(row) for key, row in counted.iterrows()} == {
        ("fr", ""): [0, 0, 0, 0, 1],
        ("gb", "gb-rus"): [2, 0, 1, 1, 0],
        ("gb", "gb-iran"): [0, 1, 0, 0, 0],
    }
    assert list(counted.index) == [("fr", ""), ("gb", "gb-rus"), ("gb", "gb-iran")]


def test_rows_of_other_tables() -> None:
    counted = other_tables(FOUND)
    assert {name: list(row) for name, row in counted.iterrows()} == {
        "entities": [1, 1, 0],
        "sources": [0, 1, 0],
    }


def test_of_no_difference() -> None:
    assert measures_by_programme(FOUND.iloc[:0]).empty
    assert other_tables(FOUND.iloc[:0]).empty
