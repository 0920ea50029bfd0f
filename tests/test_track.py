"""The daily update in a checkout, from a server with new, broken and missing lists."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.http_server import Server, server
from tests.small_data import small_data, store, uk_list

from sanctions_data.generate.generated_files import descriptor_bytes
from sanctions_data.history.versions import History
from sanctions_data.query.load import load
from sanctions_data.release.next_version import next_version
from sanctions_data.release.release import release
from sanctions_data.validation import validate

__all__ = ["server", "small_data", "store", "uk_list"]

pytestmark = pytest.mark.full
REPOSITORY = Path(__file__).resolve().parent.parent
FIRST = "2026.2.0"
UK = "/gb-fcdo/UK-Sanctions-List.xml"


def git(root: Path, *arguments: str) -> str:
    named = ["git", "-C", str(root), "-c", "user.name=A", "-c", "user.email=a@example.org"]
    return subprocess.run([*named, *arguments], capture_output=True, text=True, check=True).stdout


@pytest.fixture
def root(small_data: Path) -> Path:
    """A checkout of small tables, released and committed."""
    for name in ("releases", "changes"):
        path = small_data / "data" / f"{name}.csv"
        path.write_text(path.read_text(encoding="utf-8").split("\n")[0] + "\n", encoding="utf-8")
    (small_data / "datapackage.json").write_bytes(descriptor_bytes(small_data))
    (small_data / "CHANGELOG.md").write_text("# Changelog\n\n## Unreleased\n")
    release(small_data, FIRST, day=date(2026, 2, 1))
    git(small_data, "init", "-q")
    git(small_data, "add", ".")
    git(small_data, "commit", "-qm", FIRST)
    return small_data


@pytest.fixture
def track(
    root: Path, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], subprocess.CompletedProcess[str]]:
    """Runs the script of the workflow; its files are in ``out``."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("GITHUB_OUTPUT", str(tmp_path / "output"))
    command = [sys.executable, REPOSITORY / "scripts" / "track.py", "--root", root]
    command += ["--out", tmp_path / "out", "--mirror", server.url]
    return lambda: subprocess.run(command, capture_output=True, text=True, check=False)


def serve(server: Server, path: str, body: bytes) -> None:
    def answer(handler: Any) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    server.script[path] = [answer]


def test_a_new_list_becomes_a_release_that_is_described(
    root: Path, server: Server, track: Any, uk_list: Callable[..., bytes], tmp_path: Path
) -> None:
    serve(server, UK, uk_list(30))
    serve(server, "/un-sc/consolidated.xml", b"<html>We are busy</html>")
    done = track()
    assert (done.returncode, done.stdout) == (0, "changed=true\n"), done.stderr
    assert (tmp_path / "output").read_text() == "changed=true\n"
    version = next_version([FIRST], date.today())
    assert (tmp_path / "out" / "title.txt").read_text() == f"data: release {version}\n"
    text = (tmp_path / "out" / "pull-request.md").read_text(encoding="utf-8")
    assert "- gb: 30 asset freezes added under " in text
    assert "- **un-sc**: " in text  # broken
    assert "- **jp-mof**: " in text  # missing
    assert "- `gb-fcdo-TST0001`: " in text
    assert History(root).versions == [FIRST, version]
    assert not validate(root / "data").errors


def test_the_patch_is_the_change_and_applies_to_main(
    root: Path, server: Server, track: Any, uk_list: Callable[..., bytes], tmp_path: Path
) -> None:
    serve(server, UK, uk_list(30))
    assert track().returncode == 0
    git(tmp_path, "clone", "-q", str(root), "fresh")
    git(tmp_path / "fresh", "apply", "--index", str(tmp_path / "out" / "change.patch"))
    for table in ("listings", "releases", "changes"):
        name = f"data/{table}.csv"
        assert (tmp_path / "fresh" / name).read_bytes() == (root / name).read_bytes()
    assert len(load("listings", root=tmp_path / "fresh")) > 30


def test_lists_that_fail_change_nothing(root: Path, track: Any, tmp_path: Path) -> None:
    done = track()
    assert (done.returncode, done.stdout) == (0, "changed=false\n"), done.stderr
    assert git(root, "status", "--porcelain") == ""
    text = (tmp_path / "out" / "pull-request.md").read_text(encoding="utf-8")
    assert "## What changed\n\n- No row." in text
    assert "## Lists that were refused" in text
    assert not (tmp_path / "out" / "change.patch").exists()


def test_an_older_list_is_refused_and_says_so(
    root: Path, server: Server, track: Any, uk_list: Callable[..., bytes], tmp_path: Path
) -> None:
    stale = uk_list(30).replace(
        b"<Designations>", b"<Designations><DateGenerated>2020-01-01</DateGenerated>"
    )
    serve(server, UK, stale)
    assert track().stdout == "changed=false\n"
    text = (tmp_path / "out" / "pull-request.md").read_text(encoding="utf-8")
    refused = text.partition("- **gb-fcdo**: ")[2].partition("\n- ")[0]
    assert "the file is of 2020-01-01" in refused


def test_tables_with_errors_are_never_released(
    root: Path, server: Server, track: Any, uk_list: Callable[..., bytes], tmp_path: Path
) -> None:
    path = root / "data" / "events.csv"
    path.write_text(
        path.read_text().replace(",secondary,", ",perhaps,").replace(",primary,", ",perhaps,")
    )
    serve(server, UK, uk_list(30))
    done = track()
    assert done.returncode == 2
    assert done.stderr.startswith("nothing was released: ")
    assert History(root).versions == [FIRST]
    assert not (tmp_path / "out" / "change.patch").exists()
