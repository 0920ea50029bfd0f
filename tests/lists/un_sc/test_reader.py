"""The UN Security Council Consolidated List."""

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
    Entry,
    Identifier,
    Name,
    StatedMeasure,
    Term,
    tidy,
)
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.un_sc.paragraphs import stated_measures
from sanctions_data.lists.un_sc.reader import FILE, read

FIXTURE = Path(__file__).parent / "un-sc.xml"

ENTITY = """<ENTITY>
  <FIRST_NAME>EXAMPLE</FIRST_NAME>
  <UN_LIST_TYPE>Iraq</UN_LIST_TYPE>
  <REFERENCE_NUMBER>IQe.901</REFERENCE_NUMBER>
  <LISTED_ON>2003-06-02</LISTED_ON>
</ENTITY>"""


def read_text(folder: Path, *elements: str) -> tuple[list[Entry], ReadReport]:
    content = f"<CONSOLIDATED_LIST>{''.join(elements)}</CONSOLIDATED_LIST>"
    (folder / FILE).write_text(content, encoding="utf-8")
    report = ReadReport("un-sc")
    return list(read(folder, report)), report


@pytest.fixture(scope="module")
def entries(tmp_path_factory) -> dict[str, Entry]:
    folder = tmp_path_factory.mktemp("un-sc")
    shutil.copy(FIXTURE, folder / FILE)
    report = ReadReport("un-sc")
    found = {entry.ref: entry for entry in FORMATS["un-sc"].read(folder, report)}
    assert report.problems == []
    return found


def paragraph(
    resolution: int, number: str, start: date | None = None, end: date | None = None
) -> StatedMeasure:
    term = Term("COMMENTS1", f"resolution {resolution} paragraph {number}")
    return StatedMeasure(term, start, end)


def test_every_element_of_a_person(entries: dict[str, Entry]) -> None:
    assert entries["TAi.901"] == Entry(
        ref="TAi.901",
        kind="person",
        names=(
            Name("ADA B C EXAMPLE", "primary"),
            Name("آدا", "alias"),
            Name("Good Name", "alias"),
            Name("Weak Name", "weak_alias"),
            Name("آداب", "alias"),
            Name("One Name", "alias"),
            Name("Two Name", "alias"),
            Name("Old Name", "former"),
        ),
        position=f"{FILE}, entry 1 (INDIVIDUAL TAi.901)",
        programmes=(Term("UN_LIST_TYPE", "Taliban"),),
        identifiers=(
            Identifier("un_reference", "TAi.901"),
            Identifier("passport", "P1", "LY"),
            Identifier("passport", "P2", "ML"),
            Identifier("passport", "P3"),
            Identifier("national_id", "N1"),
            Identifier("tax_id", "T1"),
            Identifier("other", "R1"),
        ),
        attributes=(
            Attribute("birth_place", "Example Town"),
            Attribute("birth_place", "Other Province"),
            Attribute("birth_date", "1961-03-04"),
            Attribute("birth_date", "1962"),
            Attribute("birth_date", "1963"),
            Attribute("birth_date", "1966"),
            Attribute("birth_date", "1950-01-02"),
            Attribute("birth_place", "Alias Town"),
            Attribute("birth_country", "IR"),
            Attribute("birth_country", "PK"),
            Attribute("nationality", "AF"),
            Attribute("gender", "female"),
            Attribute("position", "a) Minister of Examples"),
            Attribute("position", "Governor"),
            Attribute("title", "Mullah"),
            Attribute("country", "NA"),
        ),
        listed_on=date(2015, 7, 1),
        precision="day",
    )


def test_a_shipping_company_with_an_imo_number_is_no_ship(entries: dict[str, Entry]) -> None:
    entry = entries["KPe.901"]
    assert entry.kind == "organisation"
    assert entry.names[1] == Name("Example (ESC)", "alias")
    assert Identifier("imo_number", "5342883") in entry.identifiers
    assert entry.attributes == (Attribute("country", "KP"),)
    assert entry.measures == ()


def test_a_ship(entries: dict[str, Entry]) -> None:
    entry = entries["LYe.901"]
    assert entry.kind == "vessel"
    assert Identifier("imo_number", "9074729") in entry.identifiers
    assert entry.measures == (paragraph(2146, "10(a)"),)


def test_no_prose_of_the_publisher_is_kept(entries: dict[str, Entry]) -> None:
    for words in ("sentence of the publisher", "Example Street", "prose", "born", "1960s"):
        assert words not in repr(entries)


