"""A page a party: everything that the tables say of it, in shards by the hash of its id."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

import pandas as pd

from sanctions_data.query.labels import day_text
from sanctions_data.query.time.day_bounds import BOUNDS
from sanctions_data.site.compact_json import SHARDS, Places, shard_of, write_compact
from sanctions_data.site.site_tables import SiteTables, iso_days, text_of
from sanctions_data.tables.records import records

# The columns of a measure on a page; act and source stand there once, and are named by place.
PLAIN = [
    "measure_id", "entity_id", "authority_id", "measure_type", "scope", "programme_id", "status",
    "start", "end", "announced_on", "first_seen", "basis", "rule_id", "start_rule", "evidence",
    "listing_id", "note", "applies_where", *BOUNDS,
]  # fmt: skip
COLUMNS = [*PLAIN, "act", "source"]
_DAYS = ("announced_on", "first_seen")
Rows = dict[str, list[list[Any]]]


def write_party_shards(folder: Path, tables: SiteTables) -> None:
    """Write all parties; one that was found to be another names the one that remains."""
    facts = {
        "names": _with_lists(tables, "entity_names", ["name", "name_type", "script"]),
        "numbers": _with_lists(
            tables, "entity_identifiers", ["identifier_type", "value", "country"]
        ),
        "attributes": _with_lists(tables, "entity_attributes", ["attribute", "value"]),
        "listings": _listings(tables),
    }
    measures = _measures(tables)
    shards: list[list[str]] = [[] for _ in range(SHARDS)]
    entities = tables.edition.load("entities").set_index("entity_id")
    for entity_id in sorted(entities.index):
        shards[shard_of(entity_id)].append(entity_id)
    cells = entities.astype("object").fillna("")
    rows = dict(zip(map(str, cells.index), records(cells), strict=True))
    for number, ids in enumerate(shards):
        acts, sources = Places(), Places()
        parties = {
            each: _party(each, rows[each], facts, measures.get(each, []), acts, sources, tables)
            for each in ids
        }
        shard = {"parties": parties, "acts": acts.things, "sources": sources.things}
        write_compact(folder / f"{number}.json", shard)


def _party(
    entity_id: str,
    row: dict[str, str],
    facts: dict[str, Rows],
    measures: list[tuple[Any, ...]],
    acts: Places,
    sources: Places,
    tables: SiteTables,
) -> dict[str, Any]:
    if final := tables.final.get(entity_id):
        return {"merged_into": final}
    told: dict[str, Any] = {"name": row["name"], "kind": row["kind"], "country": row["country"]}
    if row["note"]:
        told["note"] = row["note"]
    told |= {name: of[entity_id] for name, of in facts.items() if entity_id in of}
    told["measures"] = [
        [*cells[: len(PLAIN)], acts.of(act) if act[0] else -1, sources.of(source)]
        for *cells, act, source in measures
    ]
    return told


def _with_lists(tables: SiteTables, table: str, columns: list[str]) -> Rows:
    """Rows of a party that say the same are one, with the lists that say so."""
    frame = tables.edition.load(table, ("entity_id", "list_id", *columns))
    cells = [text_of(frame[name]) for name in ("entity_id", *columns)]
    lists: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for *key, list_id in zip(*cells, text_of(frame["list_id"]), strict=True):
        lists[tuple(key)].append(list_id)
    found: Rows = defaultdict(list)
    for (entity_id, *told), by in lists.items():
        found[entity_id].append([*told, sorted(set(by))])
    return found


def _listings(tables: SiteTables) -> Rows:
    frame = tables.edition.load("listings").sort_values(["entity_id", "listed_on", "listing_id"])
    found: Rows = defaultdict(list)
    for row in records(frame):
        found[row["entity_id"]].append(
            [
                row["listing_id"],
                row["list_id"],
                row["name"],
                day_text(row["listed_on"], row["listed_precision"]),
                day_text(row["delisted_on"], row["delisted_precision"]),
                day_text(row["first_seen"], "day"),
                "" if row["matched_by"] == "own_listing" else row["matched_by"],
            ]
        )
    return found


def _measures(tables: SiteTables) -> dict[str, list[tuple[Any, ...]]]:
    frame = tables.measures.sort_values(
        ["entity_id", "authority_id", "measure_type", "start", "measure_id"], kind="stable"
    )
    columns = [iso_days(frame[n]) if n in _DAYS else text_of(frame[n]) for n in PLAIN]
    acts = _tuples(
        text_of(frame["instrument_id"]), text_of(frame["act"]), text_of(frame["act_url"])
    )
    sources = _tuples(
        text_of(frame["source_id"]), text_of(frame["source"]), text_of(frame["source_url"]),
        iso_days(frame["source_date"]),
    )  # fmt: skip
    found: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for row in zip(*columns, acts, sources, strict=True):
        found[str(row[1])].append(row)
    return found


def _tuples(*columns: pd.Series[str]) -> list[tuple[str, ...]]:
    return list(zip(*columns, strict=True))
