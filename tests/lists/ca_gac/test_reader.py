"""Canada's Consolidated Autonomous Sanctions List."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from sanctions_data.lists import FORMATS
from sanctions_data.lists.ca_gac.reader import FILE
from sanctions_data.lists.common.entry import Attribute, Entry, Identifier, Name, Term, tidy
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.schema.fields import RECORD_ID

RECORD = {
    "Country": "Belarus / Bélarus",
    "LastName": "EXAMPLE\t",
    "GivenName": "\tAda ",
    "Schedule": "1, Part 1.1",
    "Item": "7",
    "DateOfListing": "2022-03-08",
}
SHIP = {
    "Country": "Russia / Russie",
    "EntityOrShip": "EXAMPLE 8",
    "TitleOrShipType": "Oil tanker | Pétrolier",
    "ShipIMONumber": "IMO 9074729",
    "DateOfBirthOrShipBuildDate": "1999",
    "Schedule": "1.1",
    "Item": "7",
    "DateOfListing": "2025-06-13",
}
BILINGUAL = {
    "Country": "Country-Pays",
    "LastName": "LastName-NomDeFamille",
    "GivenName": "GivenName-Prenom",
    "EntityOrShip": "EntityOrShip-EntiteOuNavire",
    "TitleOrShipType": "TitleOrShipType-TitreOuTypeDeNavire",
    "ShipIMONumber": "ShipIMONumber-NumeroOMIDuNavire",
    "DateOfBirthOrShipBuildDate": (
        "DateOfBirthOrShipBuildDate-DateDeNaissanceOuDateDeConstructionDuNavire"
    ),
    "Schedule": "Schedule-Annexe",
    "Item": "Item-NumeroDarticle",
    "DateOfListing": "DateOfListing-DateDinscription",
    "Aliases": "Aliases-Alias",
}


def read(folder: Path, *recorded: dict[str, str]) -> tuple[list[Entry], ReadReport]:
    root = etree.Element("data-set")
    for cells in recorded:
        record = etree.SubElement(root, "record")
        for tag, text in cells.items():
            etree.SubElement(record, tag).text = text
    (folder / FILE).write_bytes(etree.tostring(root, encoding="utf-8"))
    report = ReadReport("ca-gac")
    return list(FORMATS["ca-gac"].read(folder, report)), report


def test_every_element_of_a_person(tmp_path: Path) -> None:
    more = {
        "DateOfBirthOrShipBuildDate": "1972-08-26 OR 1974-05",
        "Aliases": "Ada A. B.; Ada B., of Minsk ;",
        "TitleOrShipType": "Major / Commandant",
    }
    (entry,), report = read(tmp_path, RECORD | more)
    assert report.problems == []
    assert entry == Entry(
        ref="belarus-1-part-1.1-7",
        kind="person",
        names=(
            Name("Ada EXAMPLE", "primary"),
            Name("Ada A. B.", "alias"),
            Name("Ada B., of Minsk", "alias"),
        ),
        position=f"{FILE}, record 1 (belarus-1-part-1.1-7, Ada EXAMPLE)",
        programmes=(Term("Country, Schedule", "Belarus / Bélarus, 1, Part 1.1"),),
        attributes=(
            Attribute("birth_date", "1972-08-26"),
            Attribute("birth_date", "1974-05"),
            Attribute("title", "Major"),
        ),
        listed_on=date(2022, 3, 8),
        precision="day",
    )


def test_every_element_of_a_ship(tmp_path: Path) -> None:
    (entry,), report = read(tmp_path, SHIP)
    assert report.problems == []
    assert entry.ref == "russia-1.1-7"
    assert entry.kind == "vessel"
    assert entry.identifiers == (Identifier("imo_number", "9074729"),)
    assert entry.attributes == (
        Attribute("built", "1999"),
        Attribute("vessel_type", "Oil tanker"),
    )


def test_an_organisation_has_neither_number_nor_build_date(tmp_path: Path) -> None:
    cells = {tag: SHIP[tag] for tag in ("Country", "EntityOrShip", "Item", "DateOfListing")}
    (entry,), _ = read(tmp_path, cells | {"EntityOrShip": "Yard (also known as Dock);"})
    assert entry.kind == "organisation"
    assert entry.ref == "russia-7"
    assert entry.names == (
        Name("Yard (also known as Dock)"),
        Name("Yard", "alias"),
        Name("Dock", "alias"),
    )
    assert entry.programmes == (Term("Country, Schedule", "Russia / Russie"),)


def test_several_names_in_brackets_are_not_torn_apart(tmp_path: Path) -> None:
    name = "Yard (also known as Dock and Sons)"
    (entry,), _ = read(tmp_path, SHIP | {"EntityOrShip": name})
    assert entry.names == (Name(name),)


@pytest.mark.parametrize("cells", [RECORD, SHIP], ids=["person", "ship"])
def test_bilingual_element_names_are_read_alike(tmp_path: Path, cells: dict[str, str]) -> None:
    bilingual = {BILINGUAL[tag]: text for tag, text in cells.items()}
    assert read(tmp_path, bilingual)[0] == read(tmp_path, cells)[0]


@pytest.mark.parametrize(
    ("printed", "dates"),
    [
        pytest.param("1963 or 1964", ["1963", "1964"], id="or"),
        pytest.param("1963-1966", ["1963", "1966"], id="between"),
        pytest.param("1987/1988", ["1987", "1988"], id="slash"),
        pytest.param("", [], id="none"),
    ],
)
def test_dates_of_birth(tmp_path: Path, printed: str, dates: list[str]) -> None:
    (entry,), report = read(tmp_path, RECORD | {"DateOfBirthOrShipBuildDate": printed})
    assert [attribute.value for attribute in entry.attributes] == dates
    assert report.problems == []


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        pytest.param({"Country": ""}, "no Country", id="no country"),
        pytest.param({"Item": ""}, "no Item", id="no item"),
        pytest.param({"LastName": "", "GivenName": "\t"}, "no EntityOrShip", id="no name"),
    ],
)
def test_an_entry_without_reference_or_name_is_told_and_left_out(
    tmp_path: Path, changed: dict[str, str], message: str
) -> None:
    entries, report = read(tmp_path, RECORD | changed, SHIP)
    assert [entry.ref for entry in entries] == ["russia-1.1-7"]
    (problem,) = report.problems
    assert problem.is_odd and message in str(problem) and "record 1" in str(problem)


@pytest.mark.parametrize("printed", ["soon", "", "-"])
def test_an_entry_without_a_date_is_read_without_it(tmp_path: Path, printed: str) -> None:
    (entry,), report = read(tmp_path, RECORD | {"DateOfListing": printed})
    assert (entry.listed_on, entry.precision, entry.unread) == (None, "unknown", ("listed_on",))
    (problem,) = report.problems
    assert problem.is_odd and repr(printed) in str(problem)


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        pytest.param({"DateOfBirthOrShipBuildDate": "Sep-99"}, "'Sep-99'", id="birth date"),
        pytest.param({"ShipIMONumber": "Old Name"}, "'Old Name'", id="IMO number"),
    ],
)
def test_a_warning_names_the_entry_and_keeps_it(
    tmp_path: Path, changed: dict[str, str], message: str
) -> None:
    (entry,), report = read(tmp_path, RECORD | changed)
    (problem,) = report.problems
    assert not problem.is_error and message in str(problem)
    assert entry.attributes == () and entry.identifiers == ()


def test_items_repeat_across_schedules_but_not_within_one(tmp_path: Path) -> None:
    entries, report = read(tmp_path, RECORD, RECORD | {"Schedule": "1, Part 2"}, RECORD)
    assert [entry.ref for entry in entries] == ["belarus-1-part-1.1-7", "belarus-1-part-2-7"]
    (problem,) = report.problems
    assert report.errors == []
    assert "record 3" in str(problem) and "record 1" in str(problem)


def test_the_real_snapshot_is_read_whole(official_lists: Path) -> None:
    folder = official_lists / "ca-gac" / "2026-08-22"
    report = ReadReport("ca-gac")
    entries = list(FORMATS["ca-gac"].read(folder, report))
    assert report.errors == [] and len(report.problems) == 2
    kinds = Counter(entry.kind for entry in entries)
    assert kinds == {"person": 3514, "organisation": 1445, "vessel": 731}
    assert sum(kinds.values()) == 5690
    printed = Counter(
        ", ".join(filter(None, (tidy(record.findtext(tag)) for tag in ("Country", "Schedule"))))
        for record in etree.parse(folder / FILE).getroot().iterfind("record")
    )
    assert Counter(entry.programmes[0].text for entry in entries) == printed


def test_every_ship_is_in_the_schedule_of_ships(official_lists: Path) -> None:
    entries = FORMATS["ca-gac"].read(official_lists / "ca-gac" / "2026-08-22", ReadReport("ca-gac"))
    for entry in entries:
        assert (entry.kind == "vessel") == (entry.programmes[0].text == "Russia / Russie, 1.1")


def test_every_reference_can_stand_in_our_tables(official_lists: Path) -> None:
    entries = FORMATS["ca-gac"].read(official_lists / "ca-gac" / "2026-08-22", ReadReport("ca-gac"))
    refs = [entry.ref for entry in entries]
    assert len(set(refs)) == len(refs)
    assert all(re.match(RECORD_ID, ref) for ref in refs)


@pytest.mark.parametrize(
    ("vintage", "kinds", "names"),
    [("2025-05-25", {"person": 3334, "organisation": 1316, "vessel": 109}, 8301)],
)
def test_the_publishers_own_file_is_read_whole(
    official_lists: Path, vintage: str, kinds: dict[str, int], names: int
) -> None:
    report = ReadReport("ca-gac")
    entries = list(FORMATS["ca-gac"].read(official_lists / "ca-gac" / vintage, report))
    assert report.errors == [] and report.odd_entries == []
    assert Counter(entry.kind for entry in entries) == kinds
    assert sum(len(entry.names) for entry in entries) == names
    every = [name.text for entry in entries for name in entry.names]
    assert max(map(len, every)) <= 500
    assert not any(re.search(r"(?:Belarus|Russ|Arab|Ukrain)\w+ ?:", text) for text in every)
