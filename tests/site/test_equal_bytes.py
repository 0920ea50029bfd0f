"""A second run makes the same files, and the pages are small enough for a wheel."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sanctions_data.site.make_site import ASSETS

# The site is made of all tables.
pytestmark = pytest.mark.full

MAXIMUM_OF_ASSETS = 3_000_000


def digests(folder: Path) -> dict[str, str]:
    """What each file of a folder holds."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_second_run_gives_equal_bytes(site: Path, tmp_path: Path) -> None:
    # In another process, in which sets have another order.
    code = "import sys; from sanctions_data.cli.app import main; sys.exit(main())"
    seed = "2" if os.environ.get("PYTHONHASHSEED") == "1" else "1"
    subprocess.run(
        [sys.executable, "-c", code, "site", "--out", str(tmp_path / "again")],
        env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True,
    )  # fmt: skip
    first, second = digests(site), digests(tmp_path / "again")
    assert len(first) > 3_000
    assert [name for name in {**first, **second} if first.get(name) != second.get(name)] == []


def test_the_built_pages_fit_a_wheel(site: Path) -> None:
    assert (site / "index.html").is_file()
    sizes = [path.stat().st_size for path in ASSETS.rglob("*") if path.is_file()]
    assert 0 < sum(sizes) < MAXIMUM_OF_ASSETS
