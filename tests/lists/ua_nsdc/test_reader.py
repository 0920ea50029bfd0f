"""Ukraine's State Register of Sanctions, in the fields that public code reads."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sanctions_data.lists import FORMATS
from sanctions_data.lists.common.entry import Attribute, Entry, Identifier, Name
from sanctions_data.lists.common.read_report import ReadReport

ADA: dict[str, Any] = {
    "sid": 5,
    "name": "Приклад Ада",
    "translit": "Pryklad Ada",
    "aliases": ["Ada P."],
    "bd": "03.05.1969",
    "citizenships": ["RU", "DN"],
    "status": "active",
    "identifiers": [
        {"id": "tax:inn", "code": "500100732259", "iso2": "ru"},
        {"id": None, "code": "77", "iso2": None},
    ],
}
ACTION: dict[str, Any] = {
    "aid": 1,
    "status": "active",
    "decree": {"date": "2022-10-19", "number": "726/2022"},
    "endDate": "2032-10-19",
    "restrictions": [
        {"restriction": "блокування активів - тимчасове позбавлення права користуватися"},
        {"restriction": "обмеження торговельних операцій"},
    ],
}


def read(
    folder: Path, *persons: dict[str, Any], actions: object = None, legal: object = ()
) -> tuple[list[Entry], ReadReport]:
    found = {"5": [ACTION]} if actions is None else actions
    contents = {"individual": list(persons), "legal": legal, "actions": found}
    for name, content in contents.items():
        (folder / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
    report = ReadReport("ua-nsdc")
    return list(FORMATS["ua-nsdc"].read(folder, report)), report


def test_a_person(tmp_path: Path) -> None:
    [ada], report = read(tmp_path, ADA)
    assert report.problems == []
    assert (ada.ref, ada.kind) == ("5", "person")
    assert ada.names == (
        Name("Приклад Ада"),
        Name("Pryklad Ada", "alias"),
        Name("Ada P.", "alias"),
    )
    assert [(m.term.text, m.start, m.end, m.act) for m in ada.measures] == [
        ("блокування активів", date(2022, 10, 19), date(2032, 10, 19), "Decree 726/2022"),
        (
            "обмеження торговельних операцій",
            date(2022, 10, 19),
            date(2032, 10, 19),
            "Decree 726/2022",
        ),
    ]
    assert ada.identifiers == (
        Identifier("tax_id", "500100732259", "RU"),
        Identifier("other", "77"),
    )
    assert ada.attributes == (Attribute("birth_date", "1969-05-03"), Attribute("nationality", "RU"))
    assert (ada.listed_on, ada.precision) == (date(2022, 10, 19), "day")


def test_an_organisation(tmp_path: Path) -> None:
    [body], _ = read(tmp_path, legal=[{**ADA, "bd": "1999"}])
    assert body.kind == "organisation"
    assert body.attributes == (Attribute("founded", "1999"), Attribute("country", "RU"))


@pytest.mark.parametrize(
    ("subject", "actions"),
    [
        pytest.param({**ADA, "status": "expired"}, [ACTION], id="a subject that expired"),
        pytest.param({**ADA, "status": "excluded"}, [ACTION], id="a subject that was taken off"),
        pytest.param(ADA, [{**ACTION, "status": "expired"}], id="an action that expired"),
        pytest.param(ADA, [{**ACTION, "status": "new word"}], id="an action of unknown status"),
        pytest.param(ADA, [], id="no action"),
    ],
)
def test_only_what_is_active_is_read(
    tmp_path: Path, subject: dict[str, Any], actions: list[dict[str, Any]]
) -> None:
    entries, report = read(tmp_path, subject, actions={"5": actions})
    assert entries == [] and report.problems == []


def test_a_subject_without_a_name_is_odd(tmp_path: Path) -> None:
    entries, report = read(tmp_path, ADA, {"sid": 6})
    assert len(entries) == 1 and report.odd_entries == ["individual.json"]


@pytest.mark.parametrize("actions", [[], "no"], ids=["a list", "a text"])
def test_another_layout_is_an_error(tmp_path: Path, actions: object) -> None:
    entries, report = read(tmp_path, ADA, actions=actions)
    assert entries == [] and report.errors


def test_a_broken_file_is_an_error(tmp_path: Path) -> None:
    read(tmp_path, ADA)
    (tmp_path / "individual.json").write_text("[")
    report = ReadReport("ua-nsdc")
    assert list(FORMATS["ua-nsdc"].read(tmp_path, report)) == [] and report.errors
