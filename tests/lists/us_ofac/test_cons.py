"""The consolidated (non-SDN) list of OFAC."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from sanctions_data.lists import FORMATS, Entry, ReadReport
from sanctions_data.lists.common.entry import Attribute, Identifier, Name, Term
from sanctions_data.lists.us_ofac.cons import read

REST = ",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"


def test_remarks_go_on_in_the_comments(tmp_path: Path) -> None:
    start = f"Website www.example.org; {'prose ' * 200}"[:983] + "; Registration N"
    assert len(start) == 999
    (tmp_path / "cons_prim.csv").write_bytes(
        f'7,"EXAMPLE BANK",-0- ,"UKRAINE-EO13662] [RUSSIA-EO14024"{REST}"{start}u"\r\n\x1a'.encode()
    )
    (tmp_path / "cons_comments.csv").write_bytes(b'7,"mber 1027 (Russia)."\r\n\x1a')
    (tmp_path / "cons_alt.csv").write_bytes(b'7,1,"fka","OLD BANK",-0- \r\n\x1a')
    (tmp_path / "cons_add.csv").write_bytes(b'7,1,-0- ,"Moscow","Russia",-0- \r\n\x1a')
    report = ReadReport("us-ofac-cons")
    [entry] = read(tmp_path, report)
    assert report.problems == []
    assert entry.names == (Name("EXAMPLE BANK"), Name("OLD BANK", "former"))
    assert entry.programmes == (
        Term("Program", "UKRAINE-EO13662"),
        Term("Program", "RUSSIA-EO14024"),
    )
    assert entry.identifiers == (
        Identifier("website", "www.example.org"),
        Identifier("registration_number", "1027", "RU"),
    )
    assert entry.attributes == (Attribute("country", "RU"),)


def test_missing_main_file_is_an_error(tmp_path: Path) -> None:
    report = ReadReport("us-ofac-cons")
    assert list(read(tmp_path, report)) == []
    assert [problem.position for problem in report.errors] == ["cons_prim.csv"]


def test_format_is_registered() -> None:
    assert FORMATS["us-ofac-cons"].read is read


def test_real_list_is_read_whole(official_lists: Path) -> None:
    report = ReadReport("us-ofac-cons")
    entries = list(read(official_lists / "us-ofac-cons" / "2025-12-19", report))
    assert len(entries) == 442
    assert Counter(entry.kind for entry in entries) == {"organisation": 363, "person": 79}
    assert report.problems == []
    assert all(entry.programmes for entry in entries)
    by_ref = {entry.ref: entry for entry in entries}
    # Its number is cut by the limit of the remarks and goes on in the comments.
    assert Identifier("registration_number", "1027700342890", "RU") in by_ref["17014"].identifiers
    dated = Counter(str(entry.listed_on) for entry in entries if entry.listed_on)
    assert dated == {
        "2021-06-03": 59, "2021-12-10": 1, "2021-12-16": 8, "2022-02-22": 3, "2022-02-24": 3,
        "2023-10-31": 1,
    }  # fmt: skip
    named = Counter(
        f"{term.text} from {term.start}" if term.start else term.text
        for entry in entries
        for term in entry.programmes
        if term.field == "Remarks" and term.text != "CMIC"
    )
    assert named == {
        "EO 13662 Directive 1": 124, "EO 13662 Directive 2": 54, "EO 13662 Directive 3": 42,
        "EO 13662 Directive 4": 86, "EO 14014 Directive 1 from 2023-12-15": 1,
        "EO 14024 Directive 1a from 2022-03-01": 3, "EO 14024 Directive 2 from 2022-03-26": 14,
        "EO 14024 Directive 3 from 2022-03-26": 9, "EO 14024 Directive 4": 3,
    }  # fmt: skip


SDN_XML = """<?xml version="1.0" standalone="yes"?>
<sdnList xmlns="http://tempuri.org/sdnList.xsd">
<publshInformation><Publish_Date>12/14/2020</Publish_Date><Record_Count>{count}</Record_Count>
</publshInformation>{entries}</sdnList>"""
PERSON = """<sdnEntry><uid>7</uid><firstName>Ada</firstName><lastName>EXAMPLE</lastName>
<title>Head; Judge</title><sdnType>Individual</sdnType><remarks>(Linked To: EXAMPLE GROUP)</remarks>
<programList><program>UKRAINE-EO13662</program></programList>
<idList><id><idType>Passport</idType><idNumber>A1</idNumber><idCountry>Namibia</idCountry></id>
<id><idType>Executive Order 13662 Directive Determination -</idType>
<idNumber>Subject to Directive 1</idNumber></id></idList>
<akaList><aka><type>a.k.a.</type><category>weak</category><lastName>ADI</lastName></aka>
<aka><type>f.k.a.</type><category>strong</category><lastName>BEE</lastName>
<firstName>Ada</firstName></aka></akaList>
<addressList><address><country>Palestinian</country></address></addressList>
<dateOfBirthList><dateOfBirthItem><dateOfBirth>circa 1962</dateOfBirth></dateOfBirthItem>
</dateOfBirthList><placeOfBirthList><placeOfBirthItem><placeOfBirth>Windhoek, Namibia</placeOfBirth>
</placeOfBirthItem></placeOfBirthList></sdnEntry>"""


def read_xml(folder: Path, text: str) -> tuple[list[Entry], ReadReport]:
    (folder / "consolidated.xml").write_text(text, encoding="utf-8")
    report = ReadReport("us-ofac-cons")
    return list(read(folder, report)), report


def test_the_older_xml_says_what_the_csv_says(tmp_path: Path) -> None:
    [entry], report = read_xml(tmp_path, SDN_XML.format(count=1, entries=PERSON))
    assert report.problems == []
    assert (entry.ref, entry.kind) == ("7", "person")
    assert entry.names == (
        Name("EXAMPLE, Ada"),
        Name("ADI", "weak_alias"),
        Name("BEE, Ada", "former"),
    )
    assert [term.text for term in entry.programmes] == ["UKRAINE-EO13662", "EO 13662 Directive 1"]
    assert entry.identifiers == (Identifier("passport", "A1", "NA"),)
    assert [(each.name, each.value) for each in entry.attributes] == [
        ("position", "Head"), ("position", "Judge"), ("birth_date", "1962"),
        ("birth_place", "Windhoek"), ("birth_country", "NA"), ("linked_to", "EXAMPLE GROUP"),
        ("country", "PS"),
    ]  # fmt: skip


def test_an_older_xml_that_is_cut_off_is_an_error(tmp_path: Path) -> None:
    _, report = read_xml(tmp_path, SDN_XML.format(count=2, entries=PERSON))
    assert "found 1 entries, but the file says that it has 2" in report.errors[0].message


NAMESPACE = (
    "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ENHANCED_XML"
)
ENTITY = """<entity id="7"><generalInfo><entityType>Entity</entityType></generalInfo>
<sanctionsLists>
<sanctionsList datePublished="2014-07-16">Sectoral Sanctions Identifications List</sanctionsList>
<sanctionsList datePublished="2022-02-24">SDN List</sanctionsList>
<sanctionsList datePublished="2014-10-10">Consolidated List</sanctionsList></sanctionsLists>
<sanctionsPrograms>{}</sanctionsPrograms><names><name><isPrimary>true</isPrimary><translations>
<translation><isPrimary>true</isPrimary><formattedFullName>EXAMPLE</formattedFullName>
</translation></translations></name></names><features>{}</features></entity>"""
DIRECTIVE = """<feature><type>Executive Order 13662 Directive Determination -</type>
<value>Subject to Directive {}</value></feature>"""
TAG = "<sanctionsProgram>{}</sanctionsProgram>"


@pytest.mark.parametrize(
    ("tags", "directives", "listed_on"),
    [
        pytest.param(["UKRAINE-EO13662"], [1], date(2014, 7, 16), id="one directive"),
        pytest.param(["NS-PLC"], [], date(2014, 7, 16), id="one programme"),
        pytest.param(["UKRAINE-EO13662"], [1, 3], None, id="perhaps not of both directives"),
        pytest.param(["UKRAINE-EO13662", "SYRIA"], [1], None, id="perhaps not of both programmes"),
    ],
)
def test_day_of_an_older_list_where_it_is_that_of_every_measure(
    tmp_path: Path, tags: list[str], directives: list[int], listed_on: date | None
) -> None:
    entity = ENTITY.format(
        "".join(map(TAG.format, tags)), "".join(map(DIRECTIVE.format, directives))
    )
    text = f'<sanctionsData xmlns="{NAMESPACE}"><entities>{entity}</entities></sanctionsData>'
    (tmp_path / "CONS_ENHANCED.XML").write_text(text, encoding="utf-8")
    report = ReadReport("us-ofac-cons")
    [entry] = read(tmp_path, report)
    assert report.problems == []
    assert entry.listed_on == listed_on
    assert [term.text for term in entry.programmes] == [
        *tags,
        *(f"EO 13662 Directive {number}" for number in directives),
    ]


CONSOLIDATED = '<sanctionsList datePublished="{}">Consolidated List</sanctionsList>'


@pytest.mark.parametrize(
    ("day", "precision"),
    [
        pytest.param("2014-10-10", "on_or_before", id="the day on which the list began"),
        pytest.param("2015-12-22", "day", id="a later day"),
    ],
)
def test_a_list_that_took_over_older_ones_bounds_the_day(
    tmp_path: Path, day: str, precision: str
) -> None:
    before, _, rest = ENTITY.format(TAG.format("NS-PLC"), "").partition("<sanctionsLists>")
    lists = f"<sanctionsLists>{CONSOLIDATED.format(day)}{rest[rest.index('</sanctionsLists>') :]}"
    text = (
        f'<sanctionsData xmlns="{NAMESPACE}"><entities>{before}{lists}</entities></sanctionsData>'
    )
    (tmp_path / "CONS_ENHANCED.XML").write_text(text, encoding="utf-8")
    [entry] = read(tmp_path, ReadReport("us-ofac-cons"))
    assert (str(entry.listed_on), entry.precision) == (day, precision)


BLOCKED = "<sanctionsTypes><sanctionsType>Block</sanctionsType></sanctionsTypes>"


@pytest.mark.parametrize("is_on_sdn_list", [True, False])
def test_a_blocked_party_that_is_not_on_the_sdn_list_is_on_neither(
    tmp_path: Path, is_on_sdn_list: bool
) -> None:
    entity = ENTITY.format(TAG.format("SDGT"), "").replace("<names>", f"{BLOCKED}<names>")
    if not is_on_sdn_list:
        start, end = entity.index("<sanctionsLists>"), entity.index("</sanctionsLists>")
        lists = f"<sanctionsLists>{CONSOLIDATED.format('2016-09-16')}"
        entity = entity[:start] + lists + entity[end:]
    text = f'<sanctionsData xmlns="{NAMESPACE}"><entities>{entity}</entities></sanctionsData>'
    (tmp_path / "CONS_ENHANCED.XML").write_text(text, encoding="utf-8")
    report = ReadReport("us-ofac-cons")
    assert len(list(read(tmp_path, report))) == is_on_sdn_list
    told = [problem for problem in report.problems if "not on the SDN list" in problem.message]
    assert len(told) == (not is_on_sdn_list)


@pytest.mark.parametrize(
    ("vintage", "count", "listed", "terms"),
    [
        pytest.param("2020-12-14", 376, 0, 695, id="older XML"),
        pytest.param("2024-02-23", 444, 75, 919, id="older XML with dates of directives"),
        pytest.param("2025-01-10", 443, 346, 929, id="enhanced XML"),
        pytest.param("2026-07-24", 393, 383, 684, id="enhanced XML, rebuilt"),
    ],
)
def test_real_list_in_its_other_forms(
    official_lists: Path, vintage: str, count: int, listed: int, terms: int
) -> None:
    report = ReadReport("us-ofac-cons")
    entries = list(read(official_lists / "us-ofac-cons" / vintage, report))
    assert report.errors == [] and report.odd_entries == [] and len(entries) == count
    assert len(report.problems) == (97 if vintage == "2026-07-24" else 0)
    assert sum(entry.listed_on is not None for entry in entries) == listed
    assert sum(not term.is_hint for entry in entries for term in entry.programmes) == terms


def test_real_forms_name_the_same_directives(official_lists: Path) -> None:
    def directives(vintage: str) -> dict[str, set[tuple[str, date | None]]]:
        entries = read(official_lists / "us-ofac-cons" / vintage, ReadReport("us-ofac-cons"))
        return {
            entry.ref: {(t.text, t.start) for t in entry.programmes if t.field == "Remarks"}
            for entry in entries
        }

    enhanced, csv = directives("2025-01-10"), directives("2025-12-19")
    both = enhanced.keys() & csv.keys()
    assert len(both) > 430 and all(enhanced[ref] == csv[ref] for ref in both)
