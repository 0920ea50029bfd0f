"""How exactly measures are dated, by authority."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from sanctions_data.generate.days_table import days_table
from sanctions_data.schema import TABLES
from sanctions_data.tables.canonical import canonical_bytes

KINDS: dict[str, dict[str, str | None]] = {
    "dated": {"start_precision": "day", "start_rule": None},
    "inferred": {"start_precision": "day", "start_rule": "eu_act_before_sighting"},
    "bounded": {"start_precision": "on_or_before", "start_rule": None},
    "seen": {"start_precision": "unknown", "start_date": None, "instrument_id": None},
}


def test_starts_ends_and_acts_are_counted_by_authority(
    checkout: Path, example_tables: dict[str, pd.DataFrame]
) -> None:
    row = example_tables["travel_bans"].assign(start_rule=None)
    rows = [
        row.assign(measure_id=f"{kind}-{number}", authority_id="gb", **cells)
        for kind, cells in KINDS.items()
        for number in range(20)
    ]
    over = row.assign(status="ended", authority_id="gb", end_precision="on_or_before")
    rows += [over.assign(measure_id="over"), over.assign(measure_id="out", end_precision="day")]
    rows.append(row.assign(measure_id="small", authority_id="nz"))
    for table in ("asset_freezes", "flight_restrictions", "other_measures"):
        frame = example_tables[table].assign(measure_id=table, status="announced")
        (checkout / f"data/{table}.csv").write_bytes(canonical_bytes(frame, TABLES[table].key))
    bans = canonical_bytes(pd.concat(rows), TABLES["travel_bans"].key)
    (checkout / "data/travel_bans.csv").write_bytes(bans)
    _, _, *lines = days_table(checkout / "data").splitlines()
    assert lines == [
        "| `gb` | 80 | 50 % | 25 % | 25 % | 25 % | 75 % | 2 | 100 % | 50 % |",
        "| 1 others | 1 | 100 % | 0 % | 0 % | 0 % | 100 % | 0 |  |  |",
        "| all | 81 | 50 % | 24 % | 24 % | 24 % | 75 % | 2 | 100 % | 50 % |",
    ]
