"""The rows of ``run.py`` about loading, asking and searching."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import polars as pl
import pyarrow.csv
from side_by_side import Row, run_command

import sanctions_data as sd
from sanctions_data.history.versions import History
from sanctions_data.names.fold import fold_name
from sanctions_data.query import edition
from sanctions_data.query.search import name_index
from sanctions_data.query.search.kept_arrays import keep_arrays
from sanctions_data.tables.location import csv_path, data_folder, root_folder

DAY = "2024-10-14"
MEASURES = ("travel_bans", "asset_freezes", "flight_restrictions", "other_measures")
LARGEST = ("entity_names", "entity_attributes", "listings", "asset_freezes")
OLD, NEW = "2026.7.0", "2026.8.0"
COMMAND = ("-c", "from sanctions_data.cli import main; main()")


def query_rows() -> Iterator[Row]:
    """Every row, in the order of the page."""
    yield Row(
        "load `listings` from CSV",
        lambda: sd.load("listings"),
        lambda: read_arrow("listings"),
        "pyarrow from CSV, to pandas, without our types",
        aim=1.1,
        prepare=forget,
    )
    yield Row(
        "load `listings` once more in a process",
        lambda: sd.load("listings"),
        lambda: read_arrow("listings"),
        "the same",
        aim=1.1,
    )
    yield Row(
        "measures on a day, of all kinds",
        lambda: sd.measures(DAY),
        polars_on_day,
        "polars from CSV, by the dates alone",
        aim=1.5,
    )
    yield Row(
        "`compare us-ofac eu`",
        lambda: sd.compare("us-ofac", "eu"),
        polars_compare,
        "polars from CSV, by the dates alone",
        aim=1.5,
    )
    yield from diff_rows()
    yield from lookup_rows()
    yield from search_rows()


def diff_rows() -> Iterator[Row]:
    """What differs between two versions."""
    history = History(root_folder())
    before = {table: history.content(table, OLD) for table in LARGEST}
    yield Row(
        "`diff` of the four largest tables",
        lambda: [sd.diff(OLD, NEW, table=table) for table in LARGEST],
        lambda: polars_diff(before),
        "polars joining both states, of which the older is at hand",
        aim=2,
    )
    yield Row(
        "`diff` of all tables",
        lambda: sd.diff(OLD, NEW),
        lambda: polars_diff(before),
        "the same, of the four largest",
        aim=1000,
        in_ms=True,
    )


def lookup_rows() -> Iterator[Row]:
    """One party."""
    names = sd.load("entity_names")
    by_name = {fold_name(n): e for n, e in zip(names["name"], names["entity_id"], strict=True)}
    yield Row(
        "`lookup` in a process, after the first",
        lambda: sd.lookup("Iran Air"),
        lambda: by_name[fold_name("Iran Air")],
        "a dict of folded names, without the measures",
        aim=30,
        in_ms=True,
    )
    yield Row(
        "`lookup` as a command",
        lambda: run_command(*COMMAND, "lookup", "Iran Air"),
        lambda: run_command("-c", "import pandas"),
        "starting Python and importing pandas",
        aim=700,
        in_ms=True,
    )
    yield Row(
        "`--help`",
        lambda: run_command(*COMMAND, "--help"),
        lambda: run_command("-c", "import typer"),
        "starting Python and importing typer",
        aim=250,
        in_ms=True,
    )


def search_rows() -> Iterator[Row]:
    """Names that are not written as a list writes them."""
    some = sd.load("entity_names")["name"].sample(1000, random_state=1).tolist()
    now, tantivy = edition.Edition(), tantivy_index()
    yield Row(
        "open the name index",
        lambda: keep_arrays(name_index.NameIndex, now, lambda: name_index._build_index_of(now)),
        tantivy_index.__wrapped__,
        "tantivy building its index",
        aim=100,
        in_ms=True,
    )
    yield Row(
        "search 1,000 names at once",
        lambda: sd.search(some, progress=False),
        lambda: ask_tantivy(tantivy, some),
        "tantivy, one typo a word",
        aim=500,
        in_ms=True,
    )
    yield Row(
        "search one name",
        lambda: sd.search(some[:1], progress=False),
        lambda: ask_tantivy(tantivy, some[:1]),
        "tantivy, one typo a word",
        aim=3,
        in_ms=True,
    )


def scan(table: str) -> pl.LazyFrame:
    """A table as polars reads it when it must."""
    return pl.scan_csv(csv_path(data_folder(), table), infer_schema=False)


def polars_on_day() -> pl.DataFrame:
    """The measures of a day, by their dates alone."""
    on = (pl.col("start_date") <= DAY) & ((pl.col("end_date") > DAY) | pl.col("end_date").is_null())
    return pl.concat([scan(name).filter(on) for name in MEASURES], how="diagonal").collect()


def polars_compare() -> pl.DataFrame:
    """The same question by the dates alone, without what cannot be told."""
    rows = pl.concat([scan(name) for name in MEASURES], how="diagonal")
    ours = rows.filter(pl.col("authority_id") == "us-ofac")
    theirs = rows.filter(pl.col("authority_id") == "eu")
    alone = ours.join(theirs, on=["entity_id", "measure_type"], how="anti")
    joined = alone.group_by("entity_id").agg(
        pl.col("measure_type").unique().sort().str.join("; "),
        pl.col("programme_id").unique().sort().str.join("; "),
        pl.col("start_date").min(),
    )
    return joined.join(scan("entities"), on="entity_id").sort("name").collect()


def polars_diff(before: dict[str, bytes]) -> list[pl.DataFrame]:
    """The rows that only one of two states has."""
    found = []
    for table, content in before.items():
        old = pl.read_csv(content, infer_schema=False)
        new = pl.read_csv(csv_path(data_folder(), table), infer_schema=False)
        found += [
            old.join(new, on=old.columns, how="anti", nulls_equal=True),
            new.join(old, on=old.columns, how="anti", nulls_equal=True),
        ]
    return found


def read_arrow(table: str) -> Any:
    """A table as pyarrow reads it, without our types."""
    return pyarrow.csv.read_csv(csv_path(data_folder(), table)).to_pandas()


def forget() -> None:
    """Forget what was read in this process, so that the file is read again."""
    edition._read_once.cache_clear()


@cache
def tantivy_index() -> Any:
    """All names as tantivy indexes them, in memory."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("name", stored=True)
    index = tantivy.Index(builder.build())
    writer = index.writer(heap_size=100_000_000, num_threads=1)
    for name in sd.load("entity_names")["name"]:
        writer.add_document(tantivy.Document(name=[fold_name(name)]))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index


def ask_tantivy(index: Any, names: list[str]) -> None:
    """The best five of each name, each word with one typo at most."""
    import tantivy

    searcher = index.searcher()
    for name in names:
        words = [
            (tantivy.Occur.Should, tantivy.Query.fuzzy_term_query(index.schema, "name", word, 1))
            for word in fold_name(name).split()
        ]
        searcher.search(tantivy.Query.boolean_query(words), 5)
