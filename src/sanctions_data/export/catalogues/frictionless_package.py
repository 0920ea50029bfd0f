"""Frictionless: the Data Package once more, with the tables in Parquet instead of CSV."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sanctions_data.export.catalogues.dataset_facts import DatasetFacts, TableFile
from sanctions_data.export.json_file import write_json
from sanctions_data.query.edition import Edition

FILE = "datapackage.json"
# What says how a CSV is to be read, and what the reader of Parquet does not count: size and hash.
_OF_CSV = ("dialect", "encoding", "scheme", "bytes", "hash")


def write_frictionless(edition: Edition, folder: Path) -> None:
    """Write ``datapackage.json`` and the tables in ``data/``; ``export.json`` has the hashes."""
    facts = DatasetFacts.of(edition)
    resources = [_resource(file) for file in facts.write_tables(edition, folder)]
    write_json(folder / FILE, {**facts.described, "version": facts.version, "resources": resources})


def _resource(file: TableFile) -> dict[str, Any]:
    return {
        **{key: value for key, value in file.described.items() if key not in _OF_CSV},
        "path": file.path,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
    }
