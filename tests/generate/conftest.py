"""A small complete checkout, made of the examples of the columns."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest

from sanctions_data.schema import TABLES
from sanctions_data.tables.canonical import canonical_bytes
from sanctions_data.tables.location import csv_path

REPOSITORY = Path(__file__).resolve().parent.parent.parent


SECTIONS = """# A title

<!-- coverage:begin -->
<!-- coverage:end -->
<!-- days:begin -->
<!-- days:end -->
<!-- evidence:begin -->
<!-- evidence:end -->
<!-- example:begin -->
<!-- example:end -->
"""
HOUSE = "<!-- house:begin -->\n{}\n<!-- house:end -->\n"


@pytest.fixture
def checkout(tmp_path: Path, example_tables: dict[str, pd.DataFrame]) -> Path:
    root = tmp_path / "checkout"
    (root / "data").mkdir(parents=True)
    for name, frame in example_tables.items():
        path = csv_path(root / "data", name)
        path.write_bytes(canonical_bytes(frame, TABLES[name].key))
    shutil.copy(REPOSITORY / "pyproject.toml", root)
    (root / "README.md").write_text(SECTIONS + HOUSE.format(""), encoding="utf-8")
    (root / "CONTRIBUTING.md").write_text(HOUSE.format("| `names` |"), encoding="utf-8")
    return root
