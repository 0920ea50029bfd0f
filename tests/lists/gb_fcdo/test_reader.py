"""The UK Sanctions List."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from sanctions_data.lists import FORMATS
from sanctions_data.lists.common.entry import (
    Attribute,
    CrossReference,
    Entry,
    Identifier,
    Name,
    StatedMeasure,
    Term,
    tidy,
)
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.gb_fcdo.reader import FILE, read

FIXTURE = Path(__file__).parent / "gb-fcdo.xml"

DESIGNATION = """<Designation>
  <DateDesignated>01/02/2020</DateDesignated>
  <UniqueID>TST0001</UniqueID>
  <Names><Name><Name6>EXAMPLE</Name6><NameType>Primary Name</NameType></Name></Names>
  <RegimeName>Test Regulations</RegimeName>
  <IndividualEntityShip>Entity</IndividualEntityShip>
  <SanctionsImposed>Asset freeze</SanctionsImposed>
</Designation>"""


def read_text(folder: Path, *designations: str) -> tuple[list[Entry], ReadReport]:
    content = "<Designations>" + "".join(designations) + "</Designations>"
    (folder / FILE).write_text(content, encoding="utf-8")
    report = ReadReport("gb-fcdo")
    return list(read(folder, report)), report


@pytest.fixture(scope="module")
def entries(tmp_path_factory) -> dict[str, Entry]:
    folder = tmp_path_factory.mktemp("gb-fcdo")
    shutil.copy(FIXTURE, folder / FILE)
    report = ReadReport("gb-fcdo")
    found = {entry.ref: entry for entry in FORMATS["gb-fcdo"].read(folder, report)}
    assert report.problems == []
    return found


def imposed(text: str, start: date | None = None) -> StatedMeasure:
    return StatedMeasure(Term("SanctionsImposed", text), start)


def test_every_element_of_a_person(entries: dict[str, Entry]) -> None:
    assert entries["TST0001"] == Entry(
        ref="TST0001",
        kind="person",
        names=(
            Name("Ada B. C. D. E. EXAMPLE", "primary"),
            Name("First Printed", "alias"),
            Name("Ada EXEMPLE", "alias"),
            Name("Good", "alias"),
            Name("Weak", "weak_alias"),
            Name("Maiden", "former"),
            Name("Second Primary", "alias"),
            Name("Ада", "alias"),
        ),
        position=f"{FILE}, Designation 1 (TST0001)",
        programmes=(Term("RegimeName", "The Test (Sanctions) Regulations 2020"),),
        measures=(
            imposed("Asset freeze"),
            imposed("Travel Ban"),
            imposed('Transport sanctions: see "Other information"', date(2023, 7, 17)),
            imposed("Director Disqualification Sanction", date(2025, 4, 9)),
        ),
        identifiers=(
            Identifier("un_reference", "QDi.901"),
            Identifier("ofsi_group", "99001"),
            Identifier("passport", "P0001"),
            Identifier("national_id", "N0001"),
            Identifier("phone", "+264 000"),
            Identifier("website", "https://example.org"),
            Identifier("email", "ada@example.org"),
            Identifier("email", "a@example.org"),
        ),
        attributes=(
            Attribute("birth_date", "1945"),
            Attribute("birth_date", "1946-05"),
            Attribute("birth_date", "1958-03-01"),
            Attribute("birth_place", "Example Town"),
            Attribute("birth_country", "SY"),
            Attribute("nationality", "IR"),
            Attribute("gender", "female"),
            Attribute("position", "Minister of Examples"),
            Attribute("title", "Dr"),
            Attribute("country", "NA"),
        ),
        references=(CrossReference("un-sc", "QDi.901"),),
        listed_on=date(2001, 1, 25),
        precision="day",
    )


def test_every_element_of_an_organisation(entries: dict[str, Entry]) -> None:
    entry = entries["TST0002"]
    assert entry.kind == "organisation"
    assert entry.listed_on == date(2012, 6, 29)
    assert entry.identifiers == (Identifier("registration_number", "INN: 0001"),)
    assert entry.attributes == (
        Attribute("entity_type", "Company"),
        Attribute("owner", "Example Holding"),
    )
    assert entry.references == ()


def test_every_element_of_a_ship(entries: dict[str, Entry]) -> None:
    entry = entries["TST0003"]
    assert entry.kind == "vessel"
    assert entry.measures == (imposed("De-flag"), imposed("Prohibition of port entry"))
    assert entry.identifiers == (
        Identifier("other", "H-1"),
        Identifier("imo_number", "9074729"),
    )
    assert entry.attributes == (
        Attribute("owner", "Example Shipping"),
        Attribute("flag", "KM"),
        Attribute("previous_flag", "IN"),
        Attribute("vessel_type", "Bulk Carrier"),
        Attribute("tonnage", "7078"),
        Attribute("length", "120 m"),
        Attribute("built", "2011"),
    )


def test_no_prose_of_the_publisher_is_kept(entries: dict[str, Entry]) -> None:
    assert "sentence of the publisher" not in repr(entries)
    assert "Example Group" not in repr(entries)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        pytest.param(
            "<UniqueID>TST0001</UniqueID>", "", "no UniqueID for 'EXAMPLE'", id="no reference"
        ),
        pytest.param("<Name6>EXAMPLE</Name6>", "", "no name", id="no name"),
    ],
)
def test_an_entry_without_reference_or_name_is_told_and_left_out(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    sound = DESIGNATION.replace("TST0001", "TST0002")
    entries, report = read_text(tmp_path, DESIGNATION.replace(old, new), sound)
    assert [entry.ref for entry in entries] == ["TST0002"]
    (problem,) = report.problems
    assert problem.is_odd and message in str(problem) and "Designation 1" in str(problem)


@pytest.mark.parametrize(
    ("old", "new", "unread", "message"),
    [
        pytest.param("01/02/2020", "31/02/2020", "listed_on", "'31/02/2020'", id="no such day"),
        pytest.param("01/02/2020", "", "listed_on", "DateDesignated ''", id="no date"),
        pytest.param("Asset freeze", " | ", "measures", "no SanctionsImposed", id="no measure"),
        pytest.param("Asset freeze", "-", "measures", "no SanctionsImposed", id="dash alone"),
        pytest.param(">Entity<", ">Aircraft<", "kind", "'Aircraft', expected", id="unknown kind"),
    ],
)
def test_an_odd_entry_is_told_and_read_as_far_as_it_is_understood(
    tmp_path: Path, old: str, new: str, unread: str, message: str
) -> None:
    (entry,), report = read_text(tmp_path, DESIGNATION.replace(old, new))
    assert entry.names == (Name("EXAMPLE"),) and entry.unread == (unread,)
    (problem,) = report.problems
    assert problem.is_odd and message in str(problem) and "Designation 1" in str(problem)


@pytest.mark.parametrize("printed", ["-|Asset freeze", "Asset freeze| - |", "|Asset freeze|n/a"])
def test_a_placeholder_among_the_measures_is_nothing(tmp_path: Path, printed: str) -> None:
    (entry,), report = read_text(tmp_path, DESIGNATION.replace("Asset freeze", printed))
    assert entry.measures == (imposed("Asset freeze"),)
    assert report.problems == []


def test_a_reference_that_comes_twice_is_told_with_both_places(tmp_path: Path) -> None:
    entries, report = read_text(tmp_path, DESIGNATION, DESIGNATION)
    assert len(entries) == 1
    (problem,) = report.problems
    assert report.errors == []
    assert "Designation 2 (TST0001)" in str(problem) and "Designation 1" in str(problem)


OTHER = "<OtherInformation>{}</OtherInformation></Designation>"
INDICATORS = "<SanctionsImposedIndicators>{}</SanctionsImposedIndicators></Designation>"
PERSON = "<IndividualDetails><Individual>{}</Individual></IndividualDetails></Designation>"
SHIP = "<ShipDetails><Ship>{}</Ship></ShipDetails></Designation>"


@pytest.mark.parametrize(
    ("new", "message"),
    [
        pytest.param(
            OTHER.format("The Travel Ban was imposed on 01/02/2021."),
            "'Travel Ban', which is not imposed",
            id="date of a measure that is not imposed",
        ),
        pytest.param(
            OTHER.format("The Asset freeze was imposed on 31/02/2021."),
            "'31/02/2021' for 'Asset freeze'",
            id="date that is none",
        ),
        pytest.param(
            INDICATORS.format("<TravelBan>true</TravelBan>"),
            "TravelBan 'true'",
            id="indicator says more",
        ),
        pytest.param(
            INDICATORS.format("<AssetFreeze>false</AssetFreeze>"),
            "AssetFreeze 'false'",
            id="indicator says less",
        ),
        pytest.param(PERSON.format("<DOB>15/08/19yy</DOB>"), "'15/08/19yy'", id="birth date"),
        pytest.param(PERSON.format("<Gender>Unsure</Gender>"), "'Unsure'", id="gender"),
        pytest.param(
            PERSON.format("<Nationality>Atlantis</Nationality>"), "'Atlantis'", id="country"
        ),
        pytest.param(SHIP.format("<IMONumber>12345</IMONumber>"), "'12345'", id="IMO number"),
        pytest.param(
            "<UNReferenceNumber>see note</UNReferenceNumber></Designation>",
            "'see note'",
            id="UN reference",
        ),
        pytest.param(
            "<Names><Name><Name6>X</Name6><NameType>Nickname</NameType></Name></Names>"
            "</Designation>",
            "'Nickname'",
            id="name type",
        ),
    ],
)
def test_a_warning_names_the_entry_and_keeps_it(tmp_path: Path, new: str, message: str) -> None:
    (entry,), report = read_text(tmp_path, DESIGNATION.replace("</Designation>", new))
    (problem,) = report.problems
    assert not problem.is_error
    assert message in str(problem) and "TST0001" in str(problem)
    assert entry.measures == (imposed("Asset freeze"),)
    assert not [a for a in entry.attributes if a.name in ("birth_date", "nationality", "gender")]


def test_an_entry_without_a_primary_name_takes_its_first(tmp_path: Path) -> None:
    (entry,), report = read_text(tmp_path, DESIGNATION.replace("Primary Name", "Alias"))
    assert entry.names == (Name("EXAMPLE", "primary"),)
    assert len(report.problems) == 1


def test_a_measure_printed_twice_is_one(tmp_path: Path) -> None:
    double = DESIGNATION.replace("Asset freeze", "Asset freeze|asset  Freeze|")
    (entry,), _ = read_text(tmp_path, double)
    assert entry.measures == (imposed("Asset freeze"),)


words = (
    st.text(st.characters(codec="utf-8", exclude_categories=("C",)), min_size=1, max_size=30)
    .map(tidy)
    .filter(bool)
)
days = st.dates(min_value=date(1950, 1, 1), max_value=date(2040, 1, 1))
TERMS = (
    "Asset freeze", "Travel Ban", "Trust Services Sanctions", "De-flag",
    "Director Disqualification Sanction", 'Transport sanctions: see "Other information"',
)  # fmt: skip


@st.composite
def made_entries(draw: st.DrawFn) -> Entry:
    texts = draw(st.lists(words, min_size=1, max_size=5, unique=True))
    kinds = st.sampled_from(["alias", "weak_alias", "former"])
    births = draw(st.lists(days, max_size=3, unique=True))
    return Entry(
        ref=draw(st.from_regex(r"\A[A-Z]{3}[0-9]{4}\Z")),
        kind=draw(st.sampled_from(["person", "organisation", "vessel"])),
        names=(Name(texts[0]), *(Name(text, draw(kinds)) for text in texts[1:])),
        position="",
        programmes=(Term("RegimeName", draw(words)),),
        measures=tuple(
            imposed(term, draw(st.none() | days))
            for term in draw(st.lists(st.sampled_from(TERMS), min_size=1, unique=True))
        ),
        identifiers=tuple(Identifier("passport", t) for t in draw(st.sets(words, max_size=3))),
        attributes=tuple(Attribute("birth_date", day.isoformat()) for day in births),
        listed_on=draw(days),
        precision="day",
    )


KINDS = {"person": "Individual", "organisation": "Entity", "vessel": "Ship"}
NAME_TYPES = {"primary": "Primary Name", "alias": "ALias", "weak_alias": "Alias", "former": "f.k.a"}


def as_published(entries: list[Entry]) -> bytes:
    root = etree.Element("Designations")
    for entry in entries:
        assert entry.listed_on

        def put(path: str, text: str, start: etree._Element) -> None:
            for tag in path.split("/"):
                start = etree.SubElement(start, tag)
            start.text = text

        node = etree.SubElement(root, "Designation")
        put("UniqueID", entry.ref, node)
        put("DateDesignated", f"{entry.listed_on:%d/%m/%Y}", node)
        names = etree.SubElement(node, "Names")
        for name in entry.names:
            printed = etree.SubElement(names, "Name")
            put("Name6", name.text, printed)
            put("NameType", NAME_TYPES[name.type], printed)
            if name.type == "weak_alias":
                put("AliasStrength", "Low quality a.k.a", printed)
        put("RegimeName", entry.programmes[0].text, node)
        put("IndividualEntityShip", KINDS[entry.kind], node)
        put("SanctionsImposed", "|".join(m.term.text for m in entry.measures), node)
        dated = (
            f"The {m.term.text.split(':')[0]} was imposed on {m.start:%d/%m/%Y}."
            for m in entry.measures
            if m.start
        )
        put("OtherInformation", " ".join(dated), node)
        for identifier in entry.identifiers:
            path = "IndividualDetails/Individual/PassportDetails/Passport/PassportNumber"
            put(path, identifier.value, node)
        for attribute in entry.attributes:
            day = date.fromisoformat(attribute.value)
            put("IndividualDetails/Individual/DOBs/DOB", f"{day:%d/%m/%Y}", node)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


@settings(max_examples=60, deadline=None)
@given(st.lists(made_entries(), min_size=1, max_size=4, unique_by=lambda entry: entry.ref))
def test_what_is_published_is_what_is_read(entries: list[Entry]) -> None:
    report = ReadReport("gb-fcdo")
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / FILE).write_bytes(as_published(entries))
        found = [replace(entry, position="") for entry in read(Path(folder), report)]
    assert report.problems == []
    assert found == entries


@pytest.mark.parametrize(
    ("vintage", "persons", "organisations", "vessels", "warnings"),
    [("2026-02-23", 3868, 1288, 582, 0), ("2026-08-22", 4027, 1645, 665, 10)],
)
def test_a_real_snapshot_is_read_whole(
    official_lists: Path,
    vintage: str,
    persons: int,
    organisations: int,
    vessels: int,
    warnings: int,
) -> None:
    folder = official_lists / "gb-fcdo" / vintage
    report = ReadReport("gb-fcdo")
    entries = list(read(folder, report))
    # States that are gone, such as the Soviet Union, have no code; one birth date is garbled.
    assert report.errors == [] and report.odd_entries == []
    assert len(report.problems) == warnings
    kinds = Counter(entry.kind for entry in entries)
    assert kinds == {"person": persons, "organisation": organisations, "vessel": vessels}
    printed: Counter[str] = Counter()
    for element in etree.parse(folder / FILE).iter("SanctionsImposed"):
        printed.update(tidy(part) for part in (element.text or "").split("|"))
    assert Counter(m.term.text for entry in entries for m in entry.measures) == printed


@pytest.mark.parametrize(
    ("vintage", "dated"),
    [
        (
            "2026-02-23",
            {
                "Director Disqualification Sanction": 3787,
                "Prohibition on Correspondent banking relationships and processing payments": 26,
                'Transport sanctions: see "Other information"': 10,
            },
        ),
        (
            "2026-08-22",
            {
                "Director Disqualification Sanction": 3785,
                "Prohibition on Correspondent banking relationships and processing payments": 26,
                'Transport sanctions: see "Other information"': 10,
                "Trust Services Sanctions": 1,
            },
        ),
    ],
)
def test_the_dates_of_single_measures_are_read(
    official_lists: Path, vintage: str, dated: dict[str, int]
) -> None:
    entries = read(official_lists / "gb-fcdo" / vintage, ReadReport("gb-fcdo"))
    found = Counter(m.term.text for entry in entries for m in entry.measures if m.start)
    assert found == dated


def test_iran_air(official_lists: Path) -> None:
    entries = read(official_lists / "gb-fcdo" / "2026-08-22", ReadReport("gb-fcdo"))
    entry = next(entry for entry in entries if entry.ref == "IRN0240")
    assert Name("Iran Air", "alias") in entry.names
    assert entry.listed_on == date(2024, 11, 18)
    assert entry.measures == (
        imposed("Asset freeze"),
        imposed("Director Disqualification Sanction", date(2025, 4, 9)),
    )


def test_a_dead_person(tmp_path: Path) -> None:
    person = DESIGNATION.replace(">Entity<", ">Individual<").replace(
        "<SanctionsImposed>",
        "<OtherInformation>A remark. Reportedly deceased in 2010.</OtherInformation>"
        "<SanctionsImposed>",
    )
    (entry,), _ = read_text(tmp_path, person)
    assert entry.attributes == (Attribute("deceased", "reported"),)
