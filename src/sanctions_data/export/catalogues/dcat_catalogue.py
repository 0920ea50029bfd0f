"""DCAT: the dataset for open data portals, in JSON-LD."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sanctions_data.export.catalogues.dataset_facts import DatasetFacts
from sanctions_data.export.json_file import without_empty, write_json
from sanctions_data.query.edition import Edition

FILE = "catalogue.jsonld"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_MEDIA_TYPE = "https://www.iana.org/assignments/media-types/"


def write_dcat(edition: Edition, folder: Path) -> None:
    """Write ``catalogue.jsonld``: a ``dcat:Catalog`` of one dataset, one distribution a table."""
    facts = DatasetFacts.of(edition)
    publisher = {"@type": "foaf:Organization", "foaf:name": facts.creator}
    write_json(
        folder / FILE,
        {
            "@context": _CONTEXT,
            "@type": "dcat:Catalog",
            "@id": facts.home,
            "dct:title": facts.described["name"],
            "dct:description": facts.described["description"],
            "dct:publisher": publisher,
            "dcat:dataset": [_dataset(facts, publisher)],
        },
    )


def _dataset(facts: DatasetFacts, publisher: dict[str, str]) -> dict[str, Any]:
    described = facts.described
    sources = [{"@id": each["path"]} for each in described["sources"] if "path" in each]
    day = {"@type": "xsd:date", "@value": facts.day} if facts.day else None
    return without_empty(
        {
            "@type": "dcat:Dataset",
            "@id": facts.tag,
            "dct:identifier": f"{described['name']} {facts.version}",
            "dct:title": described["title"],
            "dct:description": described["description"],
            "dct:issued": day,
            "dct:license": {"@id": facts.licence},
            "dct:publisher": publisher,
            "dct:language": {"@id": "http://publications.europa.eu/resource/authority/language/ENG"},
            "dcat:version": facts.version,
            "dcat:keyword": described["keywords"],
            "dcat:landingPage": {"@id": facts.home},
            "dct:source": sources,
            "dcat:distribution": [_distribution(facts, table) for table in facts.tables],
        }
    )  # fmt: skip


def _distribution(facts: DatasetFacts, table: dict[str, Any]) -> dict[str, Any]:
    address = facts.csv_address(table)
    is_current = facts.version == facts.described["version"]
    return without_empty(
        {
            "@type": "dcat:Distribution",
            "@id": address,
            "dct:title": table["title"],
            "dct:description": table["description"],
            "dct:license": {"@id": facts.licence},
            "dcat:accessURL": {"@id": facts.tag},
            "dcat:downloadURL": {"@id": address},
            "dcat:mediaType": {"@id": _MEDIA_TYPE + table["mediatype"]},
            "dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": str(table["bytes"])}
            if is_current
            else None,
            "spdx:checksum": {
                "@type": "spdx:Checksum",
                "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
                "spdx:checksumValue": {
                    "@type": "xsd:hexBinary",
                    "@value": table["hash"].removeprefix("sha256:"),
                },
            }
            if is_current
            else None,
        }
    )
