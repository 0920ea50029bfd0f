"""The day on which a measure began, and the days that are not it."""

from __future__ import annotations

from datetime import date

import pytest
from tests.small_data import fill_store

from sanctions_data.lists import Entry, ReadReport
from sanctions_data.lists.common.entry import Name, StatedMeasure, Term
from sanctions_data.tables.store import Store
from sanctions_data.update.merge import Merge
from sanctions_data.update.sources import Snapshot
from sanctions_data.update.terms.starts import Start, start_by_rule, start_of_stated

LISTED, LATER = date(2014, 3, 17), date(2022, 5, 1)


def entry(*tags: str, day: date | None = LISTED) -> Entry:
    return Entry(
        ref="A1",
        kind="organisation",
        names=(Name("A Party"),),
        position="entry A1",
        programmes=tuple(Term("Program", tag) for tag in tags),
        listed_on=day,
        precision="day" if day else "unknown",
    )


@pytest.mark.parametrize(
    ("from_date", "adopted", "many", "expected"),
    [
        pytest.param("", "2010-01-01", True, (LISTED, "day"), id="an older act"),
        pytest.param("", "2021-04-15", True, (None, "unknown"), id="a further programme"),
        pytest.param("", "2021-04-15", False, (date(2021, 4, 15), "on_or_before"),
                     id="an act that took over"),
        pytest.param("2025-06-30", "2019-10-14", True, (date(2025, 6, 30), "day"),
                     id="a programme that took its parties over"),
    ],
)  # fmt: skip
def test_start_by_rule(from_date: str, adopted: str, many: bool, expected: Start) -> None:
    rule = {"from_date": from_date}
    assert start_by_rule(entry(), rule, adopted, has_many_programmes=many) == expected


FREEZE = Term("Measure", "Freeze")


@pytest.mark.parametrize(
    ("stated", "not_before", "act_day", "expected"),
    [
        pytest.param(StatedMeasure(FREEZE), "", "", (LISTED, "day"), id="the day of listing"),
        pytest.param(StatedMeasure(FREEZE, LATER, precision="month"), "2020-01-01", "2021-01-01",
                     (LATER, "month"), id="a day of its own"),
        pytest.param(StatedMeasure(FREEZE), "2014-03-17", "", (LISTED, "day"),
                     id="listed on the first day of the kind of measure"),
        pytest.param(StatedMeasure(FREEZE), "2014-03-18", "", (None, "unknown"),
                     id="listed before the kind of measure"),
        pytest.param(StatedMeasure(FREEZE), "", "2014-03-17", (LISTED, "day"),
                     id="listed on the first day of the act"),
        pytest.param(StatedMeasure(FREEZE), "", "2014-03-18", (date(2014, 3, 18), "on_or_before"),
                     id="listed before the act"),
    ],
)  # fmt: skip
def test_start_of_what_a_list_states(
    stated: StatedMeasure, not_before: str, act_day: str, expected: Start
) -> None:
    assert start_of_stated(entry(), stated, not_before, act_day) == expected


def test_what_is_stated_of_an_entry_without_a_day_has_none() -> None:
    found = start_of_stated(entry(day=None), StatedMeasure(FREEZE), "2014-01-01", "2014-01-01")
    assert found == (None, "unknown")


@pytest.mark.parametrize(
    ("from_date", "act_day", "expected"),
    [
        pytest.param("2014-03-17", "", (LISTED, "day"), id="listed on the first day of the rule"),
        pytest.param("2014-03-18", "", (date(2014, 3, 18), "day"), id="listed before the rule"),
        pytest.param("", "2014-03-17", (LISTED, "day"), id="listed on the first day of the act"),
        pytest.param("", "2014-03-18", (date(2014, 3, 18), "on_or_before"),
                     id="listed before the act"),
        pytest.param("2014-04-01", "2014-04-01", (date(2014, 4, 1), "day"),
                     id="the rule began with the act"),
    ],
)  # fmt: skip
def test_start_at_the_first_day(from_date: str, act_day: str, expected: Start) -> None:
    found = start_by_rule(entry(), {"from_date": from_date}, act_day, has_many_programmes=False)
    assert found == expected


def test_what_follows_for_an_entry_without_a_day_has_none() -> None:
    rule = {"from_date": "2014-01-01"}
    found = start_by_rule(entry(day=None), rule, "2014-01-01", has_many_programmes=True)
    assert found == (None, "unknown")


@pytest.fixture
def store() -> Store:
    store = fill_store(Store())
    for name in ("one", "two"):
        store.put("programmes", {"programme_id": f"gb-{name}", "authority_id": "gb"})
        store.put(
            "source_terms",
            {"list_id": "gb-fcdo", "field": "Program", "term": name, "party_kind": "any",
             "programme_id": f"gb-{name}"},
        )  # fmt: skip
        store.put(
            "programme_measures",
            {"rule_id": name, "list_id": "gb-fcdo", "programme_id": f"gb-{name}",
             "party_kind": "any", "measure_type": "asset_freeze", "evidence": "primary"},
        )  # fmt: skip
    return store


def merge(store: Store, day: str, *tags: str, listed: date | None = LISTED) -> dict[str, str]:
    """The start of each measure, by its programme, after a snapshot."""
    taken = date.fromisoformat(day)
    snapshot = Snapshot("gb-fcdo", f"gb-fcdo-{day}", taken, True, has_many_programmes=True)
    Merge(store, snapshot, ReadReport("gb-fcdo")).run([entry(*tags, day=listed)])
    return {row["programme_id"]: row["start_date"] for row in store.rows("asset_freezes")}


def test_all_programmes_of_a_new_listing_begin_with_it(store: Store) -> None:
    assert merge(store, "2024-07-02", "one", "two") == {
        "gb-one": "2014-03-17", "gb-two": "2014-03-17",
    }  # fmt: skip


@pytest.mark.parametrize("known", [LISTED, None], ids=["day known", "day not known then"])
def test_a_programme_that_was_added_since_does_not_begin_with_the_listing(
    store: Store, known: date | None
) -> None:
    merge(store, "2024-07-02", "one", listed=known)
    assert merge(store, "2026-07-24", "one", "two") == {"gb-one": "2014-03-17", "gb-two": ""}
    [added] = [r for r in store.rows("asset_freezes") if r["programme_id"] == "gb-two"]
    assert (added["start_precision"], added["first_seen"]) == ("unknown", "2026-07-24")


def test_an_added_programme_does_not_get_the_day_of_listing_by_the_next_snapshot(
    store: Store,
) -> None:
    merge(store, "2024-07-02", "one")
    merge(store, "2026-07-24", "one", "two")
    assert merge(store, "2026-08-20", "one", "two") == {"gb-one": "2014-03-17", "gb-two": ""}


def test_a_new_listing_of_an_old_entry_dates_all_its_programmes(store: Store) -> None:
    merge(store, "2018-01-27", "one", listed=None)
    again = date(2023, 11, 14)
    assert merge(store, "2024-07-02", "one", "two", listed=again)["gb-two"] == "2023-11-14"
