"""Flight restrictions: by whom, against whom, on a day, and what cannot be told."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

import sanctions_data as sd
from sanctions_data.query.flights.eu_members import eu_members


def ids(found: pd.DataFrame) -> set[str]:
    return set(found["measure_id"])


@pytest.mark.parametrize("written", ["RU", "ru", "RUS", "Russia", "Russian Federation"])
def test_a_country_by_any_name(written: str) -> None:
    found = sd.flights(on="2022-03-05", against=written, by="eu")
    assert "eu-overflight-carriers-of-russia-2022" in ids(found)
    assert set(found["party_country"]) == {"RU"}


def test_the_eu_stands_for_its_members() -> None:
    found = sd.flights(on="2022-03-05", against="european union", by="Russia")
    assert "ru-overflight-carriers-of-germany-2022" in ids(found)
    assert "ru-overflight-carriers-of-united-kingdom-2022-02-25" not in ids(found)
    assert set(found["party_country"]) <= eu_members("2022-03-05")


@pytest.mark.parametrize(
    ("choice", "column", "value"),
    [
        ({"kind": "overflights"}, "restriction_kind", "overflight"),
        ({"nature": "retaliatory"}, "nature", "retaliatory"),
        ({"party": "mahan-air"}, "entity_id", "mahan-air"),
        ({"status": "ended"}, "status", "ended"),
    ],
    ids=["kind", "nature", "party", "status"],
)
def test_choices(choice: dict[str, Any], column: str, value: str) -> None:
    found = sd.flights(**choice)
    assert set(found[column]) == {value}
    assert len(found) == (sd.flights()[column] == value).sum()


def test_what_ended_on_an_unknown_day_is_not_passed_over() -> None:
    rows = sd.load("flight_restrictions")
    lost = rows[(rows["end_precision"] == "unknown") & (rows["start_precision"] == "day")]
    for row in lost.to_dict("records"):
        day = pd.Series([row["start_date"], row["last_confirmed"]]).max() + pd.Timedelta(days=1)
        found = sd.flights(on=day, party=row["entity_id"], undecided="only")
        assert row["measure_id"] in ids(found)
        assert found.attrs["undecided"] == len(found)
        assert row["measure_id"] not in ids(sd.flights(on=day, party=row["entity_id"]))


def test_a_measure_of_the_eu_binds_its_members() -> None:
    (note,) = sd.flights(on="2022-03-05", against="RU", by="Germany").attrs["stands_on"]["notes"]
    number = len(sd.flights(on="2022-03-05", against="RU", by="eu"))
    assert number
    assert note.startswith("Measures of the EU bind its members, de among them")
    assert f"{number} of these restrictions of the EU were in force" in note


@pytest.mark.parametrize(
    ("by", "day"),
    [
        pytest.param("ch", "2022-03-05", id="no member"),
        pytest.param("gb", "2022-03-05", id="no longer a member"),
        pytest.param(["de", "eu"], "2022-03-05", id="asked for both"),
        pytest.param("de", None, id="no day"),
    ],
)
def test_no_note_where_nobody_is_bound(by: Any, day: str | None) -> None:
    notes = sd.flights(on=day, against="RU", by=by).attrs["stands_on"]["notes"]
    assert not [note for note in notes if "bind" in note]


@pytest.mark.parametrize(
    ("day", "number"),
    [
        ("1972-12-31", 6), ("1980-12-31", 9), ("1986-01-01", 12), ("1995-01-01", 15),
        ("2004-05-01", 25), ("2007-01-01", 27), ("2013-07-01", 28), ("2022-03-05", 27),
    ],
)  # fmt: skip
def test_number_of_members(day: str, number: int) -> None:
    assert len(eu_members(day)) == number
