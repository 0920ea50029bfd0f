"""Cells that a spreadsheet wrote in its own way."""

from __future__ import annotations

import pandas as pd
import pytest

from sanctions_data.schema import TABLES
from sanctions_data.validation.engine.spreadsheet_cells import fix_booleans, suggest_fixes


def one_row(table: str, **cells: str) -> pd.DataFrame:
    return pd.DataFrame([cells], columns=TABLES[table].header, dtype="str")


@pytest.mark.parametrize(
    ("table", "cells", "rule", "hint"),
    [
        pytest.param(
            "events", {"occurred_on": "25/02/2022"}, "foreign-date", "write 2022-02-25", id="sure"
        ),
        pytest.param(
            "events",
            {"occurred_on": "10/09/2024"},
            "foreign-date",
            "write 2024-09-10 or 2024-10-09: the source says which",
            id="ambiguous",
        ),
        pytest.param(
            "entity_identifiers",
            {"value": "1.23E+11"},
            "digits-lost",
            "restore the cell from the previous version of the file",
            id="rounded",
        ),
        pytest.param(
            "entity_attributes",
            {"attribute": "birth_date", "value": "11.01.1966"},
            "foreign-date",
            "write 1966-01-11 or 1966-11-01: the source says which",
            id="date of birth",
        ),
        pytest.param(
            "sources",
            {"title": "#NAME?"},
            "spreadsheet-error",
            "restore the cell from the previous version of the file",
            id="error",
        ),
    ],
)
def test_a_suggestion_has_its_place(
    table: str, cells: dict[str, str], rule: str, hint: str
) -> None:
    (found,) = suggest_fixes(TABLES[table], one_row(table, **cells), [7], "x.csv")
    column = list(cells)[-1]
    assert (found.file, found.line, found.column, found.rule) == ("x.csv", 7, column, rule)
    assert found.position == TABLES[table].header.index(column) + 1
    assert (found.found, found.hint) == (cells[column], hint)


@pytest.mark.parametrize(
    ("table", "cells"),
    [
        pytest.param("events", {"occurred_on": "2024-09-10", "title": "10/09/2024"}, id="text"),
        pytest.param("entity_attributes", {"attribute": "tonnage", "value": "45545"}, id="number"),
        pytest.param("flight_restrictions", {"effect_due": "2025-09"}, id="partial date"),
    ],
)
def test_a_sound_cell_gets_no_suggestion(table: str, cells: dict[str, str]) -> None:
    assert not list(suggest_fixes(TABLES[table], one_row(table, **cells), [2], "x.csv"))


def test_only_truth_values_are_made_small() -> None:
    rows = pd.concat(
        [
            one_row("entity_attributes", attribute="deceased", value="TRUE"),
            one_row("entity_attributes", attribute="position", value="TRUE"),
        ],
        ignore_index=True,
    )
    fixed, number = fix_booleans(TABLES["entity_attributes"], rows)
    assert (number, fixed["value"].tolist()) == (1, ["true", "TRUE"])
