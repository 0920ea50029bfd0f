"""The EU's consolidated financial sanctions list."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from sanctions_data.lists import FORMATS
from sanctions_data.lists.common.entry import (
    Act,
    Attribute,
    CrossReference,
    Entry,
    Identifier,
    Name,
    Term,
)
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.eu_fsf.reader import FILE, read
from sanctions_data.schema.fields import RECORD_ID

OLD = '<regulationSummary numberTitle="10/2012 (OJ L1)" publicationDate="2012-01-24"/>'
LATEST = '<regulationSummary numberTitle="20/2019 (OJ L2)" publicationDate="2019-04-08"/>'
REGULATION = (
    '<regulation numberTitle="20/2019 (OJ L2)" publicationDate="2019-04-08"'
    ' entryIntoForceDate="2019-04-09" programme="IRN"/>'
)
NAME = f'<nameAlias wholeName="Ada Example" strong="true" logicalId="5">{LATEST}</nameAlias>'


def entity(
    *children: str, ref: str = "EU.1.10", kind: str = "person", un: str = "", logical: str = "7"
) -> str:
    return (
        f'<sanctionEntity euReferenceNumber="{ref}" logicalId="{logical}" unitedNationId="{un}"'
        f' designationDetails="prose"><subjectType code="{kind}"/>{"".join(children)}'
        "<remark>The publisher's prose.</remark></sanctionEntity>"
    )


def read_entities(folder: Path, *entities: str) -> tuple[list[Entry], ReadReport]:
    (folder / FILE).write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<export xmlns="http://eu.europa.ec/fpi/fsd/export">{"".join(entities)}</export>',
        encoding="utf-8",
    )
    report = ReadReport("eu-fsf")
    return list(read(folder, report)), report


def test_every_element_of_a_person(tmp_path: Path) -> None:
    entries, report = read_entities(
        tmp_path,
        entity(
            REGULATION,
            f'<nameAlias wholeName="Ада Пример" nameLanguage="RU" strong="true" logicalId="1">{OLD}'
            "</nameAlias>",
            '<nameAlias wholeName="Ada  Example" gender="F" function="Minister of Examples"'
            f' title="Dr" nameLanguage="EN" strong="true" logicalId="3">{OLD}</nameAlias>',
            '<nameAlias wholeName="A. Ejemplo" nameLanguage="ES" strong="true" logicalId="2"/>',
            '<nameAlias wholeName="Lovelace" strong="true" logicalId="9"/>',
            '<nameAlias wholeName="Ada" strong="false" logicalId="4" function="Ada is one."/>',
            '<citizenship countryIso2Code="NA"/><citizenship countryIso2Code="00"/>',
            '<birthdate year="1962" monthOfYear="9" dayOfMonth="3" circa="false" city="Makassar"'
            ' countryIso2Code="ID" calendarType="GREGORIAN"/>',
            '<birthdate year="1963" monthOfYear="9" dayOfMonth="3" circa="true"'
            ' countryIso2Code="00"/>',
            '<birthdate year="1964" monthOfYear="5" circa="false" calendarType="GREGORIAN"/>',
            '<birthdate year="1340" circa="false" calendarType="ISLAMIC"/>',
            '<address street="1 Street" city="Town" countryIso2Code="XK"/>',
            '<identification identificationTypeCode="passport" number="A 1" countryIso2Code="IR"/>',
            '<identification identificationTypeCode="fiscalcode" number="7" countryIso2Code="00"/>',
            '<identification identificationTypeCode="drivinglicence" number="9"/>',
            '<identification identificationTypeCode="regnumber" number="-"/>',
            un="QDi.001",
        ),
    )
    assert report.problems == []
    assert entries == [
        Entry(
            ref="EU.1.10",
            kind="person",
            names=(
                Name("Ada Example"),
                Name("Ада Пример", "alias"),
                Name("A. Ejemplo", "alias"),
                Name("Lovelace", "alias"),
                Name("Ada", "weak_alias"),
            ),
            position=f"{FILE}, sanctionEntity 1 (EU.1.10)",
            programmes=(
                Term("programme", "IRN"),
                Term("regulation", "20/2019 (OJ L2)", is_hint=True),
            ),
            identifiers=(
                Identifier("un_reference", "QDi.001"),
                Identifier("eu_fsf_number", "7"),
                Identifier("passport", "A 1", "IR"),
                Identifier("tax_id", "7"),
                Identifier("other", "9"),
            ),
            attributes=(
                Attribute("birth_date", "1962-09-03"),
                Attribute("birth_place", "Makassar"),
                Attribute("birth_country", "ID"),
                Attribute("birth_date", "1963"),
                Attribute("birth_date", "1964-05"),
                Attribute("nationality", "NA"),
                Attribute("country", "XK"),
                Attribute("gender", "female"),
                Attribute("position", "Minister of Examples"),
                Attribute("title", "Dr"),
            ),
            references=(CrossReference("un-sc", "QDi.001"),),
            listed_on=date(2012, 1, 25),
            precision="on_or_before",
            acts=(
                Act("20/2019 (OJ L2)", date(2019, 4, 8), date(2019, 4, 9)),
                Act("10/2012 (OJ L1)", date(2012, 1, 24)),
            ),
        )
    ]


@pytest.mark.parametrize(
    ("summaries", "expected"),
    [
        pytest.param(LATEST, date(2019, 4, 9), id="latest act: its entry into force"),
        pytest.param(OLD + LATEST, date(2012, 1, 25), id="an older act anywhere in the entry"),
        pytest.param(
            '<regulationSummary numberTitle="30/2021" publicationDate="2021-01-01"/>',
            date(2019, 4, 9),
            id="the latest act may be older than a summary",
        ),
    ],
)
def test_listed_on_or_before_the_earliest_day(
    tmp_path: Path, summaries: str, expected: date
) -> None:
    name = f'<nameAlias wholeName="Ada" strong="true">{summaries}</nameAlias>'
    [entry], _ = read_entities(tmp_path, entity(REGULATION, name))
    assert (entry.listed_on, entry.precision) == (expected, "on_or_before")


@pytest.mark.parametrize(
    ("kind", "number", "expected"),
    [
        pytest.param("enterprise", "IMO 9074729", "vessel", id="ship"),
        pytest.param("enterprise", "5342883", "organisation", id="shipping company"),
        pytest.param("enterprise", "", "organisation", id="no number"),
        pytest.param("person", "9074729", "person", id="person"),
    ],
)
def test_kinds(tmp_path: Path, kind: str, number: str, expected: str) -> None:
    imo = f'<identification identificationTypeCode="imo" number="{number}"/>'
    [entry], report = read_entities(tmp_path, entity(REGULATION, NAME, imo, kind=kind))
    assert entry.kind == expected
    assert report.problems == []
    numbers = [each.value for each in entry.identifiers if each.type == "imo_number"]
    assert numbers == ([number[-7:]] if number else [])


SOUND = entity(REGULATION, NAME, ref="EU.2.20", logical="8")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(entity(REGULATION), "no nameAlias", id="no name"),
        pytest.param(entity(REGULATION, NAME, ref=""), "for 'Ada Example'", id="no reference"),
    ],
)
def test_an_entry_without_reference_or_name_is_told_and_left_out(
    tmp_path: Path, text: str, message: str
) -> None:
    entries, report = read_entities(tmp_path, text, SOUND)
    assert [entry.ref for entry in entries] == ["EU.2.20"]
    [problem] = report.problems
    assert problem.is_odd and "sanctionEntity 1 (" in problem.position
    assert message in problem.message


@pytest.mark.parametrize(
    ("text", "unread", "message"),
    [
        pytest.param(entity(NAME), "programmes", "no programme", id="no programme"),
        pytest.param(
            entity(REGULATION, NAME, kind="ship"), "kind", "subjectType 'ship'", id="kind"
        ),
    ],
)
def test_an_odd_entry_is_told_and_read_as_far_as_it_is_understood(
    tmp_path: Path, text: str, unread: str, message: str
) -> None:
    [entry], report = read_entities(tmp_path, text)
    assert entry.names == (Name("Ada Example"),) and entry.unread == (unread,)
    [problem] = report.problems
    assert problem.is_odd and message in problem.message


def test_layout_1_0_is_refused_by_name(tmp_path: Path) -> None:
    older = [entity(REGULATION, NAME, logical=str(number)) for number in range(9)]
    older = [text.replace(' euReferenceNumber="EU.1.10"', "") for text in older]
    entries, report = read_entities(tmp_path, *older)
    assert entries == []
    [problem] = report.errors
    assert "layout 1.0" in problem.message and problem.position == FILE


def test_a_reference_that_comes_twice_is_told(tmp_path: Path) -> None:
    entries, report = read_entities(tmp_path, *[entity(REGULATION, NAME)] * 2)
    assert len(entries) == 1 and report.errors == []
    assert "found reference EU.1.10 again, first at" in report.problems[0].message


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        pytest.param('designationDate="2011-03-17"', (date(2011, 3, 17), "day"), id="attribute"),
        pytest.param(
            'designationDate="2021-03-17" x="1"',
            (date(2019, 4, 9), "on_or_before"),
            id="after the act: that of a review",
        ),
        pytest.param(
            'designationDate="2019-04-08" x="1"', (date(2019, 4, 9), "day"), id="in effect later"
        ),
        pytest.param('designationDate=""', (date(2019, 4, 9), "on_or_before"), id="empty"),
    ],
)
def test_the_day_of_designation(tmp_path: Path, printed: str, expected: tuple[date, str]) -> None:
    regulation = REGULATION.replace("IRN", "BLR")
    text = entity(regulation, NAME).replace("<sanctionEntity", f"<sanctionEntity {printed}")
    [entry], report = read_entities(tmp_path, text)
    assert (entry.listed_on, entry.precision) == expected
    assert report.problems == []


def test_a_day_of_designation_that_is_none_is_told(tmp_path: Path) -> None:
    text = entity(REGULATION, NAME).replace(
        "<sanctionEntity", '<sanctionEntity designationDate="?"'
    )
    [entry], report = read_entities(tmp_path, text)
    assert entry.precision == "on_or_before"
    assert "designationDate '?'" in report.problems[0].message


@pytest.mark.parametrize(
    ("attributes", "is_kept"),
    [
        pytest.param('knownFalse="true"', False, id="false"),
        pytest.param('revokedByIssuer="TRUE"', False, id="revoked"),
        pytest.param('knownFalse="false" revokedByIssuer="false"', True, id="neither"),
        pytest.param('knownExpired="true" reportedLost="true"', True, id="expired and lost"),
    ],
)
def test_a_number_that_is_void_identifies_nobody(
    tmp_path: Path, attributes: str, is_kept: bool
) -> None:
    number = f'<identification identificationTypeCode="passport" number="Z1" {attributes}/>'
    [entry], _ = read_entities(tmp_path, entity(REGULATION, NAME, number))
    assert ("passport" in {each.type for each in entry.identifiers}) == is_kept


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        pytest.param('circa="true" yearRangeFrom="1955" yearRangeTo="1958"', ["1955", "1958"],
                     id="range"),
        pytest.param('yearRangeFrom="1955"', ["1955"], id="open range"),
        pytest.param('year="1956" yearRangeFrom="1955" yearRangeTo="1956"', ["1956", "1955"],
                     id="year and range"),
        pytest.param('calendarType="ISLAMIC" yearRangeFrom="1340"', [], id="other calendar"),
    ],
)  # fmt: skip
def test_ranges_of_years(tmp_path: Path, attributes: str, expected: list[str]) -> None:
    [entry], report = read_entities(
        tmp_path, entity(REGULATION, NAME, f"<birthdate {attributes}/>")
    )
    assert [each.value for each in entry.attributes] == expected
    assert report.problems == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(entity(REGULATION, NAME, un="QDi.43"), "'QDi.43'", id="UN reference"),
        pytest.param(
            entity(REGULATION, NAME, '<citizenship countryIso2Code="YU"/>'), "'YU'", id="country"
        ),
        pytest.param(
            entity(REGULATION, NAME, '<birthdate year="1990" monthOfYear="13" dayOfMonth="1"/>'),
            "'1990-13-01'",
            id="birth date",
        ),
        pytest.param(
            entity(REGULATION.replace("2019-04-09", "soon"), NAME), "date 'soon'", id="act's date"
        ),
        pytest.param(
            entity(REGULATION, NAME, '<identification identificationTypeCode="imo" number="12"/>'),
            "IMO number '12'",
            id="IMO number",
        ),
    ],
)
def test_a_warning_leaves_a_cell_empty(tmp_path: Path, text: str, message: str) -> None:
    entries, report = read_entities(tmp_path, text)
    assert len(entries) == 1
    assert report.errors == []
    [problem] = report.problems
    assert message in problem.message


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("<html><body>502</body></html>", id="error page"),
        pytest.param('<export xmlns="http://eu.europa.ec/fpi/fsd/export">', id="cut off"),
        pytest.param('<!DOCTYPE export [<!ENTITY a "a">]><export>&a;</export>', id="entity bomb"),
        pytest.param("", id="empty"),
    ],
)
def test_a_file_that_is_not_the_list_is_an_error(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content)
    report = ReadReport("eu-fsf")
    assert list(read(tmp_path, report)) == []
    assert len(report.errors) == 1


def test_the_real_list_is_read_whole(official_lists: Path) -> None:
    report = ReadReport("eu-fsf")
    entries = list(FORMATS["eu-fsf"].read(official_lists / "eu-fsf" / "2026-05-01", report))
    assert report.errors == []
    assert len(report.problems) == 7
    assert Counter(entry.kind for entry in entries) == {
        "person": 4340,
        "organisation": 1518,
        "vessel": 2,
    }
    assert all(entry.listed_on for entry in entries)
    assert Counter(entry.precision for entry in entries) == {"on_or_before": 5748, "day": 112}
    assert not any(entry.measures for entry in entries)
    assert len({entry.programmes[0] for entry in entries}) == 34
    assert all(entry.programmes[0].field == "programme" for entry in entries)
    assert sum(bool(entry.references) for entry in entries) == 84
    assert sum(any(act.in_force_on for act in entry.acts) for entry in entries) == 5677
    assert all(re.fullmatch(RECORD_ID, f"eu-fsf-{entry.ref}") for entry in entries)


def test_name_in_parts_goes_before_a_nickname(tmp_path: Path) -> None:
    def alias(number: int, name: str, more: str = "") -> str:
        return f'<nameAlias wholeName="{name}" strong="true" logicalId="{number}" {more}/>'

    parts = 'firstName="Ada" lastName="Example"'
    names = (
        alias(1, "Adonia"),
        alias(2, "Ада Пример", parts),
        alias(3, "Ada Ejemplo", f'{parts} nameLanguage="ES"'),
        alias(4, "Ada Example", parts),
        alias(5, "Ada Exampla", parts),
    )
    (entry,), _ = read_entities(tmp_path, entity(REGULATION, *names))
    assert [name.text for name in entry.names] == [
        "Ada Example", "Adonia", "Ада Пример", "Ada Ejemplo", "Ada Exampla",
    ]  # fmt: skip
