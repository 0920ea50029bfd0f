"""Arrays made of names, kept in the user's cache so that the next process need not make them.

A file is named by the hash of all that its arrays are made of: the tables, our code for names and
the versions of what it stands on. It is never out of date, and a file that is missing, damaged or
cannot be written costs time only.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

import numpy as np
import platformdirs
import pyarrow as pa

from sanctions_data.query.edition import Edition
from sanctions_data.tables.atomic import write_atomically
from sanctions_data.tables.location import csv_path

T = TypeVar("T")

CACHE_VARIABLE = "SANCTIONS_DATA_CACHE"
_PACKAGE = Path(__file__).resolve().parent.parent.parent
_MADE_BY = tuple(
    _PACKAGE / name for name in ("names", "identifiers", "query/lookup", "query/search")
)
_PARTS = ("numpy", "text-unidecode")
_MAXIMUM_FILES = 24


def keep_arrays(
    kind: type[T],
    edition: Edition,
    make: Callable[[], T],
    tables: Sequence[str] = ("entities", "entity_names"),
) -> T:
    """What ``make`` makes of some tables of an edition, from the cache where it is there.

    Args:
        kind: the dataclass that it makes; its attributes are arrays of numpy or pyarrow, or
            such dataclasses.
        edition: the edition whose tables it is made of.
        make: makes it.
        tables: the tables that it is made of.
    """
    if not edition.is_stored:
        return make()
    path = cache_folder() / f"{kind.__name__}-{_fingerprint(edition, tables)}.arrow"
    try:
        return _read(kind, path)
    except (OSError, pa.ArrowException, KeyError, IndexError):
        made = make()
    try:
        write_atomically(path, _bytes_of(made))
    except OSError:
        pass  # The next process makes it again.
    else:
        _forget_others(path)
    return made


def cache_folder() -> Path:
    """The folder for what is kept; the environment variable ``SANCTIONS_DATA_CACHE`` names it."""
    named = os.environ.get(CACHE_VARIABLE)
    return (Path(named) if named else platformdirs.user_cache_path("sanctions-data")) / "names"


def _fingerprint(edition: Edition, tables: Sequence[str]) -> str:
    """The hash of all that the arrays are made of."""
    found = hashlib.sha256(sys.version.encode())
    for part in _PARTS:
        found.update(version(part).encode())
    for path in sorted(path for folder in _MADE_BY for path in folder.iterdir()):
        if path.is_file():
            found.update(path.read_bytes())
    for table in tables:
        found.update(_hash_of_table(edition, table))
    return found.hexdigest()[:32]


def _hash_of_table(edition: Edition, table: str) -> bytes:
    if edition.version is not None:
        from sanctions_data.history.versions import History

        return History(edition.base).release_of(edition.version, table)["sha256"].encode()
    with csv_path(edition.base / "data", table).open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").digest()


def _bytes_of(made: Any) -> bytes:
    # Arrays of different length are each one cell of a table with one row.
    cells = {
        name: pa.ListArray.from_arrays([0, len(array)], pa.array(array))
        for name, array in _arrays(made)
    }
    table = pa.table(cells)
    sink = pa.BufferOutputStream()
    with pa.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table)
    return bytes(sink.getvalue())


def _arrays(made: Any, prefix: str = "") -> Iterator[tuple[str, Any]]:
    for field in fields(made):
        value = getattr(made, field.name)
        if is_dataclass(value):
            yield from _arrays(value, f"{prefix}{field.name}.")
        else:
            yield f"{prefix}{field.name}", value


def _read(kind: type[T], path: Path) -> T:
    with pa.memory_map(str(path)) as source:
        return _made_of(kind, pa.ipc.open_file(source).read_all())


def _made_of(kind: type[T], table: pa.Table, prefix: str = "") -> T:
    types, values = get_type_hints(kind), dict[str, Any]()
    for field in fields(kind):  # type: ignore[arg-type]
        name = f"{prefix}{field.name}"
        if is_dataclass(part := types[field.name]):
            values[field.name] = _made_of(part, table, f"{name}.")  # type: ignore[arg-type]
        else:
            array = table[name].chunk(0).values
            values[field.name] = array if part is pa.Array else _array(array)
    return kind(**values)


def _array(values: pa.Array) -> Any:
    if pa.types.is_null(values.type):  # Of no name at all.
        return np.array([], dtype=object)
    return values.to_numpy(zero_copy_only=False)


def _forget_others(path: Path) -> None:
    """Take out the oldest of many files: what was made of tables that were edited since."""
    kept = sorted(path.parent.glob("*.arrow"), key=lambda each: each.stat().st_mtime)
    for old in kept[:-_MAXIMUM_FILES]:
        old.unlink(missing_ok=True)
