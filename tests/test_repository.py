"""Facts that stand in more than one file of the repository agree."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from itertools import chain
from pathlib import Path

import pytest

from sanctions_data.schema import SCHEMA_VERSION

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
VERSION = PROJECT["version"]


def lines(name: str) -> list[str]:
    return (ROOT / name).read_text(encoding="utf-8").splitlines()


def test_the_citation_names_the_version() -> None:
    assert f"version: {VERSION}" in lines("CITATION.cff")


def test_the_changelog_begins_with_the_version_and_tells_data_from_code() -> None:
    headings = [line for line in lines("CHANGELOG.md") if re.match("##+ ", line)]
    assert headings[0] == "## Unreleased"
    place = next(n for n, line in enumerate(headings) if line.startswith("## 2"))
    assert headings[place].startswith(f"## {VERSION}")
    assert headings[place + 1 : place + 4] == ["### Rows", "### Data", "### Code"]
    assert any(SCHEMA_VERSION in line for line in lines("CHANGELOG.md"))


@pytest.mark.parametrize(
    "workflow", sorted((ROOT / ".github/workflows").glob("*.yml")), ids=lambda path: path.name
)
def test_a_workflow_only_reads_and_pins_its_actions(workflow: Path) -> None:
    text = workflow.read_text(encoding="utf-8")
    assert "permissions:\n  contents: read\n" in text
    assert re.findall(r"uses: (?!\S+@[0-9a-f]{40} # v)\S+", text) == []


def test_the_lock_has_every_dependency_with_hashes_and_no_address() -> None:
    lock = (ROOT / "requirements-lock.txt").read_text(encoding="utf-8")
    pins = re.findall(r"^([a-z0-9-]+)==\S+[^\n]* \\\n    --hash=sha256:", lock, re.MULTILINE)
    assert len(pins) == len(re.findall(r"^[a-z]", lock, re.MULTILINE))
    asked = chain(PROJECT["dependencies"], *PROJECT["optional-dependencies"].values())
    names = {re.split(r"[^\w-]", each)[0].lower() for each in asked}
    assert names - {"sanctions-data"} <= set(pins)
    assert "://" not in lock


def test_the_page_of_the_package_has_no_link_to_a_file_beside_it() -> None:
    pytest.importorskip("hatch_fancy_pypi_readme")
    command = [sys.executable, "-m", "hatch_fancy_pypi_readme"]
    page = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    ours = f"{PROJECT['urls']['Repository'].replace('//github.com', '//[^/]+')}/(?:blob/)?v[^/]+/"
    here = re.findall(rf"\]\({ours}([^)#]+)(?:#[^)]*)?\)", page)
    assert len(here) > 10
    assert [path for path in here if not (ROOT / path).exists()] == []
    assert re.findall(r"\]\((?!https?://|#)[^)]*\)", page) == []
    assert re.findall(r"!\[[^]]*\]\((?!https://raw\.githubusercontent\.com/)", page) == []
