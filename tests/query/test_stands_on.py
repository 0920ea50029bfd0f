"""What an answer stands on: version, days, ages, and notes on a day outside of what was seen."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

import sanctions_data as sd
from sanctions_data.query.edition import Edition
from sanctions_data.query.stands_on import StandsOn, searched_text, stands_on, stands_on_text

TODAY = date(2026, 12, 1)
Derive = Callable[[pd.DataFrame], pd.DataFrame]


def asked(day: str | None, *authorities: str, version: str | None = None) -> StandsOn:
    on = None if day is None else pd.Timestamp(day)
    return stands_on(Edition(version=version), authorities=authorities or None, on=on, today=TODAY)


def test_only_the_lists_of_the_authorities_count() -> None:
    assert {each["list_id"] for each in asked(None, "us-ofac")["lists"]} == {
        "us-ofac-cons", "us-ofac-sdn",
    }  # fmt: skip
    every = {each["list_id"] for each in asked(None)["lists"]}
    assert every == set(sd.load("sources")["list_id"].dropna()) - {"curated"}


def test_age_counts_from_the_newest_snapshot() -> None:
    sources = sd.load("sources")
    for each in asked(None)["lists"]:
        of_list = sources.loc[sources["list_id"] == each["list_id"], "published_on"]
        assert each["newest"] == f"{of_list.max():%Y-%m-%d}"
        assert each["oldest"] == f"{of_list.min():%Y-%m-%d}"
        assert each["age_days"] == (pd.Timestamp(TODAY) - of_list.max()).days


def test_notes_on_a_day_outside_of_what_was_seen() -> None:
    (of_list,) = asked(None, "nz")["lists"]
    assert asked(of_list["newest"], "nz")["notes"] == []
    assert asked(of_list["oldest"], "nz")["notes"] == []
    (after,) = asked("2030-01-01", "nz")["notes"]
    assert after == (
        f"2030-01-01 is after our newest snapshot of nz-mfat ({of_list['newest']}): what has "
        "changed since is not known."
    )
    (before,) = asked("1999-12-31", "nz")["notes"]
    assert f"before our first snapshot of nz-mfat ({of_list['oldest']})" in before


def test_many_lists_are_summed_up() -> None:
    (note,) = asked("1999-12-31")["notes"]
    assert f"all {len(asked(None)['lists'])} lists (" in note


def test_a_version_knows_only_its_own_snapshots() -> None:
    found = asked(None, version="2026.2.0")
    assert found["version"] == "2026.2.0"
    assert found["day"] < "2026-03-01"


@pytest.mark.parametrize(
    ("lists", "text"),
    [
        pytest.param([], "Version 1, data of 2026-08-22.", id="no list"),
        pytest.param(
            [("un-sc", "2026-08-22", 3), ("eu-fsf", "2026-05-01", 9)],
            "Version 1, data of 2026-08-22. Lists: eu-fsf 2026-05-01 (9 days old), un-sc "
            "2026-08-22 (3 days old).", id="few lists",
        ),
        pytest.param(
            [("a", "2026-08-22", 1), ("b", "2026-01-01", 2), ("c", "2026-08-22", 1),
             ("d", "2026-08-22", 1)],
            "Version 1, data of 2026-08-22. 4 lists, the oldest b 2026-01-01 (2 days old).",
            id="many lists",
        ),
    ],
)  # fmt: skip
def test_text(lists: list[tuple[str, str, int]], text: str) -> None:
    rows = [dict(zip(("list_id", "newest", "age_days"), each, strict=True)) for each in lists]
    assert stands_on_text(StandsOn(version="1", day="2026-08-22", lists=rows)) == text


def test_a_version_without_a_day() -> None:
    assert stands_on_text(StandsOn(version="1", day=None, lists=[])) == "Version 1."


def test_searched() -> None:
    found = StandsOn(searched={"authority": ["gb", "eu"], "country": ["RU"]}, on=None)
    assert searched_text(found) == "authority gb or eu, country RU"


@pytest.mark.parametrize(
    "derive",
    [
        pytest.param(lambda frame: frame.copy(), id="copy"),
        pytest.param(lambda frame: frame.head(1), id="some rows"),
        pytest.param(lambda frame: frame[["name"]], id="some columns"),
        pytest.param(lambda frame: sd.load("lists"), id="asked again"),
    ],
)
def test_what_a_caller_changes_in_one_answer_reaches_no_other(derive: Derive) -> None:
    frame = sd.load("authorities")
    other = derive(frame)
    before = json.dumps(frame.attrs)
    told = other.attrs["stands_on"]
    told["version"] = "mine"
    told["lists"][0]["newest"] = "mine"
    told["notes"].append("mine")
    told["searched"]["authority"] = ["mine"]
    assert json.dumps(frame.attrs) == before
    assert json.dumps(sd.load("authorities").attrs) == before