@pytest.mark.parametrize(
    ("comment", "measures"),
    [
        pytest.param(
            "Listed pursuant to paragraph 15 of resolution 1970 (Travel Ban).",
            (paragraph(1970, "15"),),
            id="one paragraph",
        ),
        pytest.param(
            "Name of mother X. Listed pursuant to paragraphs 15 and 17\nof resolution 1970 "
            "(Travel Ban,Asset Freeze), 1) and so on",
            (paragraph(1970, "15"), paragraph(1970, "17")),
            id="two paragraphs and a line break",
        ),
        pytest.param(
            "Listed pursuant to paragraph 15 of resolution 1970 (Travel\nBan). Listed\non 17 "
            "March 2011 pursuant to paragraph 17 of resolution 1970 (Asset Freeze).",
            (paragraph(1970, "15"), paragraph(1970, "17", date(2011, 3, 17))),
            id="a date of its own",
        ),
        pytest.param(
            "Listed pursuant to paragraph 17 of resolution 1973, as modified on 16 September "
            "pursuant to paragraph 15 of resolution 2009.",
            (paragraph(1973, "17"),),
            id="a modifying paragraph lists nobody",
        ),
        pytest.param(
            "IMO: 9074729 Listed pursuant to paragraphs 10(a), 10 (b) and 10(d) of resolution 2146 "
            "(2014), as amended by paragraph 2 of resolutions 2441 (2018) and 2509 (2020). "
            "Pursuant to paragraph 11 of resolution 2146, this designation is valid from 22 July "
            "2026 to 22 July 2027, unless terminated.",
            tuple(
                paragraph(2146, number, date(2026, 7, 22), date(2027, 7, 22))
                for number in ("10(a)", "10(b)", "10(d)")
            ),
            id="parts of a paragraph, with an end",
        ),
        pytest.param(
            "Listed pursuant to paragraph 15 of resolution 1970 and paragraph 19 of\nresolution "
            "1973 (Travel Ban, Asset Freeze). Listed on 24 June 2011.",
            (paragraph(1970, "15"), paragraph(1973, "19")),
            id="two resolutions",
        ),
        pytest.param(
            "Listed pursuant to paragraphs 15 and 17 of resolution 1970 (2011), and pursuant to "
            "paragraph 19 of Security Council resolution 1973 (2011).",
            (paragraph(1970, "15"), paragraph(1970, "17"), paragraph(1973, "19")),
            id="two resolutions with their years",
        ),
        pytest.param(
            "Listed on 17 March 2011 under paragraph 15 of resolution 1970 (Travel Ban) and "
            "paragraph 17 of resolution 1970 (Asset Freeze).",
            (paragraph(1970, "15", date(2011, 3, 17)), paragraph(1970, "17", date(2011, 3, 17))),
            id="a measure behind each",
        ),
    ],
)
def test_paragraphs_of_libya(comment: str, measures: tuple[StatedMeasure, ...]) -> None:
    assert stated_measures(comment) == (measures, [])


@pytest.mark.parametrize(
    ("comment", "count", "message"),
    [
        pytest.param("", 0, "no paragraph", id="no comment"),
        pytest.param(
            "Added under paragraph 15 (Travel Ban).", 0, "no paragraph", id="other wording"
        ),
        pytest.param(
            "Listed pursuant to paragraph 15 of resolution 1970 (Travel Ban, Asset Freeze).",
            1,
            "fewer paragraphs",
            id="a measure without paragraph",
        ),
        pytest.param(
            "Listed on 31 February 2011 pursuant to paragraph 15 of resolution 1970.",
            1,
            "'31 February 2011'",
            id="no such day",
        ),
        pytest.param(
            "Listed pursuant to paragraph 10 of resolution 2146, valid from 1 July 2026 to 31 "
            "June 2027",
            1,
            "names no days",
            id="no such last day",
        ),
    ],
)
def test_a_libya_entry_is_read_as_far_as_its_wording_is_understood(
    tmp_path: Path, comment: str, count: int, message: str
) -> None:
    libya = ENTITY.replace("IQe", "LYe").replace("Iraq", "Libya")
    libya = libya.replace("</ENTITY>", f"<COMMENTS1>{comment}</COMMENTS1></ENTITY>")
    [entry], report = read_text(tmp_path, libya)
    assert len(entry.measures) == count and entry.unread == ("measures",)
    assert report.errors == []
    assert message in str(report.problems[0]) and "LYe.901" in str(report.problems[0])


