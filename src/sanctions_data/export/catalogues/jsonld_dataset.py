"""schema.org: the dataset for search engines, in JSON-LD."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sanctions_data.export.catalogues.dataset_facts import DatasetFacts
from sanctions_data.export.json_file import without_empty, write_json
from sanctions_data.query.edition import Edition

FILE = "dataset.jsonld"


def write_jsonld(edition: Edition, folder: Path) -> None:
    """Write ``dataset.jsonld``: a ``Dataset``, with one ``hasPart`` and one download a table."""
    facts = DatasetFacts.of(edition)
    write_json(
        folder / FILE,
        {
            # The terms that are used here, so that it can be read without the network.
            "@context": {"@vocab": "https://schema.org/"},
            **about_dataset(facts),
            "distribution": [_download(facts, table) for table in facts.tables],
            "hasPart": [_part(facts, table) for table in facts.tables],
        },
    )


def about_dataset(facts: DatasetFacts) -> dict[str, Any]:
    """What schema.org, and Croissant after it, says of a dataset as a whole."""
    described = facts.described
    return without_empty(
        {
            "@type": "Dataset",
            "@id": facts.tag,
            "name": described["name"],
            "alternateName": described["title"],
            "description": described["description"],
            "url": facts.home,
            "version": facts.version,
            "license": facts.licence,
            "isAccessibleForFree": True,
            "keywords": described["keywords"],
            "datePublished": facts.day,
            "creator": {"@type": "Organization", "name": facts.creator},
            "isBasedOn": [each["path"] for each in described["sources"] if "path" in each],
        }
    )


def _download(facts: DatasetFacts, table: dict[str, Any]) -> dict[str, Any]:
    return {
        "@type": "DataDownload",
        "name": table["name"],
        "contentUrl": facts.csv_address(table),
        "encodingFormat": table["mediatype"],
        **_proof(facts, table),
    }


def _proof(facts: DatasetFacts, table: dict[str, Any]) -> dict[str, str]:
    """Size and hash, which are known of the tables as they are now."""
    if facts.version != facts.described["version"]:
        return {}
    return {
        "contentSize": f"{table['bytes']} B",
        "sha256": table["hash"].removeprefix("sha256:"),
    }


def _part(facts: DatasetFacts, table: dict[str, Any]) -> dict[str, Any]:
    return {
        "@type": "Dataset",
        "@id": f"{facts.tag}#{table['name']}",
        "name": table["title"],
        "description": table["description"],
        "license": facts.licence,
        "variableMeasured": [
            {
                "@type": "PropertyValue",
                "name": field["name"],
                "alternateName": field["title"],
                "description": field["description"],
            }
            for field in table["schema"]["fields"]
        ],
    }
