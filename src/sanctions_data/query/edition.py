"""The tables of one folder in one version, each as a typed DataFrame."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.csv

from sanctions_data.schema.descriptor import resource
from sanctions_data.schema.text_type import loaded_type
from sanctions_data.tables.location import root_folder
from sanctions_data.tables.regular_file import refuse_special
from sanctions_data.tables.transaction import refuse_unfinished

_ARROW_TYPES = {
    "string": pa.string(),
    "category": pa.dictionary(pa.int32(), pa.string()),
    "date": pa.timestamp("s"),
    "boolean": pa.bool_(),
    "integer": pa.int64(),
}


@dataclass(frozen=True)
class Edition:
    """The tables of one folder in one version: what a question is asked of."""

    root: Path | None = None
    version: str | None = None

    @property
    def base(self) -> Path:
        """The folder, also where it was left out."""
        return self.root or root_folder()

    def load(self, table: str, columns: Collection[str] | None = None) -> pd.DataFrame:
        """One table of the edition, or only some of its columns.

        A column that is younger than the version is empty in it.
        """
        refuse_unfinished(self.base)
        described = resource(table, self.base)
        fields = described["schema"]["fields"]
        if columns is not None:
            fields = [field for field in fields if field["name"] in columns]
        if self.version is None:
            path = self.base / str(described["path"])
            refuse_special(path)
            return read_typed(path, fields)
        from sanctions_data.history.versions import History

        content = History(self.base).content(described["name"], self.version)
        header = content.partition(b"\n")[0].decode().split(",")
        known = [field for field in fields if field["name"] in header]
        frame = read_typed(pa.BufferReader(content), known)
        return _with_empty_columns(frame, fields)


def load_once(edition: Edition, table: str, columns: tuple[str, ...]) -> pd.DataFrame:
    """Columns of a table that every question needs; read again only when the file changes.

    The frame is shared: look, and change nothing in it.
    """
    file = edition.base / str(resource(table, edition.base)["path"])
    return _load_once(edition, table, columns, file.stat().st_mtime_ns)


@lru_cache(maxsize=32)
def _load_once(
    edition: Edition, table: str, columns: tuple[str, ...], _changed: int
) -> pd.DataFrame:
    return edition.load(table, columns)


def read_typed(source: Path | pa.BufferReader, fields: list[dict[str, Any]]) -> pd.DataFrame:
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
            frame[name] = frame[name].astype(_category(tuple(field["constraints"]["enum"])))
        elif frame[name].dtype != loaded_type(kind):
            frame[name] = frame[name].astype(loaded_type(kind))
    return frame


def _with_empty_columns(frame: pd.DataFrame, fields: list[dict[str, Any]]) -> pd.DataFrame:
    """The frame with all the fields, those that it lacks without values."""
    for field in fields:
        if (name := field["name"]) not in frame:
            kind = logical_type(field)
            dtype = _category(()) if kind == "category" else loaded_type(kind)
            frame[name] = pd.Series([None] * len(frame), frame.index, dtype=dtype)
    return frame[[field["name"] for field in fields]]


@lru_cache(maxsize=64)
def _category(codes: tuple[str, ...]) -> pd.CategoricalDtype:
    return pd.CategoricalDtype(list(codes))


def logical_type(field: dict[str, Any]) -> str:
    """The type a user gets for a field of the descriptor: a closed vocabulary is a category."""
    return "category" if "categories" in field else str(field["type"])
