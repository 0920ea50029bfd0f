"""Selecting measures: codes as people write them, days, and what an answer stands on."""

from __future__ import annotations

import json
from typing import Any

import pytest

import sanctions_data as sd
from sanctions_data.query.measures import DAY_COLUMNS
from sanctions_data.query.time.day_status import day_of


def test_selection() -> None:
    found = sd.measures(authority=["gb", "un-sc"], measure_type="travel_ban", evidence="primary")
    assert set(found["authority_id"]) == {"gb", "un-sc"}
    assert set(found["measure_type"]) == {"travel_ban"}
    assert set(found["evidence"]) == {"primary"}


@pytest.mark.parametrize(
    ("call", "message"),
    [
        pytest.param({"on": "14/10/2024"}, "expected a day such as 2024-10-14", id="no ISO day"),
        pytest.param(
            {"measure_type": "freez"}, "unknown measure type 'freez'; did you mean 'asset_freeze'",
            id="no type",
        ),
        pytest.param(
            {"on": "2024-10-14", "undecided": "yes"}, "known are exclude, include, only",
            id="undecided",
        ),
    ],
)  # fmt: skip
def test_wrong_argument(call: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        sd.measures(**call)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        pytest.param({"authority": "uk"}, {"authority": "gb"}, id="what people call it"),
        pytest.param({"authority": ["EU", "OFAC"]}, {"authority": ["eu", "us-ofac"]}, id="several"),
        pytest.param(
            {"measure_type": "travel_bans"}, {"measure_type": "travel_ban"}, id="name of the table"
        ),
        pytest.param(
            {"measure_type": "Asset Freezes"}, {"measure_type": "asset_freeze"}, id="plural"
        ),
        pytest.param({"programme": "GB-RUS"}, {"programme": "gb-rus"}, id="case"),
        pytest.param({"entity": "Iran Air"}, {"entity": "iran-air"}, id="entity"),
    ],
)
def test_what_people_write(written: dict[str, Any], code: dict[str, Any]) -> None:
    found = sd.measures(**written)
    assert len(found)
    assert found.equals(sd.measures(**code))


def test_a_party_that_was_merged_is_the_one_that_remains() -> None:
    entities = sd.load("entities")
    gone = entities[entities["merged_into"].notna()].iloc[0]
    assert sd.measures(entity=gone["entity_id"]).equals(sd.measures(entity=gone["merged_into"]))


def test_undecided_is_left_out_included_or_alone() -> None:
    day = "2022-03-05"
    sure, both, open_ = (
        sd.measures(day, authority="us-ofac", undecided=choice)
        for choice in ("exclude", "include", "only")
    )
    assert len(open_) and len(sure)
    assert sure.attrs["undecided"] == both.attrs["undecided"] == len(open_)
    assert set(sure["day_status"]) == {"in_force"}
    assert set(open_["day_status"]) == {"cannot_be_told"}
    assert sorted([*sure["measure_id"], *open_["measure_id"]]) == sorted(both["measure_id"])
    assert list(sure)[-len(DAY_COLUMNS) :] == DAY_COLUMNS
    assert sure["reason"].isna().all()
    assert open_["reason"].notna().all()


def test_a_start_that_is_not_known_and_why() -> None:
    (row,) = sd.measures(
        "2015-06-01",
        entity="semenova-olena-yurevna-xq5hv",
        measure_type="asset_freeze",
        undecided="only",
    ).to_dict("records")
    assert row["reason"] == "start not known, first seen 2018-01-27, not before 2014-03-16"
    assert row["start_latest"] <= row["first_seen"]


@pytest.mark.parametrize("day", ["1990-01-01", "2015-06-01", "2022-03-05", "2026-08-22"])
def test_bounds_agree_with_the_status(day: str) -> None:
    on = day_of(day)
    for row in sd.measures(day, undecided="include").sample(200, random_state=1).itertuples():
        sure = row.start_latest <= on and not row.end_earliest <= on
        assert sure is (row.day_status == "in_force"), row.measure_id
        assert not row.start_earliest > on and not row.end_latest <= on


def test_what_it_stands_on_is_plain() -> None:
    found = sd.measures("2015-06-01", authority="us-ofac", measure_type="travel_ban")
    stands_on = found.attrs["stands_on"]
    assert json.loads(json.dumps(found.attrs)) == found.attrs
    assert stands_on["on"] == "2015-06-01"
    assert stands_on["searched"] == {"authority": ["us-ofac"], "measure type": ["travel_ban"]}
    assert {each["list_id"] for each in stands_on["lists"]} == {"us-ofac-sdn", "us-ofac-cons"}
    assert "before our first snapshot" in stands_on["notes"][0]


def test_an_empty_answer_says_what_was_searched() -> None:
    found = sd.measures("1999-01-01", authority="nz", evidence="unverified")
    assert found.empty
    assert found.attrs["stands_on"]["searched"] == {"authority": ["nz"], "evidence": ["unverified"]}
    assert list(found)[-len(DAY_COLUMNS) :] == DAY_COLUMNS


def test_no_kind_at_all() -> None:
    assert sd.measures(measure_type=[]).empty
