"""A folder with two lists, their snapshots and a few entries of made-up parties."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from sanctions_data.query.edition import Edition
from sanctions_data.schema import TABLES

REPOSITORY = Path(__file__).resolve().parents[3]
DATES = ["start_date", "end_date", "announced_on", "first_seen", "last_confirmed"]
MEASURE = [
    "listing_id", "rule_id", "instrument_id", "measure_type", "basis", "status", "start_date",
    "start_precision", "end_date", "end_precision", "announced_on", "first_seen",
    "last_confirmed",
]  # fmt: skip

SNAPSHOTS = {
    "un-sc": ["2021-02-01 complete", "2021-05-01 lacks_details", "2021-09-01 complete"],
    "gb-fcdo": ["2021-06-01 incomplete", "2021-08-01 complete"],
}
# Entry: its list, the day on which it was first read, and the day on which it was found gone.
LISTINGS = {
    "un-sc-1": ("un-sc", "2021-02-01", ""),
    "un-sc-2": ("un-sc", "2021-05-01", ""),
    "un-sc-3": ("un-sc", "2021-02-01", "2021-09-01"),
    "un-sc-4": ("un-sc", "2021-05-01", "2021-09-01"),
    "gb-fcdo-1": ("gb-fcdo", "2021-06-01", ""),
    "gb-fcdo-2": ("gb-fcdo", "2021-06-01", "2021-08-01"),
}


def write(root: Path, table: str, rows: list[dict[str, str]]) -> None:
    """Write a table with these cells, and the columns' examples where one must be filled."""
    columns = [column.name for column in TABLES[table].columns]
    frame = pd.DataFrame(rows, columns=columns, dtype="str")
    (root / "data").mkdir(exist_ok=True)
    frame.to_csv(root / "data" / f"{table}.csv", index=False)


def snapshots(days: dict[str, list[str]]) -> list[dict[str, str]]:
    return [
        {
            "source_id": f"{list_id}-{day[:10]}", "kind": "list_snapshot", "list_id": list_id,
            "published_on": day[:10], "completeness": day[11:],
        }
        for list_id, of_list in days.items()
        for day in of_list
    ]  # fmt: skip


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    root = tmp_path_factory.mktemp("time")
    shutil.copy(REPOSITORY / "datapackage.json", root)
    write(root, "sources", snapshots(SNAPSHOTS))
    write(
        root,
        "listings",
        [
            {"listing_id": key, "list_id": on, "first_seen": seen, "delisted_on": gone}
            for key, (on, seen, gone) in LISTINGS.items()
        ],
    )
    write(
        root,
        "sightings",
        [
            {
                "listing_id": "un-sc-4",
                "source_id": "h",
                "first_seen": "2021-03-20",
                "absent_on": "2021-03-18",
                "last_seen": "2021-07-04",
                "gone_on": "2021-07-09",
            },
        ],
    )
    write(root, "programme_measures", [{"rule_id": "since-march", "from_date": "2021-03-01"}])
    terms = [("gb-fcdo", "travel_ban", "2021-04-01"), ("gb-fcdo", "asset_freeze", "2021-04-01"),
             ("gb-fcdo", "asset_freeze", "")]  # fmt: skip
    write(
        root,
        "source_terms",
        [
            {"list_id": on, "term": f"term {n}", "measure_type": kind, "not_before": day}
            for n, (on, kind, day) in enumerate(terms)
        ],
    )
    write(root, "instruments", [{"instrument_id": "act", "adopted_on": "2020-12-01"}])
    return Edition(root)


@pytest.fixture(scope="session")
def measure() -> Callable[..., pd.DataFrame]:
    return one_measure


def one_measure(
    start: str = "", end: str = "", status: str = "in_force", seen: str = "2021-02-01", **more: str
) -> pd.DataFrame:
    """A measure; a date is written as its day and precision, such as ``2021-03-01 month``."""
    (start_day, _, start_precision), (end_day, _, end_precision) = (
        each.partition(" ") for each in (start, end)
    )
    row = {
        "status": status, "start_date": start_day, "start_precision": start_precision,
        "end_date": end_day, "end_precision": end_precision, "first_seen": seen,
        "measure_type": "asset_freeze", "basis": "stated", **more,
    }  # fmt: skip
    cells = {name: cell if cell and cell != "-" else None for name, cell in row.items()}
    frame = pd.DataFrame([cells], columns=MEASURE)
    frame = frame.astype({name: "str" for name in MEASURE if name not in DATES})
    return frame.astype(dict.fromkeys(DATES, "datetime64[s]"))
