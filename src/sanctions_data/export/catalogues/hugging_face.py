"""Hugging Face: a folder to push to its Hub as it is, the tables in Parquet with a dataset card."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from sanctions_data.export.catalogues.dataset_facts import DatasetFacts, TableFile
from sanctions_data.query.edition import Edition

CARD = "README.md"


def write_hugging_face(edition: Edition, folder: Path) -> None:
    """Write the card ``README.md`` and the tables in ``data/``, one configuration a table."""
    facts = DatasetFacts.of(edition)
    files = facts.write_tables(edition, folder)
    card = "\n".join(["---", *_header(facts, files), "---", "", *_text(facts, files), ""])
    (folder / CARD).write_text(card, encoding="utf-8", newline="\n")


def _header(facts: DatasetFacts, files: list[TableFile]) -> Iterator[str]:
    # Texts are written as JSON, which YAML reads, so that no colon in one breaks the header.
    yield f"pretty_name: {json.dumps(facts.described['title'], ensure_ascii=False)}"
    yield f"license: {str(facts.described['licenses'][0]['name']).lower()}"
    yield "tags:"
    yield from (f"- {json.dumps(keyword)}" for keyword in facts.described["keywords"])
    yield "configs:"
    for file in files:
        yield f"- config_name: {file.name}"
        yield f"  data_files: {file.path}"


def _text(facts: DatasetFacts, files: list[TableFile]) -> Iterator[str]:
    yield f"# {facts.described['title']}"
    yield ""
    yield str(facts.described["description"])
    yield ""
    yield f"Version {facts.version}, from [{facts.home}]({facts.tag}): what each column means,"
    yield "which lists were read, and how a wrong row is corrected, stands there."
    yield ""
    yield "| table | what it holds |"
    yield "|---|---|"
    yield from (f"| `{file.name}` | {file.described['title']} |" for file in files)
