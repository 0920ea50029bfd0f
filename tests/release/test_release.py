"""What the tables must be like before a version is made of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from sanctions_data.release.release import NotReleasable, release
from sanctions_data.schema import TABLES
from sanctions_data.tables.canonical import canonical_bytes, read_text
from sanctions_data.tables.location import csv_path


def change(root: Path, table: str, **cells: str) -> pd.DataFrame:
    path = csv_path(root / "data", table)
    frame = read_text(path).assign(**cells)
    path.write_bytes(canonical_bytes(frame, TABLES[table].key))
    return frame


def test_a_warning_does_not_stop_a_release(checkout: Path) -> None:
    change(
        checkout, "entity_identifiers", identifier_type="tax_id", value="7707083839", country="RU"
    )
    assert release(checkout, "2026.2.0", day=date(2026, 2, 27)).version == "2026.2.0"


def test_an_error_does(checkout: Path) -> None:
    change(checkout, "events", title="=1+1")
    with pytest.raises(NotReleasable, match=r"errors in the tables: 1, first .*\[no-formula\]"):
        release(checkout, "2026.2.0", day=date(2026, 2, 27))
