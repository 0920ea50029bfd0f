"""What contributors wrote, told apart from what was imported.

The whole history can be made anew from it and the snapshots of the lists.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sanctions_data.history.versions import OWN_TABLES
from sanctions_data.resolution.profiles import CURATED
from sanctions_data.schema import MEASURE_TABLES, TABLES
from sanctions_data.tables.entity_ids import founders, mark_of
from sanctions_data.tables.store import Row, Store
from sanctions_data.update.write_entities import FACT_TABLES

_MADE_BY_IMPORTS = (*OWN_TABLES, "listings", "listing_links", "sightings", "matches")
# What an import fills in where contributors described a snapshot.
_IMPORTED_CELLS = ("sha256", "bytes", "entries")


@dataclass(frozen=True)
class Contribution:
    """A row that contributors wrote, and the snapshots that brought what it refers to.

    A decision about a listing cannot stand before the listing.
    """

    table: str
    row: Row
    needs: frozenset[str]


@dataclass(frozen=True)
class Note:
    """What contributors noted beside an imported row; imports leave it alone."""

    table: str
    key: str
    text: str


def find_contributions(tables: Store) -> Iterator[Contribution]:
    """Every row that contributors wrote, as it stands in the tables."""
    by, kept = _snapshots_by_row(tables), _kept_parties(tables)
    for name, table in TABLES.items():
        if name in _MADE_BY_IMPORTS:
            continue
        refers = [c.name for c in table.columns if c.reference or c.name == "row_key"]
        refers += ["measure_id"] if name == "event_measures" else []
        for row in tables.rows(name):
            if name in MEASURE_TABLES and row["listing_id"]:
                continue
            if name == "entities" and row["entity_id"] not in kept:
                continue
            if name in FACT_TABLES and row["list_id"] != CURATED:
                continue
            cleared = dict.fromkeys(_IMPORTED_CELLS, "") if name == "sources" else {}
            needs = frozenset(by[row[column]] for column in refers if row[column] in by)
            yield Contribution(name, {**row, **cleared}, needs)


def seed_of(tables: Store) -> Store:
    """The contributors' rows that need no list: what lists can be imported into from the start."""
    seed = Store()
    for each in find_contributions(tables):
        if not each.needs:
            seed.put(each.table, each.row)
    return seed


def find_notes(tables: Store) -> Iterator[Note]:
    """Every note beside an imported row."""
    by = _snapshots_by_row(tables)
    for name in ("entities", *MEASURE_TABLES):
        for row in tables.rows(name):
            key = row[TABLES[name].key[0]]
            if row["note"] and key in by:
                yield Note(name, key, row["note"])


def write_notes(tables: Store, every: Iterable[Note]) -> None:
    """Write the notes beside the rows that are there."""
    for note in every:
        if (row := tables.get(note.table, note.key)) is not None:
            row["note"] = note.text


def _kept_parties(tables: Store) -> set[str]:
    """The parties of which contributors keep a name; all others are made by imports."""
    names = tables.rows("entity_names")
    return {row["entity_id"] for row in names if row["list_id"] == CURATED}


def _snapshots_by_row(tables: Store) -> dict[str, str]:
    """The snapshot that first brought each imported row, by the id of the row.

    A party was brought by the listing that founded it, as its id shows.
    """
    by = {
        row[TABLES[name].key[0]]: row["source_id"]
        for name in ("listings", *MEASURE_TABLES)
        for row in tables.rows(name)
        if row["listing_id"]
    }
    founded = founders(row["listing_id"] for row in tables.rows("listings"))
    kept = _kept_parties(tables)
    for row in tables.rows("entities"):
        listing = founded.get(mark_of(row["entity_id"]))
        if listing and row["entity_id"] not in kept:
            by[row["entity_id"]] = by[listing]
    return by
