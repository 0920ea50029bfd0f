from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

import pandas as pd
import pytest

from sanctions_data.schema import TABLES
from sanctions_data.schema.binding import bind, validate

Frames = dict[str, pd.DataFrame]

MISSING = pd.Series([None], dtype="str")


def check(name: str, frame: pd.DataFrame, frames: Frames) -> list[tuple[Any, ...]]:
    return list(validate(TABLES[name], frame, frames).itertuples(index=False, name=None))


def test_a_issue_is_one_line_with_row_column_rule_and_value(example_tables: Frames) -> None:
    good = example_tables["listings"]
    bad = good.assign(listing_id="other", listed_on="2022-13-45", entity_id="nobody", name=MISSING)
    rows = pd.concat([good, bad], ignore_index=True)
    assert check("listings", rows, example_tables) == [
        (1, "entity_id", "foreign_key", "nobody"),
        (1, "name", "required", ""),
        (1, "listed_on", "cell_date", "2022-13-45"),
    ]


def test_a_duplicate_key_of_several_columns_is_one_line_a_row(example_tables: Frames) -> None:
    row = example_tables["entity_names"]
    value = "gb-fcdo, iran-air, HAVAPEYMAYI MELLI IRAN"
    assert check("entity_names", pd.concat([row, row], ignore_index=True), example_tables) == [
        (1, "name", "unique_key", value),
    ]


def test_the_first_of_several_rows_with_a_key_is_left_out(example_tables: Frames) -> None:
    one = example_tables["authorities"]
    other = one.assign(authority_id="other")
    rows = pd.concat([one, other, one, one, other], ignore_index=True)
    found = check("authorities", rows, example_tables)
    assert [(row, value) for row, *_, value in found] == [(2, "gb"), (3, "gb"), (4, "other")]


def test_a_missing_key_of_one_column_is_reported_as_missing_only(example_tables: Frames) -> None:
    row = example_tables["authorities"].assign(authority_id=MISSING)
    found = check("authorities", pd.concat([row, row], ignore_index=True), example_tables)
    assert [rule for _, _, rule, _ in found] == ["required", "required"]


def test_a_duplicate_key_with_a_missing_cell_is_reported_as_both(example_tables: Frames) -> None:
    row = example_tables["entity_names"].assign(name=MISSING)
    found = validate(
        TABLES["entity_names"], pd.concat([row, row], ignore_index=True), example_tables
    )
    assert sorted(found["rule"]) == ["required", "required", "unique_key"]


def test_rows_keep_the_labels_of_the_index(example_tables: Frames) -> None:
    rows = example_tables["entities"].assign(country="ir").set_axis([17])
    frames = example_tables | {"entities": rows}
    assert check("entities", rows, frames) == [(17, "country", "cell_pattern", "ir")]


def test_a_header_issue_is_one_line_and_comes_before_the_rows(example_tables: Frames) -> None:
    rows = example_tables["entities"].assign(country="ir").iloc[:, ::-1]
    [(row, column, rule, value)] = check("entities", rows, example_tables)
    assert pd.isna(row)
    assert (column, rule, value) == (rows.columns[0], "column_order", "")


def test_a_row_may_refer_to_another_of_its_own_table(example_tables: Frames) -> None:
    one = example_tables["entities"]
    other = one.assign(entity_id="merged", merged_into="iran-air")
    assert check("entities", pd.concat([one, other], ignore_index=True), example_tables) == []


def test_a_reference_to_a_table_with_a_broken_header_is_not_checked(
    example_tables: Frames,
) -> None:
    frames = example_tables | {"entities": pd.DataFrame({"id": ["iran-air"]})}
    assert check("listings", frames["listings"], frames) == []
    found = validate(TABLES["entities"], frames["entities"], frames)
    assert "missing_column" in set(found["rule"])


def test_every_column_that_refers_gets_the_check(example_tables: Frames) -> None:
    for table in TABLES.values():
        schema = bind(table, example_tables)
        for column in table.columns:
            names = [check.name for check in schema.columns[column.name].checks]
            assert ("foreign_key" in names) == (column.reference is not None)


def test_binding_leaves_the_table_as_it_was(example_tables: Frames) -> None:
    before = len(TABLES["listings"].schema.columns["entity_id"].checks)
    bind(TABLES["listings"], example_tables)
    assert len(TABLES["listings"].schema.columns["entity_id"].checks) == before


def test_missing_rows_of_a_table_are_an_error_that_names_it(example_tables: Frames) -> None:
    del example_tables["authorities"]
    with pytest.raises(KeyError, match="lists refers to authorities, whose rows were not given"):
        validate(TABLES["lists"], example_tables["lists"], example_tables)


@pytest.mark.parametrize(
    ("variable", "value"),
    [("PANDERA_VALIDATION_ENABLED", "False"), ("PANDERA_VALIDATION_DEPTH", "SCHEMA_ONLY")],
)
def test_the_environment_cannot_switch_the_check_off(variable: str, value: str) -> None:
    program = """
import pandas as pd
from sanctions_data.schema import TABLES
from sanctions_data.schema.binding import validate
columns = TABLES["authorities"].header
rows = pd.DataFrame([["gb", "UK", "kingdom", "GB", None, None]], columns=columns, dtype="str")
print(*validate(TABLES["authorities"], rows, {})["rule"])
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, variable: value},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "cell_enum"
