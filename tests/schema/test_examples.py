from __future__ import annotations

import pandas as pd
import pytest

from sanctions_data.schema import TABLES
from sanctions_data.schema.binding import validate

COLUMNS = [
    pytest.param(column, id=f"{name}.{column.name}")
    for name, table in TABLES.items()
    for column in table.columns
]


@pytest.mark.parametrize("column", COLUMNS)
def test_every_column_has_a_title_a_description_and_an_example(column) -> None:
    assert column.title
    assert column.description.endswith(".")
    assert column.example.strip()


@pytest.mark.parametrize("name", TABLES)
def test_the_examples_of_a_table_are_a_valid_row(
    name: str, example_tables: dict[str, pd.DataFrame]
) -> None:
    assert validate(TABLES[name], example_tables[name], example_tables).empty


@pytest.mark.parametrize("name", TABLES)
def test_a_foreign_key_refers_to_a_key_of_one_column(name: str) -> None:
    for column in TABLES[name].columns:
        if column.reference:
            assert len(TABLES[column.reference].key) == 1


@pytest.mark.parametrize("name", TABLES)
def test_the_cells_of_a_key_are_required_and_the_model_checks_it(
    name: str, example_tables: dict[str, pd.DataFrame]
) -> None:
    table, row = TABLES[name], example_tables[name]
    assert all(table.column(column).required for column in table.key)
    twice = pd.concat([row, row], ignore_index=True)
    found = validate(table, twice, example_tables)
    issue = [1, table.key[-1], "unique_key"]
    assert found[["row", "column", "rule"]].to_numpy().tolist() == [issue]
