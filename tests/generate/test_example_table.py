"""The example of the README: measures on Iran Air and its class, and on nobody else."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from sanctions_data.generate.example_table import PARTIES, example_table
from sanctions_data.schema import MEASURE_TABLES, TABLES
from sanctions_data.tables.canonical import canonical_bytes


@pytest.fixture
def told(checkout: Path, example_tables: dict[str, pd.DataFrame]) -> list[str]:
    """The rows for a freeze, an announced ban on flights, and a freeze of another party."""
    data = checkout / "data"
    for name in MEASURE_TABLES:
        example_tables[name] = example_tables[name].iloc[:0]
    freeze = pd.read_csv(data / "asset_freezes.csv", dtype="str").assign(
        authority_id="gb", start_date=None, end_date=None, status="in_force"
    )
    restriction = pd.read_csv(data / "flight_restrictions.csv", dtype="str").assign(
        entity_id=PARTIES[1], authority_id="eu", status="announced", announced_on="2024-09-10",
        measure_type="flight_restriction", restriction_kind="landing", instrument_id=None,
    )  # fmt: skip
    other = freeze.assign(entity_id="another", measure_id="other")
    example_tables["asset_freezes"] = pd.concat([freeze, other])
    example_tables["flight_restrictions"] = restriction
    for name in MEASURE_TABLES:
        content = canonical_bytes(example_tables[name], TABLES[name].key)
        (data / f"{name}.csv").write_bytes(content)
    return example_table(data).splitlines()[2:]


def test_measures_on_iran_air_and_its_class_by_authority(told: list[str]) -> None:
    assert [line.split(" | ")[:2] for line in told] == [
        ["| eu", "flight restriction: landing"], ["| gb", "asset freeze"],
    ]  # fmt: skip


def test_what_is_not_known_is_said(told: list[str]) -> None:
    assert " | announced 2024-09-10 | " in told[0]
    assert " | unknown | – | in force | " in told[1]


def test_the_act_goes_by_its_number(told: list[str]) -> None:
    assert told[1].endswith(f"| {TABLES['instruments'].column('number').example} |")
    assert told[0].endswith("|  |")
