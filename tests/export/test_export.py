"""Every format: whole, the same each time, and an answer to what is not understood."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

import sanctions_data as sd
from sanctions_data.export.catalogues import dcat_catalogue
from sanctions_data.export.formats import FORMATS, MissingPartError
from sanctions_data.export.whole_folder import MANIFEST, files_in
from sanctions_data.names.known_codes import UnknownCodeError
from sanctions_data.query.edition import Edition

# What DuckDB has at the beginning of a file: an identifier by chance, and a sum of it.
DUCKDB_HEADER = 4096


@pytest.mark.parametrize("name", FORMATS)
def test_a_second_run_gives_the_same_bytes(root: Path, tmp_path: Path, name: str) -> None:
    first, second = (sd.export(name, tmp_path / each, root=root) for each in "ab")
    assert len(first) > 1
    for one, other in zip(first, second, strict=True):
        skip = DUCKDB_HEADER if one.suffix == ".duckdb" else 0
        if name != "duckdb" or skip:
            assert one.read_bytes()[skip:] == other.read_bytes()[skip:], one.name


def test_all_writes_each_format_into_a_folder_of_its_name(root: Path, tmp_path: Path) -> None:
    files = sd.export("all", tmp_path / "out", root=root)
    assert {f.relative_to(tmp_path / "out").parts[0] for f in files} == {*FORMATS, MANIFEST}
    manifest = json.loads((tmp_path / "out" / MANIFEST).read_text(encoding="utf-8"))
    assert (manifest["format"], manifest["version"]) == ("all", "2026.8.0")
    assert len(manifest["files"]) == len(files) - 1


def test_an_unknown_format_names_the_nearest_and_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(UnknownCodeError, match="unknown format 'duck'; did you mean 'duckdb'"):
        sd.export("duck", tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "partition", "message"),
    [
        pytest.param("sqlite", "authority", "only parquet can be partitioned", id="no parquet"),
        pytest.param("all", "authority", "only parquet can be partitioned", id="all formats"),
        pytest.param("parquet", "programme", "unknown partition 'programme'", id="other word"),
    ],
)
def test_a_partition_that_is_not_there(
    root: Path, tmp_path: Path, name: str, partition: str, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        sd.export(name, tmp_path / "out", partition=partition, root=root)
    assert not (tmp_path / "out").exists()


def test_an_older_version_is_exported_as_it_was(root: Path, tmp_path: Path) -> None:
    sd.export("parties", tmp_path / "old", version="2026.2", root=root)
    sd.export("parties", tmp_path / "new", root=root)
    old, new = ((tmp_path / n / "parties.csv").read_text(encoding="utf-8") for n in ("old", "new"))
    assert "asset_freeze" in old.split("\n")[2]
    assert old != new
    assert json.loads((tmp_path / "old" / MANIFEST).read_text())["version"] == "2026.2.0"


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_write_an_older_version(root: Path, tmp_path: Path, name: str) -> None:
    assert sd.export(name, tmp_path / "out", version="2026.2.0", root=root)


@pytest.mark.parametrize("name", ["duckdb", "all"])
def test_a_package_that_is_missing_is_named_before_anything_is_written(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setitem(FORMATS, "duckdb", replace(FORMATS["duckdb"], needs="no_such_package"))
    with pytest.raises(MissingPartError, match=r"needs the package no_such_package.*\[duckdb\]"):
        sd.export(name, tmp_path / "exports" / "out", root=root)
    assert not (tmp_path / "exports").exists()


def test_a_writer_that_fails_leaves_nothing(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(edition: Edition, folder: Path) -> None:
        (folder / "half").write_text("x")
        raise OSError("no space left")

    monkeypatch.setattr(dcat_catalogue, "write_dcat", fail)
    with pytest.raises(OSError, match="no space left"):
        sd.export("all", tmp_path / "exports" / "out", root=root)
    assert files_in(tmp_path / "exports") == []
