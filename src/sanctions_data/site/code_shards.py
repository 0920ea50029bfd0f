"""The index of whole names, ids, listings and numbers: the same steps as a lookup takes.

A key says what it is by its first letter: ``e`` an id of a party, ``l`` a listing or the number
of an entry, ``n`` a number of a party, ``w`` a whole name. Its value names the parties.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pandas as pd

from sanctions_data.names.fold import fold_name, fold_number
from sanctions_data.site.compact_json import write_shards
from sanctions_data.site.name_shards import NamesOfParty
from sanctions_data.site.site_tables import SiteTables


def write_codes(folder: Path, tables: SiteTables, named: NamesOfParty) -> None:
    """Write the shards of whole names and codes."""
    found: dict[str, dict[int, None]] = defaultdict(dict)
    for entity_id, number in tables.numbers.items():
        found[f"e{entity_id}"][number] = None
    listings = tables.edition.load("listings", ("listing_id", "entry_ref", "entity_id"))
    for column in ("listing_id", "entry_ref"):
        _add(found, "l", listings[column].str.casefold(), listings["entity_id"], tables)
    numbers = tables.edition.load("entity_identifiers", ("entity_id", "value"))
    _add(found, "n", numbers["value"].map(fold_number), numbers["entity_id"], tables)
    for number, (_, names) in enumerate(named):
        for name in names:
            found[f"w{fold_name(name)}"][number] = None
    write_shards(folder, ((key, list(found[key])) for key in sorted(found)))


def _add(
    found: dict[str, dict[int, None]],
    sort: str,
    keys: pd.Series[str],
    entity_ids: pd.Series[str],
    tables: SiteTables,
) -> None:
    for key, entity_id in zip(keys, entity_ids, strict=True):
        number = tables.numbers.get(entity_id)
        if isinstance(key, str) and key and number is not None:
            found[f"{sort}{key}"][number] = None
