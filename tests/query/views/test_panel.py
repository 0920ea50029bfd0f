"""A panel has what was in force on the last day of each period, and counts what has no dates."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from tests.small_data import small_data, store

import sanctions_data as sd

__all__ = ["small_data", "store"]

BAN = "gb-travel-ban-1"


def date_ban(root: Path, start: str, end: str, status: str) -> None:
    path = root / "data" / "travel_bans.csv"
    rows = pd.read_csv(path, dtype=str, keep_default_na=False)
    cells = {"start_date": start, "start_precision": "day" if start else "unknown",
             "end_date": end, "end_precision": "day" if end else "", "status": status}  # fmt: skip
    for column, cell in cells.items():
        rows.loc[rows["measure_id"] == BAN, column] = cell
    rows.to_csv(path, index=False, lineterminator="\n")


def months(found: pd.DataFrame) -> list[str]:
    return found.loc[found["measure_type"] == "travel_ban", "period"].astype(str).tolist()


@pytest.mark.parametrize(
    ("start", "end", "status", "expected"),
    [
        pytest.param("2022-02-25", "", "in_force", ["2022-02", "2022-03", "2022-04"], id="open"),
        pytest.param("2022-02-28", "", "in_force", ["2022-02", "2022-03", "2022-04"], id="last"),
        pytest.param("2022-03-01", "", "in_force", ["2022-03", "2022-04"], id="first day"),
        pytest.param("2022-01-01", "2022-03-31", "ended", ["2022-01", "2022-02"],
                     id="over on the last day"),
        pytest.param("2022-01-01", "2022-04-01", "ended", ["2022-01", "2022-02", "2022-03"],
                     id="over on the next day"),
        pytest.param("2022-02-10", "2022-02-20", "ended", [], id="within a month"),
        pytest.param("2022-02-10", "2022-04-20", "never_in_force", [], id="never in force"),
        pytest.param("2022-02-10", "", "announced", [], id="announced"),
        pytest.param("", "", "in_force", [], id="no start"),
        pytest.param("2022-02-10", "", "ended", [], id="over, nobody knows when"),
    ],
)  # fmt: skip
def test_what_is_in_a_month(
    small_data: Path, start: str, end: str, status: str, expected: list[str]
) -> None:
    date_ban(small_data, start, end, status)
    found = sd.panel("M", since="2022-01-15", until="2022-04-02", root=small_data)
    assert months(found) == expected


def test_what_has_no_dates_is_counted(small_data: Path) -> None:
    date_ban(small_data, "2022-02-25", "", "in_force")
    found = sd.panel("Y", since="2022-01-01", until="2022-12-31", root=small_data)
    assert found.attrs["without_dates"] == 3  # The other three measures of the small tables.
    assert found.columns.tolist() == [
        "entity_id", "authority_id", "measure_type", "period", "measures"]  # fmt: skip


def test_two_measures_of_a_kind_are_one_row(small_data: Path) -> None:
    date_ban(small_data, "2022-02-25", "", "in_force")
    path = small_data / "data" / "travel_bans.csv"
    rows = pd.read_csv(path, dtype=str, keep_default_na=False)
    more = rows[rows["measure_id"] == BAN].assign(measure_id="gb-travel-ban-2")
    pd.concat([rows, more]).to_csv(path, index=False, lineterminator="\n")
    found = sd.panel("Q", since="2022-03-31", until="2022-03-31", root=small_data)
    assert found[["period", "measures"]].astype(str).values.tolist() == [["2022Q1", "2"]]


@pytest.mark.parametrize("freq", ["monthly", "quarter", "annual"])
def test_other_words_for_a_frequency(small_data: Path, freq: str) -> None:
    assert sd.panel(freq, since="2022-01-01", until="2022-01-01", root=small_data).empty  # type: ignore[arg-type]


def test_a_panel_that_ends_before_it_begins_is_refused(small_data: Path) -> None:
    with pytest.raises(ValueError, match="found since 2023-01-01 after 2022-01-01"):
        sd.panel("Y", since="2023-01-01", until="2022-01-01", root=small_data)


def test_only_some_authorities_and_kinds(small_data: Path) -> None:
    date_ban(small_data, "2022-02-25", "", "in_force")
    when = {"since": "2022-06-30", "until": "2022-06-30", "root": small_data}
    assert len(sd.panel("M", measure_type="travel bans", authority="UK", **when)) == 1  # type: ignore[arg-type]
    assert sd.panel("M", measure_type="asset freeze", **when).empty  # type: ignore[arg-type]
    assert sd.panel("M", authority="un", **when).empty  # type: ignore[arg-type]
