from __future__ import annotations

import hashlib
import json
import tomllib
from pathlib import Path

import frictionless
import pandas as pd
import pytest

from sanctions_data.generate.datapackage import add_hashes, package_descriptor
from sanctions_data.generate.generated_files import descriptor_bytes
from sanctions_data.schema import SCHEMA_VERSION, TABLES
from sanctions_data.tables.canonical import canonical_bytes


def issues(root: Path) -> list[str]:
    (root / "datapackage.json").write_bytes(descriptor_bytes(root))
    report = frictionless.validate(str(root / "datapackage.json"))
    return [f"{place}: {note}" for place, note in report.flatten(["place", "note"])]


def test_frictionless_accepts_the_descriptor(checkout: Path) -> None:
    report = frictionless.Package.validate_descriptor(package_descriptor(checkout))
    assert report.valid, report.flatten(["note"])


def test_frictionless_finds_the_package_valid(checkout: Path) -> None:
    assert issues(checkout) == []


@pytest.mark.parametrize("name", [name for name, table in TABLES.items() if table.may_be_empty])
def test_a_table_without_rows_is_valid(checkout: Path, name: str) -> None:
    empty = pd.DataFrame(columns=TABLES[name].header, dtype="str")
    (checkout / "data" / f"{name}.csv").write_bytes(canonical_bytes(empty, TABLES[name].key))
    assert issues(checkout) == []


def test_it_names_what_the_standard_asks_for(checkout: Path) -> None:
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    package = package_descriptor(checkout)
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert package["version"] == project["version"]
    assert package["schema_version"] == SCHEMA_VERSION
    assert [licence["name"] for licence in package["licenses"]] == ["CC-BY-4.0"]
    assert [resource["name"] for resource in package["resources"]] == list(TABLES)
    assert [source["title"] for source in package["sources"]] == ["UK Sanctions List"]


def test_a_list_without_an_address_is_a_source_without_a_path(
    checkout: Path, example_tables: dict[str, pd.DataFrame]
) -> None:
    lists = example_tables["lists"].assign(url=None, title="Curated")
    (checkout / "data/lists.csv").write_bytes(canonical_bytes(lists, ["list_id"]))
    assert package_descriptor(checkout)["sources"] == [{"title": "Curated"}]


def test_a_checkout_has_no_hashes_that_an_edited_row_would_make_stale(checkout: Path) -> None:
    before = descriptor_bytes(checkout)
    assert b'"hash"' not in before and b'"bytes":' not in before
    path = checkout / "data/events.csv"
    path.write_bytes(path.read_bytes().replace(b"E3 notice", b"E4 notice"))
    assert descriptor_bytes(checkout) == before


def with_hashes(checkout: Path) -> bytes:
    files = {f"data/{p.name}": p.read_bytes() for p in (checkout / "data").glob("*.csv")}
    return add_hashes(descriptor_bytes(checkout), files)


def test_hash_and_size_are_those_of_the_file(checkout: Path) -> None:
    for resource in json.loads(with_hashes(checkout))["resources"]:
        content = (checkout / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert resource["bytes"] == len(content)


def test_a_changed_file_no_longer_fits_the_descriptor(checkout: Path) -> None:
    (checkout / "datapackage.json").write_bytes(with_hashes(checkout))
    path = checkout / "data/events.csv"
    path.write_bytes(path.read_bytes().replace(b"E3 notice", b"E4 notice"))
    report = frictionless.validate(str(checkout / "datapackage.json"))
    assert [kind for (kind,) in report.flatten(["type"])] == ["hash-count"]


def test_created_is_the_day_of_the_newest_snapshot(
    checkout: Path, example_tables: dict[str, pd.DataFrame]
) -> None:
    older = example_tables["sources"].assign(source_id="older", published_on="2025-01-01")
    report = example_tables["sources"].assign(
        source_id="report", kind="report", list_id=None, published_on="2026-10-01"
    )
    sources = pd.concat([example_tables["sources"], older, report])
    (checkout / "data/sources.csv").write_bytes(canonical_bytes(sources, ["source_id"]))
    assert package_descriptor(checkout)["created"] == "2026-08-22T00:00:00Z"


def test_without_a_snapshot_there_is_no_created(
    checkout: Path, example_tables: dict[str, pd.DataFrame]
) -> None:
    sources = example_tables["sources"].assign(kind="report")
    (checkout / "data/sources.csv").write_bytes(canonical_bytes(sources, ["source_id"]))
    assert "created" not in package_descriptor(checkout)


def test_built_twice_it_has_the_same_bytes(checkout: Path) -> None:
    assert descriptor_bytes(checkout) == descriptor_bytes(checkout)
    assert json.loads(descriptor_bytes(checkout)) == package_descriptor(checkout)


def test_a_missing_file_is_named(checkout: Path) -> None:
    (checkout / "data/claims.csv").unlink()
    with pytest.raises(FileNotFoundError, match=r"claims\.csv: no file for the table claims.*head"):
        package_descriptor(checkout)
