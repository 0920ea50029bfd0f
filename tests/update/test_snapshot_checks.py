"""Each check refuses a snapshot alone, says what it saw, and can be passed over with a reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from sanctions_data.lists import Entry, ReadReport
from sanctions_data.lists.common.entry import Attribute, Identifier, Name, Term
from sanctions_data.tables.store import Row, Store
from sanctions_data.update.identity import Assigned
from sanctions_data.update.merge import Merge
from sanctions_data.update.richness import FEW, Richness
from sanctions_data.update.snapshot_checks import Findings, RefusedError, checks
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


def findings(**more: object) -> Findings:
    """What a sound snapshot of a list that is new looks like, but for this."""
    found = Findings(
        snapshot=Snapshot("un-sc", "un-sc-2026-03-01", SECOND, True),
        report=ReadReport("un-sc"),
        entries=MANY,
        refs=frozenset(map(str, range(1, MANY + 1))),
        listed=[],
        gone=[],
        assigned=Assigned(),
        richness=Richness(),
        measures=0,
        ending=0,
        earlier=[],
    )
    return replace(found, **more)  # type: ignore[arg-type]


def refused(**more: object) -> list[str]:
    """The titles of the checks that fail."""
    return [check.title for check in checks(findings(**more)) if check.problem]


def known(*refs: str, listed: str = "2020-01-01", precision: str = "day") -> list[Row]:
    return [{"listing_id": f"un-sc-{ref}", "entry_ref": ref, "listed_on": listed,
             "listed_precision": precision} for ref in refs]  # fmt: skip


def test_nothing_is_wrong_with_a_list_that_is_new() -> None:
    assert refused() == []
    saw = {check.title: check.saw for check in checks(findings())}
    assert saw["the day of the file"].endswith("the last one is of no day: it is the first")
    assert saw["the newest entry"] == (
        "the newest entry of the file is of no day, 0 known entries are younger"
    )


def test_a_file_without_entries_is_told_once() -> None:
    gone = known("11", "12", "13")
    assert refused(entries=0, refs=frozenset(), listed=gone, gone=gone) == [
        "known entries that are gone"
    ]


@pytest.mark.parametrize(
    ("listed", "gone", "complete", "is_refused"),
    [
        (100, 20, True, False),
        (100, 21, True, True),
        (3, 1, True, False),
        (3, 2, True, True),
        (100, 80, False, False),
        (100, 81, False, True),
    ],
)
def test_how_many_entries_may_be_gone(
    listed: int, gone: int, *, complete: bool, is_refused: bool
) -> None:
    rows = known(*(f"R{number}" for number in range(listed)))
    found = refused(
        snapshot=Snapshot("un-sc", "s", SECOND, complete), listed=rows, gone=rows[:gone]
    )
    assert found == ["known entries that are gone"] * is_refused


@pytest.mark.parametrize(
    ("gone", "strangers", "renumbers", "is_refused"),
    [
        (0, 5, False, False),
        (0, 6, False, True),
        (0, 6, True, False),
        (20, 4, False, False),
        (20, 5, False, True),
    ],
)
def test_how_many_references_may_stand_for_another(
    gone: int, strangers: int, *, renumbers: bool, is_refused: bool
) -> None:
    """One in twenty of those that are there: one whose party is gone is there all the same."""
    rows = known(*(f"R{number}" for number in range(100)))
    found = refused(
        snapshot=Snapshot("un-sc", "s", SECOND, True, renumbers=renumbers),
        listed=rows,
        gone=rows[:gone],
        assigned=Assigned(strangers=[("R1", "Old", "New")] * strangers),
    )
    assert found == ["references that stand for another party"] * is_refused


@pytest.mark.parametrize(
    ("lost", "all_of_them", "is_refused"),
    [
        pytest.param(FEW, FEW * 5, False, id="a fifth"),
        pytest.param(FEW + 1, FEW * 5, True, id="more than a fifth"),
        pytest.param(FEW, FEW * 5 - 1, True, id="just enough to count"),
        pytest.param(FEW - 1, FEW - 1, False, id="all of a few"),
    ],
)
def test_how_many_measures_may_be_lost(lost: int, all_of_them: int, *, is_refused: bool) -> None:
    assert refused(ending=lost, measures=all_of_them) == [
        "measures that would be lost"
    ] * is_refused  # fmt: skip


@pytest.mark.parametrize(
    ("stated", "last", "is_refused"),
    [
        pytest.param(date(2026, 3, 2), "", False, id="tomorrow, where it is tomorrow already"),
        pytest.param(date(2026, 3, 3), "", True, id="in two days"),
        pytest.param(date(2026, 2, 1), "2026-02-01", False, id="the day of the last import"),
        pytest.param(date(2026, 1, 31), "2026-02-01", True, id="the day before the last import"),
        pytest.param(date(2025, 12, 31), "", False, id="60 days old"),
        pytest.param(date(2025, 12, 30), "", True, id="61 days old"),
        pytest.param(None, "2026-02-01", False, id="no day"),
    ],
)
def test_the_day_that_a_file_states(stated: date | None, last: str, *, is_refused: bool) -> None:
    snapshot = Snapshot("un-sc", "s", SECOND, True, stated_day=stated)
    earlier = [{"note": "", "published_on": last}] if last else []
    found = refused(snapshot=snapshot, earlier=earlier)
    assert found == ["the day of the file"] * is_refused


def test_the_last_day_is_shown() -> None:
    earlier = [{"note": "The file is of 2026-02-01.", "published_on": "2026-02-02"}]
    (saw,) = (each.saw for each in checks(findings(earlier=earlier)) if "day of" in each.title)
    assert saw.endswith("the last one is of 2026-02-01")


@pytest.mark.parametrize(
    ("newest", "young", "gone", "is_refused"),
    [
        pytest.param("2026-01-01", 3, 3, True, id="all three are gone"),
        pytest.param("2026-01-01", 2, 2, False, id="too few to tell"),
        pytest.param("2026-01-01", 4, 3, False, id="one is there"),
        pytest.param("2026-01-20", 3, 3, False, id="no younger than the newest"),
        pytest.param("", 3, 3, False, id="no entry has a day"),
    ],
)
def test_the_newest_entries_tell_an_older_file(
    newest: str, young: int, gone: int, *, is_refused: bool
) -> None:
    rows = known(*(f"N{number}" for number in range(young)), listed="2026-01-20")
    others = known(*(f"R{number}" for number in range(MANY)))
    found = refused(listed=[*rows, *others], gone=rows[:gone], newest_day=newest)
    assert found == ["the newest entry"] * is_refused


@pytest.mark.parametrize(
    ("named", "missing", "is_refused"),
    [(200, 2, False), (200, 3, True), (199, 2, True), (10, 1, False)],
)
def test_how_many_entries_of_a_side_file_may_be_missing(
    named: int, missing: int, *, is_refused: bool
) -> None:
    report = ReadReport("un-sc", side={"alt.csv": (named, missing)})
    assert refused(report=report) == ["side files"] * is_refused


@pytest.mark.parametrize(
    ("stated", "left_out", "is_refused"),
    [
        (MANY, {}, False),
        (MANY + 1, {}, True),
        (MANY + 1, {"unread": "1"}, False),
        (MANY + 1, {"1": "1"}, True),
        (MANY - 1, {}, False),
    ],
)
def test_a_file_has_as_many_entries_as_it_says(
    stated: int, left_out: dict[str, str], *, is_refused: bool
) -> None:
    """One that could not be read is there, unless it stands among the others as well."""
    snapshot = Snapshot("un-sc", "s", SECOND, True, stated_entries=stated)
    found = refused(snapshot=snapshot, report=ReadReport("un-sc", left_out=left_out))
    assert found == ["the number of entries"] * is_refused


@pytest.mark.parametrize(
    ("refs", "gone", "is_refused"),
    [
        pytest.param(["1", "40"], ["41", "42", "43"], True, id="the last three"),
        pytest.param(["1", "40"], ["41", "42"], False, id="the last two"),
        pytest.param(["1", "40"], ["40", "41", "42"], False, id="one is the last of the file"),
        pytest.param(["1", "40"], ["38", "39", "37"], False, id="in the middle"),
        pytest.param(["1", "A"], ["41", "42", "43"], False, id="references that do not grow"),
        pytest.param(["1", "40"], ["X", "Y", "Z"], False, id="references of an older sort"),
    ],
)
def test_the_highest_references_tell_the_end(
    refs: list[str], gone: list[str], *, is_refused: bool
) -> None:
    others = known(*(f"R{number}" for number in range(MANY)))
    rows = known(*gone)
    found = refused(refs=frozenset(refs), listed=[*others, *rows], gone=rows)
    assert found == ["the end of the file"] * is_refused


def test_five_names_are_shown_and_the_others_counted() -> None:
    rows = known(*"ABCDEFG")
    for many, shown in ((5, "such as A, B, C, D, E"), (7, "such as A, B, C, D, E, … and 2 more")):
        check = next(iter(checks(findings(listed=rows[:many], gone=rows[:many]))))
        assert check.problem.endswith(shown)


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
