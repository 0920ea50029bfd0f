"""The reader of another list begins with a script."""

from __future__ import annotations

import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
add_list = runpy.run_path(str(ROOT / "scripts" / "new_list.py"))["add_list"]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize("list_id", ["ut-peace", "aa-first", "zz-last-of-all"])
def test_a_new_list_is_registered_and_can_be_read(copy: Path, list_id: str) -> None:
    folder = list_id.replace("-", "_")
    written = add_list(copy, list_id, "The list of Utopia's Ministry of Peace")
    assert copy / "tests" / "lists" / folder / "test_reader.py" in written
    assert f'"sanctions_data.lists.{folder}"' in (copy / "pyproject.toml").read_text()
    program = f"from sanctions_data.lists import FORMATS; print(FORMATS['{list_id}'].is_tried)"
    ran = subprocess.run(
        [sys.executable, "-c", program], env={"PYTHONPATH": str(copy / "src")},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert ran.stdout == "False\n"


def test_the_lists_stay_in_order(copy: Path) -> None:
    add_list(copy, "ut-peace", "The list of Utopia's Ministry of Peace")
    text = (copy / "pyproject.toml").read_text()
    contract = text[text.index('id = "lists"') :]
    named = [line for line in contract[: contract.index("]")].splitlines() if '"sanctions_' in line]
    assert named == sorted(named)


@pytest.mark.parametrize("list_id", ["Utopia", "ut", "gb-fcdo"], ids=["form", "no body", "there"])
def test_what_cannot_be_a_new_list_is_refused(copy: Path, list_id: str) -> None:
    with pytest.raises(ValueError, match=list_id.replace("-", "[-_]")):
        add_list(copy, list_id, "The list of Utopia's Ministry of Peace")
