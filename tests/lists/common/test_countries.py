"""Country names as lists print them."""

from __future__ import annotations

import pytest
from lxml import etree

from sanctions_data.lists.common import countries
from sanctions_data.lists.common.countries import country_code, read_country
from sanctions_data.lists.common.read_report import ReadReport


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        pytest.param("Namibia", "NA", id="Namibia is not missing"),
        pytest.param("Iran (Islamic Republic of)", "IR", id="UN name"),
        pytest.param("Democratic People's Republic of Korea", "KP", id="straight apostrophe"),
        pytest.param("Democratic People’s Republic of Korea", "KP", id="curly apostrophe"),
        pytest.param("  united\nkingdom ", "GB", id="line break and case"),
        pytest.param("Kosovo", "XK", id="Kosovo"),
        pytest.param("State of Palestine", "PS", id="Palestine at the UN"),
        pytest.param("China, Hong Kong Special Administrative Region", "HK", id="Hong Kong"),
        pytest.param("former Soviet Union", "", id="a state that is gone"),
        pytest.param("Atlantis", "", id="not a country"),
        pytest.param("", "", id="empty"),
    ],
)
def test_country_code(printed: str, code: str) -> None:
    assert country_code(printed) == code


def test_names_of_ours_are_written_as_they_are_looked_up() -> None:
    assert all(name == name.casefold().replace("’", "'") for name in countries._OTHER_NAMES)


def test_an_unknown_country_is_a_warning_and_stays_empty() -> None:
    report = ReadReport("gb-fcdo")
    assert read_country("Atlantis", "Designation 1", report) == ""
    assert read_country("", "Designation 2", report) == ""
    (problem,) = report.problems
    assert not problem.is_error
    assert "Designation 1" in str(problem) and "'Atlantis'" in str(problem)


def test_every_country_of_the_real_lists_is_known(official_lists) -> None:
    paths = {"gb-fcdo": ("AddressCountry",), "un-sc": ("COUNTRY", "ISSUING_COUNTRY")}
    unknown = set()
    for list_id, tags in paths.items():
        for file in (official_lists / list_id).glob("202[4-9]-*/*.xml"):
            for element in etree.parse(file).iter(*tags):
                if element.text and element.text.strip() and not country_code(element.text):
                    unknown.add(element.text)
    assert unknown == set()
