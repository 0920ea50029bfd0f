"""Importing every history below a folder, and what follows from them together with acts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from sanctions_data.lists import FORMATS, ReadReport
from sanctions_data.lists.common.entry import Act
from sanctions_data.tables.store import Store
from sanctions_data.update.days.histories import end_of, find_histories, import_history
from sanctions_data.update.days.infer_starts import EU, infer_starts
from sanctions_data.update.days.list_history import has_history, read_sightings

_Acts = Mapping[str, tuple[Act, ...]]


def import_histories(store: Store, root: Path, until: str) -> Iterator[str]:
    """Import the histories that end by a month, and tell of each what it did.

    What a history says of an entry that is not in the tables is left out; import it again when
    the entry is there.

    Args:
        store: all tables, without corrections.
        root: the folder with one folder a list.
        until: the month, as ``YYYY-MM``.
    """
    acts = _acts_of_the_eu(root, until)
    # One file alone has nobody who is missing in it.
    present = acts[max(acts)].keys() if len(acts) > 1 else None
    for list_id in filter(has_history, FORMATS):
        for folder in find_histories(root, list_id):
            if f"{end_of(folder):%Y-%m}" > until:
                continue
            found = import_history(store, list_id, folder, present if list_id == EU else None)
            yield (
                f"{list_id} {folder.name}: {found.sightings:,} entries, {found.unknown:,} not "
                f"known, {found.starts:,} starts, {found.ends:,} ends"
            )
            if list_id == EU:
                late = read_sightings(folder, list_id, even_if_late=True)
                yield f"{list_id}: {infer_starts(store, _together(acts), late):,} days inferred"


def _acts_of_the_eu(root: Path, until: str) -> dict[str, _Acts]:
    """The acts that each entry of the EU names, by day of the snapshot and by reference."""
    return {
        folder.name: {entry.ref: entry.acts for entry in FORMATS[EU].read(folder, ReadReport(EU))}
        for folder in sorted((root / EU).glob("????-??-??"))
        if folder.name[:7] <= until
    }


def _together(acts: Mapping[str, _Acts]) -> dict[str, list[Act]]:
    """The acts that each entry names in any snapshot."""
    found: dict[str, list[Act]] = defaultdict(list)
    for entries in acts.values():
        for ref, named in entries.items():
            found[ref] += named
    return found
