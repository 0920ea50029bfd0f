"""The publisher's XML with dates and legal authorities."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from sanctions_data.download.snapshots import find_snapshot
from sanctions_data.lists import FORMATS, Entry, ReadReport
from sanctions_data.lists.common.entry import EVERYTHING, Attribute, Identifier, Link, Name, Term
from sanctions_data.lists.us_ofac.sdn import read

NAMESPACE = (
    "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ENHANCED_XML"
)

PERSON = """
<entity id="1001">
  <generalInfo><identityId>77</identityId>
    <entityType refId="600">Individual</entityType></generalInfo>
  <sanctionsLists>
    <sanctionsList refId="1" id="11" datePublished="2014-03-17">Consolidated List</sanctionsList>
    <sanctionsList refId="2" id="12" datePublished="2020-10-08">SDN List</sanctionsList>
  </sanctionsLists>
  <sanctionsPrograms>
    <sanctionsProgram refId="3" id="13">IRAN</sanctionsProgram>
    <sanctionsProgram refId="4" id="14">SDGT</sanctionsProgram>
  </sanctionsPrograms>
  <sanctionsTypes><sanctionsType refId="5" id="15">Block</sanctionsType></sanctionsTypes>
  <legalAuthorities>
    <legalAuthority refId="6" id="16">Executive Order 13224 (Terrorism)</legalAuthority>
  </legalAuthorities>
  <names>
    <name id="2"><isPrimary>false</isPrimary><aliasType refId="1400">A.K.A.</aliasType>
      <isLowQuality>true</isLowQuality><translations><translation id="3"><isPrimary>true</isPrimary>
      <script refId="215">Latin</script><formattedFullName>JD</formattedFullName></translation>
      </translations></name>
    <name id="4"><isPrimary>false</isPrimary><aliasType refId="1401">F.K.A.</aliasType>
      <isLowQuality>false</isLowQuality><translations><translation id="5">
      <isPrimary>true</isPrimary><script refId="215">Latin</script>
      <formattedFullName>POE, Jane</formattedFullName>
      </translation></translations></name>
    <name id="1"><isPrimary>true</isPrimary><isLowQuality>false</isLowQuality><translations>
      <translation id="8"><isPrimary>false</isPrimary><script refId="160">Arabic</script>
        <formattedFullName>جين دو</formattedFullName></translation>
      <translation id="7"><isPrimary>true</isPrimary><script refId="215">Latin</script>
        <formattedFullName>DOE, Jane</formattedFullName></translation>
      </translations></name>
  </names>
  <addresses><address id="20"><country refId="30">Iran</country></address></addresses>
  <features>
    <feature id="40"><type featureTypeId="8">Birthdate</type><value>16 Jul 1984</value>
      <valueDate id="41"><fromDateBegin>1984-07-16</fromDateBegin>
      <isApproximate>false</isApproximate></valueDate></feature>
    <feature id="42"><type featureTypeId="8">Birthdate</type><value>1985</value>
      <valueDate id="43"><fromDateBegin>1985-01-01</fromDateBegin>
      <isApproximate>true</isApproximate></valueDate></feature>
    <feature id="44"><type featureTypeId="9">Place of Birth</type>
      <value>Exampleton, Iran</value></feature>
    <feature id="45"><type featureTypeId="10">Nationality Country</type>
      <value>Iran</value></feature>
    <feature id="46"><type featureTypeId="224">Gender</type>
      <valueRefId refId="91">x</valueRefId></feature>
    <feature id="47"><type featureTypeId="26">Title</type><value>Head; Judge</value></feature>
    <feature id="48"><type featureTypeId="344">Digital Currency Address - XBT</type>
      <value>1Abc</value></feature>
    <feature id="49"><type featureTypeId="99">Secondary sanctions risk:</type>
      <value>prose</value></feature>
  </features>
  <identityDocuments>
    <identityDocument id="50"><type refId="1571">Passport</type><documentNumber>A1</documentNumber>
      <isValid>true</isValid><issuingCountry refId="30">Iran</issuingCountry></identityDocument>
    <identityDocument id="51"><type refId="1571">Passport</type><documentNumber>F1</documentNumber>
      <isValid>false</isValid></identityDocument>
  </identityDocuments>
  <relationships><relationship id="60"><type refId="70">Acting for or on behalf of</type>
    <relatedEntity entityId="1002">EXAMPLE STAR</relatedEntity></relationship></relationships>
