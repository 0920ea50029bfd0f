"""A wheel takes the pages of the site along, so that whoever has it needs no Node."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from sanctions_data.site.make_site import ASSETS

pytestmark = pytest.mark.full
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.usefixtures("site")  # It tells whether the pages were built.
def test_the_built_pages_are_in_the_wheel(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "build", "--outdir", str(tmp_path), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    inside = {name for name in zipfile.ZipFile(wheel).namelist() if "/site/assets/" in name}
    built = {
        f"sanctions_data/site/assets/{path.relative_to(ASSETS).as_posix()}"
        for path in ASSETS.rglob("*")
        if path.is_file()
    }
    assert inside == built
