"""Rows of a table, as blocks of ``column: value`` that stay legible at 80 columns."""

from __future__ import annotations

import pandas as pd
from rich.console import Group, RenderableType
from rich.text import Text

from sanctions_data.query.load import load
from sanctions_data.query.row_filter import filter_rows
from sanctions_data.query.stands_on import StandsOn, edition_of
from sanctions_data.query.text_table import plain_table
from sanctions_data.schema.descriptor import resource


def chosen_rows(table: str, conditions: list[str], version: str | None) -> pd.DataFrame:
    """The rows of a table that meet the conditions, and in ``attrs`` what was searched."""
    edition = edition_of(None, version)
    rows = load(table, version=version)
    told, name = rows.attrs["stands_on"], resource(table, edition.base)["name"]
    rows, searched = filter_rows(rows, name, conditions, edition)
    rows.attrs["stands_on"] = StandsOn(told, searched={"table": [name], **searched})
    return rows


def render_rows(rows: pd.DataFrame, total: int) -> RenderableType:
    """The rows, one block each, and how many more there are."""
    parts: list[RenderableType] = []
    for record in rows.to_dict("records"):
        block = plain_table("", "")
        block.show_header = False
        for column, cell in record.items():
            if not pd.isna(cell):
                value = f"{cell:%Y-%m-%d}" if isinstance(cell, pd.Timestamp) else str(cell)
                block.add_row(Text(str(column), style="dim"), value)
        parts += [block, Text()]
    parts.append(Text(f"{len(rows):,} of {total:,} rows"))
    return Group(*parts)
