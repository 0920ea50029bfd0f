"""The day that a list prints for an entry, held against what was seen of the entry."""

from __future__ import annotations

from datetime import date

import pytest

from sanctions_data.tables.store import Row, Store
from sanctions_data.update.days.start_limits import StartLimits
from sanctions_data.update.sources import earlier_of

LISTING = {"listing_id": "us-ofac-sdn-1", "first_seen": "2018-01-27", "listed_on": ""}
SNAPSHOTS = {
    "2018-01-27": ("complete", ""),
    "2022-01-31": ("complete", ""),
    "2025-12-24": ("lacks_details", "Kept from us-ofac-sdn-2022-01-31: measures."),
    "2026-07-24": ("complete", ""),
}


@pytest.fixture
def limits() -> StartLimits:
    store = Store()
    for day, (completeness, note) in SNAPSHOTS.items():
        store.put(
            "sources",
            {"source_id": f"us-ofac-sdn-{day}", "kind": "list_snapshot", "list_id": "us-ofac-sdn",
             "published_on": day, "sha256": "ab", "completeness": completeness, "note": note},
        )  # fmt: skip
    for first, gone in (("2017-05-01", ""), ("2011-01-01", "2014-01-01")):
        sighting = {"source_id": "h", "first_seen": first, "gone_on": gone}
        store.put("sightings", {"listing_id": "us-ofac-sdn-2", **sighting})
    return StartLimits(store, earlier_of(store, "us-ofac-sdn", "us-ofac-sdn-2026-08-20"))


def measure(first_seen: str, status: str = "in_force", programme: str = "sdgt") -> Row:
    return {"first_seen": first_seen, "status": status, "programme_id": programme}


@pytest.mark.parametrize(
    ("day", "rows", "fits"),
    [
        pytest.param("2014-05-02", ["2018-01-27"], True, id="seen after that day"),
        pytest.param("2018-01-27", ["2018-01-27"], True, id="seen on that day"),
        pytest.param("2020-05-02", ["2018-01-27"], False, id="seen before: a later listing"),
        pytest.param("2014-05-02", ["2022-01-31"], False, id="a programme that the entry lacked"),
        pytest.param("2021-05-02", ["2022-01-31"], True, id="added since it was lacking"),
        pytest.param("2023-05-02", ["2022-01-31"], False, id="the programme was seen before"),
        pytest.param("2014-05-02", [], False, id="new programme, and the last file lacked it"),
        pytest.param("2026-08-01", [], True, id="new programme, added since the last file"),
        pytest.param("2023-05-02", ["2026-07-24"], True, id="a file lacking programmes"),
        pytest.param("2020-05-02", ["2018-01-27", "2022-01-31"], False, id="the first one counts"),
    ],
)
def test_day_of_the_entry_as_that_of_a_programme(
    limits: StartLimits, day: str, rows: list[str], fits: bool
) -> None:
    known = [measure("2018-01-27", programme="other"), *map(measure, rows)]
    assert limits.fits(LISTING, known, "sdgt", date.fromisoformat(day), "2026-08-20") is fits


@pytest.mark.parametrize(
    ("day", "fits"),
    [
        pytest.param("2017-05-02", False, id="the list lacked it since: it was listed again"),
        pytest.param("2021-05-02", True, id="listed since the list lacked it"),
        pytest.param("2022-05-02", False, id="it was seen before"),
    ],
)
def test_day_of_an_entry_that_an_earlier_file_lacks(
    limits: StartLimits, day: str, fits: bool
) -> None:
    listing = {**LISTING, "first_seen": "2022-01-31"}
    known = [measure("2022-01-31")]
    assert limits.fits(listing, known, "sdgt", date.fromisoformat(day), "2026-08-20") is fits


def test_no_day_and_what_is_announced_fit(limits: StartLimits) -> None:
    assert limits.fits(LISTING, [measure("2018-01-27")], "sdgt", None, "2026-08-20")
    announced = [measure("2018-01-27", "announced")]
    assert limits.fits(LISTING, announced, "sdgt", date(2030, 1, 1), "2026-08-20")


def test_row_without_programme_may_be_under_any(limits: StartLimits) -> None:
    known, listing = [measure("2025-12-24", programme="")], {**LISTING, "first_seen": "2025-12-24"}
    assert limits.fits(listing, known, "sdgt", date(2025, 1, 15), "2026-07-24")
    assert not limits.fits(listing, known, "sdgt", date(2026, 1, 15), "2026-07-24")


def test_first_day_is_that_of_the_sighting_without_a_gap(limits: StartLimits) -> None:
    assert limits.seen_on(LISTING) == "2018-01-27"
    assert limits.seen_on({**LISTING, "listing_id": "us-ofac-sdn-2"}) == "2017-05-01"


@pytest.mark.parametrize(
    ("listed_on", "printed", "bounded"),
    [
        pytest.param("", "2014-05-02", ("2014-05-02", "day"), id="before it was seen"),
        pytest.param("", "2020-05-02", ("2018-01-27", "on_or_before"), id="after it was seen"),
        pytest.param("2019-01-01", "2020-05-02", ("2020-05-02", "day"), id="announced, and moved"),
    ],
)
def test_day_of_listing(
    limits: StartLimits, listed_on: str, printed: str, bounded: tuple[str, str]
) -> None:
    assert limits.bounded({**LISTING, "listed_on": listed_on}, (printed, "day")) == bounded
