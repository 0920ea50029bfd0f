"""JSON-LD, DCAT, Croissant and Data Package: each read by the tool that it is for."""

from __future__ import annotations

import datetime
from hashlib import sha256
from pathlib import Path

import frictionless
import mlcroissant
import pandas as pd
import pytest
import rdflib
import yaml

from sanctions_data.export.catalogues.croissant_dataset import write_croissant
from sanctions_data.export.catalogues.dcat_catalogue import write_dcat
from sanctions_data.export.catalogues.frictionless_package import write_frictionless
from sanctions_data.export.catalogues.hugging_face import write_hugging_face
from sanctions_data.export.catalogues.jsonld_dataset import write_jsonld
from sanctions_data.query.edition import Edition
from sanctions_data.schema import TABLES

SCHEMA = rdflib.Namespace("https://schema.org/")
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
TERMS = rdflib.Namespace("http://purl.org/dc/terms/")
HOME = "https://github.com/sanctions-data/sanctions-data"
DATASET = rdflib.URIRef(f"{HOME}/tree/v2026.8.0")


def csv_of(edition: Edition, table: str) -> bytes:
    return (edition.base / "data" / f"{table}.csv").read_bytes()


def test_a_search_engine_finds_dataset_and_downloads(edition: Edition, out: Path) -> None:
    write_jsonld(edition, out)
    graph = rdflib.Graph().parse(out / "dataset.jsonld", format="json-ld")
    assert (DATASET, rdflib.RDF.type, SCHEMA.Dataset) in graph
    assert str(graph.value(DATASET, SCHEMA.version)) == "2026.8.0"
    assert str(graph.value(DATASET, SCHEMA.license)).endswith("/licenses/by/4.0/")
    downloads = set(graph.objects(DATASET, SCHEMA.distribution))
    assert len(downloads) == len(TABLES)
    (events,) = (d for d in downloads if str(graph.value(d, SCHEMA.name)) == "events")
    address = str(graph.value(events, SCHEMA.contentUrl))
    assert address == f"{HOME}/raw/v2026.8.0/data/events.csv"
    assert str(graph.value(events, SCHEMA.sha256)) == sha256(csv_of(edition, "events")).hexdigest()


def test_each_table_tells_its_columns(edition: Edition, out: Path) -> None:
    write_jsonld(edition, out)
    graph = rdflib.Graph().parse(out / "dataset.jsonld", format="json-ld")
    part = rdflib.URIRef(f"{DATASET}#travel_bans")
    columns = graph.objects(part, SCHEMA.variableMeasured)
    assert {str(graph.value(column, SCHEMA.name)) for column in columns} == set(
        TABLES["travel_bans"].header
    )


def test_a_portal_finds_the_distributions(edition: Edition, out: Path) -> None:
    write_dcat(edition, out)
    graph = rdflib.Graph().parse(out / "catalogue.jsonld", format="json-ld")
    assert list(graph.objects(rdflib.URIRef(HOME), DCAT.dataset)) == [DATASET]
    assert graph.value(DATASET, TERMS.issued).toPython() == datetime.date(2026, 8, 22)
    found = set(graph.objects(DATASET, DCAT.distribution))
    assert len(found) == len(TABLES)
    events = rdflib.URIRef(f"{HOME}/raw/v2026.8.0/data/events.csv")
    assert events in found
    assert graph.value(events, DCAT.downloadURL) == events
    assert int(graph.value(events, DCAT.byteSize)) == len(csv_of(edition, "events"))


@pytest.mark.parametrize("write", [write_jsonld, write_dcat], ids=["jsonld", "dcat"])
def test_an_older_version_has_no_hash_of_the_newest(
    edition: Edition, out: Path, write: type[write_dcat]
) -> None:
    write(Edition(edition.root, "2026.2.0"), out)
    (file,) = out.iterdir()
    text = file.read_text(encoding="utf-8")
    assert "2026.2.0" in text and "2026.8.0" not in text
    assert sha256(csv_of(edition, "events")).hexdigest() not in text


def test_mlcroissant_accepts_the_description_and_reads_a_table(edition: Edition, out: Path) -> None:
    write_croissant(edition, out)
    dataset = mlcroissant.Dataset(jsonld=out / "croissant.json")
    assert not dataset.metadata.ctx.issues.errors
    assert not dataset.metadata.ctx.issues.warnings
    assert {each.id for each in dataset.metadata.record_sets} == set(TABLES)
    (row,) = dataset.records("asset_freezes")
    assert row["asset_freezes/entity_id"] == b"iran-air"
    assert f"{row['asset_freezes/start_date']:%Y-%m-%d}" == "2024-11-18"


def test_mlcroissant_refuses_a_file_that_was_changed(edition: Edition, out: Path) -> None:
    write_croissant(edition, out)
    (out / "data" / "events.parquet").write_bytes(b"other")
    dataset = mlcroissant.Dataset(jsonld=out / "croissant.json")
    with pytest.raises(Exception, match=r"(?i)hash|checksum|sha256|parquet"):
        list(dataset.records("events"))


def test_frictionless_validates_the_package(edition: Edition, out: Path) -> None:
    write_frictionless(edition, out)
    report = frictionless.validate(out / "datapackage.json")
    assert report.flatten(["title", "message"]) == []
    package = frictionless.Package(out / "datapackage.json")
    (row,) = package.get_resource("asset_freezes").read_rows()
    assert row["start_date"] == datetime.date(2024, 11, 18)
    assert row["end_date"] == datetime.date(2026, 3, 1)


def test_dataset_card_names_a_file_for_every_table(edition: Edition, out: Path) -> None:
    write_hugging_face(edition, out)
    _, header, text = (out / "README.md").read_text(encoding="utf-8").split("---\n", 2)
    card = yaml.safe_load(header)
    assert card["license"] == "cc-by-4.0"
    assert card["pretty_name"].startswith("Sanctions measures: who")
    files = {each["config_name"]: each["data_files"] for each in card["configs"]}
    assert set(files) == set(TABLES)
    frame = pd.read_parquet(out / files["asset_freezes"])
    assert frame["entity_id"].tolist() == ["iran-air"]
    assert "2026.8.0" in text and "`events`" in text
