"""What is noted of a snapshot, and which of two days is the better known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sanctions_data.download.snapshots import SnapshotFolder
from sanctions_data.lists import FORMATS
from sanctions_data.lists.common.entry import EVERYTHING
from sanctions_data.tables.store import Row, Store
from sanctions_data.update.sources import (
    Outcome,
    Snapshot,
    accepted_in,
    earlier_of,
    had_end_mark,
    kept_from,
    kept_titles,
    last_stated_day,
    note_of,
    refuse_older,
    surer,
    write_source,
)

DAY = date(2026, 3, 1)
EARLY, LATE = "2020-01-05", "2021-01-05"


@pytest.mark.parametrize(
    ("known", "found", "is_found"),
    [
        pytest.param((EARLY, "day"), ("", "unknown"), False, id="nothing is printed"),
        pytest.param(("", "unknown"), (EARLY, "year"), True, id="nothing was known"),
        pytest.param((EARLY, "month"), (LATE, "day"), True, id="more exact"),
        pytest.param((EARLY, "day"), (LATE, "month"), False, id="less exact"),
        pytest.param((EARLY, "day"), (LATE, "day"), True, id="as exact"),
        pytest.param((LATE, "on_or_before"), (EARLY, "on_or_before"), True, id="a lower bound"),
        pytest.param((EARLY, "on_or_before"), (LATE, "on_or_before"), False, id="a higher bound"),
        pytest.param((EARLY, "on_or_before"), (LATE, "day"), False, id="a day after the bound"),
        pytest.param((EARLY, "on_or_before"), (EARLY, "day"), True, id="the day of the bound"),
        pytest.param((LATE, "day"), (EARLY, "on_or_before"), True, id="a bound before the day"),
        pytest.param((EARLY, "day"), (EARLY, "on_or_before"), False, id="a bound on the day"),
        pytest.param((EARLY, "day"), (LATE, "on_or_before"), False, id="a bound after the day"),
        pytest.param((LATE, "day"), (EARLY, "month"), False, id="less exact, and before"),
    ],
)
def test_the_better_known_of_two_days(
    known: tuple[str, str], found: tuple[str, str], *, is_found: bool
) -> None:
    assert surer(known, found) == (found if is_found else known)


def test_what_is_not_known_and_not_printed_is_as_printed() -> None:
    assert surer(("", ""), ("", "unknown")) == ("", "unknown")


def snapshot(**more: object) -> Snapshot:
    return Snapshot("un-sc", "un-sc-new", DAY, True, **more)  # type: ignore[arg-type]


def source(day: str, note: str = "", **more: str) -> Row:
    return {"source_id": f"un-sc-{day}", "list_id": "un-sc", "sha256": "0", "published_on": day,
            "note": note, **more}  # fmt: skip


def test_other_snapshots_of_a_list_that_were_read_the_newest_first() -> None:
    store = Store()
    for row in (
        source("2026-01-01"), source("2026-02-01"), source("2025-12-01"),
        source("2026-03-01", source_id="un-sc-new"), source("2026-02-02", list_id="gb-fcdo"),
        source("2026-02-03", sha256=""),
    ):  # fmt: skip
        store.put("sources", row)
    days = [row["published_on"] for row in earlier_of(store, "un-sc", "un-sc-new")]
    assert days == ["2026-02-01", "2026-01-01", "2025-12-01"]


@pytest.mark.parametrize(
    ("more", "note"),
    [
        pytest.param({}, "Ours.", id="nothing"),
        pytest.param({"stated_day": DAY}, "Ours. The file is of 2026-03-01.", id="its day"),
        pytest.param({"accepted": "seen, by hand."}, "Ours. Accepted: seen, by hand.",
                     id="why it was let through"),
        pytest.param({"accepted": "a. b"}, "Ours. Accepted: a, b.", id="why, in two sentences"),
        pytest.param({"end_marks": {"a": True, "b": True}}, "Ours. The files end with a mark.",
                     id="the mark at its end"),
        pytest.param({"end_marks": {"a": True, "b": False}}, "Ours.", id="a mark is missing"),
    ],
)  # fmt: skip
def test_what_is_noted_is_read_again_and_noted_once(more: dict[str, object], note: str) -> None:
    made = note_of("Ours.", snapshot(**more), Outcome())
    assert made == note
    assert note_of(made, snapshot(**more), Outcome()) == note
    assert note_of(made, snapshot(), Outcome()) == "Ours."
    row = source("2026-03-01", made)
    assert had_end_mark(row) == ("mark" in note)
    assert accepted_in(row) == note.partition("Accepted: ")[2].rstrip(".")
    assert last_stated_day([row]) == "2026-03-01"


def test_facts_are_from_the_snapshot_that_said_them() -> None:
    outcome = Outcome()
    outcome.kept.update(numbers=3, births=1)
    outcome.kept_from = {"numbers": "un-sc-2026-01-01"}
    note = note_of("", snapshot(), outcome)
    assert note == "Kept from un-sc-2026-01-01: numbers."
    second, first = source("2026-02-01", note), source("2026-01-01")
    assert kept_titles(second) == {"numbers"}
    assert kept_titles(first) == set()
    rows = [second, first]
    assert kept_from(rows, {"numbers": 1}) == {"numbers": "un-sc-2026-01-01"}
    assert kept_from(rows, {"births": 1, "dates": 0}) == {"births": "un-sc-2026-02-01"}
    assert kept_from([], {"births": 1}) == {}


STATED = " The file is of 2026-03-01."


@pytest.mark.parametrize(
    ("ours", "is_whole"),
    [
        pytest.param("x" * (500 - len(STATED)), True, id="just room for all"),
        pytest.param("x" * (501 - len(STATED)), False, id="one letter too many"),
        pytest.param("x" * 600, False, id="what people wrote is never cut"),
    ],
)
def test_a_long_note_loses_what_the_import_found(ours: str, *, is_whole: bool) -> None:
    assert note_of(ours, snapshot(stated_day=DAY), Outcome()) == ours + STATED * is_whole


def test_the_latest_day_that_a_file_stated_or_the_last_was_taken() -> None:
    stated = [source("2026-02-09", "The file is of 2026-02-01."),
              source("2026-02-08", "The file is of 2026-02-03."), source("2026-03-01")]  # fmt: skip
    assert last_stated_day(stated) == "2026-02-03"
    assert last_stated_day([source("2026-01-01"), source("2026-02-01")]) == "2026-02-01"
    assert last_stated_day([]) == ""


@pytest.mark.parametrize(
    ("row", "is_refused"),
    [
        pytest.param(source("2026-03-02"), True, id="newer"),
        pytest.param(source("2026-03-01"), False, id="of the same day"),
        pytest.param(source("2026-02-28"), False, id="older"),
        pytest.param(source("2026-03-02", sha256=""), False, id="newer, but never read"),
        pytest.param(source("2026-03-02", list_id="gb-fcdo"), False, id="newer, of another list"),
    ],
)
def test_an_older_snapshot_is_refused(row: Row, tmp_path: Path, *, is_refused: bool) -> None:
    store, folder = Store(), SnapshotFolder(FORMATS["un-sc"], tmp_path, DAY)
    store.put("sources", row)
    if not is_refused:
        refuse_older(store, folder)
        return
    with pytest.raises(ValueError, match="snapshot of 2026-03-02, which is newer than 2026-03-01"):
        refuse_older(store, folder)


OFFICIAL = {"list_id": "un-sc", "title": "UN list", "publisher": "UN", "url": "https://un.example",
            "licence": "free"}  # fmt: skip
DOWNLOADED = {"retrieved_at": "2026-03-01T04:00:00Z", "url": "https://un.example/new.xml"}
KNOWN = source("2026-03-01", "Ours.", source_id="un-sc-new", title="Our title",
               url="https://un.example/old.xml", retrieved_at="2026-02-28T04:00:00Z")  # fmt: skip


@pytest.mark.parametrize(
    ("known", "downloaded", "expected"),
    [
        pytest.param({}, {}, {"title": "UN list", "url": "https://un.example", "retrieved_at": ""},
                     id="new, put there by hand"),
        pytest.param({}, DOWNLOADED, {"title": "UN list", **DOWNLOADED}, id="new, downloaded"),
        pytest.param(KNOWN, DOWNLOADED, {"title": "Our title", **DOWNLOADED, "note": "Ours."},
                     id="known, another file was downloaded"),
        pytest.param({**KNOWN, "sha256": "1"}, DOWNLOADED,
                     {"url": KNOWN["url"], "retrieved_at": KNOWN["retrieved_at"]},
                     id="known, the same file was downloaded again"),
        pytest.param(KNOWN, {}, {"url": KNOWN["url"], "retrieved_at": KNOWN["retrieved_at"]},
                     id="known, another file was put there by hand"),
    ],
)  # fmt: skip
def test_the_row_of_a_snapshot(
    tmp_path: Path, known: Row, downloaded: dict[str, str], expected: Row
) -> None:
    store, folder = Store(), SnapshotFolder(FORMATS["un-sc"], tmp_path, DAY, **downloaded)
    store.put("lists", OFFICIAL)
    if known:
        store.put("sources", known)
    write_source(store, folder, snapshot(), Outcome(entries=7), ("1", 5))
    row = store.get("sources", "un-sc-new") or {}
    told = {"sha256": "1", "bytes": "5", "entries": "7", "published_on": "2026-03-01"}
    assert {column: row[column] for column in (*expected, *told)} == {**expected, **told}


@pytest.mark.parametrize(
    ("carries", "is_ever_whole", "completeness"),
    [
        pytest.param(EVERYTHING, True, "complete", id="all"),
        pytest.param(frozenset({"measures"}), True, "lacks_details", id="some facts"),
        pytest.param(EVERYTHING, False, "incomplete", id="never all entries"),
        pytest.param(frozenset({"measures"}), False, "incomplete", id="neither"),
    ],
)
def test_how_much_of_the_list_it_is(
    tmp_path: Path, carries: frozenset[str], completeness: str, *, is_ever_whole: bool
) -> None:
    store = Store()
    store.put("lists", OFFICIAL)
    form = replace(FORMATS["un-sc"], is_ever_whole=is_ever_whole)
    folder = SnapshotFolder(form, tmp_path, DAY)
    write_source(store, folder, snapshot(carries=carries), Outcome(), ("1", 5))
    assert (store.get("sources", "un-sc-new") or {})["completeness"] == completeness
