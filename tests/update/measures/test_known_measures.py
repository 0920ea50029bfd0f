"""What is known of a listing when an older file of its list is read again."""

from __future__ import annotations

from datetime import date

import pytest
from tests.small_data import fill_store

from sanctions_data.tables.store import Store
from sanctions_data.update.measures.known_measures import KnownMeasures
from sanctions_data.update.terms.imposed import Imposed

ENDED = {
    "measure_id": "a-ban", "measure_type": "travel_ban", "listing_id": "eu-fsf-a",
    "programme_id": "eu-som", "status": "ended", "start_date": "2020-01-01",
    "end_date": "2024-05-01", "end_precision": "on_or_before",
}  # fmt: skip


@pytest.mark.parametrize(
    ("day", "changed", "is_over"),
    [
        pytest.param("2022-09-13", {}, True, id="an older file"),
        pytest.param("2024-05-01", {}, False, id="a file of the last day"),
        pytest.param("2025-01-01", {}, False, id="a newer file"),
        pytest.param("2022-09-13", {"programme_id": ""}, True, id="no programme is printed"),
        pytest.param("2022-09-13", {"programme_id": "eu-lby"}, False, id="another programme"),
        pytest.param("2022-09-13", {"measure_type": "asset_freeze"}, False, id="another kind"),
        pytest.param("2022-09-13", {"end": date(2024, 5, 1)}, False, id="it states its own end"),
    ],
)
def test_what_has_ended_since(day: str, changed: dict[str, object], *, is_over: bool) -> None:
    store = fill_store(Store())
    store.put("listings", {"listing_id": "eu-fsf-a", "list_id": "eu-fsf", "entry_ref": "a"})
    store.put("travel_bans", ENDED)
    said = {"measure_type": "travel_ban", "programme_id": "eu-som", "instrument_id": ""} | changed
    measure = Imposed(
        basis="stated", rule_id="", evidence="primary", start=None, start_precision="unknown",
        is_day_of_entry=False,
        **said,  # type: ignore[arg-type]
    )  # fmt: skip
    known = KnownMeasures(store, "eu-fsf")
    assert known.ended_after("eu-fsf-a", measure, day) is is_over
