"""How the measures are known: the README's count of rows by evidence."""

from __future__ import annotations

from pathlib import Path

from sanctions_data.generate.markdown_tables import code, table
from sanctions_data.schema import MEASURE_TABLES
from sanctions_data.schema.vocabularies import EVIDENCE
from sanctions_data.tables.canonical import read_text
from sanctions_data.tables.location import csv_path


def evidence_table(data: Path) -> str:
    """Rows of every measure table by evidence, as a Markdown table."""
    rows = []
    for name in MEASURE_TABLES:
        counted = read_text(csv_path(data, name))["evidence"].value_counts()
        rows.append(
            [code(name), f"{counted.sum():,}", *(f"{counted.get(e, 0):,}" for e in EVIDENCE)]
        )
    return table(["table", "rows", *EVIDENCE], rows)