@pytest.mark.parametrize(
    ("comment", "terms"),
    [
        pytest.param("Listed pursuant to paragraphs 1 to 3 of Security Council resolution 2374 "
                     "(2017) (Travel Ban).", ["travel ban"], id="one"),
        pytest.param("Prose. Listed pursuant to paragraphs 1 to 3 of Security Council resolution\n"
                     "2374 (2017) (Travel Ban, Asset Freeze). More prose.",
                     ["travel ban", "asset freeze"], id="two"),
        pytest.param("Prose.", [], id="none"),
    ],
)  # fmt: skip
def test_measures_of_mali(tmp_path: Path, comment: str, terms: list[str]) -> None:
    mali = ENTITY.replace("IQe", "MLe").replace("Iraq", "Mali")
    mali = mali.replace("</ENTITY>", f"<COMMENTS1>{comment}</COMMENTS1></ENTITY>")
    [entry], report = read_text(tmp_path, mali)
    assert [each.term.text for each in entry.measures] == [f"resolution 2374 {t}" for t in terms]
    assert entry.unread == (() if terms else ("measures",))
    assert bool(report.problems) == (not terms)


@pytest.mark.parametrize("printed", ["IQe.901.1", "IQe.901 .1"])
def test_a_reference_that_was_printed_with_a_suffix_for_two_days(
    tmp_path: Path, printed: str
) -> None:
    [entry], report = read_text(tmp_path, ENTITY.replace("IQe.901", printed))
    assert entry.ref == "IQe.901" and report.problems == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        pytest.param("IQe.901", "", "no REFERENCE_NUMBER for 'EXAMPLE'", id="no reference"),
        pytest.param("EXAMPLE", "", "no name", id="no name"),
    ],
)
def test_an_entry_without_reference_or_name_is_told_and_left_out(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    sound = ENTITY.replace("901", "902")
    entries, report = read_text(tmp_path, ENTITY.replace(old, new), sound)
    assert [entry.ref for entry in entries] == ["IQe.902"]
    (problem,) = report.problems
    assert problem.is_odd and message in str(problem) and "entry 1" in str(problem)
    assert report.left_out.keys() == ({"IQe.901"} if old == "EXAMPLE" else set())


@pytest.mark.parametrize(
    ("old", "new", "unread", "message"),
    [
        pytest.param(">Iraq<", "><", "programmes", "no UN_LIST_TYPE", id="no list type"),
        pytest.param("2003-06-02", "2003-06-31", "listed_on", "'2003-06-31'", id="no such day"),
        pytest.param(
            "<LISTED_ON>2003-06-02</LISTED_ON>", "", "listed_on", "LISTED_ON ''", id="no date"
        ),
        pytest.param("2003-06-02", "-", "listed_on", "LISTED_ON '-'", id="dash"),
    ],
)
def test_an_odd_entry_is_told_and_read_as_far_as_it_is_understood(
    tmp_path: Path, old: str, new: str, unread: str, message: str
) -> None:
    (entry,), report = read_text(tmp_path, ENTITY.replace(old, new))
    assert entry.names == (Name("EXAMPLE"),) and entry.unread == (unread,)
    (problem,) = report.problems
    assert problem.is_odd and message in str(problem) and "entry 1" in str(problem)


def test_a_reference_that_comes_twice_is_told(tmp_path: Path) -> None:
    entries, report = read_text(tmp_path, ENTITY, ENTITY)
    assert len(entries) == 1 and report.errors == []
    assert "entry 2" in str(report.problems[0]) and "entry 1" in str(report.problems[0])


def test_a_dead_person(tmp_path: Path) -> None:
    comment = "<COMMENTS1>Reportedly deceased in 2010.</COMMENTS1></ENTITY>"
    person = ENTITY.replace("</ENTITY>", comment).replace("ENTITY>", "INDIVIDUAL>")
    (dead,), _ = read_text(tmp_path, person.replace("IQe.901", "IQi.901"))
    assert dead.attributes == (Attribute("deceased", "reported"),)


@pytest.mark.parametrize(
    ("printed", "codes"),
    [
        pytest.param("Namibia", ["NA"], id="Namibia"),
        pytest.param("na", [], id="placeholder"),
        pytest.param("Sudan/South Sudan", ["SD", "SS"], id="two"),
        pytest.param("Saudi Arabian", ["SA"], id="people"),
    ],
)
def test_nationality(tmp_path: Path, printed: str, codes: list[str]) -> None:
    extra = f"<NATIONALITY><VALUE>{printed}</VALUE></NATIONALITY></ENTITY>"
    (entry,), report = read_text(tmp_path, ENTITY.replace("</ENTITY>", extra))
    assert [each.value for each in entry.attributes] == codes
    assert report.problems == []


@pytest.mark.parametrize(
    ("extra", "message"),
    [
        pytest.param(
            "<ENTITY_ALIAS><QUALITY>Fair</QUALITY><ALIAS_NAME>X</ALIAS_NAME></ENTITY_ALIAS>",
            "'Fair'",
            id="quality",
        ),
        pytest.param("<GENDER>Unsure</GENDER>", "'Unsure'", id="gender"),
        pytest.param(
            "<ENTITY_DOCUMENT><TYPE_OF_DOCUMENT>Library card</TYPE_OF_DOCUMENT>"
            "<NUMBER>1</NUMBER></ENTITY_DOCUMENT>",
            "'Library card'",
            id="document",
        ),
        pytest.param(
            "<ENTITY_ADDRESS><COUNTRY>Atlantis</COUNTRY></ENTITY_ADDRESS>",
            "'Atlantis'",
            id="country",
        ),
    ],
)
def test_a_warning_names_the_entry_and_keeps_it(tmp_path: Path, extra: str, message: str) -> None:
    entries, report = read_text(tmp_path, ENTITY.replace("</ENTITY>", f"{extra}</ENTITY>"))
    assert len(entries) == 1
    (problem,) = report.problems
    assert not problem.is_error
    assert message in str(problem) and "IQe.901" in str(problem)


letters = st.text(st.characters(categories=("L",)), min_size=1, max_size=20)
texts = st.lists(letters, min_size=1, max_size=4).map(" ".join).map(tidy).filter(bool)
alias_texts = texts.filter(lambda text: "born" not in text.casefold())
days = st.dates(min_value=date(1950, 1, 1), max_value=date(2040, 1, 1))
QUALITIES = {"alias": "Good", "weak_alias": "Low", "former": "f.k.a."}


@st.composite
def made_entries(draw: st.DrawFn) -> Entry:
    ref = draw(st.from_regex(r"\A(TA|QD|IQ)[ie]\.[0-9]{3}\Z"))
    is_person = ref[2] == "i"
    names = draw(st.lists(alias_texts, min_size=1, max_size=4, unique=True))
    numbers = draw(st.lists(texts, max_size=3, unique=True)) if is_person else []
    births = draw(st.lists(days, max_size=2, unique=True)) if is_person else []
    return Entry(
        ref=ref,
        kind="person" if is_person else "organisation",
        names=(Name(names[0]), *(Name(n, draw(st.sampled_from([*QUALITIES]))) for n in names[1:])),
        position="",
        programmes=(Term("UN_LIST_TYPE", draw(texts.filter(lambda t: t.casefold() != "libya"))),),
        identifiers=(
            Identifier("un_reference", ref),
            *(Identifier("passport", n, draw(st.sampled_from(["", "NA", "IR"]))) for n in numbers),
        ),
        attributes=tuple(Attribute("birth_date", day.isoformat()) for day in births),
        listed_on=draw(days),
        precision="day",
    )


COUNTRIES = {"NA": "Namibia", "IR": "Iran (Islamic Republic of)"}


def as_published(entries: list[Entry]) -> bytes:
    root = etree.Element("CONSOLIDATED_LIST")
    for entry in entries:
        tag = "INDIVIDUAL" if entry.kind == "person" else "ENTITY"
        node = etree.SubElement(root, tag)

        def put(name: str, text: str, start: etree._Element = node) -> None:
            etree.SubElement(start, name).text = text

        put("FIRST_NAME", entry.names[0].text)
        put("UN_LIST_TYPE", entry.programmes[0].text)
        put("REFERENCE_NUMBER", f"{entry.ref} ")
        put("LISTED_ON", f"{entry.listed_on}-04:00")
        for name in entry.names[1:]:
            alias = etree.SubElement(node, f"{tag}_ALIAS")
            put("QUALITY", QUALITIES[name.type], alias)
            put("ALIAS_NAME", name.text, alias)
        for attribute in entry.attributes:
            birth = etree.SubElement(node, f"{tag}_DATE_OF_BIRTH")
            put("TYPE_OF_DATE", "EXACT", birth)
            put("DATE", attribute.value, birth)
        for identifier in entry.identifiers[1:]:
            document = etree.SubElement(node, f"{tag}_DOCUMENT")
            put("TYPE_OF_DOCUMENT", "Passport", document)
            put("NUMBER", identifier.value, document)
            put("ISSUING_COUNTRY", COUNTRIES.get(identifier.country, ""), document)
    return etree.tostring(root, encoding="utf-8")


@settings(max_examples=60, deadline=None)
@given(st.lists(made_entries(), min_size=1, max_size=4, unique_by=lambda entry: entry.ref))
def test_what_is_published_is_what_is_read(entries: list[Entry]) -> None:
    report = ReadReport("un-sc")
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / FILE).write_bytes(as_published(entries))
        found = [replace(entry, position="") for entry in read(Path(folder), report)]
    assert report.problems == []
    assert found == entries


