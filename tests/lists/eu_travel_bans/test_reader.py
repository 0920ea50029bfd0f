"""The EU's list of persons subject to travel restrictions."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from sanctions_data.lists import FORMATS
from sanctions_data.lists.common.entry import (
    Attribute,
    CrossReference,
    Entry,
    Identifier,
    Name,
    StatedMeasure,
    Term,
)
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.eu_travel_bans.reader import read

XML, CSV = "TravelBansExport_20220101_000000.xml", "TravelBansExport_20220101_000000.csv"
EUR_LEX = "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri="
SOMALIA, LIBYA = "CELEX%3A02010D0231-20220101", "CELEX:32015D1333"
JOURNAL = "uriserv%3AOJ.LI.2022.164.01.0004.01.ENG"
NUMBER_OF = {SOMALIA: "Decision 2010/231/CFSP", LIBYA: "Decision (CFSP) 2015/1333"}

COLUMNS = (
    "logicalId", "remark", "nameAlias", "citizenship", "birthdate", "regulation", "unitedNationId",
    "subjectType.code", "regulation.numberTitle", "regulation.publicationUrl",
    "nameAlias.logicalId", "nameAlias.wholeName", "nameAlias.function", "nameAlias.strong",
    "birthdate.year", "birthdate.circa", "birthdate.calendarType", "citizenship.countryIso2Code",
)  # fmt: skip
ONE = {
    "logicalId": "7",
    "subjectType.code": "person",
    "nameAlias.logicalId": "1",
    "nameAlias.wholeName": "Ada Example",
    "nameAlias.function": "Minister of Examples",
    "nameAlias.strong": "1",
    "regulation.numberTitle": "Council Decision concerning an example",
    "regulation.publicationUrl": EUR_LEX + SOMALIA,
}


def regulation(address: str) -> str:
    return (
        '<regulation regulationType="council decision" numberTitle="Council Decision">'
        f"<publicationUrl>{address.replace('&', '&amp;')}</publicationUrl></regulation>"
    )


def read_xml(folder: Path, *persons: str) -> tuple[list[Entry], ReadReport]:
    (folder / XML).write_text(
        f'<export xmlns="http://eu.europa.ec/fpi/fsd/export">{"".join(persons)}</export>',
        encoding="utf-8",
    )
    report = ReadReport("eu-travel-bans")
    return list(read(folder, report)), report


def read_csv(folder: Path, *rows: dict[str, str]) -> tuple[list[Entry], ReadReport]:
    with (folder / CSV).open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, COLUMNS, restval="")
        writer.writeheader()
        writer.writerows(rows)
    report = ReadReport("eu-travel-bans")
    return list(read(folder, report)), report


def stated(address: str) -> tuple[tuple[Term, ...], tuple[StatedMeasure, ...]]:
    number = NUMBER_OF[address]
    term = Term("decision", number)
    return (term,), (StatedMeasure(term, act=number),)


def test_a_person_in_the_layout_of_the_publisher(tmp_path: Path) -> None:
    entries, report = read_xml(
        tmp_path,
        '<sanctionEntity logicalId="7" unitedNationId="SOi.001">'
        f'{regulation(EUR_LEX + SOMALIA)}<subjectType code="person"/>'
        '<nameAlias wholeName="Ada Example" strong="true" logicalId="1"/>'
        '<birthdate year="1961" circa="false" calendarType="GREGORIAN"/>'
        '<identification identificationTypeCode="passport" number="A 1" countryIso2Code="SO"/>'
        "</sanctionEntity>",
    )
    programmes, measures = stated(SOMALIA)
    assert report.problems == []
    assert entries == [
        Entry(
            ref="7",
            kind="person",
            names=(Name("Ada Example"),),
            position=f"{XML}, sanctionEntity 1",
            programmes=programmes,
            measures=measures,
            identifiers=(
                Identifier("un_reference", "SOi.001"),
                Identifier("eu_fsf_number", "7"),
                Identifier("passport", "A 1", "SO"),
            ),
            attributes=(Attribute("birth_date", "1961"),),
            references=(CrossReference("un-sc", "SOi.001"),),
        )
    ]


def test_a_row_of_the_copy_with_elements_that_come_once(tmp_path: Path) -> None:
    row = {
        **ONE, "birthdate.year": "1961", "birthdate.circa": "1",
        "birthdate.calendarType": "GREGORIAN", "citizenship.countryIso2Code": "SO",
    }  # fmt: skip
    [entry], report = read_csv(tmp_path, row)
    assert report.problems == []
    assert entry.names == (Name("Ada Example"),)
    assert (entry.programmes, entry.measures) == stated(SOMALIA)
    assert entry.attributes == (
        Attribute("birth_date", "1961"),
        Attribute("nationality", "SO"),
        Attribute("position", "Minister of Examples"),
    )


def test_a_row_of_the_copy_with_elements_that_come_often(tmp_path: Path) -> None:
    row = {
        "logicalId": "7",
        "subjectType.code": "person",
        "nameAlias": "[{'logicalId': '1', 'wholeName': 'Ada Example', 'strong': '1'}, "
        "{'logicalId': '2', 'wholeName': 'Addie', 'strong': '0'}]",
        "citizenship": "[{'countryIso2Code': 'SO'}, {'number': 'A 1', 'countryIso2Code': 'SO', "
        "'identificationTypeCode': 'passport', 'knownFalse': '0'}, {'number': 'A 2', "
        "'identificationTypeCode': 'passport', 'knownFalse': '1'}]",
        "birthdate": "[{'year': '1961', 'circa': '0'}, {'year': '1962', 'circa': '0'}]",
        "regulation": f"[{{'numberTitle': 'A', 'publicationUrl': '{EUR_LEX}{LIBYA}'}}, "
        f"{{'numberTitle': 'B', 'publicationUrl': '{EUR_LEX}{JOURNAL}'}}]",
    }
    [entry], report = read_csv(tmp_path, row)
    assert report.problems == []
    assert entry.names == (Name("Ada Example"), Name("Addie", "weak_alias"))
    assert (entry.programmes, entry.measures) == stated(LIBYA)
    assert entry.identifiers == (
        Identifier("eu_fsf_number", "7"),
        Identifier("passport", "A 1", "SO"),
    )
    assert [each.value for each in entry.attributes] == ["1961", "1962", "SO"]


def test_cells_are_read_and_never_run(tmp_path: Path) -> None:
    trace = tmp_path / "run"
    code = f"__import__('pathlib').Path({str(trace)!r}).touch()"
    entries, report = read_csv(
        tmp_path, {**ONE, "nameAlias": f"[{code}]"}, {**ONE, "logicalId": "8"}
    )
    assert [entry.ref for entry in entries] == ["8"] and not trace.exists()
    [problem] = report.problems
    assert problem.is_odd and "no list of dictionaries" in problem.message
    assert report.left_out == {"7": f"{CSV}:2"}


@pytest.mark.parametrize("cell", ["{'a': '1'}", "['a']", "[", "1", "'text'"])
def test_a_cell_of_another_form_is_told(tmp_path: Path, cell: str) -> None:
    entries, report = read_csv(tmp_path, {**ONE, "birthdate": cell}, {**ONE, "logicalId": "8"})
    assert [entry.ref for entry in entries] == ["8"]
    assert len(report.problems) == 1


def test_without_a_decision_the_list_itself_states_the_ban(tmp_path: Path) -> None:
    [entry], report = read_csv(tmp_path, {**ONE, "regulation.publicationUrl": EUR_LEX + JOURNAL})
    assert entry.programmes == () and report.problems == []
    assert entry.measures == (StatedMeasure(Term("list", "TravelBansExport")),)


def test_two_records_of_one_person_are_one_entry(tmp_path: Path) -> None:
    again = {**ONE, "nameAlias.wholeName": "Ada Sample",
             "regulation.publicationUrl": EUR_LEX + LIBYA}  # fmt: skip
    [entry], report = read_csv(tmp_path, ONE, again)
    assert report.problems == []
    assert entry.names == (Name("Ada Example"), Name("Ada Sample", "alias"))
    assert [each.act for each in entry.measures] == [NUMBER_OF[SOMALIA], NUMBER_OF[LIBYA]]


def test_a_person_without_a_number_is_named_in_a_remark(tmp_path: Path) -> None:
    row = {"remark": "['Ada EXAMPLE (alias: a) Addie)', 'Date of Birth: 1961']",
           "regulation.publicationUrl": EUR_LEX + LIBYA}  # fmt: skip
    [entry], report = read_csv(tmp_path, row)
    assert report.problems == []
    assert (entry.ref, entry.names) == ("ada-example", (Name("Ada EXAMPLE"),))
    assert entry.identifiers == () and entry.attributes == ()


def test_a_row_with_a_number_and_no_name_is_left_out(tmp_path: Path) -> None:
    entries, report = read_csv(tmp_path, ONE, {"logicalId": "8", "remark": "Prose about no one."})
    assert [entry.ref for entry in entries] == ["7"]
    assert report.left_out == {"8": f"{CSV}:3"}


def test_an_organisation_that_is_marked_as_a_person(tmp_path: Path) -> None:
    [entry], _ = read_csv(tmp_path, {**ONE, "logicalId": "132099"})
    assert entry.kind == "organisation"
    assert "position" not in {each.name for each in entry.attributes}


def test_the_real_copy_is_read_whole(official_lists: Path) -> None:
    report = ReadReport("eu-travel-bans")
    folder = official_lists / "eu-travel-bans" / "2022-09-13"
    entries = list(FORMATS["eu-travel-bans"].read(folder, report))
    assert len(report.problems) == 5 and not report.odd_entries
    assert Counter(entry.kind for entry in entries) == {"person": 2695, "organisation": 35}
    assert sum(not entry.ref.isdecimal() for entry in entries) == 8
    terms = Counter(each.term.text for entry in entries for each in entry.measures)
    assert sum(terms.values()) == 2732 and len(terms) == 26
    assert terms["Decision 2014/145/CFSP"] == 1165 and terms["TravelBansExport"] == 229
