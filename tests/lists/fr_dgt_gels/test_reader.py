"""The freezes that France itself imposes."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sanctions_data.lists import FORMATS
from sanctions_data.lists.common.entry import Attribute, Entry, Identifier, Name, Term
from sanctions_data.lists.common.read_report import ReadReport

NATIONAL = "Arrêté du 16 juin 2025 (National - L. 562-2)"


def details(**fields: list[dict[str, str]]) -> list[dict[str, Any]]:
    return [{"TypeChamp": kind, "Valeur": values} for kind, values in fields.items()]


def person(number: int, *bases: str) -> dict[str, Any]:
    return {
        "IdRegistre": number,
        "Nature": "Personne physique",
        "Nom": "EXEMPLE",
        "RegistreDetail": details(
            PRENOM=[{"Prenom": "Ada"}],
            ALIAS=[{"Alias": "Ada E."}],
            SEXE=[{"Sexe": "Feminin"}],
            NATIONALITE=[{"Pays": "Tunisie"}, {"Pays": "Liechtenstein"}],
            DATE_DE_NAISSANCE=[
                {"Jour": "19", "Mois": "11", "Annee": "1957"},
                {"Jour": "", "Mois": "", "Annee": "1958"},
                {"Jour": "", "Mois": "", "Annee": ""},
            ],
            LIEU_DE_NAISSANCE=[{"Lieu": "Lyon", "Pays": "France"}],
            PASSEPORT=[{"NumeroPasseport": "K1234567", "Commentaire": ""}],
            FONDEMENT_JURIDIQUE=[{"FondementJuridiqueLabel": base} for base in bases],
        ),
    }


def read(folder: Path, *entries: dict[str, Any]) -> tuple[list[Entry], ReadReport]:
    content = {"Publications": {"PublicationDetail": list(entries)}}
    (folder / "registre.json").write_text(json.dumps(content), encoding="utf-8")
    return read_folder(folder)


def read_folder(folder: Path) -> tuple[list[Entry], ReadReport]:
    report = ReadReport("fr-dgt-gels")
    return list(FORMATS["fr-dgt-gels"].read(folder, report)), report


def test_a_person(tmp_path: Path) -> None:
    [ada], report = read(tmp_path, person(1, NATIONAL))
    assert report.problems == []
    assert (ada.ref, ada.kind) == ("1", "person")
    assert ada.names == (Name("Ada EXEMPLE"), Name("Ada E.", "alias"))
    assert ada.programmes == (Term("FONDEMENT_JURIDIQUE", NATIONAL),)
    assert ada.identifiers == (Identifier("passport", "K1234567"),)
    assert ada.attributes == (
        Attribute("birth_date", "1957-11-19"),
        Attribute("birth_date", "1958"),
        Attribute("birth_place", "Lyon"),
        Attribute("nationality", "TN"),
        Attribute("nationality", "LI"),
    )


@pytest.mark.parametrize(
    "bases",
    [
        pytest.param(["269/2014 (UE Ukraine intégrité territoriale - règlement)"], id="EU"),
        pytest.param(["2253 (ONU EIIL - résolution)"], id="UN"),
        pytest.param(["Règlement (CE) n° 881/2002"], id="EC"),
        pytest.param([], id="none is told"),
    ],
)
def test_what_is_of_others_is_left_out(tmp_path: Path, bases: list[str]) -> None:
    assert read(tmp_path, person(1, *bases))[0] == []


def test_a_national_freeze_beside_one_of_the_eu(tmp_path: Path) -> None:
    [ada], _ = read(tmp_path, person(1, "269/2014 (UE Ukraine - x)", NATIONAL))
    assert ada.programmes == (Term("FONDEMENT_JURIDIQUE", NATIONAL),)


def test_a_ship_has_its_number(tmp_path: Path) -> None:
    ship = {
        "IdRegistre": 2,
        "Nature": "Navire",
        "Nom": "EXEMPLE",
        "RegistreDetail": details(
            NUMERO_OMI=[{"NumeroOMI": "IMO 9074729"}],
            FONDEMENT_JURIDIQUE=[{"FondementJuridiqueLabel": NATIONAL}],
        ),
    }
    [entry], _ = read(tmp_path, ship)
    assert (entry.kind, entry.attributes) == ("vessel", ())
    assert entry.identifiers == (Identifier("imo_number", "9074729"),)


def test_an_unknown_kind_is_odd(tmp_path: Path) -> None:
    other = {**person(2, NATIONAL), "Nature": "Aéronef"}
    entries, report = read(tmp_path, person(1, NATIONAL), other)
    assert len(entries) == 1 and report.left_out


def in_copy(number: int) -> dict[str, Any]:
    lists = ("Prenoms", "Alias", "LieuxNaissance", "Passeports", "NumeroOMI")
    return {
        "IdRegistre": number,
        "Nature": "Personne morale",
        "Nom": "Association Exemple",
        "DatesNaissance": [],
        "Nationalites": [],
        **{key: [] for key in lists},
    }


def test_of_the_copy_only_what_is_known_to_be_national_is_read(tmp_path: Path) -> None:
    content = {"entries": [in_copy(8184), in_copy(1)]}
    (tmp_path / "index.json").write_text(json.dumps(content))
    [entry], report = read_folder(tmp_path)
    assert report.problems == []
    assert (entry.ref, entry.kind) == ("8184", "organisation")
    assert entry.programmes == (Term("FONDEMENT_JURIDIQUE", "L. 562-2"),)
    assert (entry.listed_on, entry.precision) == (date(2025, 6, 16), "day")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("{", id="no JSON"),
        pytest.param("{}", id="another file"),
        pytest.param("[]", id="a list"),
        pytest.param('{"Publications": {"PublicationDetail": [{"Nom": "A"}]}}', id="fields lack"),
    ],
)
def test_a_broken_file_is_an_error(tmp_path: Path, content: str) -> None:
    (tmp_path / "registre.json").write_text(content)
    entries, report = read_folder(tmp_path)
    assert entries == [] and report.errors


def test_the_real_copy(official_lists: Path) -> None:
    entries, report = read_folder(official_lists / "fr-dgt-gels" / "2026-05-31")
    assert report.problems == []
    assert sorted(entry.ref for entry in entries) == ["7457", "8182", "8183", "8184"]
    assert {entry.names[0].text for entry in entries if entry.kind == "person"} == {
        "Saïd BOUHDIFI",
        "Mohamed KARMOUS",
    }
