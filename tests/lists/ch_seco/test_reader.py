"""The sanctions list of Switzerland's SECO, in the layout of the publisher's example."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sanctions_data.lists import FORMATS
from sanctions_data.lists.common.entry import Attribute, Entry, Identifier, Name
from sanctions_data.lists.common.read_report import ReadReport

PROGRAMME = """<sanctions-program ssid="1"><program-name lang="eng">Ordinance</program-name>
<program-name lang="ger">Verordnung</program-name>
<sanctions-set ssid="11" lang="eng">Travel ban, annex 1</sanctions-set>
<sanctions-set ssid="11" lang="ger">Reisesanktionen, Anhang 1</sanctions-set>
<sanctions-set ssid="12" lang="eng">Financial measures, annex 2</sanctions-set>
</sanctions-program>"""
LISTED = '<modification modification-type="listed" effective-date="2022-03-16"/>'
DELISTED = '<modification modification-type="de-listed" effective-date="2023-03-16"/>'
AGAIN = '<modification modification-type="listed" effective-date="2024-03-16"/>'
ADA = """<individual sex="female"><identity ssid="4" main="true">
<name name-type="alias" quality="low"><name-part order="1" name-part-type="whole-name">
<value>A. E.</value></name-part></name>
<name name-type="primary-name" quality="good">
<name-part order="2" name-part-type="family-name"><value>Example</value>
<spelling-variant lang="rus" script="Cyrillic">Пример</spelling-variant></name-part>
<name-part order="1" name-part-type="given-name"><value>Ada</value>
<spelling-variant lang="rus" script="Cyrillic">Ада</spelling-variant></name-part>
<name-part order="3" name-part-type="title"><value>Dr</value></name-part></name>
<nationality><country iso-code="GB">United Kingdom</country></nationality>
<day-month-year day="3" month="5" year="1969"/><day-month-year year="1970"/>
<identification-document document-type="passport"><number>K1234567</number>
<issuer>United Kingdom</issuer></identification-document>
</identity></individual>"""


def target(holder: str = ADA, marks: str = LISTED, ssid: str = "7", sets: str = "12") -> str:
    ids = "".join(f"<sanctions-set-id>{each}</sanctions-set-id>" for each in sets.split())
    return f'<target ssid="{ssid}">{ids}{holder}{marks}</target>'


def read(folder: Path, *targets: str) -> tuple[list[Entry], ReadReport]:
    text = f"<swiss-sanctions-list>{PROGRAMME}{''.join(targets)}</swiss-sanctions-list>"
    (folder / "seco.xml").write_text(text, encoding="utf-8")
    report = ReadReport("ch-seco")
    return list(FORMATS["ch-seco"].read(folder, report)), report


def test_a_person(tmp_path: Path) -> None:
    [ada], report = read(tmp_path, target(sets="11 12"))
    assert report.problems == []
    assert (ada.ref, ada.kind) == ("7", "person")
    assert ada.names == (
        Name("Ada Example"),
        Name("A. E.", "weak_alias"),
        Name("Ада Пример", "alias"),
    )
    assert [each.term.text for each in ada.measures] == ["Travel ban", "Financial measures"]
    assert [(each.text, each.is_hint) for each in ada.programmes] == [
        ("Swiss sanctions list", False),
        ("Ordinance", True),
    ]
    assert ada.identifiers == (Identifier("passport", "K1234567", "GB"),)
    assert ada.attributes == (
        Attribute("gender", "female"),
        Attribute("birth_date", "1969-05-03"),
        Attribute("birth_date", "1970"),
        Attribute("nationality", "GB"),
    )
    assert (ada.listed_on, ada.precision) == (date(2022, 3, 16), "day")


@pytest.mark.parametrize(
    ("marks", "since"),
    [
        pytest.param(LISTED + AGAIN, [date(2022, 3, 16)], id="listed twice"),
        pytest.param(LISTED + DELISTED, [], id="taken off"),
        pytest.param(DELISTED + LISTED, [], id="taken off, in another order"),
        pytest.param(LISTED + DELISTED + AGAIN, [date(2024, 3, 16)], id="taken off and back"),
        pytest.param(LISTED + '<modification modification-type="de-listed"/>', [], id="no day"),
        pytest.param('<modification modification-type="listed"/>', [None], id="listed, no day"),
        pytest.param("", [], id="no modification"),
    ],
)
def test_who_was_taken_off_is_never_in_force(
    tmp_path: Path, marks: str, since: list[date | None]
) -> None:
    entries, report = read(tmp_path, target(marks=marks))
    assert [entry.listed_on for entry in entries] == since and report.problems == []


def test_a_ship(tmp_path: Path) -> None:
    ship = ADA.replace('individual sex="female"', 'object object-type="vessel"')
    [entry], _ = read(tmp_path, target(ship.replace("</individual>", "</object>")))
    assert (entry.kind, entry.attributes) == ("vessel", ())


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(target(ssid="8", sets="99"), id="a set of no programme"),
        pytest.param(target("<individual/>", ssid="8"), id="no name"),
        pytest.param(target("<thing/>", ssid="8"), id="unknown kind"),
    ],
)
def test_an_odd_target_is_left_out(tmp_path: Path, other: str) -> None:
    entries, report = read(tmp_path, target(), other)
    assert [entry.ref for entry in entries] == ["7"] and report.left_out.keys() == {"8"}


def test_another_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "seco.xml").write_text("<list><target/></list>")
    report = ReadReport("ch-seco")
    assert list(FORMATS["ch-seco"].read(tmp_path, report)) == [] and report.errors


def test_the_example_of_the_publisher(official_lists: Path) -> None:
    report = ReadReport("ch-seco")
    folder = official_lists / "ch-seco" / "example-2024-01-17"
    entries = list(FORMATS["ch-seco"].read(folder, report))
    assert report.problems == []
    assert {e.names[0].text: [m.term.text for m in e.measures] for e in entries} == {
        "Test A": ["Financial measures", "Travel ban"],
        "Test B": ["Financial measures"],
        "Test C": ["Travel ban"],
    }
