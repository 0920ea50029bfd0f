"""The entry as it stands in the file of a list: its position, and the words that count."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sanctions_data.lists import FORMATS, ReadReport


@dataclass(frozen=True)
class PrintedEntry:
    """Where an entry stands in a file, and the terms that are printed there.

    ``folder`` is the snapshot, ``position`` the place in it, such as ``Designation 17``.
    """

    folder: str
    position: str
    names: tuple[str, ...]
    terms: tuple[str, ...]


def find_printed(
    listing: dict[str, str], source: dict[str, str], snapshots: Path
) -> PrintedEntry | None:
    """The entry of a listing in the snapshot of a source; None if it is not in it.

    Raises:
        FileNotFoundError: the folder has no such snapshot.
    """
    list_format = FORMATS.get(listing["list_id"])
    folder = snapshots / listing["list_id"] / source["published_on"]
    if list_format is None or not folder.is_dir():
        raise FileNotFoundError(
            f"{folder} is not there; expected the snapshot of {listing['list_id']} of "
            f"{source['published_on'] or 'a known day'}, on which the measure rests"
        )
    for entry in list_format.read(folder, ReadReport(listing["list_id"])):
        if entry.ref == listing["entry_ref"]:
            terms = (*entry.programmes, *(each.term for each in entry.measures))
            return PrintedEntry(
                folder=str(folder),
                position=entry.position,
                names=tuple(name.text for name in entry.names),
                terms=tuple(f"{term.field}: {term.text}" for term in terms),
            )
    return None
