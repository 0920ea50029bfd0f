"""Country names as lists print them."""

from __future__ import annotations

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from sanctions_data.lists.common import countries
from sanctions_data.lists.common.countries import (
    country_code,
    country_codes,
    read_code,
    read_countries,
    read_country,
)
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
        pytest.param("Ukrainian SSR (now Ukraine)", "UA", id="a state that is gone, and its heir"),
        pytest.param("Former USSR Currently Belarus", "BY", id="heir without brackets"),
        pytest.param("Russian SFSR, (now Russian Federation)", "RU", id="heir behind a comma"),
        pytest.param("Ukrainian SSR", "", id="a republic that is gone"),
        pytest.param("USSR (until 1991)", "", id="a state that is gone, with a remark"),
        pytest.param("Libyan Arab Jamahiriya", "LY", id="former name of a state"),
        pytest.param("Myanmar (formerly Burma)", "MM", id="former name behind"),
        pytest.param("Cabo Verde. Previously Cape Verde.", "CV", id="former name in a sentence"),
        pytest.param("Afghan", "AF", id="people"),
        pytest.param("Saudi Arabian", "SA", id="people in two words"),
        pytest.param("Congolese", "", id="people of two states"),
        pytest.param("Tunisian passport", "TN", id="passport of a people"),
        pytest.param("Namibia passport", "NA", id="passport of a state"),
        pytest.param("Sudanese by birth", "SD", id="by birth"),
        pytest.param("Libya (in custody)", "LY", id="remark"),
        pytest.param("Bahrain (citizenship revoked in Jan. 2015)", "", id="revoked"),
        pytest.param("Kuwaiti citizenship withdrawn in 2002", "", id="withdrawn"),
        pytest.param("Possibly Ethiopian", "", id="doubtful"),
        pytest.param("Gambia (False)", "", id="false flag"),
        pytest.param("St Kitts and Nevis", "KN", id="St without a full stop"),
        pytest.param("St. Lucia", "LC", id="St with a full stop"),
        pytest.param("Antigua & Barbuda", "AG", id="ampersand"),
        pytest.param("Iran / unknown", "IR", id="one and a placeholder"),
        pytest.param("Sudan/South Sudan", "", id="two are not one"),
        pytest.param("na", "", id="placeholder"),
        pytest.param("NA", "", id="placeholder in capitals"),
        pytest.param("n/a", "", id="placeholder with a slash"),
        pytest.param("Atlantis", "", id="not a country"),
        pytest.param("", "", id="empty"),
    ],
)
def test_country_code(printed: str, code: str) -> None:
    assert country_code(printed) == code


def test_several_countries_in_one_text() -> None:
    assert country_codes("Sudan/or South Sudan") == ("SD", "SS")
    assert country_codes("Sudan / Atlantis") == ()


def test_a_placeholder_is_no_warning() -> None:
    report = ReadReport("un-sc")
    assert list(read_countries("na", "entry 1", report)) == []
    assert report.problems == []


@pytest.mark.parametrize(("code", "read"), [("NA", "NA"), ("xk", "XK"), ("YU", ""), ("", "")])
def test_codes_are_read_as_codes(code: str, read: str) -> None:
    report = ReadReport("eu-fsf")
    assert read_code(code, "entry 1", report) == read
    assert len(report.problems) == (code == "YU")


@given(st.text())
def test_any_text_gives_codes_that_exist(printed: str) -> None:
    assert set(country_codes(printed)) <= {c.alpha_2 for c in pycountry.countries} | {"XK"}


def test_names_of_ours_are_written_as_they_are_looked_up() -> None:
    assert all(name == name.casefold().replace("’", "'") for name in countries._NAMES)


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
        for file in (official_lists / list_id).glob("*/*.xml"):
            for element in etree.parse(file).iter(*tags):
                if element.text and element.text.strip() and not country_codes(element.text):
                    unknown.add(element.text)
    # An address of a branch; nobody would look for a country in it.
    assert unknown == {"Branch Office 11: Iran"}
