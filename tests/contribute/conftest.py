"""A data folder whose day is today, so that a row first seen today is sound."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from tests.conftest import write_tables


@pytest.fixture
def folder(tmp_path: Path, sound_tables: dict[str, pd.DataFrame]) -> Path:
    today = date.today().isoformat()
    sources = sound_tables["sources"].assign(published_on=today)
    # The freeze that a list printed is over, so that another one is no second row of it.
    over = {"status": "ended", "start_date": "2018-01-01", "end_date": "2019-01-01"}
    freezes = sound_tables["asset_freezes"].assign(**over, end_precision="day")
    changed = {"sources": sources, "asset_freezes": freezes}
    return write_tables(tmp_path / "data", {**sound_tables, **changed})
