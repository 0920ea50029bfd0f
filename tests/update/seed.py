"""A data root without lists: only the rows that contributors wrote, into which lists are read."""

from __future__ import annotations

import shutil
from pathlib import Path

from sanctions_data.generate.generated_files import descriptor_bytes
from sanctions_data.release.contributions import seed_of
from sanctions_data.tables.store import Store

REPOSITORY = Path(__file__).resolve().parents[2]


def make_seed(root: Path) -> Path:
    """Write the contributors' rows of this checkout, but for those that need a list, to a root."""
    seed_of(Store.read(REPOSITORY / "data")).write(root / "data")
    shutil.copy(REPOSITORY / "pyproject.toml", root)
    (root / "datapackage.json").write_bytes(descriptor_bytes(root))
    return root
