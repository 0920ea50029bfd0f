"""What two profiles share apart from a name."""

from __future__ import annotations

from typing import Any

import pytest
from tests.resolution.conftest import person, profile

from sanctions_data.resolution.evidence import POINTS
from sanctions_data.resolution.shared_facts import SharedFacts


@pytest.mark.parametrize(
    ("ours", "theirs", "day", "year"),
    [
        pytest.param({"1961-03-04"}, {"1961-03-04"}, "1961-03-04", "1961", id="day"),
        pytest.param({"1961-03-04"}, {"1961-03-05"}, "", "", id="two days of one year"),
        pytest.param({"1961-03-04"}, {"1961"}, "", "1961", id="day and year"),
        pytest.param({"1961-01-01"}, {"1961-01-01"}, "", "1961", id="first of January"),
        pytest.param({"1961"}, {"1962"}, "", "", id="two years"),
        pytest.param({"1961", "1962"}, {"1962", "1961"}, "", "1962", id="the later of two"),
        pytest.param(set(), {"1961"}, "", "", id="one birth"),
    ],
)
def test_birth(ours: set[str], theirs: set[str], day: str, year: str) -> None:
    facts = SharedFacts(person("gb-fcdo", births=ours), person("eu-fsf", births=theirs))
    assert (facts.day, facts.year) == (day, year)


@pytest.mark.parametrize(
    ("kind", "ours", "theirs", "place", "seat"),
    [
        pytest.param("person", {"countries": {"RU"}}, {"countries": {"RU"}}, "RU", "",
                     id="country"),
        pytest.param("person", {"regimes": {"IR"}}, {"regimes": {"IR"}}, "IR", "", id="matter"),
        pytest.param("person", {"countries": {"IR"}}, {"regimes": {"IR"}}, "", "IR",
                     id="country of the matter"),
        pytest.param("person", {"countries": {"IR"}, "regimes": {"IR"}}, {"regimes": {"IR"}},
                     "IR", "", id="a person that has a place has no seat"),
        pytest.param("organisation", {"countries": {"IR"}, "regimes": {"IR"}},
                     {"regimes": {"IR"}}, "IR", "IR", id="a body has both"),
        pytest.param("organisation", {"countries": {"IR"}}, {"countries": {"IR"},
                     "regimes": {"IR"}}, "IR", "", id="a body of one country"),
        pytest.param("person", {"countries": {"RU"}}, {"regimes": {"IR"}}, "", "", id="neither"),
    ],
)  # fmt: skip
def test_place(
    kind: str, ours: dict[str, Any], theirs: dict[str, Any], place: str, seat: str
) -> None:
    facts = SharedFacts(
        profile("gb-fcdo", "1", kind=kind, **ours), profile("eu-fsf", "1", kind=kind, **theirs)
    )
    assert (facts.place, facts.seat) == (place, seat)


@pytest.mark.parametrize(
    ("regimes", "day"),
    [
        pytest.param({"IR"}, "2010-06-09", id="one matter"),
        pytest.param({"RU"}, "", id="two matters"),
    ],
)
def test_a_listing_day_counts_for_one_matter_only(regimes: set[str], day: str) -> None:
    one = person("gb-fcdo", regimes={"IR"}, listed={"2010-06-09"})
    other = person("eu-fsf", regimes=regimes, listed={"2010-06-09"})
    assert SharedFacts(one, other).listing_day == day


@pytest.mark.parametrize(
    ("since", "regimes", "day"),
    [
        pytest.param({"2020-12-31"}, {"RU"}, "2020-12-31", id="that day"),
        pytest.param({"2020-12-31", "2021-05-06"}, {"RU"}, "", id="that day and another"),
        pytest.param({"2021-05-06"}, {"RU"}, "", id="later"),
        pytest.param({"2020-12-31"}, {"IR"}, "", id="for another matter"),
    ],
)
def test_takeover(since: set[str], regimes: set[str], day: str) -> None:
    uk = person("gb-fcdo", regimes=regimes, since=since)
    eu = person("eu-fsf", regimes={"RU"})
    assert SharedFacts(uk, eu).taken_over == SharedFacts(eu, uk).taken_over == day
    assert SharedFacts(person("un-sc", regimes=regimes, since=since), eu).taken_over == ""


def test_each_fact_adds_its_points_and_is_named() -> None:
    ada = person("gb-fcdo", births={"1961-03-04"}, countries={"RU"}, regimes={"RU"})
    evidence = SharedFacts(ada, ada).back("name", "ada example", 45)
    assert evidence.rule == "name_birth_day_country_programme"
    assert evidence.values == ("ada example", "1961-03-04", "RU", "RU")
    assert evidence.score == 45 + POINTS.birth_day + POINTS.same_country + POINTS.same_matter


def test_a_country_counts_more_for_a_body() -> None:
    body = profile("gb-fcdo", "1", "vega", kind="organisation", countries={"RU"})
    score = SharedFacts(body, body).back("name", "vega", 50).score
    assert score == 50 + POINTS.same_country_of_body > 50 + POINTS.same_country


def test_nothing_shared_adds_nothing() -> None:
    evidence = SharedFacts(person("gb-fcdo"), person("eu-fsf")).back("near_name", "ada", 10)
    assert (evidence.rule, evidence.values, evidence.score) == ("near_name", ("ada",), 10)
