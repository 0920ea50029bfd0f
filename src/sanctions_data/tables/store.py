"""All tables in memory as plain rows, while they are being changed.

A row is a dict of text cells, with an empty string for a missing value. Rows are held by
the key of their table, so that adding the same fact twice is no change.
"""

from __future__ import annotations

import csv
from collections.abc import Collection
from pathlib import Path

from sanctions_data.schema import TABLES, Table
from sanctions_data.tables.canonical import csv_bytes, normal_cell
from sanctions_data.tables.location import csv_path
from sanctions_data.tables.regular_file import refuse_special

Row = dict[str, str]
Key = tuple[str, ...]


class Store:
    """The rows of every table.

    Example:
        >>> store = Store()
        >>> store.put("authorities", {"authority_id": "gb", "name": "United Kingdom"})
        >>> store.rows("authorities")[0]["name"]
        'United Kingdom'
    """

    def __init__(self) -> None:
        self._tables: dict[str, dict[Key, Row]] = {name: {} for name in TABLES}

    @classmethod
    def read(cls, folder: Path, names: Collection[str] = TABLES) -> Store:
        """The tables of a data folder; a table without a file is empty.

        Args:
            folder: the data folder.
            names: the tables to read; all if left out.

        Raises:
            ValueError: a file has another header than its table; the message names both.
        """
        store = cls()
        # Most cells stand in many rows: ids, codes, days. Each text is held once.
        texts: dict[str, str] = {}
        for name, table in TABLES.items():
            path = csv_path(folder, name)
            if name in names and (path.exists() or path.is_symlink()):
                refuse_special(path)
                store._read_table(table, path, texts)
        return store

    def _read_table(self, table: Table, path: Path, texts: dict[str, str]) -> None:
        with path.open(encoding="utf-8", newline="") as handle:
            reader = csv.reader(handle)
            header = next(reader, None)
            if header != table.header:
                raise ValueError(
                    f"{path}:1: found columns {header}, expected {table.header}; "
                    "run 'sanctions-data validate' to see what differs"
                )
            rows = self._tables[table.name]
            for cells in reader:
                if len(cells) != len(header):
                    raise ValueError(
                        f"{path}:{reader.line_num}: found {len(cells)} cells, expected "
                        f"{len(header)}; run 'sanctions-data validate' to see what is wrong"
                    )
                shared = map(texts.setdefault, cells, cells)
                row = dict(zip(table.header, shared, strict=True))
                rows[row_key(table, row)] = row

    def rows(self, table: str) -> list[Row]:
        """The rows of a table, in the order in which they came."""
        return list(self._tables[table].values())

    def get(self, table: str, *key: str) -> Row | None:
        """The row with this key, or None."""
        return self._tables[table].get(key)

    def put(self, table: str, row: Row) -> None:
        """Add a row, or replace the one with the same key; columns left out are empty."""
        definition = TABLES[table]
        full = {column: row.get(column, "") for column in definition.header}
        self._tables[table][row_key(definition, full)] = full

    def remove(self, table: str, row: Row) -> None:
        """Take a row away."""
        del self._tables[table][row_key(TABLES[table], row)]

    def canonical(self, table: str) -> bytes:
        """The canonical bytes of a table."""
        header = TABLES[table].header
        rows = self._tables[table]
        ordered = (rows[key] for key in sorted(rows))
        return csv_bytes(header, ([normal_cell(row[c]) for c in header] for row in ordered))

    def write(self, folder: Path) -> None:
        """Write every table into a folder, which is made if it is not there."""
        folder.mkdir(parents=True, exist_ok=True)
        for name in self._tables:
            csv_path(folder, name).write_bytes(self.canonical(name))


def row_key(table: Table, row: Row) -> Key:
    """The cells of the key of a table, in a row of it."""
    return tuple(row[column] for column in table.key)
