"""Parquet: one typed file a table, or the measures in a folder for each authority."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from sanctions_data.export.arrow_tables import arrow_table, table_names
from sanctions_data.names.known_codes import KnownCodes
from sanctions_data.query.edition import Edition
from sanctions_data.query.measures import measure_tables

# What tables may be split by, and the column that tells it.
PARTITIONS = {"authority": "authority_id"}


def write_parquet(edition: Edition, folder: Path, partition: str | None = None) -> None:
    """Write every table as ``TABLE.parquet``.

    Args:
        edition: the tables.
        folder: where to write.
        partition: ``authority`` writes the tables of measures in the layout of Hive, which Dask,
            Spark and DuckDB read: ``TABLE/authority_id=gb/part-0.parquet``. The other tables
            stay one file each.

    Raises:
        UnknownCodeError: ``partition`` is another word; the message names what there is.
    """
    by = None if partition is None else PARTITIONS[_PARTITIONS.code_of(partition)]
    split = measure_tables(edition.base) if by else []
    for name in table_names(edition):
        table = arrow_table(edition, name)
        if by and name in split:
            _write_split(table, by, folder / name)
        else:
            write_table(table, folder / f"{name}.parquet")


def write_table(table: pa.Table, path: Path) -> None:
    """Write one table; the same rows have the same bytes, by one version of pyarrow."""
    pq.write_table(table, path, compression="zstd", write_statistics=True)


_PARTITIONS = KnownCodes("partition", PARTITIONS)


def _write_split(table: pa.Table, by: str, folder: Path) -> None:
    """One folder a value; its name holds the value, so the files do without the column."""
    for value in sorted(set(table[by].to_pylist())):
        part = folder / f"{by}={value}"
        part.mkdir(parents=True)
        rows = table.filter(pc.equal(table[by], value)).drop_columns([by])
        write_table(rows, part / "part-0.parquet")
