"""Parquet: real types, and the layout that Dask, Spark and DuckDB know from Hive."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest

from sanctions_data.export.parquet_files import write_parquet
from sanctions_data.query.edition import Edition
from sanctions_data.query.load import load


def test_a_file_has_the_types_and_words_of_its_table(edition: Edition, out: Path) -> None:
    write_parquet(edition, out)
    schema = pq.read_schema(out / "asset_freezes.parquet")
    assert schema.field("start_date").type == pa.date32()
    assert pa.types.is_dictionary(schema.field("status").type)
    assert not schema.field("entity_id").nullable
    assert schema.field("end_date").nullable
    assert schema.field("status").metadata[b"title"] == b"Status"
    assert schema.metadata[b"description"].startswith(b"A ")


def test_cells_are_those_of_the_table(edition: Edition, out: Path) -> None:
    write_parquet(edition, out)
    (row,) = pq.read_table(out / "asset_freezes.parquet").to_pylist()
    assert row["start_date"] == date(2024, 11, 18)
    assert row["status"] == "ended"
    assert row["rule_id"] is None


def test_pandas_reads_a_whole_number_that_may_be_missing(edition: Edition, out: Path) -> None:
    write_parquet(edition, out)
    sources = pd.read_parquet(out / "sources.parquet")
    assert sources["entries"].dtype == "Int64"
    assert sources["kind"].dtype == load("sources", root=edition.root)["kind"].dtype


def test_hive_layout_holds_the_same_rows(edition: Edition, out: Path) -> None:
    write_parquet(edition, out, partition="authority")
    (file,) = (out / "asset_freezes").rglob("*.parquet")
    assert file.relative_to(out).as_posix() == "asset_freezes/authority_id=gb/part-0.parquet"
    assert "authority_id" not in pq.read_schema(file).names
    found = ds.dataset(out / "asset_freezes", partitioning="hive").to_table().to_pandas()
    table = load("asset_freezes", root=edition.root)
    assert found["authority_id"].tolist() == table["authority_id"].tolist()
    assert found["measure_id"].tolist() == table["measure_id"].tolist()
    assert (out / "authorities.parquet").is_file()


@pytest.mark.parametrize("partition", ["authority", "Authority"])
def test_a_partition_is_understood_as_people_write_it(
    edition: Edition, out: Path, partition: str
) -> None:
    write_parquet(edition, out, partition=partition)
    assert (out / "travel_bans" / "authority_id=gb").is_dir()
