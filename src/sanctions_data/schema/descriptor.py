"""Reading ``datapackage.json``: the loader's only source of types, and the checks' of columns.

The descriptor is generated from the pandera models, and a test holds both together. It is read
in milliseconds, where building the models takes longer than checking all tables.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from sanctions_data.names.known_codes import KnownCodes
from sanctions_data.schema import TABLES, Column, Table


def descriptor(root: Path) -> dict[str, Any]:
    """The content of ``datapackage.json`` in ``root``."""
    path = root / "datapackage.json"
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _read(path: Path, _changed: int) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(path.read_bytes())
    return content


def fingerprint(package: dict[str, Any]) -> str:
    """The hash of what a descriptor says of the tables, whatever rows they hold.

    Raises:
        KeyError: it has no resources.
    """
    resources = [
        {name: value for name, value in each.items() if name not in ("bytes", "hash")}
        for each in package["resources"]
    ]
    said = [package.get("schema_version"), resources]
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def resource(table: str, root: Path) -> dict[str, Any]:
    """The description of one table.

    Raises:
        UnknownCodeError: there is no such table; the message names the nearest.
    """
    found: dict[str, dict[str, Any]] = {r["name"]: r for r in descriptor(root)["resources"]}
    return found[KnownCodes("table", found.keys()).code_of(table)]


@dataclass(frozen=True)
class DescribedTable(Table):
    """A table whose columns are read from the descriptor in ``root`` instead of the model."""

    root: Path = Path()

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns in the order of the file."""
        schema = resource(self.name, self.root)["schema"]
        referred = {
            key["fields"][0]: key["reference"]["resource"] or self.name
            for key in schema.get("foreignKeys", ())
        }
        return tuple(_column(field, referred.get(field["name"])) for field in schema["fields"])

    @cached_property
    def header(self) -> list[str]:
        """The first line of the file."""
        return [column.name for column in self.columns]


def described_tables(root: Path) -> dict[str, Table]:
    """Every table by its name, as the descriptor in ``root`` describes it.

    Example:
        >>> from sanctions_data.tables.location import root_folder
        >>> described_tables(root_folder())["lists"].columns == TABLES["lists"].columns
        True
    """
    return {
        name: DescribedTable(name, table.group, table.model, table.key, table.may_be_empty, root)
        for name, table in TABLES.items()
    }


def _column(field: dict[str, Any], reference: str | None) -> Column:
    constraints = field.get("constraints", {})
    codes = {each["value"]: each["label"] for each in field.get("categories", ())}
    return Column(
        name=field["name"],
        logical="category" if codes else field["type"],
        title=field["title"],
        description=field["description"],
        example=field["example"],
        required=constraints.get("required", False),
        unique=constraints.get("unique", False),
        pattern=constraints.get("pattern"),
        reference=reference,
        vocabulary=codes or None,
        max_length=constraints.get("maxLength"),
    )
