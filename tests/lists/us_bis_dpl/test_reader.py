"""The Denied Persons List."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sanctions_data.lists import FORMATS
from sanctions_data.lists.common.entry import Attribute, Entry, Name, StatedMeasure, Term
from sanctions_data.lists.common.read_report import ReadReport

HEADER = "Name\tCountry\tEffective_Date\tExpiration_Date\tFR_Citation"
ONE = "ADA EXAMPLE\tUS\t10/16/2017\t10/13/2020\t82 F.R. 48792 10/20/2017"


def read(folder: Path, *rows: str) -> tuple[list[Entry], ReadReport]:
    (folder / "dpl.txt").write_text("\n".join([HEADER, *rows]), encoding="cp1252")
    report = ReadReport("us-bis-dpl")
    return list(FORMATS["us-bis-dpl"].read(folder, report)), report


def test_rows_of_one_order_are_one_entry(tmp_path: Path) -> None:
    [entry], report = read(tmp_path, ONE, ONE.replace("\tUS\t", "\tCA\t"))
    assert report.problems == []
    assert (entry.ref, entry.kind) == ("ada-example-2017-10-16", "unknown")
    assert entry.attributes == (Attribute("country", "US"), Attribute("country", "CA"))
    assert entry.measures == (
        StatedMeasure(
            Term("order", "denial of export privileges"),
            start=date(2017, 10, 16),
            end=date(2020, 10, 13),
            act="82 FR 48792",
        ),
    )


def test_a_renewed_order_is_another_entry(tmp_path: Path) -> None:
    entries, _ = read(tmp_path, ONE, "ADA EXAMPLE\tUS\t01/02/2021\t\t")
    assert [each.ref[-10:] for each in entries] == ["2017-10-16", "2021-01-02"]
    assert (entries[1].measures[0].end, entries[1].measures[0].act) == (None, "")


def test_two_days_of_expiry_are_none(tmp_path: Path) -> None:
    [entry], report = read(tmp_path, ONE, ONE.replace("10/13/2020", "10/13/2030"))
    assert entry.measures[0].end is None and len(report.problems) == 1


def test_the_names_of_an_airline_are_one_entry_under_another_term(tmp_path: Path) -> None:
    wings, freight = (
        ONE.replace("ADA EXAMPLE", name) for name in ("AL NASER WINGS AIRLINES", "AIR FREIGHT LTD")
    )
    [entry], report = read(tmp_path, freight, wings, freight.replace("\tUS\t", "\tCA\t"))
    assert report.problems == []
    assert (entry.ref, entry.kind) == ("al-naser-airlines-2017-10-16", "organisation")
    assert entry.names == (
        Name("AL NASER AIRLINES"),
        Name("AIR FREIGHT LTD", "alias"),
        Name("AL NASER WINGS AIRLINES", "alias"),
    )
    assert entry.measures[0].term == Term("order", "denial of export privileges of an airline")


def test_an_order_after_a_conviction_begins_by_its_publication(tmp_path: Path) -> None:
    [entry], _ = read(tmp_path, "ADA EXAMPLE\tUS\t09/19/2017\t09/19/2027\t83 F.R. 60395 11/26/2018")
    [order] = entry.measures
    assert (order.start, order.precision) == (date(2018, 11, 26), "on_or_before")
    assert (entry.listed_on, entry.precision) == (order.start, order.precision)
    assert (entry.ref, order.act) == ("ada-example-2017-09-19", "83 FR 60395")


def test_a_row_without_a_day_is_odd(tmp_path: Path) -> None:
    entries, report = read(tmp_path, ONE, "BEN EXAMPLE\tUS\tsoon\t\t")
    assert len(entries) == 1 and report.odd_entries == ["dpl.txt:3"]


def test_another_layout_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "dpl.txt").write_text("Party\tDay\n")
    report = ReadReport("us-bis-dpl")
    assert list(FORMATS["us-bis-dpl"].read(tmp_path, report)) == [] and report.errors


@pytest.mark.parametrize(
    ("day", "orders", "airlines", "without_act"),
    [("2018-08-13", 403, 6, 7), ("2022-09-02", 452, 15, 10), ("2023-11-16", 537, 16, 23)],
)
def test_the_real_files(
    official_lists: Path, day: str, orders: int, airlines: int, without_act: int
) -> None:
    report = ReadReport("us-bis-dpl")
    entries = list(FORMATS["us-bis-dpl"].read(official_lists / "us-bis-dpl" / day, report))
    assert not report.odd_entries and not report.errors
    measures = [measure for entry in entries for measure in entry.measures]
    assert len(measures) == len(entries)
    grounded = [each for each in measures if each.term.text.endswith("airline")]
    assert (len(entries), len(grounded)) == (orders, airlines)
    assert all(each.start for each in measures)
    assert sum(not each.act for each in measures) == without_act