@pytest.mark.parametrize(
    ("vintage", "persons", "others", "unknown_countries"),
    [
        ("2020-09-14", 712, 305, 5),
        ("2022-10-21", 703, 253, 4),
        ("2024-06-29", 685, 193, 1),
        ("2025-06-18", 684, 193, 1),
        ("2026-02-27", 730, 273, 1),
        ("2026-08-22", 736, 275, 0),
    ],
)
def test_a_real_snapshot_is_read_whole(
    official_lists: Path, vintage: str, persons: int, others: int, unknown_countries: int
) -> None:
    folder = official_lists / "un-sc" / vintage
    report = ReadReport("un-sc")
    entries = list(read(folder, report))
    assert report.errors == [] and report.odd_entries == []
    assert len(report.problems) == unknown_countries
    kinds = Counter(entry.kind for entry in entries)
    assert kinds.pop("person") == persons
    assert sum(kinds.values()) == others
    document = etree.parse(folder / FILE)
    printed = Counter(tidy(element.text) for element in document.iter("UN_LIST_TYPE"))
    assert Counter(entry.programmes[0].text for entry in entries) == printed
    of_entry = [entry.ref for entry in entries if entry.ref[:2] in ("LY", "ML")]
    assert [entry.ref for entry in entries if entry.measures] == of_entry


