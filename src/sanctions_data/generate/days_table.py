"""How exactly measures are placed in time: the README's shares by authority."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from sanctions_data.generate.markdown_tables import code, table
from sanctions_data.schema import MEASURE_TABLES
from sanctions_data.tables.canonical import read_text
from sanctions_data.tables.location import csv_path

_COLUMNS = ["authority_id", "status", "instrument_id", "start_precision", "end_precision",
            "start_rule"]  # fmt: skip
_HEADER = [
    "authority", "in force", "start to the day", "inferred by rule", "start bounded",
    "start seen only", "act named", "ended", "start to the day", "end to the day",
]  # fmt: skip
_FEWEST = 50
_VAGUE = ("on_or_before", "month", "year")


def days_table(data: Path) -> str:
    """Shares of measures with a start, an end and an act, by authority, as a Markdown table.

    Authorities with few measures are counted together. A start that is *seen only* has no date
    of its own: the measure was in force on the day of the first snapshot that has it.
    """
    frames = [read_text(csv_path(data, name))[_COLUMNS] for name in MEASURE_TABLES]
    rows = pd.concat(frames, ignore_index=True).fillna("")
    rows = rows[rows["status"].isin(["in_force", "suspended", "ended"])]
    size = rows["authority_id"].value_counts()
    many = sorted(size[size >= _FEWEST].index, key=lambda each: (-size[each], each))
    few = size.index.difference(many)
    lines = [_line(code(name), rows[rows["authority_id"] == name]) for name in many]
    if len(few):
        lines.append(_line(f"{len(few)} others", rows[rows["authority_id"].isin(few)]))
    return table(_HEADER, [*lines, _line("all", rows)])


def _line(name: str, rows: pd.DataFrame) -> list[str]:
    over = rows["status"] == "ended"
    there, ended = rows[~over], rows[over]
    inferred = there["start_rule"] != ""
    return [
        name,
        f"{len(there):,}",
        _share(there["start_precision"] == "day"),
        _share(inferred & (there["start_precision"] == "day")),
        _share(there["start_precision"].isin(_VAGUE)),
        _share(there["start_precision"] == "unknown"),
        _share(there["instrument_id"] != ""),
        f"{len(ended):,}",
        _share(ended["start_precision"] == "day"),
        _share(ended["end_precision"] == "day"),
    ]


def _share(which: pd.Series[bool]) -> str:
    """A share in percent, rounded down, so that 100 % is all of them."""
    return f"{100 * int(which.sum()) // len(which)} %" if len(which) else ""
