"""A small checkout to make releases in, and two releases made in it."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from tests.conftest import write_tables

from sanctions_data.release.release import release
from sanctions_data.tables.location import csv_path

# The checkout, and the bytes of its tables at the first release.
Released = tuple[Path, dict[str, bytes]]


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


def edit(root: Path, table: str, old: str, new: str) -> None:
    path = csv_path(root / "data", table)
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the two releases are kept, which take long to make and are quickly copied."""
    return tmp_path_factory.mktemp("releases") / "kept"


@pytest.fixture
def released(checkout: Path, tmp_path: Path, made_once: Path) -> Released:
    """Two releases, with a changed cell, an added row and a removed row between them."""
    base = tmp_path / "base"
    if made_once.exists():
        shutil.copytree(made_once, tmp_path, dirs_exist_ok=True)
    else:
        make_two_releases(checkout, base)
        shutil.copytree(tmp_path, made_once)
    return checkout, {path.stem: path.read_bytes() for path in base.glob("*.csv")}


def make_two_releases(checkout: Path, base: Path) -> None:
    """Make the releases, and keep the tables of the first one in ``base``."""
    release(checkout, "2026.2.0", day=date(2026, 2, 27))
    data = checkout / "data"
    shutil.copytree(data, base)
    edit(checkout, "authorities", "United Kingdom", "The United Kingdom")
    with csv_path(data, "authorities").open("a") as handle:
        handle.write("zz,Another,state,NZ,,\n")
    first_row = csv_path(data, "entity_attributes").read_text().split("\n")[1] + "\n"
    edit(checkout, "entity_attributes", first_row, "")
    edit(checkout, "asset_freezes", ",in_force,2024-11-18,day,eu_act_before_sighting,,,",
         ",ended,2024-11-18,day,eu_act_before_sighting,2026-03-01,day,")  # fmt: skip
    release(checkout, "2026.8.0", day=date(2026, 8, 22), base=base)


@pytest.fixture
def committed(released: Released) -> Released:
    """The two releases, the second one committed."""
    git = ["git", "-C", str(released[0]), "-c", "user.name=A", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "data"], ["commit", "-qm", "2026.8.0"]):
        subprocess.run([*git, *command], check=True)
    return released
