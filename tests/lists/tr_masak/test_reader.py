"""The freezes of Türkiye under Law No. 7262."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from sanctions_data.lists import FORMATS
from sanctions_data.lists.common.entry import Attribute, Entry, Identifier, Name
from sanctions_data.lists.common.read_report import ReadReport

HEADER = (
    "reference_number", "name", "entity_type", "program", "decision_number", "official_gazette",
    "nationality", "remarks", "date_of_birth", "passport_number",
)  # fmt: skip
ADA = {
    "reference_number": "1",
    "name": "ADA  EXAMPLE",
    "entity_type": "person",
    "program": "Law No. 7262",
    "decision_number": "24.2.2021/ 3578",
    "official_gazette": "24.02.2021-31405",
    "nationality": "İRAN",
    "remarks": "a) Ada Example-Two b) Bir memur",
    "date_of_birth": "1964-06-18",
    "passport_number": "381420754",
}


def read(folder: Path, *rows: dict[str, str]) -> tuple[list[Entry], ReadReport]:
    with (folder / "entries.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, HEADER)
        writer.writeheader()
        writer.writerows(rows)
    report = ReadReport("tr-masak")
    return list(FORMATS["tr-masak"].read(folder, report)), report


def test_a_person(tmp_path: Path) -> None:
    [ada], report = read(tmp_path, ADA)
    assert report.problems == []
    assert (ada.ref, ada.kind) == ("1", "person")
    assert ada.names == (Name("ADA EXAMPLE"), Name("Ada Example-Two", "alias"))
    assert ada.identifiers == (Identifier("passport", "381420754"),)
    assert ada.attributes == (Attribute("birth_date", "1964-06-18"), Attribute("nationality", "IR"))
    assert (ada.listed_on, ada.precision) == (date(2021, 2, 24), "day")
    [freeze] = ada.measures
    assert (freeze.start, freeze.act) == (date(2021, 2, 24), "Presidential Decision 3578")


@pytest.mark.parametrize(
    ("number", "printed", "kind"),
    [
        pytest.param("103", "person", "person", id="the last numbered person"),
        pytest.param("104", "person", "organisation", id="the copy calls a body a person"),
        pytest.param("", "organization", "organisation", id="a body without a number"),
        pytest.param("", "person", "person", id="a person without a number"),
    ],
)
def test_kind(tmp_path: Path, number: str, printed: str, kind: str) -> None:
    [entry], _ = read(tmp_path, {**ADA, "reference_number": number, "entity_type": printed})
    assert entry.kind == kind


def test_a_number_that_two_have_is_no_reference(tmp_path: Path) -> None:
    entries, report = read(tmp_path, ADA, {**ADA, "name": "BEN EXAMPLE", "passport_number": ""})
    assert [entry.ref for entry in entries] == ["1-ada-example", "1-ben-example"]
    assert report.problems == []


def test_what_slipped_from_one_row_to_the_next_is_left_out(tmp_path: Path) -> None:
    entries, _ = read(tmp_path, ADA, {**ADA, "name": "BEN EXAMPLE", "reference_number": "2"})
    for entry in entries:
        assert entry.identifiers == ()
        assert entry.attributes == (Attribute("nationality", "IR"),)


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param({"date_of_birth": "1905-05-12"}, id="a year read as the number of a day"),
        pytest.param({"date_of_birth": "6 Mayısl969"}, id="misread"),
    ],
)
def test_a_birth_that_cannot_be_is_left_out(tmp_path: Path, cells: dict[str, str]) -> None:
    [entry], report = read(tmp_path, {**ADA, **cells})
    assert entry.attributes == (Attribute("nationality", "IR"),) and report.problems == []


def test_no_decision_leaves_the_act_open(tmp_path: Path) -> None:
    [entry], _ = read(tmp_path, {**ADA, "decision_number": ""})
    assert entry.measures[0].act == ""


@pytest.mark.parametrize(
    "cells", [{"name": "-"}, {"official_gazette": "soon"}], ids=["no name", "no gazette"]
)
def test_an_odd_entry_is_left_out(tmp_path: Path, cells: dict[str, str]) -> None:
    entries, report = read(tmp_path, ADA, {**ADA, "reference_number": "2", **cells})
    assert len(entries) == 1 and len(report.odd_entries) == 1


def test_another_layout_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "entries.csv").write_text("name,day\n")
    report = ReadReport("tr-masak")
    assert list(FORMATS["tr-masak"].read(tmp_path, report)) == [] and report.errors


def test_the_real_file(official_lists: Path) -> None:
    report = ReadReport("tr-masak")
    entries = list(FORMATS["tr-masak"].read(official_lists / "tr-masak" / "2026-08-08", report))
    assert report.problems == []
    assert Counter(entry.kind for entry in entries) == {"person": 123, "organisation": 153}
    assert Counter((str(e.listed_on), e.measures[0].act) for e in entries) == {
        ("2021-02-24", "Presidential Decision 3578"): 239,
        ("2025-10-01", "Presidential Decision 10438"): 34,
        ("2025-10-01", ""): 3,
    }
    by_ref = {entry.ref: entry for entry in entries}
    assert by_ref["134"].names[:2] == (Name("39. ODA"), Name("OFFICE 39", "alias"))
    assert by_ref["80"].attributes == (Attribute("birth_date", "1957-10-20"),)
