"""What ``datapackage.json`` says about the tables: the loader's only source of types."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from sanctions_data.files.location import root_folder


class UnknownTableError(KeyError):
    """There is no such table; the message names those that there are."""

    def __init__(self, name: str, known: list[str]) -> None:
        super().__init__(name)
        self._message = f"there is no table {name!r}; the tables are {', '.join(known)}"

    def __str__(self) -> str:
        """The message as it is, without the quotes that ``KeyError`` adds."""
        return self._message


def descriptor(root: Path | None = None) -> dict[str, Any]:
    """The content of ``datapackage.json`` in ``root``, or of the installed data."""
    path = (root or root_folder()) / "datapackage.json"
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _read(path: Path, _changed: int) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(path.read_bytes())
    return content


def resource(table: str, root: Path | None = None) -> dict[str, Any]:
    """The description of one table.

    Raises:
        UnknownTableError: there is no such table.
    """
    found: dict[str, dict[str, Any]] = {r["name"]: r for r in descriptor(root)["resources"]}
    if table not in found:
        raise UnknownTableError(table, list(found))
    return found[table]
