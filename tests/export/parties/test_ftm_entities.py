"""FollowTheMoney: what its own package reads back of parties and measures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.export.ftm_package import ftm_model

from sanctions_data.export.parties.ftm_entities import FILE, write_ftm
from sanctions_data.export.parties.ftm_names import NAMES, SCHEMATA, property_of
from sanctions_data.query.edition import Edition
from sanctions_data.schema.vocabularies import (
    ATTRIBUTE,
    ENTITY_KIND,
    IDENTIFIER_TYPE,
    NAME_TYPE,
)


def export(edition: Edition, out: Path) -> dict[str, dict[str, Any]]:
    write_ftm(edition, out)
    lines = (out / FILE).read_text(encoding="utf-8").splitlines()
    return {entity["id"]: entity for entity in map(json.loads, lines)}


def test_a_party_and_after_it_its_measures(edition: Edition, out: Path) -> None:
    found = export(edition, out)
    assert list(found)[:2] == ["a-person", "gb-fcdo-IRN0240-travel-ban"]
    party = found["iran-air"]
    assert party["schema"] == "Organization"
    assert party["properties"] == {
        "alias": ["HAVAPEYMAYI MELLI IRAN"],
        "country": ["ir"],
        "imoNumber": ["IMO9481910"],
        "name": ["Iran Air"],
        "topics": ["sanction"],
    }


def test_a_measure_is_a_sanction(edition: Edition, out: Path) -> None:
    sanction = export(edition, out)["gb-fcdo-IRN0240-asset-freeze"]
    assert sanction["schema"] == "Sanction"
    assert sanction["properties"] | {"summary": []} == {
        "authority": ["The United Kingdom"],
        "authorityId": ["IRN0240"],
        "country": ["gb"],
        "endDate": ["2026-03-01"],
        "entity": ["iran-air"],
        "listingDate": ["2024-11-18"],
        "program": ["Russia sanctions regime"],
        "programId": ["GB-RUS"],
        "programUrl": ["https://www.legislation.gov.uk/uksi/2019/855"],
        "provisions": ["Asset freeze"],
        "sourceUrl": ["https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.xml"],
        "startDate": ["2024-11-18"],
        "status": ["ended"],
        "summary": [],
    }


@pytest.mark.parametrize(
    ("precision", "start", "said"),
    [
        pytest.param("day", ["2024-11-18"], False, id="day"),
        pytest.param("month", ["2024-11"], False, id="month"),
        pytest.param("year", ["2024"], False, id="year"),
        pytest.param("on_or_before", None, True, id="a bound is no day"),
    ],
)
def test_a_day_is_as_exact_as_it_is_known(
    edition: Edition, out: Path, precision: str, start: list[str] | None, said: bool
) -> None:
    path = edition.base / "data" / "travel_bans.csv"
    path.write_text(path.read_text().replace("2024-11-18,day", f"2024-11-18,{precision}"))
    properties = export(edition, out)["gb-fcdo-IRN0240-travel-ban"]["properties"]
    assert properties.get("startDate") == start
    assert ("began on 2024-11-18 or earlier" in properties["summary"][0]) == said


def test_only_a_reference_of_the_united_nations_is_one(edition: Edition, out: Path) -> None:
    assert "unscId" not in export(edition, out)["gb-fcdo-IRN0240-asset-freeze"]["properties"]
    path = edition.base / "data" / "listings.csv"
    path.write_text(path.read_text().replace(",gb-fcdo,IRN0240,", ",un-sc,QDe.001,"))
    sanction = export(edition, out)["gb-fcdo-IRN0240-asset-freeze"]["properties"]
    assert sanction["unscId"] == sanction["authorityId"] == ["QDe.001"]


def test_a_party_whose_measures_ended_has_no_topic(edition: Edition, out: Path) -> None:
    path = edition.base / "data" / "travel_bans.csv"
    path.write_text(path.read_text().replace(",in_force,", ",suspended,"))
    assert "topics" not in export(edition, out)["a-person"]["properties"]


def test_its_own_package_takes_every_value(edition: Edition, out: Path) -> None:
    model = ftm_model()
    for entity in export(edition, out).values():
        proxy = model.get_proxy(entity, cleaned=False)
        assert proxy.schema.name == entity["schema"]
        for name, values in entity["properties"].items():
            assert sorted(proxy.get(name)) == values, name


def test_every_code_of_ours_has_its_words() -> None:
    assert set(SCHEMATA) == set(ENTITY_KIND)
    assert set(NAMES) == set(NAME_TYPE)


def test_every_property_that_we_name_exists() -> None:
    model = ftm_model()
    for schema in set(SCHEMATA.values()):
        known = model.get(schema).properties
        named = {property_of(schema, "identifiers", kind) for kind in IDENTIFIER_TYPE}
        named |= {property_of(schema, "attributes", kind) for kind in ATTRIBUTE}
        assert named - {None} <= set(known)
        assert set(NAMES.values()) <= set(known)
