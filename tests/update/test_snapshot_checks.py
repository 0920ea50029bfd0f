"""Each check refuses a snapshot alone, says what it saw, and can be passed over with a reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from sanctions_data.lists import Entry, ReadReport
from sanctions_data.lists.common.entry import Attribute, Identifier, Name, Term
from sanctions_data.tables.store import Store
from sanctions_data.update.merge import Merge
from sanctions_data.update.snapshot_checks import RefusedError
from sanctions_data.update.sources import Snapshot

FIRST, SECOND = date(2026, 2, 1), date(2026, 3, 1)
MANY = 40
TABLES = ("listings", "entities", "entity_names", "entity_identifiers", "asset_freezes")


def party(number: int, name: str = "") -> Entry:
    return Entry(
        ref=str(90001 + number),
        kind="person",
        names=(Name(name or f"PARTY{number} EXAMPLE{number}"),),
        position=str(number),
        programmes=(Term("UN_LIST_TYPE", "Test"),),
        identifiers=(Identifier("passport", f"P{number:04}"),),
        attributes=(Attribute("birth_date", f"{1950 + number}-01-02"),),
        listed_on=date(2020, 1, 1 + number % 28),
        precision="day",
    )


def young(number: int) -> Entry:
    return replace(party(number), listed_on=date(2026, 1, 20))


PARTIES = [party(number) for number in range(MANY)]


def merge(
    store: Store, day: date, entries: list[Entry], report: ReadReport | None = None, **more: object
) -> Merge:
    snapshot = Snapshot("un-sc", f"un-sc-{day}", day, True, **more)  # type: ignore[arg-type]
    merge = Merge(store, snapshot, report or ReadReport("un-sc"))
    merge.run(entries)
    store.put(
        "sources",
        {"source_id": snapshot.source_id, "list_id": "un-sc", "sha256": "0",
         "published_on": day.isoformat(), "note": str(more.get("noted", ""))},
    )  # fmt: skip
    return merge


def other(entry: Entry, number: int) -> Entry:
    """Another party under the same reference."""
    return replace(
        entry, names=(Name(f"Someone{number} Else{number}"),), identifiers=(), attributes=()
    )


Change = Callable[[list[Entry]], list[Entry]]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(lambda e: [], "it has no entry", id="empty"),
        pytest.param(lambda e: e[9:], "9 of 40 known entries are not in the file", id="gone"),
        pytest.param(
            lambda e: [replace(each, ref=f"A{each.ref}") for each in e],
            "40 of 40 known entries are not in the file", id="another way to number",
        ),
        pytest.param(
            lambda e: [other(each, n) if n < 4 else each for n, each in enumerate(e)],
            "4 of 40 references stand for a party with no word of a name", id="renumbered",
        ),
        pytest.param(
            lambda e: [replace(each, identifiers=(Identifier("passport", f"X{n}"),))
                       for n, each in enumerate(e)],
            "40 of 40 numbers of entries that are there would go", id="other numbers",
        ),
        pytest.param(
            lambda e: [replace(each, attributes=(Attribute("birth_date", "1900"),)) for each in e],
            "40 of 40 birth dates and places of entries", id="other days of birth",
        ),
        pytest.param(lambda e: e[:-3], "come after the last one of the file", id="cut off"),
    ],
)  # fmt: skip
def test_refused(store: Store, change: Change, said: str) -> None:
    merge(store, FIRST, PARTIES)
    before = {name: store.canonical(name) for name in TABLES}
    with pytest.raises(RefusedError, match="un-sc was not imported") as caught:
        merge(store, SECOND, change(PARTIES))
    assert said in str(caught.value)
    assert "--accept" in str(caught.value)
    assert before == {name: store.canonical(name) for name in TABLES}
    merge(store, SECOND, change(PARTIES) or PARTIES, accepted="looked at it")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda e: e[8:], id="a fifth is gone"),
        pytest.param(
            lambda e: [other(each, n) if n < 2 else each for n, each in enumerate(e)],
            id="one in twenty is another party",
        ),
        pytest.param(
            lambda e: [replace(each, identifiers=()) if n < 8 else each
                       for n, each in enumerate(e)], id="a fifth of the numbers is gone",
        ),
        pytest.param(lambda e: e[:-2], id="the two last ones are gone"),
        pytest.param(lambda e: [*e, *(party(n) for n in range(MANY, 60))], id="half as many more"),
    ],
)  # fmt: skip
def test_not_refused(store: Store, change: Change) -> None:
    merge(store, FIRST, PARTIES)
    merge(store, SECOND, change(PARTIES))


def test_few_strangers_are_parties_of_their_own(store: Store) -> None:
    merge(store, FIRST, PARTIES)
    merge(store, SECOND, [other(PARTIES[0], 0), *PARTIES[1:]])
    rows = [row for row in store.rows("listings") if row["entry_ref"] == "90001"]
    assert [(row["listing_id"], row["delisted_on"]) for row in rows] == [
        ("un-sc-90001", "2026-03-01"), ("un-sc-90001-2", ""),
    ]  # fmt: skip
    assert rows[0]["entity_id"] != rows[1]["entity_id"]
    assert not merge(store, SECOND, [other(PARTIES[0], 0), *PARTIES[1:]]).outcome.counts


@pytest.mark.parametrize(
    ("more", "said"),
    [
        pytest.param({"stated_day": date(2026, 3, 3)}, "after 2026-03-01, the day of its folder",
                     id="younger than its folder"),
        pytest.param({"stated_day": date(2026, 1, 31)}, "before 2026-02-01, the day of the last",
                     id="older than the last import"),
        pytest.param({"stated_entries": 41}, "says that it has 41 entries, 40 were found",
                     id="fewer entries than stated"),
    ],
)  # fmt: skip
def test_what_the_file_says_of_itself(store: Store, more: dict[str, object], said: str) -> None:
    merge(store, FIRST, PARTIES)
    with pytest.raises(RefusedError) as caught:
        merge(store, SECOND, PARTIES, **more)
    assert said in str(caught.value)


def test_file_that_was_old_when_it_was_taken(store: Store) -> None:
    with pytest.raises(RefusedError, match="61 days before it was taken"):
        merge(store, SECOND, PARTIES, stated_day=date(2025, 12, 30))
    merge(store, SECOND, PARTIES, stated_day=date(2025, 12, 31))


def test_older_file_under_a_newer_name(store: Store) -> None:
    """Where a file states no day, the newest entries tell."""
    parties = [replace(each, ref=f"R{each.ref}") for each in PARTIES]
    newest = [replace(young(n), ref=f"N{n}") for n in range(3)]
    merge(store, FIRST, [*parties, *newest])
    with pytest.raises(RefusedError, match="an older file under a newer name"):
        merge(store, SECOND, parties)
    merge(store, SECOND, [*parties, *newest[:1]])


def test_entry_that_could_not_be_read_is_on_the_list_all_the_same(store: Store) -> None:
    merge(store, FIRST, PARTIES)
    report = ReadReport("un-sc")
    report.odd(PARTIES[0].position, "found no name", left_out=PARTIES[0].ref)
    merge(store, SECOND, PARTIES[1:], report)
    assert not any(row["delisted_on"] for row in store.rows("listings"))


@pytest.mark.parametrize(
    ("unread", "stays"),
    [
        pytest.param(("identifiers",), {"P0000"}, id="its numbers could not be read"),
        pytest.param(("programmes",), set[str](), id="another part could not be read"),
    ],
)
def test_what_could_not_be_read_of_an_entry_stays(
    store: Store, unread: tuple[str, ...], stays: set[str]
) -> None:
    merge(store, FIRST, PARTIES)
    odd = replace(PARTIES[0], identifiers=(), programmes=(), unread=unread)
    merge(store, SECOND, [odd, *PARTIES[1:]])
    first = (store.get("listings", "un-sc-90001") or {})["entity_id"]
    numbers = {r["value"] for r in store.rows("entity_identifiers") if r["entity_id"] == first}
    assert numbers == stays
    freezes = [r for r in store.rows("asset_freezes") if r["entity_id"] == first]
    assert [row["status"] for row in freezes] == ["in_force"]


@pytest.mark.parametrize(("missing", "is_refused"), [(1, False), (2, True)])
def test_side_file_that_names_entries_of_which_the_main_file_knows_nothing(
    store: Store, missing: int, *, is_refused: bool
) -> None:
    report = ReadReport("un-sc")
    report.side["alt.csv"] = MANY, missing
    if is_refused:
        with pytest.raises(RefusedError, match="the main file is cut off"):
            merge(store, FIRST, PARTIES, report)
    else:
        merge(store, FIRST, PARTIES, report)


@pytest.mark.parametrize(
    ("noted", "marks", "is_refused"),
    [
        pytest.param("The files end with a mark.", {"a": False}, True, id="it was there"),
        pytest.param("", {"a": False, "b": True}, True, id="another file has it"),
        pytest.param("", {"a": False}, False, id="it never was"),
        pytest.param("The files end with a mark.", {"a": True}, False, id="it is there"),
    ],
)
def test_end_mark(store: Store, noted: str, marks: dict[str, bool], *, is_refused: bool) -> None:
    merge(store, FIRST, PARTIES)
    (store.get("sources", f"un-sc-{FIRST}") or {})["note"] = noted
    if is_refused:
        with pytest.raises(RefusedError, match="the mark with which the publisher ends"):
            merge(store, SECOND, PARTIES[:-1], end_marks=marks)
        merge(store, SECOND, PARTIES, end_marks=marks)  # nothing is missing
    else:
        merge(store, SECOND, PARTIES[:-1], end_marks=marks)
