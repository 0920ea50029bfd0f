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
    return set(zip(under["authority_id"], under["measure_type"], strict=True))


# States that aligned themselves with the EU in June 2021, and those that acted by themselves.
ALIGNED = ("al", "is", "li", "me", "mk", "no", "rs")
ALWAYS = {("eu", "asset_freeze")} | {
    (state, "flight_restriction") for state in ("ca", "ch", "eu", "gb", "ua", *ALIGNED)
}


@pytest.mark.parametrize(
    ("day", "freeze_of_the_us"),
    [
        pytest.param("2023-08-08", False, id="day before the designation"),
        pytest.param("2023-08-09", True, id="day of the designation"),
        pytest.param("2025-09-15", True, id="after a licence that papers took for the end"),
        pytest.param("2025-11-03", True, id="last day on the list"),
        pytest.param("2025-11-04", False, id="day of the removal"),
        pytest.param("2025-11-05", False, id="day after the removal"),
    ],
)
def test_belavia(day: str, freeze_of_the_us: bool) -> None:
    freeze = {("us-ofac", "asset_freeze")} if freeze_of_the_us else set()
    # A US denial order ran from June 2022 to December 2024.
    order = {("us-bis", "flight_restriction")} if day < "2024" else set()
    assert on_belavia(day) == ALWAYS | freeze | order


def test_the_bound_of_a_start_is_marked() -> None:
    party = sd.lookup("Belavia", on="2025-09-15").party
    assert party is not None
    certainty = party.measures.set_index(["authority_id", "measure_type"])["certainty"]
    assert certainty["eu", "asset_freeze"] == "bounded"
    assert certainty["us-ofac", "asset_freeze"] == "exact"


@cache
def only(a: str, b: str, day: str) -> set[str]:
    return set(sd.compare(a, b, on=day)["entity_id"])


def test_compare_is_the_plain_difference_of_the_measures_of_the_day() -> None:
    every = sd.measures(on="2026-08-01", authority=["us-ofac", "eu"])
    us, eu = (
        set(zip(of["entity_id"], of["measure_type"], strict=True))
        for of in (every[every["authority_id"] == each] for each in ("us-ofac", "eu"))
    )
    shared = {entity_id for entity_id, _ in us & eu}
    assert only("us-ofac", "eu", "2026-08-01") == {entity_id for entity_id, _ in us} - shared
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
    before, after = History(root_folder()).versions[:2]
    assert (before, after) == ("2025.6.0", "2026.2.0")
    assert under_un_iran(before, "2025-10-01").empty
    assert under_un_iran(after, "2025-09-27").empty
    assert len(under_un_iran(after, "2025-10-01")) > 100
