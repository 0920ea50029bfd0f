"""``datapackage.json``: the whole package, described by the Data Package standard (v2)."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sanctions_data.generate.coverage_table import list_snapshots
from sanctions_data.generate.table_schema import table_schema
from sanctions_data.schema import SCHEMA_VERSION, TABLES, Table
from sanctions_data.tables.canonical import read_text
from sanctions_data.tables.location import csv_path

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
RESOURCE_PROFILE = "https://datapackage.org/profiles/2.0/dataresource.json"
DIALECT_PROFILE = "https://datapackage.org/profiles/2.0/tabledialect.json"

_LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
_ABOUT = ("name", "title", "description", "homepage", "version", "keywords", "contributors")
_DIALECT = {
    "$schema": DIALECT_PROFILE,
    "delimiter": ",",
    "quoteChar": '"',
    "doubleQuote": True,
    "lineTerminator": "\n",
    "header": True,
}


def package_descriptor(root: Path) -> dict[str, Any]:
    """The descriptor of the package in ``root``.

    It depends on the files alone, never on the moment: ``created`` is the day of the
    newest list snapshot, so that the same data always has the same descriptor.

    Args:
        root: a checkout or the installed data: ``pyproject.toml`` or an older descriptor,
            and a CSV for every table in ``data/``.

    Returns:
        The content of ``datapackage.json``, ready for ``json.dumps``.

    Raises:
        FileNotFoundError: a table has no file; the message names it.

    Example:
        >>> from sanctions_data.tables.location import root_folder
        >>> package_descriptor(root_folder())["name"]
        'sanctions-data'
    """
    data = root / "data"
    return {
        "$schema": PROFILE,
        **_about(root),
        "schema_version": SCHEMA_VERSION,
        **_created(data),
        "licenses": [_LICENCE],
        "sources": _sources(data),
        "resources": [_resource(table, data) for table in TABLES.values()],
    }


def _about(root: Path) -> dict[str, Any]:
    """What the project says of itself; an installed package has it in its descriptor only."""
    if not (root / "pyproject.toml").is_file():
        installed = json.loads((root / "datapackage.json").read_bytes())
        return {key: installed[key] for key in _ABOUT}
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {
        "name": project["name"],
        "title": "Sanctions measures: who imposed which measure on whom, and who says so",
        "description": project["description"],
        "homepage": project["urls"]["Repository"],
        "version": project["version"],
        "keywords": project["keywords"],
        "contributors": [
            {"title": author["name"], "roles": ["creator"]} for author in project["authors"]
        ],
    }


def _resource(table: Table, data: Path) -> dict[str, Any]:
    path = csv_path(data, table.name)
    if not path.is_file():
        raise FileNotFoundError(
            f"{path}: no file for the table {table.name}; every table has one: write at least "
            f"the header {','.join(table.header)}"
        )
    return {
        "$schema": RESOURCE_PROFILE,
        "name": table.name,
        "type": "table",
        "title": table.title,
        "description": table.description,
        "path": f"data/{path.name}",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": _DIALECT,
        "schema": table_schema(table),
    }


def add_hashes(descriptor: bytes, files: Mapping[str, bytes]) -> bytes:
    """A descriptor with the size and the hash of each file, as archives of releases have it.

    In a checkout it has none: whoever edits a row would have to make it anew, and most who edit
    a row have no Python. There the table ``releases`` has the hashes of every version.

    Args:
        descriptor: the bytes of ``datapackage.json``.
        files: the content of every table by its path.
    """
    package = json.loads(descriptor)
    for resource in package["resources"]:
        content, rest = files[resource["path"]], dict(resource)
        resource.clear()
        for name, value in rest.items():
            if name == "dialect":
                resource["bytes"] = len(content)
                resource["hash"] = f"sha256:{hashlib.sha256(content).hexdigest()}"
            resource[name] = value
    return descriptor_text(package)


def descriptor_text(package: dict[str, Any]) -> bytes:
    """The bytes of a descriptor, which end in a line break."""
    return (json.dumps(package, indent=2, ensure_ascii=False) + "\n").encode()


def _created(data: Path) -> dict[str, str]:
    newest = list_snapshots(data)["published_on"].max()
    return {"created": f"{newest}T00:00:00Z"} if isinstance(newest, str) else {}


def _sources(data: Path) -> list[dict[str, str]]:
    lists = read_text(csv_path(data, "lists"))[["title", "url"]].fillna("")
    return [
        {"title": title, "path": url} if url else {"title": title}
        for title, url in lists.itertuples(index=False, name=None)
    ]
