"""From a measure back to its source: the list's file and rule, or who says so."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import sanctions_data as sd
from sanctions_data.query.why.printed_entry import find_printed

XML = Path(__file__).parents[2] / "lists/gb_fcdo/gb-fcdo.xml"


def test_a_curated_row_names_who_says_so() -> None:
    found = sd.why("de-operating-permit-mahan-air-2019")
    assert not found.listing
    assert "Source: " in str(found)
    assert "Entered by contributors" in str(found)


def test_a_row_of_a_list_names_its_file_and_what_is_printed() -> None:
    rows = sd.measures(authority="jp", basis="derived", evidence="primary")
    found = sd.why(rows["measure_id"].iloc[0])
    assert len(found.source["sha256"]) == 64
    assert found.listing["name"] in str(found)
    assert found.rule["measure_type"] == found.measure["measure_type"]
    assert all(term["list_id"] == found.listing["list_id"] for term in found.terms)


def test_an_unknown_measure_is_an_error_with_the_nearest() -> None:
    with pytest.raises(ValueError, match="did you mean 'de-operating-permit-mahan-air-2019'"):
        sd.why("de-operating-permit-mahan-air-2018")


def test_the_position_in_the_file(tmp_path: Path) -> None:
    folder = tmp_path / "gb-fcdo" / "2026-08-22"
    folder.mkdir(parents=True)
    shutil.copy(XML, folder / "UK-Sanctions-List.xml")
    reference = XML.read_text(encoding="utf-8").split("<UniqueID>")[1].split("<")[0]
    source = {"published_on": "2026-08-22"}
    listing = {"list_id": "gb-fcdo", "entry_ref": reference}
    found = find_printed(listing, source, tmp_path)
    assert found is not None
    assert "Designation 1" in found.position
    assert any(term.startswith("RegimeName: ") for term in found.terms)
    assert find_printed({**listing, "entry_ref": "XXX0000"}, source, tmp_path) is None
    with pytest.raises(FileNotFoundError, match="expected the snapshot of gb-fcdo"):
        find_printed(listing, {"published_on": "2020-01-01"}, tmp_path)
