"""The snapshot that is merged, what came of it, and its row in ``sources``.

The note of the row carries what later updates must know: which facts were kept from which
snapshot, the day that the file states, and why a check was passed over.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from sanctions_data.download.snapshots import SnapshotFolder
from sanctions_data.lists.common.entry import EVERYTHING, FACTS
from sanctions_data.tables.store import Row, Store

_EXACT = ("", "unknown", "on_or_before", "year", "month", "day")
_KEPT = re.compile(r"Kept from (\S+): ([^.]+)\.")
_DATED = re.compile(r"The file is of (\d{4}-\d\d-\d\d)\.")
_MARKED = "The files end with a mark."
_ACCEPTED = re.compile(r"Accepted: ([^.]+)\.")
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The snapshot that is merged.

    ``carries`` are the facts that its files can say, by code; ``lacks_details`` that it is
    known to say less than its publisher. ``end_marks`` says which files end as their publisher
    ends them. ``accepted`` is why checks need not be passed. ``evidence`` is how what the list
    states is known.
    """

    list_id: str
    source_id: str
    taken_on: date
    is_complete: bool
    has_many_programmes: bool = False
    renumbers: bool = False
    carries: frozenset[str] = EVERYTHING
    lacks_details: bool = False
    stated_day: date | None = None
    stated_entries: int | None = None
    end_marks: Mapping[str, bool] = field(default_factory=dict)
    accepted: str = ""
    evidence: str = "primary"


@dataclass
class Outcome:
    """What a merge did, counted by measure type and kind of change.

    ``counts[("asset_freeze", "added")]`` is the number of asset freezes that are new;
    listings are counted under ``listing``. ``kept`` says how many facts stay as known although
    the snapshot does not say them, by code, and ``kept_from`` which snapshot said them.
    ``terms`` are printed terms without a meaning, with the number of entries that bear them.
    ``moved`` are listings with another reference, by listing. ``sizes`` says how much changed,
    by listing, and ``stories`` what; ``parties`` are those of which something changed.
    """

    entries: int = 0
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    kept: Counter[str] = field(default_factory=Counter)
    kept_from: dict[str, str] = field(default_factory=dict)
    terms: dict[tuple[str, str, str], int] = field(default_factory=dict)
    moved: list[tuple[str, str, str]] = field(default_factory=list)
    sizes: Counter[str] = field(default_factory=Counter)
    stories: dict[str, list[str]] = field(default_factory=dict)
    parties: set[str] = field(default_factory=set)
    is_unchanged: bool = False

    def add(self, what: str, change: str) -> None:
        """Count one change: ``added``, ``changed`` or ``ended``."""
        self.counts[what, change] += 1

    def tell(self, listing_id: str, size: int, story: str) -> None:
        """Note a change of a listing: how many cells or rows, and what, in words."""
        self.sizes[listing_id] += size
        self.stories.setdefault(listing_id, []).append(story)


def surer(known: tuple[str, str], found: tuple[str, str]) -> tuple[str, str]:
    """The better of two dates with their precisions: what is known, and what is printed now.

    A date that is not printed, or less exactly, does not take the place of a known one, unless
    it shows that one to be too late.

    Example:
        >>> surer(("2020-05-04", "day"), ("", "unknown"))
        ('2020-05-04', 'day')
        >>> surer(("2024-09-14", "on_or_before"), ("2014-03-17", "day"))
        ('2014-03-17', 'day')

        A later day is that of something else: in force by then is in force.

        >>> surer(("2021-12-16", "on_or_before"), ("2022-02-14", "day"))
        ('2021-12-16', 'on_or_before')
    """
    (day, exact), (printed, printed_exact) = known, found
    if not printed or (exact == "on_or_before" and printed > day):
        return known if day else found
    if not day or _EXACT.index(printed_exact) >= _EXACT.index(exact):
        return found
    return found if printed_exact == "on_or_before" and printed < day else known


def earlier_of(store: Store, list_id: str, source_id: str) -> list[Row]:
    """The rows of the other snapshots of a list that were read, the newest first."""
    rows = [
        row
        for row in store.rows("sources")
        if row["list_id"] == list_id and row["sha256"] and row["source_id"] != source_id
    ]
    return sorted(rows, key=lambda row: row["published_on"], reverse=True)


def kept_titles(row: Row) -> set[str]:
    """The facts that a snapshot did not say itself, as its note calls them."""
    return {title for _, titles in _KEPT.findall(row["note"]) for title in titles.split(", ")}


