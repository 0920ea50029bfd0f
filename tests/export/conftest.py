"""A small checkout with two releases, to export from."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checkout import Released, checkout, made_once, released

from sanctions_data.query.edition import Edition

__all__ = ["checkout", "made_once", "released"]


@pytest.fixture
def root(released: Released) -> Path:
    return released[0]


@pytest.fixture
def edition(root: Path) -> Edition:
    return Edition(root)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An empty folder for a writer."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder
