"""The receipt of a screening: what was asked of which tables, and what was found."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from importlib.metadata import version as package_version
from pathlib import Path
from typing import Any

from sanctions_data.history.lines import Lines
from sanctions_data.history.released_tables import sha256
from sanctions_data.history.versions import OWN_TABLES, History
from sanctions_data.query.edition import Edition
from sanctions_data.query.measures import measure_tables
from sanctions_data.query.screening.screening_run import Screening
from sanctions_data.schema.descriptor import descriptor
from sanctions_data.tables.atomic import write_atomically
from sanctions_data.tables.location import csv_path

FORMAT = 1


def write_receipt(
    path: Path, screening: Screening, roles: dict[str, str], file: Path | None = None
) -> None:
    """Write the receipt of a screening.

    Args:
        path: the file to write.
        screening: what was done.
        roles: the columns that were read.
        file: the file of the customers, where there is one.
    """
    content = make_receipt(screening, roles, file)
    write_atomically(path, json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n")


def make_receipt(
    screening: Screening, roles: dict[str, str], file: Path | None = None
) -> dict[str, Any]:
    """What a receipt holds, as plain values.

    Of the customers it holds one hash a row, and the names of those that have a candidate or
    nearly one.
    """
    digests = screening.digests
    return {
        "receipt": FORMAT,
        "package": package_version("sanctions-data"),
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "version": screening.stands_on["version"],
        "stands_on": screening.stands_on,
        "tables": table_hashes(screening.edition),
        "settings": screening.settings,
        "customers": {
            "file": str(file) if file else None,
            "columns": roles,
            "rows": screening.done,
            "sha256": sha256("".join(digests.values()).encode()),
            "digests": digests,
        },
        "hits": screening.hits,
        "nearest_misses": screening.misses,
        "rows_of_hits": rows_of_hits(screening),
    }


def table_hashes(edition: Edition) -> dict[str, str]:
    """The hash of every table of an edition that has a history."""
    names = [each["name"] for each in descriptor(edition.base)["resources"]]
    names = [name for name in names if name not in OWN_TABLES]
    if edition.version is None:
        return {name: sha256(csv_path(edition.base / "data", name).read_bytes()) for name in names}
    history = History(edition.base)
    return {
        name: history.release_of(edition.version, name)["sha256"]
        for name in names
        if history.has_table(edition.version, name)
    }


def rows_of_hits(screening: Screening) -> dict[str, dict[str, list[str]]]:
    """The rows on which the hits rest, cell by cell: parties and the measures on them.

    The header of a table stands under the empty key.
    """
    edition, found = screening.edition, dict[str, dict[str, list[str]]]()
    parties = {hit["entity_id"] for hit in screening.hits}
    keys = {"entities": parties}
    imposed = {row for party in parties for row in screening.imposed.on(party)["measure_id"]}
    keys |= dict.fromkeys(measure_tables(edition.base), imposed)
    for table, wanted in keys.items():
        lines = Lines.read(table_bytes(edition, table), [key_of(table)])
        found[table] = {key: lines.cells((key,)) for key in sorted(wanted) if (key,) in lines}
        if found[table]:
            found[table] = {"": lines.header, **found[table]}
    return {table: rows for table, rows in found.items() if rows}


def table_bytes(edition: Edition, table: str) -> bytes:
    """The bytes of a table in an edition."""
    if edition.version is None:
        return csv_path(edition.base / "data", table).read_bytes()
    return History(edition.base).content(table, edition.version)


def key_of(table: str) -> str:
    """The key column of a table on which hits rest."""
    return "entity_id" if table == "entities" else "measure_id"
