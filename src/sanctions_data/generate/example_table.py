"""The README's example: a true answer, made from the tables so that it cannot go stale."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from sanctions_data.generate.markdown_tables import table
from sanctions_data.schema import MEASURE_TABLES
from sanctions_data.tables.canonical import read_text
from sanctions_data.tables.location import csv_path
from sanctions_data.tables.records import records

PARTIES = ("iran-air", "carriers-of-iran")

_HEADER = ["by", "measure", "since", "until", "status", "basis", "under"]


def example_table(data: Path) -> str:
    """The measures on Iran Air, and on the carriers of Iran, as a Markdown table."""
    every = pd.concat([read_text(csv_path(data, name)) for name in MEASURE_TABLES])
    found = every[every["entity_id"].isin(PARTIES)]
    acts = read_text(csv_path(data, "instruments")).set_index("instrument_id")
    under = found["instrument_id"].map(acts["number"].fillna(acts["title"]))
    shown = found.assign(under=under).sort_values(["authority_id", "start_date", "measure_id"])
    return table(_HEADER, map(_row, records(shown.fillna(""))))


def _row(row: dict[str, str]) -> list[str]:
    measure = row["measure_type"].replace("_", " ")
    if kind := row.get("restriction_kind", ""):
        measure = f"{measure}: {kind.replace('_', ' ')}"
    announced = f"announced {row['announced_on']}" if row["status"] == "announced" else ""
    return [
        row["authority_id"],
        measure,
        announced or row["start_date"] or "unknown",
        row["end_date"] or "–",
        row["status"].replace("_", " "),
        row["basis"],
        row["under"],
    ]