def said_by(earlier: Iterable[Row], code: str) -> str:
    """The newest snapshot that said the facts of a code itself, and did not keep them."""
    title = FACTS[code]
    for row in earlier:
        for source, titles in _KEPT.findall(row["note"]):
            if title in titles.split(", "):
                return str(source)
        return row["source_id"]
    return ""


def kept_from(earlier: Iterable[Row], kept: Mapping[str, int]) -> dict[str, str]:
    """The snapshots that said the facts which were kept, by code."""
    rows = list(earlier)
    found = {code: said_by(rows, code) for code in FACTS if kept.get(code)}
    return {code: source for code, source in found.items() if source}


def last_stated_day(earlier: Iterable[Row]) -> str:
    """The latest day that a file stated of itself; where none is noted, the last was taken."""
    rows = list(earlier)
    stated = [match.group(1) for row in rows if (match := _DATED.search(row["note"]))]
    return max(stated or [row["published_on"] for row in rows], default="")


def had_end_mark(row: Row) -> bool:
    """Whether the files of a snapshot ended as their publisher ends them."""
    return _MARKED in row["note"]


def accepted_in(row: Row) -> str:
    """The reason for which the checks of a snapshot were passed over, empty if there is none."""
    match = _ACCEPTED.search(row.get("note", ""))
    return match.group(1) if match else ""


def note_of(known: str, snapshot: Snapshot, outcome: Outcome) -> str:
    """What is noted of a snapshot: what people wrote, then what the import found."""
    ours = _ACCEPTED.sub("", _DATED.sub("", _KEPT.sub("", known.replace(_MARKED, ""))))
    parts = [" ".join(ours.split())]
    if snapshot.accepted:
        parts.append(f"Accepted: {snapshot.accepted.replace('.', ',').strip(' ,')}.")
    if snapshot.stated_day:
        parts.append(f"The file is of {snapshot.stated_day.isoformat()}.")
    if snapshot.end_marks and all(snapshot.end_marks.values()):
        parts.append(_MARKED)
    by_source: dict[str, list[str]] = defaultdict(list)
    for code in FACTS:
        if outcome.kept[code] and (source := outcome.kept_from.get(code)):
            by_source[source].append(FACTS[code])
    parts += [f"Kept from {s}: {', '.join(titles)}." for s, titles in sorted(by_source.items())]
    while len(" ".join(filter(None, parts))) > _LONGEST and len(parts) > 1:
        parts.pop()
    return " ".join(filter(None, parts))


def write_source(
    store: Store,
    folder: SnapshotFolder,
    snapshot: Snapshot,
    outcome: Outcome,
    read: tuple[str, int],
) -> None:
    """Write the row of a snapshot that was merged; ``read`` are hash and size of what was read."""
    known = store.get("sources", snapshot.source_id) or {}
    official = store.get("lists", snapshot.list_id) or {}
    sha256, size = read
    if folder.retrieved_at and known.get("sha256") != sha256:
        known = {**known, "url": folder.url, "retrieved_at": folder.retrieved_at}
    completeness = "complete" if snapshot.carries == EVERYTHING else "lacks_details"
    if not folder.list_format.is_ever_whole:
        completeness = "incomplete"
    store.put(
        "sources",
        {
            "completeness": completeness,
            "title": official["title"],
            "publisher": official["publisher"],
            "url": folder.url or official["url"],
            "retrieved_at": folder.retrieved_at,
            "licence": official["licence"],
            **{column: cell for column, cell in known.items() if cell},
            "source_id": snapshot.source_id,
            "kind": "list_snapshot",
            "published_on": snapshot.taken_on.isoformat(),
            "list_id": snapshot.list_id,
            "sha256": sha256,
            "bytes": str(size),
            "entries": str(outcome.entries),
            "note": note_of(known.get("note", ""), snapshot, outcome),
        },
    )


def refuse_older(store: Store, snapshot: SnapshotFolder) -> None:
    """Raise an error if the tables already hold a newer snapshot of the list.

    Raises:
        ValueError: they do; the message names both days.
    """
    days = [
        row["published_on"]
        for row in store.rows("sources")
        if row["list_id"] == snapshot.list_format.list_id and row["sha256"]
    ]
    if days and max(days) > snapshot.taken_on.isoformat():
        raise ValueError(
            f"{snapshot.list_format.list_id} was not imported: the tables already hold the "
            f"snapshot of {max(days)}, which is newer than {snapshot.taken_on}"
        )
