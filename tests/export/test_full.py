"""All tables in every format: each read with its own tool, rows counted, ten cells compared."""

from __future__ import annotations

import csv
import hashlib
import json
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import dask.dataframe as dd
import duckdb
import frictionless
import mlcroissant
import pandas as pd
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest
import rdflib
from tests.export.ftm_package import ftm_model

import sanctions_data as sd
from sanctions_data.history.versions import version_order
from sanctions_data.query.search.search_dask import search_partitions
from sanctions_data.schema import MEASURE_TABLES, TABLES

pytestmark = pytest.mark.full

# Whose reading of a table grows so slowly that the large ones would take many minutes.
SLOW_READERS_TAKE = ("instruments", "events", "sources", "authorities")


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("full") / "all"
    sd.export("all", out)
    return out


@pytest.fixture(scope="module")
def counts() -> dict[str, int]:
    return sd.tables().set_index("table")["rows"].to_dict()


def plain(cell: Any) -> Any:
    """A cell as every tool may give it: days as text, a missing one as None."""
    if isinstance(cell, bytes):
        cell = cell.decode()
    if cell is None or cell is pd.NaT or cell is pd.NA or cell != cell:
        return None
    if isinstance(cell, date):  # also a moment, as pandas has it
        return f"{cell:%Y-%m-%d}"
    return cell if isinstance(cell, str) else int(cell)