FREEZE_LATER = (paragraph(1970, "15"), paragraph(1970, "17", date(2011, 3, 17)))
LIBYA = {
    "LYi.001 LYi.002 LYi.003 LYi.004 LYi.005": (paragraph(1970, "15"),),
    "LYi.006 LYi.007 LYi.008 LYi.015 LYi.016 LYi.018": FREEZE_LATER,
    "LYi.009": (paragraph(1970, "17"),),
    "LYi.010 LYi.011 LYi.012 LYi.013 LYi.014 LYi.017 LYi.021 LYi.022 LYi.023 LYi.024 LYi.025 "
    "LYi.026 LYi.027 LYi.028 LYi.029": (paragraph(1970, "15"), paragraph(1970, "17")),
    "LYi.019": (paragraph(1973, "19"),),
    "LYe.001 LYe.002": (paragraph(1973, "17"),),
}
AVAX = tuple(
    paragraph(2146, f"10({part})", date(2026, 7, 22), date(2027, 7, 22)) for part in "abcd"
)


@pytest.mark.parametrize("vintage", ["2025-06-18", "2026-02-27", "2026-08-22"])
def test_libya_entry_by_entry(official_lists: Path, vintage: str) -> None:
    expected = {ref: measures for refs, measures in LIBYA.items() for ref in refs.split()}
    if vintage == "2026-08-22":
        expected["LYe.006"] = AVAX
    entries = read(official_lists / "un-sc" / vintage, ReadReport("un-sc"))
    assert {e.ref: e.measures for e in entries if e.ref.startswith("LY")} == expected


@pytest.mark.parametrize("vintage", ["2020-09-14", "2022-10-21", "2024-06-29"])
def test_older_wordings_of_libya(official_lists: Path, vintage: str) -> None:
    entries = read(official_lists / "un-sc" / vintage, ReadReport("un-sc"))
    found = {entry.ref: entry for entry in entries if entry.ref.startswith("LY")}
    both = (paragraph(1970, "15"), paragraph(1973, "19"))
    assert found["LYi.019"].measures == (found["LYi.019"].measures if "24" in vintage else both)
    assert found["LYi.020"].measures == both
    assert all(entry.measures and not entry.unread for entry in found.values())


def test_the_only_ship_is_a_ship(official_lists: Path) -> None:
    entries = list(read(official_lists / "un-sc" / "2026-08-22", ReadReport("un-sc")))
    (ship,) = (entry for entry in entries if entry.kind == "vessel")
    assert ship.ref == "LYe.006"
    assert Identifier("imo_number", "9058713") in ship.identifiers
