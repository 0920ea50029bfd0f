"""Printed text is made safe before it becomes a cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.lists import Entry
from sanctions_data.lists.common.entry import Attribute, Identifier, Name
from sanctions_data.update.clean import cleaned, is_office, safe_text


@pytest.mark.parametrize(
    ("printed", "safe"),
    [
        pytest.param("=HYPERLINK(1)", "HYPERLINK(1)", id="formula"),
        pytest.param("\r= +SUM(1)", "SUM(1)", id="formula behind a line break"),
        pytest.param("Mo\u00adhammad", "Mohammad", id="soft hyphen"),
        pytest.param("\u200fعلی", "علی", id="direction mark"),
        pytest.param("محمد الل\ufffd", "", id="lost letters"),
        pytest.param("Jean-Pierre", "Jean-Pierre", id="a hyphen inside stays"),
        pytest.param("unknown", "", id="placeholder"),
    ],
)
def test_safe_text(printed: str, safe: str) -> None:
    assert safe_text(printed) == safe


@given(st.text(max_size=30))
def test_safe_text_is_stable_and_no_formula(printed: str) -> None:
    safe = safe_text(printed)
    assert safe_text(safe) == safe
    assert not safe.startswith(("=", "+", "-", "@", "\t", " "))


def test_an_entry_keeps_a_name() -> None:
    entry = Entry("A1", "person", (Name("-"), Name("\ufffd")), "row 1",
                  attributes=(Attribute("position", "-"),))  # fmt: skip
    assert cleaned(entry).names == (Name("-"),)
    assert cleaned(entry).attributes == ()


@pytest.mark.parametrize(
    ("printed", "fits"),
    [
        pytest.param("Deputy Minister of Defence", True, id="office"),
        pytest.param("Head of the Hasan Brigade; Sonora district", True, id="words within words"),
        pytest.param("Wife of the minister", False, id="relative"),
        pytest.param("Trader who has sold parts", False, id="deed"),
        pytest.param("Propagandist of the channel", False, id="judgement"),
        pytest.param("Head of the department " * 6, False, id="too long for an office"),
    ],
)
def test_position_is_an_office(printed: str, fits: bool) -> None:
    assert is_office(printed) == fits
    entry = Entry("A1", "person", (Name("A"),), "row 1",
                  attributes=(Attribute("position", printed.strip()),))  # fmt: skip
    assert bool(cleaned(entry).attributes) == fits


@pytest.mark.parametrize(
    ("kind", "identifiers", "attributes"),
    [
        pytest.param("person", {"passport"}, {"gender", "country"}, id="person"),
        pytest.param("organisation", {"passport", "email", "phone"}, {"country"}, id="body"),
        pytest.param("unknown", {"passport", "email", "phone"}, {"gender", "country"},
                     id="kind unknown"),
    ],
)  # fmt: skip
def test_private_matters_of_persons_and_facts_of_persons(
    kind: str, identifiers: set[str], attributes: set[str]
) -> None:
    entry = Entry(
        "A1", kind, (Name("A"),), "row 1",
        identifiers=(Identifier("email", "a@b.example"), Identifier("phone", "123456"),
                     Identifier("passport", "X1")),
        attributes=(Attribute("gender", "male"), Attribute("country", "RU")),
    )  # fmt: skip
    clean = cleaned(entry)
    assert {each.type for each in clean.identifiers} == identifiers
    assert {each.name for each in clean.attributes} == attributes


@pytest.mark.parametrize(
    ("attribute", "printed", "kept"),
    [
        pytest.param("nationality", "NA", True, id="the code of Namibia"),
        pytest.param("country", "NA", True, id="its code as that of an address"),
        pytest.param("birth_place", "NA", False, id="not available"),
        pytest.param("birth_place", "na", False, id="not available, in small letters"),
        pytest.param("nationality", "na", False, id="no code"),
    ],
)
def test_namibia_is_a_country(attribute: str, printed: str, *, kept: bool) -> None:
    entry = Entry(
        "A1", "person", (Name("A"),), "row 1", attributes=(Attribute(attribute, printed),)
    )
    assert bool(cleaned(entry).attributes) == kept


def test_letters_are_composed_as_they_are_written() -> None:
    entry = Entry("A1", "person", (Name("Jose\u0301"),), "row",
                  identifiers=(Identifier("other", "Nu\u0301mero 1"),))  # fmt: skip
    clean = cleaned(entry)
    assert (clean.names[0].text, clean.identifiers[0].value) == ("José", "Número 1")


@pytest.mark.parametrize(
    ("value", "is_kept"),
    [
        pytest.param("2.81083E+11", False, id="rounded"),
        pytest.param("281083000123", True, id="whole"),
        pytest.param("5E+1", True, id="no exponent that a spreadsheet writes"),
    ],
)
def test_a_number_whose_digits_a_spreadsheet_lost_is_left_out(value: str, is_kept: bool) -> None:
    entry = Entry("1", "person", (Name("Ada"),), "", identifiers=(Identifier("passport", value),))
    assert bool(cleaned(entry).identifiers) is is_kept
