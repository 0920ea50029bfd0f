"""The tables of one folder in one version, each as a typed DataFrame."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any, TypeVar

import pandas as pd
import pyarrow as pa
import pyarrow.csv

from sanctions_data.schema.descriptor import resource
from sanctions_data.schema.text_type import loaded_type
from sanctions_data.tables.location import root_folder
from sanctions_data.tables.mentioning_lines import mentioning_lines
from sanctions_data.tables.regular_file import refuse_special
from sanctions_data.tables.transaction import refuse_unfinished

T = TypeVar("T")
State = tuple[tuple[int, int], ...]

_MAXIMUM_BLOCK = 1 << 26
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

    @property
    def is_stored(self) -> bool:
        """Whether the tables are what the files hold: what is made of others is kept in no file."""
        return True

    def load(self, table: str, columns: Collection[str] | None = None) -> pd.DataFrame:
        """One table of the edition, or only some of its columns; the frame is the caller's own.

        A column that is younger than the version is empty in it. The file is read once in a
        process, and again when it changes.
        """
        return self._kept(table, None if columns is None else frozenset(columns)).copy()

    def rows(self, table: str, column: str, values: Collection[str]) -> pd.DataFrame:
        """The rows of a table that have one of some texts in a column, numbered anew."""
        frame = self.few_rows(table, values)
        if frame is None:
            frame = self.look_at(table)
        return frame[frame[column].isin(list(values))].reset_index(drop=True)

    def few_rows(self, table: str, texts: Collection[str]) -> pd.DataFrame | None:
        """Rows of a table, among which all are that have one of some texts as a cell.

        Returns:
            Those whose lines mention a text, so that the others need not be parsed; None where
            the whole table is needed. Who asks a second time in a process will ask more: it is
            then cheaper to look at the whole table.
        """
        state = self.state_of(table)
        asked, _asked[self, table] = _asked.get((self, table)), state
        if asked == state or not self.is_stored or self.version is not None:
            return None
        return self._read_mentioning(table, texts)

    def look_at(self, table: str) -> pd.DataFrame:
        """One table as it is kept, which others look at too: change nothing in it."""
        return self._kept(table) if self.is_stored else self.load(table)

    def _kept(self, table: str, columns: frozenset[str] | None = None) -> pd.DataFrame:
        self._refuse_unreadable(table)
        return _read_once(self, table, columns, self.state_of(table))

    def _read_mentioning(self, table: str, texts: Collection[str]) -> pd.DataFrame | None:
        content = mentioning_lines(self._refuse_unreadable(table).read_bytes(), texts)
        if content is None:
            return None
        fields = resource(table, self.base)["schema"]["fields"]
        try:
            return read_typed(pa.BufferReader(content), fields)
        except pa.ArrowException:
            return None  # Who reads the whole table says where the error is.

    def _refuse_unreadable(self, table: str) -> Path:
        """The path of a table, where it can be read."""
        refuse_unfinished(self.base)
        path = self.base / str(resource(table, self.base)["path"])
        refuse_special(path)
        return path

    def state_of(self, *tables: str) -> State:
        """What changes when the files of tables do: what was made of them is kept until then."""
        history = () if self.version is None else ("releases", "changes")
        paths = [self.base / str(resource(name, self.base)["path"]) for name in (*tables, *history)]
        return tuple((file.st_mtime_ns, file.st_size) for file in map(Path.stat, paths))


# Of each table of which rows were asked for, its state then.
_asked: dict[tuple[Edition, str], State] = {}


def keep_until_changed(*tables: str) -> Callable[[Callable[[Edition], T]], Callable[[Edition], T]]:
    """Decorate what is made of some tables of an edition: it is made again when a file changes.

    What is kept is shared: look, and change nothing in it.
    """

    def decorate(make: Callable[[Edition], T]) -> Callable[[Edition], T]:
        @lru_cache(maxsize=4)
        def made(edition: Edition, _state: State) -> T:
            return make(edition)

        @wraps(make)
        def kept(edition: Edition) -> T:
            return made(edition, edition.state_of(*tables))

        return kept

    return decorate


@lru_cache(maxsize=64)
def _read_once(
    edition: Edition, table: str, columns: frozenset[str] | None, _state: State
) -> pd.DataFrame:
    described = resource(table, edition.base)
    fields = described["schema"]["fields"]
    if columns is not None:
        fields = [field for field in fields if field["name"] in columns]
    if edition.version is None:
        return read_typed(edition.base / str(described["path"]), fields)
    from sanctions_data.history.versions import History

    content = History(edition.base).content(described["name"], edition.version)
    header = content.partition(b"\n")[0].decode().split(",")
    known = [field for field in fields if field["name"] in header]
    return _with_empty_columns(read_typed(pa.BufferReader(content), known), fields)


def read_typed(source: Path | pa.BufferReader, fields: list[dict[str, Any]]) -> pd.DataFrame:
    """A CSV of ours as a typed frame, by the fields of its schema."""
    types = {field["name"]: logical_type(field) for field in fields}
    size = source.stat().st_size if isinstance(source, Path) else source.size()
    arrow = pyarrow.csv.read_csv(
        source,
        # In one block no time goes into looking for line breaks between quotes, and the columns
        # are of one piece, from which rows are taken faster.
        read_options=pyarrow.csv.ReadOptions(block_size=min(size + 1, _MAXIMUM_BLOCK)),
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
            # A type with the same codes in another order counts as the same, and would stay.
            frame[name] = frame[name].cat.set_categories(field["constraints"]["enum"])
        elif frame[name].dtype != loaded_type(kind):
            frame[name] = frame[name].astype(loaded_type(kind))
    return frame


def _with_empty_columns(frame: pd.DataFrame, fields: list[dict[str, Any]]) -> pd.DataFrame:
    """The frame with all the fields, those that it lacks without values."""
    for field in fields:
        if (name := field["name"]) not in frame:
            kind = logical_type(field)
            dtype = pd.CategoricalDtype([]) if kind == "category" else loaded_type(kind)
            frame[name] = pd.Series([None] * len(frame), frame.index, dtype=dtype)
    return frame[[field["name"] for field in fields]]


def logical_type(field: dict[str, Any]) -> str:
    """The type a user gets for a field of the descriptor: a closed vocabulary is a category."""
    return "category" if "categories" in field else str(field["type"])
