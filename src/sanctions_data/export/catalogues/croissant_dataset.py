"""Croissant: the tables in Parquet, described so that machine learning tools load them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sanctions_data.export.catalogues.dataset_facts import DatasetFacts, TableFile
from sanctions_data.export.catalogues.jsonld_dataset import about_dataset
from sanctions_data.export.json_file import write_json
from sanctions_data.query.edition import Edition

FILE = "croissant.json"
_TYPES = {"string": "sc:Text", "date": "sc:Date", "boolean": "sc:Boolean", "integer": "sc:Integer"}
# The context of Croissant 1.0, as its specification prints it.
_CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}


def write_croissant(edition: Edition, folder: Path) -> None:
    """Write ``croissant.json`` and the tables in ``data/``; a record set a table."""
    facts = DatasetFacts.of(edition)
    files = facts.write_tables(edition, folder)
    about = about_dataset(facts)
    write_json(
        folder / FILE,
        {
            "@context": _CONTEXT,
            **about,
            "@type": "sc:Dataset",
            "conformsTo": "http://mlcommons.org/croissant/1.0",
            "citeAs": f"{facts.creator}: {about['name']}, version {facts.version}. {facts.home}",
            "distribution": [_file_object(file) for file in files],
            "recordSet": [_record_set(file) for file in files],
        },
    )


def _file_object(file: TableFile) -> dict[str, str]:
    return {
        "@type": "cr:FileObject",
        "@id": f"{file.name}.parquet",
        "name": f"{file.name}.parquet",
        "contentUrl": file.path,
        "contentSize": f"{file.bytes} B",
        "encodingFormat": "application/x-parquet",
        "sha256": file.sha256,
    }


def _record_set(file: TableFile) -> dict[str, Any]:
    schema = file.described["schema"]
    # A reference to the own table would be a circle, of which mlcroissant can make nothing.
    references = {
        key["fields"][0]: f"{key['reference']['resource']}/{key['reference']['fields'][0]}"
        for key in schema.get("foreignKeys", ())
        if key["reference"]["resource"]
    }
    return {
        "@type": "cr:RecordSet",
        "@id": file.name,
        "name": file.name,
        "description": file.described["description"],
        "key": [{"@id": f"{file.name}/{column}"} for column in schema["primaryKey"]],
        "field": [
            {
                "@type": "cr:Field",
                "@id": f"{file.name}/{field['name']}",
                "name": field["name"],
                "description": field["description"],
                "dataType": _TYPES[field["type"]],
                "source": {
                    "fileObject": {"@id": f"{file.name}.parquet"},
                    "extract": {"column": field["name"]},
                },
                **(
                    {"references": {"field": {"@id": references[field["name"]]}}}
                    if field["name"] in references
                    else {}
                ),
            }
            for field in schema["fields"]
        ],
    }
