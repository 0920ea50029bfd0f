"""Of the real data: the world on a day, and what a version knew about it."""

from __future__ import annotations

from functools import cache

import pandas as pd
import pytest

import sanctions_data as sd
from sanctions_data.history.versions import History
from sanctions_data.tables.location import root_folder


def on_belavia(day: str) -> set[tuple[str, str]]:
    party = sd.lookup("Belavia", on=day).party
    assert party is not None
    under = party.measures
    assert set(under["day_status"]) == {"in_force"}
    return set(zip(under["authority_id"], under["measure_type"], strict=True))


# States that aligned themselves with the EU in June 2021, and those that acted by themselves.
ALIGNED = ("al", "is", "li", "me", "mk", "no", "rs")
# The list of travel bans prints one for the airline, which nobody can turn back at a border.
ALWAYS = {("eu", "asset_freeze"), ("eu", "travel_ban_on_organisation")} | {
    (state, "flight_restriction") for state in ("ca", "ch", "eu", "gb", "ua", *ALIGNED)
}


@pytest.mark.parametrize(
    ("day", "freeze_of_the_us"),
    [
        pytest.param("2023-08-08", False, id="day before the designation"),
        pytest.param("2023-08-09", True, id="day of the designation"),
        pytest.param("2024-06-01", True, id="under a denial order whose end was not read"),
        pytest.param("2025-09-15", True, id="after a licence that papers took for the end"),
        pytest.param("2025-11-03", True, id="last day on the list"),
        pytest.param("2025-11-04", False, id="day of the removal"),
        pytest.param("2025-11-05", False, id="day after the removal"),
    ],
)
def test_belavia(day: str, freeze_of_the_us: bool) -> None:
    freeze = {("us-ofac", "asset_freeze")} if freeze_of_the_us else set()
    # US denial orders ran from June 2022 to December 2024; neither day of the last one was read.
    order = {("us-bis", "flight_restriction")} if day < "2024" else set()
    assert on_belavia(day) == ALWAYS | freeze | order
    perhaps = sd.lookup("Belavia", on=day).party.undecided
    assert ("us-bis" in set(perhaps["authority_id"])) is (day < "2025")


def test_what_cannot_be_told_stands_apart() -> None:
    """The entry is older than the programme that it was found under in January 2018."""
    party = sd.lookup("Semenova, Olena Yurevna", on="2015-06-01").party
    assert party is not None
    assert "us-ofac" not in set(party.measures["authority_id"])
    assert set(party.undecided["authority_id"]) == {"us-ofac"}
    assert set(party.undecided["measure_type"]) == {"asset_freeze", "travel_ban"}


@pytest.mark.parametrize("list_id", ["gb-fcdo", "un-sc", "us-ofac-sdn"])
def test_no_day_of_a_snapshot_contradicts_it(list_id: str) -> None:
    """An entry that a whole list has not is under no measure by it for sure, and one it has is."""
    listings = sd.load("listings")
    listings = listings[listings["list_id"] == list_id].set_index("listing_id")
    sources = sd.load("sources")
    known, sightings = sd.measures(), sd.load("sightings")
    whole = sources["completeness"].isin(["complete", "lacks_details"])
    for day in sources.loc[(sources["list_id"] == list_id) & whole, "published_on"]:
        found = sd.measures(day, undecided="include")
        under = set(found["listing_id"])
        on_it = (listings["first_seen"] <= day) & ~(listings["delisted_on"] <= day)
        # A copy of the list may be some days older than its name; others saw these by that day.
        seen = set(sightings.loc[sightings["first_seen"] <= day, "listing_id"])
        later = set(listings.index[~on_it & (listings["first_seen"] > day)])
        assert not under & later - seen
        assert len(under & later) <= 10
        sure = set(found.loc[found["day_status"] == "in_force", "listing_id"])
        first_seen = set(listings.index[listings["first_seen"] == day])
        imposed = set(known.loc[known["first_seen"] == day, "listing_id"]) & first_seen
        assert imposed <= sure


@cache
def only(a: str, b: str, day: str) -> set[str]:
    return set(sd.compare(a, b, on=day)["entity_id"])


def test_compare_is_the_plain_difference_of_the_measures_of_the_day() -> None:
    us, eu, perhaps_eu = (
        set(zip(of["entity_id"], of["measure_type"], strict=True))
        for of in (
            sd.measures("2026-08-01", authority="us-ofac"),
            sd.measures("2026-08-01", authority="eu"),
            sd.measures("2026-08-01", authority="eu", undecided="include"),
        )
    )
    shared = {entity_id for entity_id, _ in us & eu}
    perhaps = {entity_id for entity_id, _ in us & perhaps_eu}
    assert only("us-ofac", "eu", "2026-08-01") == {entity_id for entity_id, _ in us} - perhaps
    assert {"iran-air", "mahan-air", "irisl"} <= shared


@pytest.mark.parametrize(
    ("party", "day", "only_us", "only_eu"),
    [
        # The US froze its assets in 2018, the EU on 14 October 2024.
        pytest.param("iran-air", "2024-10-13", True, False, id="EU not yet"),
        pytest.param("iran-air", "2026-08-01", False, False, id="both"),
        # The EU froze its assets by December 2021, the US from August 2023 to November 2025.
        pytest.param("belavia", "2024-10-13", False, False, id="both, before the licence"),
        pytest.param("belavia", "2026-08-01", False, True, id="US no longer"),
    ],
)
def test_compare_knows_the_day(party: str, day: str, only_us: bool, only_eu: bool) -> None:
    assert (party in only("us-ofac", "eu", day)) is only_us
    assert (party in only("eu", "us-ofac", day)) is only_eu


def under_un_iran(version: str, day: str) -> pd.DataFrame:
    return sd.measures(on=day, authority="un-sc", programme="un-sc-iran", version=version)


def test_day_and_version_combine() -> None:
    """The measures of the UN on Iran came back on 28 September 2025, and are on a list since."""
    before, after = "2025.6.0", "2026.2.0"
    assert {before, after} <= set(History(root_folder()).versions)
    assert under_un_iran(before, "2025-10-01").empty
    assert under_un_iran(after, "2025-09-27").empty
    assert len(under_un_iran(after, "2025-10-01")) > 100