</entity>
"""

VESSEL = """
<entity id="1002">
  <generalInfo><identityId>78</identityId><entityType refId="602">Vessel</entityType></generalInfo>
  <sanctionsLists>
    <sanctionsList datePublished="2021-02-03">SDN List</sanctionsList></sanctionsLists>
  <names><name id="9"><isPrimary>true</isPrimary><translations><translation id="10">
    <isPrimary>true</isPrimary><formattedFullName>EXAMPLE STAR</formattedFullName>
    </translation></translations></name></names>
  <features>
    <feature id="80"><type>VESSEL TYPE</type><value>Tanker</value></feature>
    <feature id="81"><type>Vessel Flag</type><value>Iran</value></feature>
    <feature id="82"><type>Vessel Gross Registered Tonnage</type><value>84,000</value></feature>
    <feature id="83"><type>Vessel Call Sign</type><value>ABCD</value></feature>
  </features>
  <identityDocuments><identityDocument id="84"><type>Vessel Registration Identification</type>
    <documentNumber>IMO 9000001</documentNumber></identityDocument></identityDocuments>
</entity>
"""


def document(*entities: str) -> str:
    return f"""<?xml version="1.0" encoding="utf-8"?>
<sanctionsData xmlns="{NAMESPACE}">
  <publicationInfo><dataAsOf>2026-06-02T00:00:00-04:00</dataAsOf><filters><sanctionsLists>
    <sanctionsList refId="2">SDN List</sanctionsList></sanctionsLists></filters></publicationInfo>
  <referenceValues><referenceValue refId="91"><type>Gender</type>
      <value>Female</value>
    </referenceValue></referenceValues>
  <featureTypes><featureType featureTypeId="8"><type>Birthdate</type></featureType></featureTypes>
  <entities>{"".join(entities)}</entities>
