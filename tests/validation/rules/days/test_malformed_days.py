"""A day that is none is told once: no rule compares it with other days."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from sanctions_data.schema import MEASURE_TABLES, TABLES
from sanctions_data.tables.canonical import canonical_bytes
from sanctions_data.tables.location import csv_path
from sanctions_data.validation import validate

# Of these the sound row has none.
EMPTY = {("instruments", "ended_on"), ("listings", "delisted_on")}
EMPTY |= {(table, "end_date") for table in MEASURE_TABLES}
DAYS = [
    (table, column.name)
    for table, definition in TABLES.items()
    for column in definition.columns
    if column.logical == "date" and (table, column.name) not in EMPTY
]


@pytest.mark.parametrize(("table", "column"), DAYS, ids=lambda each: each)
@pytest.mark.parametrize("text", ["2o24-10-14", "9024/10"])
def test_only_the_form_of_the_cell_is_told(
    table: str,
    column: str,
    text: str,
    sound_tables: dict[str, pd.DataFrame],
    sound_folder: Path,
) -> None:
    frame = sound_tables[table].copy()
    assert frame.loc[0, column]
    frame.loc[0, column] = text
    csv_path(sound_folder, table).write_bytes(canonical_bytes(frame, TABLES[table].key))
    told = {(issue.rule, issue.column) for issue in validate(sound_folder).issues}
    # A correction names the day that stood there.
    assert told - {("correction-is-sound", "imported_value")} == {("cell-date", column)}
