"""The coverage table of the README: which lists are in the data, and how fresh they are."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from sanctions_data.generate.markdown_tables import table
from sanctions_data.lists import FORMATS
from sanctions_data.tables.canonical import read_text
from sanctions_data.tables.location import csv_path

UNTRIED = "untried on a real file"
_HEADER = ["list", "newest snapshot", "entries", "completeness"]


def list_snapshots(data: Path) -> pd.DataFrame:
    """The rows of ``sources`` that are snapshots of a list, oldest first."""
    sources = read_text(csv_path(data, "sources"))
    snapshots = sources[sources["kind"].eq("list_snapshot") & sources["list_id"].notna()]
    return snapshots.sort_values("published_on", na_position="first", kind="stable")


def coverage_table(data: Path) -> str:
    """The newest snapshot of every official list, as a Markdown table.

    ``curated`` is no official list (it has no authority) and is left out; a list that is
    known but of which nothing was read says so, and so does one whose reader was written from
    what is public of the publisher's layout alone.

    Args:
        data: the folder with ``lists.csv`` and ``sources.csv``.
    """
    lists = read_text(csv_path(data, "lists"))
    official = lists[lists["authority_id"].notna()]
    newest = list_snapshots(data).drop_duplicates("list_id", keep="last")
    known = official.merge(newest, on="list_id", how="left", suffixes=("", "_snapshot"))
    rows: list[dict[str, str]] = known.fillna("").to_dict("records")  # type: ignore[assignment]
    return table(_HEADER, map(_row, rows))


def _row(row: dict[str, str]) -> list[str]:
    name = f"[{row['title']}]({row['url']})" if row["url"] else row["title"]
    is_tried = row["list_id"] not in FORMATS or FORMATS[row["list_id"]].is_tried
    if not row["source_id"]:
        return [name, "not read yet", "", "" if is_tried else UNTRIED]
    entries = f"{int(row['entries']):,}" if row["entries"] else "not counted"
    completeness = row["completeness"] or "not known"
    return [
        name,
        row["published_on"],
        entries,
        completeness if is_tried else f"{completeness}; {UNTRIED}",
    ]
