"""Loading a table into a typed DataFrame."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.csv

from sanctions_data.schema.base import LOADED_TYPES
from sanctions_data.schema.descriptor import descriptor, resource
from sanctions_data.tables.location import root_folder
from sanctions_data.tables.transaction import recover_if_writable

_ARROW_TYPES = {
    "string": pa.string(),
    "category": pa.dictionary(pa.int32(), pa.string()),
    "date": pa.timestamp("s"),
    "boolean": pa.bool_(),
    "integer": pa.int64(),
}


def load(table: str, *, version: str | None = None, root: Path | None = None) -> pd.DataFrame:
    """Load a table, offline, as a typed DataFrame.

    Args:
        table: name of the table; ``tables()`` lists them.
        version: a released version; the tables as they are if left out.
        root: folder with ``datapackage.json`` and ``data/``; the installed data if left out.

    Returns:
        One row a record. Dates are ``datetime64[s]``, vocabularies are categories, text is
        ``str``, booleans and whole numbers are nullable, and a missing cell is missing.
        A party of Namibia has country ``NA``.

    Raises:
        UnknownTableError: there is no such table.
        FileNotFoundError: the data are not installed.
        HistoryError: the version is not known, or cannot be rebuilt to its hash.

    Example:
        >>> import sanctions_data as sd
        >>> sd.load("authorities").set_index("authority_id").loc["gb", "name"]
        'United Kingdom'
    """
    base = root or root_folder()
    recover_if_writable(base)
    described = resource(table, base)
    if version is None:
        return typed(base / described["path"], described["schema"]["fields"])
    from sanctions_data.history.versions import History

    content = History(base).content(table, version)
    return typed(pa.BufferReader(content), described["schema"]["fields"])


@dataclass(frozen=True)
class Edition:
    """The tables of one folder in one version: what a question is asked of."""

    root: Path | None = None
    version: str | None = None

    def load(self, table: str) -> pd.DataFrame:
        """One table of the edition."""
        return load(table, version=self.version, root=self.root)


def typed(source: Path | pa.BufferReader, fields: list[dict[str, Any]]) -> pd.DataFrame:
    """A CSV of ours as a typed frame, by the fields of its schema."""
    types = {field["name"]: logical_type(field) for field in fields}
    arrow = pyarrow.csv.read_csv(
        source,
        parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True),
        convert_options=pyarrow.csv.ConvertOptions(
            column_types={name: _ARROW_TYPES[kind] for name, kind in types.items()},
            null_values=[""],
            strings_can_be_null=True,
            include_columns=list(types),
        ),
    )
    frame: pd.DataFrame = arrow.to_pandas(integer_object_nulls=True)
    for field in fields:
        name, kind = field["name"], types[field["name"]]
        if kind == "category":
            codes = field["constraints"]["enum"]
            frame[name] = frame[name].astype("category").cat.set_categories(codes)
        else:
            frame[name] = frame[name].astype(LOADED_TYPES[kind])
    return frame


def logical_type(field: dict[str, Any]) -> str:
    """The type a user gets for a field of the descriptor: a closed vocabulary is a category."""
    return "category" if "categories" in field else str(field["type"])


def tables(*, root: Path | None = None) -> pd.DataFrame:
    """What there is: one row a table, with its title, number of rows and columns, and key.

    Example:
        >>> import sanctions_data as sd
        >>> "travel_bans" in set(sd.tables()["table"])
        True
    """
    base = root or root_folder()
    rows = [
        {
            "table": each["name"],
            "title": each["title"],
            "rows": _count_rows(base / each["path"]),
            "columns": len(each["schema"]["fields"]),
            "key": ", ".join(each["schema"]["primaryKey"]),
            "description": each["description"],
        }
        for each in descriptor(base)["resources"]
    ]
    return pd.DataFrame(rows)


def _count_rows(path: Path) -> int:
    # No cell of ours holds a line break (a rule sees to it), so a row is a line.
    return path.read_bytes().count(b"\n") - 1
