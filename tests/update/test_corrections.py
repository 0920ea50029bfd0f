"""A correction survives the next import, and says when it is no longer needed."""

from __future__ import annotations

import pytest

from sanctions_data.tables.store import Store
from sanctions_data.update.corrections import put_on, take_off


@pytest.fixture
def corrected() -> Store:
    store = Store()
    store.put("asset_freezes", {"measure_id": "m1", "start_date": "2020-01-01"})
    store.put(
        "corrections",
        {
            "table": "asset_freezes", "row_key": "m1", "column": "start_date",
            "imported_value": "2020-01-01", "corrected_value": "2018-11-05",
        },
    )  # fmt: skip
    return store


def start(store: Store) -> str:
    return (store.get("asset_freezes", "m1") or {})["start_date"]


def test_put_on_and_take_off(corrected: Store) -> None:
    assert put_on(corrected) == []
    assert start(corrected) == "2018-11-05"
    take_off(corrected)
    assert start(corrected) == "2020-01-01"


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        pytest.param("2018-11-05", "drop the correction", id="the list has caught up"),
        pytest.param("2019-01-01", "look again", id="the list says a third thing"),
    ],
)
def test_finding(corrected: Store, printed: str, said: str) -> None:
    corrected.put("asset_freezes", {"measure_id": "m1", "start_date": printed})
    (finding,) = put_on(corrected)
    assert said in finding
    assert start(corrected) == "2018-11-05"


def test_missing_row_is_told() -> None:
    store = Store()
    store.put("corrections", {"table": "asset_freezes", "row_key": "m9", "column": "note"})
    (finding,) = put_on(store)
    assert "no such row" in finding
