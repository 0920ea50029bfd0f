"""A data root without lists: only the rows that contributors wrote, into which lists are read."""

from __future__ import annotations

import shutil
from pathlib import Path

from sanctions_data.generate.generated_files import descriptor_bytes
from sanctions_data.release.contributions import find_contributions
from sanctions_data.schema import TABLES
from sanctions_data.tables.location import csv_path
from sanctions_data.tables.store import Store

REPOSITORY = Path(__file__).resolve().parents[2]


def make_seed(root: Path) -> Path:
    """Write the contributors' rows of this checkout, but for those that need a list, to a root."""
    tables, seed = Store.read(REPOSITORY / "data"), Store()
    for each in find_contributions(tables):
        if not each.needs:
            seed.put(each.table, each.row)
    (root / "data").mkdir(parents=True)
    for name in TABLES:
        csv_path(root / "data", name).write_bytes(seed.canonical(name))
    shutil.copy(REPOSITORY / "pyproject.toml", root)
    (root / "datapackage.json").write_bytes(descriptor_bytes(root))
    return root
