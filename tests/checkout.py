"""A small checkout to make releases in."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from tests.conftest import write_tables


@pytest.fixture
def checkout(tmp_path: Path, sound_tables: dict[str, pd.DataFrame]) -> Path:
    """A checkout whose tables have no history yet."""
    root = tmp_path / "checkout"
    for name in ("releases", "changes"):
        sound_tables[name] = sound_tables[name].iloc[:0]
    write_tables(root / "data", sound_tables)
    (root / "pyproject.toml").write_bytes(Path("pyproject.toml").read_bytes())
    (root / "CITATION.cff").write_text("cff-version: 1.2.0\nversion: 0.0.0\n")
    (root / "CHANGELOG.md").write_text("# Changelog\n\n## Unreleased\n\n### Code\n\n- A fix.\n")
    (root / "datapackage.json").write_text("{}")
    return root
