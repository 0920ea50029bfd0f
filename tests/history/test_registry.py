"""The registry of archives: what is in them, however they were packed."""

from __future__ import annotations

import hashlib
import re
import subprocess
from pathlib import Path

import pytest

from sanctions_data.history.registry import add_content, content_hash, known_contents, sums

FILES = {"b.csv": b"2", "a.csv": b"1"}


def test_sums_are_those_of_sha256sum(tmp_path: Path) -> None:
    for name, content in FILES.items():
        (tmp_path / name).write_bytes(content)
    told = subprocess.run(
        ["sha256sum", *sorted(FILES)], cwd=tmp_path, capture_output=True, check=True
    )
    assert sums(FILES) == told.stdout


def test_the_order_of_files_plays_no_part() -> None:
    assert content_hash(FILES) == content_hash(dict(sorted(FILES.items())))
    assert content_hash(FILES) == hashlib.sha256(sums(FILES)).hexdigest()


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({**FILES, "a.csv": b"3"}, id="another content"),
        pytest.param({**FILES, "c.csv": b""}, id="a file more"),
        pytest.param({"a.csv": b"2", "b.csv": b"1"}, id="names changed over"),
    ],
)
def test_other_files_have_another_hash(other: dict[str, bytes]) -> None:
    assert content_hash(other) != content_hash(FILES)


def test_versions_stand_in_their_order_and_each_once() -> None:
    registry = ""
    for version in ("2026.10.0", "2026.2.0", "2026.2.0"):
        registry = add_content(registry, version, {"a": version.encode()}).decode()
    assert [line.split("  ")[1] for line in registry.splitlines()] == ["2026.2.0", "2026.10.0"]


def test_a_version_takes_the_place_of_its_older_content() -> None:
    first = add_content("", "2026.2.0", {"a": b"1"})
    again = add_content(first.decode(), "2026.2.0", FILES)
    assert again == f"{content_hash(FILES)}  2026.2.0\n".encode()


def test_the_package_knows_every_version_by_a_hash() -> None:
    known = known_contents()
    assert known
    for version, sha256 in known.items():
        assert re.fullmatch(r"\d{4}\.\d+\.\d+", version)
        assert re.fullmatch(r"[0-9a-f]{64}", sha256)