</sanctionsData>"""


def read_text(folder: Path, text: str) -> tuple[list[Entry], ReadReport]:
    (folder / "SDN_ENHANCED.XML").write_text(text, encoding="utf-8")
    report = ReadReport("us-ofac-sdn")
    return list(read(folder, report)), report


def test_person(tmp_path: Path) -> None:
    [entry], report = read_text(tmp_path, document(PERSON))
    assert report.problems == []
    assert (entry.ref, entry.kind) == ("1001", "person")
    assert entry.names == (
        Name("DOE, Jane"),
        Name("جين دو", "alias"),
        Name("JD", "weak_alias"),
        Name("POE, Jane", "former"),
    )
    assert entry.programmes == (
        Term("Program", "IRAN"),
        Term("Program", "SDGT"),
        Term("legalAuthority", "Executive Order 13224 (Terrorism)", is_hint=True),
    )
    assert entry.identifiers == (
        Identifier("crypto_address", "1Abc", currency="XBT"),
        Identifier("passport", "A1", "IR"),
    )
    assert entry.attributes == (
        Attribute("birth_date", "1984-07-16"),
        Attribute("birth_date", "1985"),
        Attribute("birth_place", "Exampleton"),
        Attribute("birth_country", "IR"),
        Attribute("nationality", "IR"),
        Attribute("gender", "female"),
        Attribute("position", "Head"),
        Attribute("position", "Judge"),
        Attribute("country", "IR"),
        Attribute("linked_to", "EXAMPLE STAR"),
    )
    assert entry.links == (Link("acts_for", "1002"),)
    assert (entry.listed_on, entry.precision) == (date(2020, 10, 8), "day")
    assert entry.measures == ()


RISK = '<type featureTypeId="99">Secondary sanctions risk:</type>\n      <value>{}</value>'


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [
        ("See Section 11 of Executive Order 14024.", ["Section 11 of Executive Order 14024"]),
        (
            "pursuant to the Hong Kong Autonomy Act of 2020 – Public Law 116–149",
            ["Hong Kong Autonomy Act of 2020 - Public Law 116-149"],
        ),
        ("prose", []),
    ],
)
def test_the_provision_behind_secondary_sanctions(
    tmp_path: Path, printed: str, read_as: list[str]
) -> None:
    text = PERSON.replace(RISK.format("prose"), RISK.format(printed))
    [entry], _ = read_text(tmp_path, document(text))
    found = [each.value for each in entry.attributes if each.name == "secondary_sanctions"]
    assert found == read_as


def test_a_label_with_curled_quotes_is_the_same_label(tmp_path: Path) -> None:
    number = "<type>Aircraft Manufacturer’s Serial Number (MSN)</type><value>103</value>"
    text = VESSEL.replace("<features>", f"<features><feature>{number}</feature>")
    [entry], _ = read_text(tmp_path, document(text))
    assert Identifier("aircraft_msn", "103") in entry.identifiers


def test_the_day_of_an_entry_of_two_lists_is_not_known(tmp_path: Path) -> None:
    types = "<sanctionsType>Block</sanctionsType><sanctionsType>Reject</sanctionsType>"
    text = VESSEL.replace("<names>", f"<sanctionsTypes>{types}</sanctionsTypes><names>")
    [entry], report = read_text(tmp_path, document(text))
    assert (entry.listed_on, entry.precision, entry.unread) == (None, "unknown", ("programmes",))
    assert report.problems == []


def test_an_unknown_relation_is_told(tmp_path: Path) -> None:
    text = PERSON.replace("Acting for or on behalf of", "Neighbour of")
    [entry], report = read_text(tmp_path, document(text))
    assert entry.links == ()
    [problem] = report.problems
    assert "'Neighbour of'" in problem.message and not problem.is_error


def test_vessel(tmp_path: Path) -> None:
    entries, _ = read_text(tmp_path, document(PERSON, VESSEL))
    vessel = entries[1]
    assert vessel.kind == "vessel"
    assert vessel.identifiers == (
        Identifier("call_sign", "ABCD"),
        Identifier("imo_number", "9000001"),
    )
    assert Attribute("tonnage", "84,000 GRT") in vessel.attributes
    assert Attribute("flag", "IR") in vessel.attributes


def test_xml_wins_over_the_csv_files(tmp_path: Path) -> None:
    (tmp_path / "sdn.csv").write_text("this would be an error", encoding="utf-8")
    entries, report = read_text(tmp_path, document(VESSEL))
    assert [entry.ref for entry in entries] == ["1002"] and report.problems == []


BAD = {
    "wrong root": ("<sdnList/>", "expected <"),
    "web page": ("<html><body>Error</body></html>", "expected <"),
    "cut off": (document(PERSON)[:-300], "the XML is broken"),
    "no entity": (document(), "holds no entity"),
    "other list": (document(VESSEL.replace("SDN List", "Other List")), "no entry that can be read"),
    "entities to expand": (
        '<!DOCTYPE x [<!ENTITY a "b">]>' + document(VESSEL).partition("\n")[2],
        "document type",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_file_is_one_clear_error(tmp_path: Path, case: str) -> None:
    text, message = BAD[case]
    _, report = read_text(tmp_path, text)
    [problem] = report.errors
    assert message in problem.message
    assert problem.position.startswith("SDN_ENHANCED.XML")


ODD = {
    "entity twice": (VESSEL, "found entry number 1002 again"),
    "other list": (VESSEL.replace("SDN List", "Other List"), "not on the 'SDN List'"),
    "no primary name": (
        VESSEL.replace("<isPrimary>true</isPrimary><translations>", "<translations>"),
        "no name is marked isPrimary",
    ),
    "no number": (VESSEL.replace('id="1002"', ""), "expected digits"),
}


@pytest.mark.parametrize("case", ODD)
def test_an_entity_that_says_too_little_is_told_and_left_out(tmp_path: Path, case: str) -> None:
    text, message = ODD[case]
    sound = VESSEL if "twice" in case else VESSEL.replace("1002", "1003")
    entries, report = read_text(tmp_path, document(sound, text))
    assert len(entries) == 1 and report.errors == []
    [problem] = report.problems
    assert problem.is_odd and message in problem.message


@pytest.mark.parametrize(
    ("old", "new", "unread", "message"),
    [
        pytest.param("2021-02-03", "soon", "listed_on", "'soon' is no date", id="no date"),
        pytest.param(">Vessel<", ">Spaceship<", "kind", "'Spaceship'", id="unknown type"),
    ],
)
def test_an_odd_entity_is_told_and_read_as_far_as_it_is_understood(
    tmp_path: Path, old: str, new: str, unread: str, message: str
) -> None:
    [entry], report = read_text(tmp_path, document(VESSEL.replace(old, new)))
    assert unread in entry.unread and entry.names == (Name("EXAMPLE STAR"),)
    [problem] = report.problems
    assert problem.is_odd and message in problem.message


GENERAL = """<generalInfo><entityType>Individual</entityType>
  <remarks>(Linked To: EXAMPLE GROUP)</remarks><title>Minister; Judge</title></generalInfo>"""
ADDRESS = """<addresses><address><translations><translation><addressParts>
  <addressPart><type>CITY</type><value>Town</value></addressPart>
  <addressPart><type>REGION</type><value>{}</value></addressPart>
  </addressParts></translation></translations></address></addresses>"""


@pytest.mark.parametrize(("region", "codes"), [("Gaza", ["PS"]), ("Kafia Kingi", [])])
def test_titles_remarks_and_regions(tmp_path: Path, region: str, codes: list[str]) -> None:
    _, _, rest = PERSON.partition("</generalInfo>")
    before, _, rest = rest.partition("<addresses>")
    after = rest.partition("</addresses>")[2]
    text = f'<entity id="1001">{GENERAL}{before}{ADDRESS.format(region)}{after}'
    [entry], report = read_text(tmp_path, document(text))
    assert report.problems == []
    values = [(each.name, each.value) for each in entry.attributes]
    assert [value for name, value in values if name == "position"] == ["Minister", "Judge", "Head"]
    assert [value for name, value in values if name == "country"] == codes
    assert ("linked_to", "EXAMPLE GROUP") in values


def test_a_date_without_words_is_read_from_its_bounds(tmp_path: Path) -> None:
    dates = """<fromDateBegin>1951-01-01</fromDateBegin><toDateEnd>1953-12-31</toDateEnd>"""
    feature = f"<feature><type>Birthdate</type><valueDate>{dates}</valueDate></feature>"
    text = PERSON.replace("<features>", f"<features>{feature}")
    [entry], _ = read_text(tmp_path, document(text))
    assert [each.value for each in entry.attributes][:2] == ["1951", "1953"]


@pytest.mark.parametrize("name", ["SDN_ENHANCED.XML", "sdn_enhanced.xml", "Sdn_Enhanced.xml"])
@pytest.mark.parametrize(
    "csv", [None, b"", b"\x1a", b"\r\n"], ids=["no CSV", "empty", "mark", "line"]
)
def test_the_xml_alone_is_a_snapshot(tmp_path: Path, name: str, csv: bytes | None) -> None:
    folder = tmp_path / "us-ofac-sdn" / "2026-09-01"
    folder.mkdir(parents=True)
    (folder / name).write_text(document(VESSEL), encoding="utf-8")
    if csv is not None:
        (folder / "sdn.csv").write_bytes(csv)
    list_format = FORMATS["us-ofac-sdn"]
    assert find_snapshot(tmp_path, list_format).carries() == EVERYTHING
    report = ReadReport("us-ofac-sdn")
    assert [entry.ref for entry in list_format.read(folder, report)] == ["1002"]
    assert report.problems == []


def test_missing_date_is_an_unknown_date(tmp_path: Path) -> None:
    [entry], report = read_text(
        tmp_path, document(VESSEL.replace(' datePublished="2021-02-03"', ""))
    )
    assert (entry.listed_on, entry.precision, report.problems) == (None, "unknown", [])


def test_the_real_list_is_read_whole(official_lists: Path) -> None:
    report = ReadReport("us-ofac-sdn")
    entries = list(read(official_lists / "us-ofac-sdn" / "2026-07-24", report))
    assert report.errors == [] and report.odd_entries == []
    assert Counter(entry.kind for entry in entries) == {
        "organisation": 9825, "person": 7472, "vessel": 1516, "aircraft": 344,
    }  # fmt: skip
    dated = sum(entry.precision == "day" for entry in entries)
    assert dated == 19051  # the others are on another list too
    assert sum(i.type == "aircraft_msn" for e in entries for i in e.identifiers) == 294
    assert sum(len(entry.links) for entry in entries) == 8912
    dates = Counter(a.name for entry in entries for a in entry.attributes)
    assert (dates["birth_date"], dates["nationality"], dates["country"]) == (8248, 6298, 17100)
    assert not any(entry.unread for entry in entries)
