"""How the measures are known, counted."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from sanctions_data.generate.evidence_table import evidence_table
from sanctions_data.schema import MEASURE_TABLES, TABLES
from sanctions_data.tables.canonical import canonical_bytes


def test_rows_of_every_table_are_counted_by_evidence(
    checkout: Path, example_tables: dict[str, pd.DataFrame]
) -> None:
    row = example_tables["travel_bans"]
    rows = [row.assign(measure_id=f"m{number}", evidence="primary") for number in range(1200)]
    rows.append(row.assign(measure_id="other", evidence="unverified"))
    key = TABLES["travel_bans"].key
    (checkout / "data/travel_bans.csv").write_bytes(canonical_bytes(pd.concat(rows), key))
    header, _, *lines = evidence_table(checkout / "data").splitlines()
    assert header == "| table | rows | primary | secondary | unverified |"
    assert lines[0] == "| `travel_bans` | 1,201 | 1,200 | 0 | 1 |"
    assert [line.split("`")[1] for line in lines] == list(MEASURE_TABLES)
