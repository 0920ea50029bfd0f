"""Rows of a table, as blocks of ``column: value`` that stay legible at 80 columns."""

from __future__ import annotations

import pandas as pd
from rich.console import Group, RenderableType
from rich.text import Text

from sanctions_data.query.text_table import plain_table


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
