"""Loading: types, missing cells, Namibia, and no heavy imports."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import sanctions_data as sd
from sanctions_data.generate.generated_files import descriptor_bytes
from sanctions_data.tables.location import csv_path


@pytest.fixture
def root(sound_folder: Path) -> Path:
    """The sound data folder with its descriptor, as the loader wants it."""
    root = sound_folder.parent
    (root / "pyproject.toml").write_bytes(Path("pyproject.toml").read_bytes())
    (root / "datapackage.json").write_bytes(descriptor_bytes(root))
    return root


def test_types(root: Path) -> None:
    frame = sd.load("asset_freezes", root=root)
    assert frame["start_date"].dtype.kind == "M"
    assert isinstance(frame["status"].dtype, pd.CategoricalDtype)
    assert frame["status"].cat.categories[0] == "in_force"
    assert frame["measure_id"].dtype == "str"
    assert pd.isna(frame["end_date"][0])
    assert sd.load("sources", root=root)["entries"].dtype == "Int64"


def test_namibia_is_no_missing_value(root: Path) -> None:
    path = csv_path(root / "data", "entities")
    path.write_text(path.read_text().replace(",IR,", ",NA,"))
    assert list(sd.load("entities", root=root)["country"]) == ["NA", "NA"]


def test_unknown_table_names_the_nearest() -> None:
    with pytest.raises(ValueError, match="unknown table 'freezes'; did you mean 'asset_freezes'"):
        sd.load("freezes")


def test_a_table_says_what_it_stands_on() -> None:
    stands_on = sd.load("authorities", version="2026.2").attrs["stands_on"]
    assert stands_on["version"] == "2026.2.0"
    assert stands_on["day"] < "2026-03-01"
    assert all(each["newest"] < "2026-03-01" for each in stands_on["lists"])
    assert sd.load("authorities").attrs["stands_on"]["day"] >= "2026-08-22"


def test_tables_counts_rows() -> None:
    counted = sd.tables().set_index("table")["rows"]
    for name in ("authorities", "listings", "changes"):
        assert counted[name] == len(sd.load(name))


def test_package_speaks_frictionless() -> None:
    assert len(sd.package().resources) == len(sd.tables())


@pytest.mark.parametrize(
    "call",
    [
        pytest.param("", id="import"),
        pytest.param("sd.load('entities')", id="load"),
        pytest.param("sd.lookup('Iran Air')", id="lookup"),
    ],
)
def test_neither_engine_is_loaded(call: str) -> None:
    code = (
        f"import sys, sanctions_data as sd; {call}\n"
        "print([m for m in ('pandera', 'frictionless') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
