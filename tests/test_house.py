"""The house: imports go one way by the contracts of ``pyproject.toml``, and rooms stay small."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "sanctions_data"
CONTRACTS = {
    contract["id"]: contract
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
        "importlinter"
    ]["contracts"]
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run ``lint-imports`` on the package in a folder, by the contracts of the repository."""
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache", "--no-logo",
         ROOT / "pyproject.toml"],
        cwd=folder, env={**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    shutil.copytree(PACKAGE, folder / PACKAGE.name, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def test_the_contracts_hold(copy: Path) -> None:
    done = lint(copy)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{len(CONTRACTS)} kept, 0 broken" in done.stdout


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        pytest.param("names/planted", "import sanctions_data.cli.app", "rooms", id="backward"),
        pytest.param(
            "tables/planted",
            "def load():\n    from sanctions_data.query.load import load",
            "rooms",
            id="backward in a function",
        ),
        pytest.param(
            "schema/planted",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n"
            "    from sanctions_data.update.run import Result",
            "rooms",
            id="backward for types only",
        ),
        pytest.param(
            "names/planted", "from sanctions_data import load", "rooms", id="by way of the package"
        ),
        pytest.param("attic/__init__", "", "rooms", id="a room without a place"),
        pytest.param(
            "lists/eu_fsf/planted", "from sanctions_data.schema import TABLES", "readers",
            id="a reader that knows the tables",
        ),
        pytest.param(
            "lists/eu_fsf/planted", "import sanctions_data.lists.un_sc.reader", "lists",
            id="a list that knows another",
        ),
        pytest.param("query/planted", "import pandera", "quick", id="a slow import"),
        pytest.param("validation/planted", "import requests", "network", id="the network"),
    ],
)  # fmt: skip
def test_a_planted_import_is_found(copy: Path, module: str, line: str, contract: str) -> None:
    planted = copy / PACKAGE.name / f"{module}.py"
    new_room = not planted.parent.exists()
    planted.parent.mkdir(exist_ok=True)
    planted.write_text(line + "\n", encoding="utf-8")
    try:
        done = lint(copy)
    finally:
        shutil.rmtree(planted.parent) if new_room else planted.unlink()
    assert done.returncode == 1, done.stdout + done.stderr
    if new_room:
        assert "attic" in done.stdout
    else:
        assert f"{CONTRACTS[contract]['name']} BROKEN" in done.stdout


def test_every_list_is_named_in_its_contract() -> None:
    folders = {path.parent.name for path in (PACKAGE / "lists").glob("*/__init__.py")} - {"common"}
    assert set(CONTRACTS["lists"]["modules"]) == {f"sanctions_data.lists.{f}" for f in folders}


def test_every_room_but_those_that_download_stays_off_the_network() -> None:
    rooms = {f"sanctions_data.{room}" for room in CONTRACTS["rooms"]["layers"]}
    # Update and the commands reach the network through download, and in no other way.
    online = {f"sanctions_data.{room}" for room in ("download", "update", "cli")}
    assert set(CONTRACTS["network"]["source_modules"]) == rooms - online


def test_the_map_names_every_room_in_the_order_of_imports() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = guide.partition("<!-- house:begin -->")[2].partition("<!-- house:end -->")[0]
    rooms = re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)
    assert rooms == CONTRACTS["rooms"]["layers"][::-1]


MODULES = sorted(PACKAGE.rglob("*.py"))


def test_modules_are_short() -> None:
    long = {
        path.relative_to(PACKAGE).as_posix()
        for path in MODULES
        if len(path.read_text(encoding="utf-8").splitlines()) > 250
    }
    assert long == set()


def test_folders_are_small() -> None:
    folders = Counter(path.parent for path in MODULES if path.stem != "__init__")
    assert {folder.name for folder, modules in folders.items() if modules > 14} == set()


def test_no_two_modules_have_one_name() -> None:
    """But each list has a reader, and what it needs goes by the same names in every list."""
    names = Counter(
        path.stem
        for path in MODULES
        if path.stem != "__init__"
        and (path.parent.parent.name != "lists" or path.parent.name == "common")
    )
    twice = {name for name, number in names.items() if number > 1}
    assert twice == set()
