"""On the real snapshots: what the list says is what the tables say, entry by entry."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

import pandas as pd
import pytest
from lxml import etree

from sanctions_data.schema import MEASURE_TABLES
from sanctions_data.tables.canonical import read_text
from sanctions_data.tables.location import csv_path, data_folder

UK = "gb-fcdo/2026-08-22/UK-Sanctions-List.xml"
UN = "un-sc/2026-08-22/consolidated.xml"

EXPECTED_UN = {
    "Al-Qaida": ({"asset_freeze", "travel_ban", "arms_embargo"}, {"asset_freeze", "arms_embargo"}),
    "Taliban": ({"asset_freeze", "travel_ban", "arms_embargo"}, {"asset_freeze", "arms_embargo"}),
    "Iraq": ({"asset_freeze"}, {"asset_freeze"}),
    "GB": ({"travel_ban"}, set()),
    "Yemen": ({"asset_freeze", "travel_ban"}, {"targeted_arms_embargo"}),
}
DEFAULT_UN = ({"asset_freeze", "travel_ban"}, {"asset_freeze"})


@pytest.fixture(scope="module")
def measures() -> pd.DataFrame:
    frames = [read_text(csv_path(data_folder(), name)) for name in MEASURE_TABLES]
    every = pd.concat(frames, ignore_index=True)
    return every[every["status"] == "in_force"]


@pytest.mark.parametrize(
    ("term", "measure_type"), [("Asset freeze", "asset_freeze"), ("Travel Ban", "travel_ban")]
)
def test_uk_open_measures_are_those_of_sanctions_imposed(
    official_lists: Path, measures: pd.DataFrame, term: str, measure_type: str
) -> None:
    stated, on_organisations = set(), set()
    for entry in etree.parse(official_lists / UK).getroot().iterfind("Designation"):
        ref, kind = entry.findtext("UniqueID"), entry.findtext("IndividualEntityShip")
        if term in (entry.findtext("SanctionsImposed") or "").split("|"):
            misprint = measure_type == "travel_ban" and kind != "Individual"
            (on_organisations if misprint else stated).add(f"gb-fcdo-{ref}")
    ours = measures[measures["listing_id"].str.startswith("gb-fcdo-", na=False)]
    assert set(ours.loc[ours["measure_type"] == measure_type, "listing_id"]) == stated
    misprinted = ours["measure_type"] == "travel_ban_on_organisation"
    if measure_type == "travel_ban":
        assert set(ours.loc[misprinted, "listing_id"]) == on_organisations


def test_uk_no_measure_is_lost(official_lists: Path, measures: pd.DataFrame) -> None:
    printed = Counter()
    for entry in etree.parse(official_lists / UK).getroot().iterfind("Designation"):
        terms = (entry.findtext("SanctionsImposed") or "").split("|")
        printed[f"gb-fcdo-{entry.findtext('UniqueID')}"] = len(set(terms))
    ours = measures[measures["listing_id"].str.startswith("gb-fcdo-", na=False)]
    assert Counter(ours["listing_id"]) == printed


def test_un_listing_has_exactly_the_measures_of_its_list(
    official_lists: Path, measures: pd.DataFrame
) -> None:
    found = defaultdict(set)
    for listing, kind in zip(measures["listing_id"], measures["measure_type"], strict=True):
        found[listing].add(kind)
    wrong = []
    for entry in etree.parse(official_lists / UN).getroot().iter("INDIVIDUAL", "ENTITY"):
        list_type = entry.findtext("UN_LIST_TYPE")
        ref = (entry.findtext("REFERENCE_NUMBER") or "").strip()
        if list_type == "Libya":
            continue
        persons, others = EXPECTED_UN.get(list_type, DEFAULT_UN)
        expected = persons if entry.tag == "INDIVIDUAL" else others
        if found[f"un-sc-{ref}"] != expected:
            wrong.append((ref, expected, found[f"un-sc-{ref}"]))
    assert wrong == []


@pytest.mark.parametrize(
    ("ref", "expected"),
    [
        ("LYi.001", {"travel_ban": "2011-02-26"}),
        ("LYi.006", {"travel_ban": "2011-02-26", "asset_freeze": "2011-03-17"}),
        ("LYi.009", {"asset_freeze": "2011-02-26"}),
        ("LYi.019", {"asset_freeze": "2011-06-24"}),
        ("LYi.029", {"travel_ban": "2021-10-25", "asset_freeze": "2021-10-25"}),
        ("LYe.001", {"asset_freeze": "2011-03-17"}),
    ],
)
def test_libya_entry_by_entry(measures: pd.DataFrame, ref: str, expected: dict[str, str]) -> None:
    ours = measures[measures["listing_id"] == f"un-sc-{ref}"]
    assert dict(zip(ours["measure_type"], ours["start_date"], strict=True)) == expected


def test_uk_listing_that_cites_a_un_reference_is_that_party(official_lists: Path) -> None:
    listings = read_text(csv_path(data_folder(), "listings")).set_index("listing_id")
    entity = listings["entity_id"]
    cited, apart = 0, []
    for entry in etree.parse(official_lists / UK).getroot().iterfind("Designation"):
        un = f"un-sc-{(entry.findtext('UNReferenceNumber') or '').strip()}"
        uk = f"gb-fcdo-{entry.findtext('UniqueID')}"
        if un in entity.index:
            cited += 1
            if entity[un] != entity[uk]:
                apart.append((uk, un))
    assert cited > 950
    # The list gives some parties the reference of another: their names say so.
    assert len(apart) <= 4, apart