def ten_cells(table: str) -> list[tuple[dict[str, Any], str, Any]]:
    """The key of ten rows that stand far apart, another column of each, and what it holds."""
    frame, key = sd.load(table), list(TABLES[table].key)
    frame.attrs = {}
    columns = [column for column in frame.columns if column not in key]
    found = []
    for number in range(10):
        row = frame.iloc[number * (len(frame) - 1) // 9]
        held = [column for column in columns if plain(row[column]) is not None]
        column = held[number % len(held)]
        found.append(({name: row[name] for name in key}, column, plain(row[column])))
    return found


def check_cells(table: str, rows: list[dict[str, Any]]) -> None:
    """The ten cells stand in the rows that a tool has read."""
    key = TABLES[table].key
    by_key = {tuple(plain(row[name]) for name in key): row for row in rows}
    assert len(by_key) == len(rows)
    for at, column, value in ten_cells(table):
        assert plain(by_key[tuple(at.values())][column]) == value, (at, column)


def test_parquet(exports: Path, counts: dict[str, int]) -> None:
    for name, number in counts.items():
        assert pq.read_metadata(exports / "parquet" / f"{name}.parquet").num_rows == number
    for name in ("travel_bans", "sources", "entity_names"):
        check_cells(name, pq.read_table(exports / "parquet" / f"{name}.parquet").to_pylist())


def test_hive_layout(tmp_path: Path, counts: dict[str, int]) -> None:
    sd.export("parquet", tmp_path / "hive", partition="authority")
    for name in MEASURE_TABLES:
        table = ds.dataset(tmp_path / "hive" / name, partitioning="hive").to_table()
        assert table.num_rows == counts[name]
        check_cells(name, table.to_pylist())


def test_sqlite(exports: Path, counts: dict[str, int]) -> None:
    path = exports / "sqlite" / "sanctions-data.sqlite"
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        database.row_factory = sqlite3.Row
        for name, number in counts.items():
            assert database.execute(f"SELECT count(*) FROM {name}").fetchone()[0] == number
        rows = database.execute("SELECT * FROM other_measures").fetchall()
        check_cells("other_measures", [dict(row) for row in rows])
        (measures,) = database.execute("SELECT count(*) FROM measures_in_words").fetchone()
    assert measures == sum(counts[name] for name in MEASURE_TABLES)


def test_duckdb(exports: Path, counts: dict[str, int]) -> None:
    path = exports / "duckdb" / "sanctions-data.duckdb"
    with duckdb.connect(str(path), read_only=True) as database:
        for name, number in counts.items():
            assert database.execute(f"SELECT count(*) FROM {name}").fetchall() == [(number,)]
        rows = database.sql("SELECT * FROM listings").to_arrow_table().to_pylist()
        check_cells("listings", rows)
        (row,) = database.execute("SELECT count(*) FROM measures_in_words").fetchall()
    assert row[0] == sum(counts[name] for name in MEASURE_TABLES)


def read_csv(path: Path) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as handle:
        reader = csv.reader(handle)
        header = next(reader)
        return {row[0]: dict(zip(header, row, strict=True)) for row in reader}


def test_parties(exports: Path) -> None:
    found, entities = read_csv(exports / "parties" / "parties.csv"), sd.load("entities")
    remain = entities[entities["merged_into"].isna()].set_index("entity_id")
    measures = sd.measures()
    concerned = set(measures["entity_id"]) | set(sd.load("listings")["entity_id"])
    assert set(found) == set(remain.index) & concerned
    now = measures[measures["status"] == "in_force"]
    assert {name for name, row in found.items() if row["in_force"] == "true"} == set(
        now["entity_id"]
    )
    for number in range(10):
        entity_id = sorted(found)[number * (len(found) - 1) // 9]
        row, of = found[entity_id], now[now["entity_id"] == entity_id]
        assert row["name"] == remain.loc[entity_id, "name"]
        for code in ("gb", "eu"):
            kinds = of.loc[of["authority_id"] == code, "measure_type"]
            assert row[f"measures_{code}"] == ";".join(sorted(set(kinds)))


@pytest.mark.parametrize(
    ("name", "kind", "number"),
    [("vessels", "vessel", "imo_number"), ("aircraft", "aircraft", "aircraft_msn")],
)
def test_vessels_and_aircraft(exports: Path, name: str, kind: str, number: str) -> None:
    found, entities = read_csv(exports / name / f"{name}.csv"), sd.load("entities")
    wanted = entities[(entities["kind"] == kind) & entities["merged_into"].isna()]
    assert set(found) == set(wanted["entity_id"])
    identifiers = sd.load("entity_identifiers")
    numbers = identifiers[identifiers["identifier_type"] == number].groupby("entity_id")["value"]
    known = numbers.agg(set).to_dict()
    for place in range(10):
        entity_id = sorted(found)[place * (len(found) - 1) // 9]
        cell = found[entity_id][number]
        assert set(cell.split(";")) - {""} == known.get(entity_id, set())


def test_followthemoney(exports: Path) -> None:
    model = ftm_model()
    with (exports / "ftm" / "entities.ftm.json").open(encoding="utf-8") as handle:
        proxies = [model.get_proxy(json.loads(line)) for line in handle]
    found = {proxy.id: proxy for proxy in proxies}
    assert len(found) == len(proxies)
    measures, entities = sd.measures().set_index("measure_id"), sd.load("entities")
    sanctions = {key for key, proxy in found.items() if proxy.schema.name == "Sanction"}
    assert sanctions == set(measures.index)
    assert set(found) - sanctions == set(entities.loc[entities["merged_into"].isna(), "entity_id"])
    assert all(found[key].get("entity")[0] in found for key in sanctions)
    authorities = sd.load("authorities").set_index("authority_id")["name"]
    for number in range(10):
        key = measures.index[number * (len(measures) - 1) // 9]
        row, proxy = measures.loc[key], found[key]
        assert proxy.first("authority") == authorities[row["authority_id"]]
        assert proxy.first("status") == row["status"]
        if row["start_precision"] == "day":
            assert proxy.first("startDate") == f"{row['start_date']:%Y-%m-%d}"


@pytest.mark.parametrize("file", ["jsonld/dataset.jsonld", "dcat/catalogue.jsonld"])
def test_rdf(exports: Path, file: str) -> None:
    graph = rdflib.Graph().parse(exports / file, format="json-ld")
    described = json.loads(Path("datapackage.json").read_bytes())
    said = {str(each) for each in graph.objects()}
    for resource in described["resources"]:
        assert hashlib.sha256(Path(resource["path"]).read_bytes()).hexdigest() in said
        assert resource["title"] in said


def test_croissant(exports: Path, counts: dict[str, int]) -> None:
    dataset = mlcroissant.Dataset(jsonld=exports / "croissant" / "croissant.json")
    assert not dataset.metadata.ctx.issues.errors
    assert {each.id for each in dataset.metadata.record_sets} == set(counts)
    name = "flight_restrictions"
    rows = [
        {field.removeprefix(f"{name}/"): value for field, value in row.items()}
        for row in dataset.records(name)
    ]
    assert len(rows) == counts[name]
    check_cells(name, rows)


def test_frictionless(exports: Path, counts: dict[str, int]) -> None:
    package = frictionless.Package(exports / "frictionless" / "datapackage.json")
    assert {resource.name for resource in package.resources} == set(counts)
    for name in SLOW_READERS_TAKE:
        rows = package.get_resource(name).read_rows()
        assert len(rows) == counts[name]
        assert all(row.valid for row in rows)
        check_cells(name, [row.to_dict() for row in rows])


def test_screening_through_dask_gives_the_same_answers() -> None:
    known = sd.load("entity_names")["name"].iloc[::14]
    customers = pd.DataFrame({"customer": pd.concat([known, known.str[::-1]], ignore_index=True)})
    alone = sd.search(customers["customer"], progress=False)
    asked = search_partitions(dd.from_pandas(customers, npartitions=8), "customer")
    pd.testing.assert_frame_equal(asked.compute().reset_index(drop=True), alone)
    assert len(alone) > len(known)


def test_feed(exports: Path) -> None:
    releases = sorted(sd.load("releases")["version"].unique(), key=version_order)
    newest = exports / "feed" / releases[-1]
    with (newest / "delta.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.reader(handle))
    changes = sd.changes(releases[-2])
    assert len(rows) - 1 == len(changes)
    for number in range(10):
        place = number * (len(changes) - 1) // 9
        assert rows[place + 1] == changes.iloc[place, :5].tolist()
    items = json.loads((exports / "feed" / "feed.json").read_bytes())["items"]
    assert [item["id"].rpartition("/v")[2] for item in items] == list(releases[:0:-1])
