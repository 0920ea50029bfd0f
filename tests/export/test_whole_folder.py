"""A folder is written whole or not at all, and what others wrote is never replaced."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from sanctions_data.export.whole_folder import MANIFEST, NotEmptyError, whole_folder
from sanctions_data.tables.lock import InUseError


def write(out: Path, force: bool = False, **files: str) -> None:
    with whole_folder(out, force=force, about={"version": "2026.8.0"}) as folder:
        for name, text in files.items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(text)


def content(out: Path) -> dict[str, str]:
    return {p.name: p.read_text() for p in out.iterdir() if p.name != MANIFEST}


@pytest.mark.parametrize("is_there", [False, True], ids=["missing folder", "empty folder"])
def test_a_folder_is_filled(tmp_path: Path, is_there: bool) -> None:
    out = tmp_path / "a" / "out"
    if is_there:
        out.mkdir(parents=True)
    write(out, one="1")
    assert content(out) == {"one": "1"}
    assert list(out.parent.iterdir()) == [out]


def test_the_manifest_has_version_size_and_hash_of_each_file(tmp_path: Path) -> None:
    write(tmp_path / "out", one="1")
    assert json.loads((tmp_path / "out" / MANIFEST).read_text()) == {
        "version": "2026.8.0",
        "files": {"one": {"bytes": 1, "sha256": sha256(b"1").hexdigest()}},
    }


def test_a_folder_that_is_not_empty_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "out", one="1")
    with pytest.raises(NotEmptyError, match=r"is not empty \(it holds export.json\).*--force"):
        write(tmp_path / "out", two="2")
    assert content(tmp_path / "out") == {"one": "1"}


def test_force_replaces_an_earlier_export_wholly(tmp_path: Path) -> None:
    write(tmp_path / "out", one="1")
    write(tmp_path / "out", force=True, two="2")
    assert content(tmp_path / "out") == {"two": "2"}
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("name", ["thesis.doc", ".git/config"])
def test_force_spares_what_no_export_wrote(tmp_path: Path, name: str) -> None:
    write(tmp_path / "out", one="1")
    (tmp_path / "out" / name).parent.mkdir(exist_ok=True)
    (tmp_path / "out" / name).write_text("mine")
    with pytest.raises(NotEmptyError, match="which no export wrote"):
        write(tmp_path / "out", force=True, two="2")
    assert (tmp_path / "out" / name).read_text() == "mine"
    assert (tmp_path / "out" / "one").read_text() == "1"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(NotEmptyError, match="is a file"):
        write(tmp_path / "out", force=True)


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_a_failure_leaves_what_was_there(tmp_path: Path, error: type[BaseException]) -> None:
    write(tmp_path / "out", one="1")
    with (
        pytest.raises(error),
        whole_folder(tmp_path / "out", force=True, about={}) as folder,
    ):
        (folder / "half").write_text("x")
        raise error
    assert content(tmp_path / "out") == {"one": "1"}
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


KILLED = """
import os, sys
from pathlib import Path
from sanctions_data.export import whole_folder
if sys.argv[2] == "moving":
    whole_folder.sync_folder = lambda _: None
    replace = Path.replace
    def stop(self, target):
        replace(self, target)
        os._exit(9)
    Path.replace = stop
with whole_folder.whole_folder(Path(sys.argv[1]), force=True, about={}) as folder:
    (folder / "two").write_text("2")
    if sys.argv[2] == "writing":
        os._exit(9)
"""


@pytest.mark.parametrize("moment", ["writing", "moving"])
def test_the_next_export_clears_up_after_one_that_was_killed(tmp_path: Path, moment: str) -> None:
    out = tmp_path / "out"
    write(out, one="1")
    killed = subprocess.run([sys.executable, "-c", KILLED, str(out), moment], check=False)
    assert killed.returncode == 9
    # Moved away, but not half written: the old export is whole, and comes back.
    assert out.exists() == (moment == "writing")
    with pytest.raises(NotEmptyError):
        write(out, three="3")
    assert content(out) == {"one": "1"}
    write(out, force=True, three="3")
    assert content(out) == {"three": "3"}
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_two_exports_into_one_folder_do_not_mix(
    tmp_path: Path, in_use: Callable[[Path], None]
) -> None:
    work = tmp_path / ".out.export"
    work.mkdir()
    (work / "new").mkdir()
    in_use(work)
    with pytest.raises(InUseError, match="being changed by another process"):
        write(tmp_path / "out", one="1")
    assert (work / "new").exists()
