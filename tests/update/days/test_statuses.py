"""A measure with an end of its own ends on that day, whether or not its list is imported."""

from __future__ import annotations

import pytest

from sanctions_data.tables.store import Store
from sanctions_data.update.days.statuses import bring_up_to_date


@pytest.mark.parametrize(
    ("today", "status"),
    [
        pytest.param("2026-10-01", "ended", id="the day is past"),
        pytest.param("2026-09-26", "ended", id="the day itself: the end is the first day after"),
        pytest.param("2026-09-25", "in_force", id="the day before"),
    ],
)
def test_status(today: str, status: str) -> None:
    store = Store()
    store.put("sources", {"source_id": "a-list", "published_on": today})
    store.put(
        "flight_restrictions",
        {"measure_id": "order", "status": "in_force", "end_date": "2026-09-26"},
    )
    store.put("asset_freezes", {"measure_id": "open", "status": "in_force"})
    assert bring_up_to_date(store) == (status == "ended")
    assert (store.get("flight_restrictions", "order") or {})["status"] == status
    assert (store.get("asset_freezes", "open") or {})["status"] == "in_force"
