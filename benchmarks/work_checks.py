"""The rows of ``run.py`` about checking the tables and going back in their history."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd
from side_by_side import Row

import sanctions_data as sd
from sanctions_data.history.versions import History
from sanctions_data.tables.location import csv_path, data_folder, root_folder

LARGEST = "entity_names"


def check_rows() -> Iterator[Row]:
    """Every row, in the order of the page."""
    yield Row(
        "validate everything",
        lambda: sd.validate(data_folder()),
        check_by_frictionless,
        "frictionless; one run, as it takes a minute",
        aim=1 / 30,
        pairs=1,
    )
    yield Row(
        "validate everything",
        lambda: sd.validate(data_folder()),
        lambda: sd.validate(data_folder(), engine="pandera"),
        "pandera, by the models and foreign keys alone",
        aim=1 / 8,
    )
    oldest = History(root_folder()).versions[0]
    yield Row(
        f"rebuild {oldest} of `{LARGEST}`, of {len(History(root_folder()).versions)} versions",
        lambda: History(root_folder()).content(LARGEST, oldest),
        lambda: read_text_with_pandas(LARGEST),
        "pandas reading it as it is now",
        aim=1,
    )


def check_by_frictionless() -> Any:
    """What frictionless finds in the same tables."""
    from frictionless import Package

    return Package(str(root_folder() / "datapackage.json")).validate()


def read_text_with_pandas(table: str) -> pd.DataFrame:
    """A table as text by pandas' reader in C."""
    return pd.read_csv(
        csv_path(data_folder(), table), dtype="str", keep_default_na=False, na_values=[""]
    )
