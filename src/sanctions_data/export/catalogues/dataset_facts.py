"""What catalogues ask of a dataset: its names, version, licence, files and where they are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sanctions_data.export.arrow_tables import table_names
from sanctions_data.export.parquet_files import write_parquet
from sanctions_data.export.whole_folder import file_hash
from sanctions_data.query.edition import Edition
from sanctions_data.schema.descriptor import descriptor


@dataclass(frozen=True)
class TableFile:
    """A file with one table: where it is, how large, with which hash, and what it holds."""

    described: dict[str, Any]
    path: str
    bytes: int
    sha256: str

    @property
    def name(self) -> str:
        """The name of the table."""
        return str(self.described["name"])


@dataclass(frozen=True)
class DatasetFacts:
    """What the descriptor says of the package, of the tables of one edition."""

    described: dict[str, Any]
    version: str
    tables: list[dict[str, Any]]

    @classmethod
    def of(cls, edition: Edition) -> DatasetFacts:
        """The facts of an edition."""
        described, names = descriptor(edition.base), table_names(edition)
        version = edition.version or str(described["version"])
        tables = [each for each in described["resources"] if each["name"] in names]
        if version == described["version"]:
            tables = [_with_size(each, edition.base / str(each["path"])) for each in tables]
        return cls(described, version, tables)

    @property
    def home(self) -> str:
        """The address of the project."""
        return str(self.described["homepage"])

    @property
    def tag(self) -> str:
        """The address of the version: the same for ever."""
        return f"{self.home}/tree/v{self.version}"

    @property
    def licence(self) -> str:
        """The address of the licence of the data."""
        return str(self.described["licenses"][0]["path"])

    @property
    def creator(self) -> str:
        """Who made it."""
        return str(self.described["contributors"][0]["title"])

    @property
    def day(self) -> str:
        """The day of the newest list in it, as far as the descriptor tells."""
        return str(self.described.get("created", ""))[:10]

    def csv_address(self, table: dict[str, Any]) -> str:
        """The address of a table's CSV in the version."""
        return f"{self.home}/raw/v{self.version}/{table['path']}"

    def write_tables(self, edition: Edition, folder: Path) -> list[TableFile]:
        """Write the tables as Parquet into ``data/`` of a folder, and describe the files."""
        data = folder / "data"
        data.mkdir()
        write_parquet(edition, data)
        return [_table_file(table, data / f"{table['name']}.parquet") for table in self.tables]


def _table_file(table: dict[str, Any], path: Path) -> TableFile:
    return TableFile(table, f"data/{path.name}", path.stat().st_size, file_hash(path))


def _with_size(table: dict[str, Any], path: Path) -> dict[str, Any]:
    """What the descriptor says of a table, and the size and hash of its file as it is now."""
    return {**table, "bytes": path.stat().st_size, "hash": f"sha256:{file_hash(path)}"}
