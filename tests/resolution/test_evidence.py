"""The points of evidence: what the file says is what the page for people says."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from pathlib import Path

import pytest

from sanctions_data.names.knowledge import KnowledgeError
from sanctions_data.resolution.evidence import POINTS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "matching.md"


def points_of(row: str) -> list[int]:
    """The points in the row of the page that begins so."""
    (found,) = re.findall(rf"^\| {re.escape(row)}.*\| ([-\d, ]+) \|$", PAGE.read_text(), re.M)
    return [int(number) for number in found.split(",")]


@pytest.mark.parametrize(
    ("row", "points"),
    [
        ("The same UN reference", [POINTS.reference]),
        ("The same number of an entry", [POINTS.reference]),
        ("The number of a ship", [POINTS.number]),
        ("Passport, identity", [POINTS.number]),
        ("The same without a country", [POINTS.number_without_country]),
        ("Name of a person", [POINTS.short_person_name]),
        ("The same, of three words", [POINTS.person_name]),
        ("No namesake", [POINTS.no_namesake]),
        ("Name of a body", list(POINTS.body_name)),
        ("The same, if rare", list(POINTS.rare_body_name)),
        ("Nearly the same name", [POINTS.near_name]),
        ("A name that one list gives to two parties", [POINTS.common_name]),
        ("A name that lists give to bodies", [POINTS.contested_body_name]),
        ("The same day of birth", [POINTS.birth_day]),
        ("The same year of birth", [POINTS.birth_year]),
        ("A shared country", [POINTS.same_country, POINTS.same_country_of_body]),
        ("Programmes about the same matter", [POINTS.same_matter]),
        ("The seat of a body", [POINTS.seat_in_country_of_matter]),
        ("The same legal form", [POINTS.same_form]),
        ("Listed on the same day", [POINTS.same_listing_day]),
        ("Listed by the United Kingdom", [POINTS.taken_over]),
        ("A second name", [POINTS.second_name]),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_the_page_says_the_same(row: str, points: list[int]) -> None:
    assert points_of(row) == points


def test_the_page_says_what_is_enough_and_what_is_rare() -> None:
    page = PAGE.read_text()
    assert f"A match needs **{POINTS.threshold} points**" in page
    assert f"below 2^-{POINTS.rare_person:.0f}" in page
    assert f"below 2^-{POINTS.rare_in_place:.0f}" in page
    assert f"is below 1/{1 / POINTS.few_namesakes:.0f}." in page


def test_a_name_alone_is_never_enough() -> None:
    assert POINTS.person_name + POINTS.no_namesake < POINTS.threshold
    bodies = max(*POINTS.body_name, *POINTS.rare_body_name)
    assert bodies + POINTS.same_form < POINTS.threshold


def test_a_number_is_always_enough() -> None:
    numbers = (POINTS.reference, POINTS.number, POINTS.number_without_country)
    assert min(numbers) >= POINTS.threshold


@pytest.mark.parametrize("field", ["body_name", "rare_body_name", "rare_body"])
def test_points_by_words_are_three(field: str) -> None:
    assert field in {each.name for each in fields(POINTS)}
    with pytest.raises(KnowledgeError, match=rf"evidence_points.toml: {field}: found 2 numbers"):
        replace(POINTS, **{field: (1, 2)})
