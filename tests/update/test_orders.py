"""The same snapshots of one list give the same rows, in whatever order they are offered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.small_data import fill_store

from sanctions_data.download.snapshots import SnapshotFolder
from sanctions_data.lists import Entry, ListFormat, ReadReport
from sanctions_data.lists.common.entry import Attribute, Identifier, ListFile, Name, Term
from sanctions_data.schema import TABLES
from sanctions_data.tables.store import Store
from sanctions_data.update.days.statuses import bring_up_to_date
from sanctions_data.update.import_lists import Result, merge_snapshot

FIRST = date(2026, 1, 1)
HERE = Path(__file__)  # any file will do: the entries are made up
NAMES = ("Ada EXAMPLE", "Bea SAMPLE", "Cee MODEL", "Dee PATTERN")


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    number = draw(st.integers(0, 3))
    has_day = draw(st.booleans())
    return Entry(
        ref=str(draw(st.integers(1, 4))),
        kind=draw(st.sampled_from(["person", "person", "unknown"])),
        names=(
            Name(NAMES[number]),
            *((Name(f"{NAMES[number]} II", "alias"),) if draw(st.booleans()) else ()),
        ),
        position="1",
        programmes=draw(
            st.sampled_from([(), (Term("UN_LIST_TYPE", "Test"),), (Term("UN_LIST_TYPE", "Moon"),)])
        ),
        identifiers=(Identifier("passport", f"P{number}000"),) if draw(st.booleans()) else (),
        attributes=(Attribute("birth_date", f"195{number}"),) if draw(st.booleans()) else (),
        listed_on=date(2020, 1, 1 + number) if has_day else None,
        precision="day" if has_day else "unknown",
    )


def distinct(drawn: list[Entry]) -> list[Entry]:
    return list({entry.ref: entry for entry in drawn}.values())


SNAPSHOTS = st.lists(st.lists(entries(), max_size=4).map(distinct), min_size=2, max_size=4)


def read(of: Sequence[Entry], folder: object, report: ReadReport) -> Iterator[Entry]:
    return iter(of)


def offer(store: Store, number: int, of: Sequence[Entry], *, renumbers: bool) -> bool:
    """Merge a snapshot, and say whether it was accepted."""
    list_format = ListFormat(
        "un-sc", (ListFile(HERE.name, ""),), partial(read, of),
        renumbers=renumbers,
    )  # fmt: skip
    folder = SnapshotFolder(list_format, HERE.parent, FIRST + timedelta(days=number))
    try:
        merge_snapshot(store, folder, Result())
    except ValueError:
        return False
    bring_up_to_date(store)
    return True


def tables(store: Store) -> dict[str, bytes]:
    return {name: store.canonical(name) for name in TABLES}


@settings(max_examples=150, deadline=None)
@given(SNAPSHOTS, st.randoms(use_true_random=False), st.booleans())
def test_any_order_gives_the_rows_of_what_was_accepted(
    snapshots: list[list[Entry]], random: Random, renumbers: bool
) -> None:
    numbered = list(enumerate(snapshots))
    random.shuffle(numbered)
    store = fill_store(Store())
    accepted = [number for number, of in numbered if offer(store, number, of, renumbers=renumbers)]
    again = fill_store(Store())
    for number in sorted(accepted):
        # The entries of a file in another order, too.
        assert offer(again, number, snapshots[number][::-1], renumbers=renumbers)
    assert tables(again) == tables(store)


@settings(max_examples=100, deadline=None)
@given(SNAPSHOTS, st.booleans())
def test_last_snapshot_again_changes_nothing(snapshots: list[list[Entry]], renumbers: bool) -> None:
    store = fill_store(Store())
    accepted = [n for n, of in enumerate(snapshots) if offer(store, n, of, renumbers=renumbers)]
    if accepted:
        before = tables(store)
        assert offer(store, accepted[-1], snapshots[accepted[-1]], renumbers=renumbers)
        assert tables(store) == before


@settings(max_examples=100, deadline=None)
@given(SNAPSHOTS, st.booleans())
def test_nothing_disappears(snapshots: list[list[Entry]], renumbers: bool) -> None:
    """A listing and a measure stay, and of one prohibition no two intervals overlap."""
    store = fill_store(Store())
    listings: set[str] = set()
    measures: set[str] = set()
    for number, of in enumerate(snapshots):
        offer(store, number, of, renumbers=renumbers)
        now = {row["listing_id"] for row in store.rows("listings")}
        assert listings <= now
        listings = now
        rows = [*store.rows("asset_freezes"), *store.rows("travel_bans")]
        assert measures <= {row["measure_id"] for row in rows}
        measures = {row["measure_id"] for row in rows}
        open_rows = [
            (row["listing_id"], row["measure_type"], row["programme_id"])
            for row in rows
            if row["status"] == "in_force"
        ]
        assert len(open_rows) == len(set(open_rows))
