"""The published parties: each is one, and each listing says why it is there."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from pathlib import Path

import pandas as pd
import pytest

from sanctions_data.identifiers.imo import has_ship_check_digit
from sanctions_data.names.fold import latin_key
from sanctions_data.tables.canonical import read_text

DATA = Path(__file__).resolve().parents[2] / "data"

# All listings of some parties, and a name that nobody else may have.
PARTIES = {
    "Iran Air": ["ca-gac-russia-1-part-2-654", "eu-fsf-EU.12241.0", "gb-fcdo-IRN0240",
                 "us-ofac-sdn-25237", "gb-hmt-conlist-16611"],
    "Mahan Air": [
        "ca-gac-iran-1-part-1-149", "eu-fsf-EU.12240.1", "us-ofac-sdn-12927",
        "us-bis-dpl-mahan-airways-2018-06-14", "us-bis-dpl-mahan-airways-2022-05-13",
        "us-bis-dpl-mahan-airways-2023-10-31"],
    "Islamic Republic of Iran Shipping Lines": [
        "eu-fsf-EU.12296.34", "eu-fsf-EU.13677.22", "gb-fcdo-IRN0241", "nz-mfat-ENT-480",
        "us-ofac-sdn-25396", "gb-hmt-conlist-16693"],
    "Mahmoud Ahmadinejad": ["us-ofac-sdn-44865"],
    "Viktor Anatolijevitch Bout": ["us-ofac-sdn-8279"],
    "Ramzan Akhmadovitch Kadyrov": [
        "au-dfat-2961", "ca-gac-russia-1-part-1-54", "eu-fsf-EU.226.40", "gb-fcdo-RUS0109",
        "jp-mof-29-29", "nz-mfat-IND-743", "us-ofac-sdn-23343", "eu-travel-bans-7405",
        "gb-hmt-conlist-13042"],
    "Air Koryo": ["us-ofac-sdn-20520"],
    "Conviasa": ["us-ofac-sdn-28230"],
    "Port Olya-3": ["ca-gac-russia-1.1-96", "gb-fcdo-RUS2311", "us-ofac-sdn-50585"],
    "Vladimir Vladimirovich Putin": [
        "au-dfat-6678", "ca-gac-russia-1-part-1-503", "eu-fsf-EU.7510.16", "gb-fcdo-RUS0251",
        "jp-mof-29-1", "nz-mfat-IND-1", "us-ofac-sdn-35096", "eu-travel-bans-135909",
        "gb-hmt-conlist-14196"],
    "Bashar Al-Assad": [
        "au-dfat-2241", "ca-gac-syria-part-2-1", "eu-fsf-EU.2437.5", "gb-fcdo-SYR0026",
        "jp-mof-24-1", "us-ofac-sdn-12735", "eu-travel-bans-6400", "gb-hmt-conlist-11928"],
}  # fmt: skip


@cache
def table(name: str) -> pd.DataFrame:
    return read_text(DATA / f"{name}.csv")


@pytest.mark.parametrize("name", PARTIES)
def test_party_is_one_with_the_listings_of_all_lists(name: str) -> None:
    listings = table("listings")
    entity = listings.set_index("listing_id")["entity_id"]
    (party,) = {entity[listing] for listing in PARTIES[name]}
    held = set(listings.loc[listings["entity_id"] == party, "listing_id"])
    assert held == set(PARTIES[name])
    names = table("entity_names")
    bearers = names.loc[names["name"].map(latin_key) == latin_key(name), "entity_id"]
    assert set(bearers) == {party}


def test_each_listing_of_a_party_but_its_founder_says_how_it_was_matched() -> None:
    listings = table("listings")
    own = listings[listings["matched_by"] == "own_listing"]
    assert own["entity_id"].is_unique
    explained = {*own["listing_id"], *table("matches")["listing_id"]}
    decided = listings[listings["matched_by"] == "decision"]["listing_id"]
    assert set(listings["listing_id"]) == explained | set(decided)


def test_ships_of_one_number_are_one() -> None:
    kinds = table("entities").set_index("entity_id")["kind"]
    numbers = table("entity_identifiers")
    ships = numbers[
        (numbers["identifier_type"] == "imo_number")
        & (numbers["entity_id"].map(kinds) == "vessel")
        & numbers["value"].map(has_ship_check_digit)
    ]
    assert ships.groupby("value")["entity_id"].nunique().max() == 1


def test_reference_that_the_eu_misprinted_joins_nobody() -> None:
    entity = table("listings").set_index("listing_id")["entity_id"]
    assert entity["eu-fsf-EU.4076.89"] == entity["un-sc-KPi.046"] != entity["un-sc-KPi.045"]


def test_no_person_has_births_far_apart_but_by_decision_reference_or_witness() -> None:
    facts = table("entity_attributes")
    births = facts[facts["attribute"] == "birth_date"]
    printed = {of: dict(tuple(rows.groupby("list_id")["value"].agg(set).items()))
               for of, rows in births.groupby("entity_id")}  # fmt: skip
    apart = {of for of, by_list in printed.items() if _are_apart(list(by_list.values()))}
    listings, numbers = table("listings"), table("entity_identifiers")
    decided = set(listings[listings["matched_by"] == "decision"]["entity_id"])
    references = numbers[numbers["identifier_type"] == "un_reference"]
    lists = references.groupby(["entity_id", "value"])["list_id"].nunique()
    # Lists that print the same UN reference say themselves that it is one person, and the EU
    # gives a person the same number on both of its lists.
    referred = set(lists[lists > 1].reset_index()["entity_id"])
    by_number = listings["matched_by"] == "eu_fsf_number"
    assert apart <= decided | referred | set(listings[by_number]["entity_id"])


def _are_apart(births: list[set[str]]) -> bool:
    """Whether two lists print births far apart, and none prints one of each."""
    return any(
        min(abs(int(a[:4]) - int(b[:4])) for a in one for b in other) > 1
        and not any(one & third and other & third for third in births)
        for one, other in combinations(births, 2)
    )
