"""A ban that one list of an authority states and another implies is one row."""

from __future__ import annotations

from collections import Counter

import pytest

from sanctions_data.tables.store import Row, Store
from sanctions_data.update.measures.join_stated import join_stated

NEVER_WHOLE = ("bans",)
TABLES = ("travel_bans", "asset_freezes", "corrections", "event_measures")


@pytest.fixture
def store() -> Store:
    store = Store()
    for list_id, refs in (("freezes", "ab"), ("bans", "ab")):
        for ref in refs:
            listing = {"listing_id": f"{list_id}-{ref}", "list_id": list_id, "entity_id": "ada"}
            store.put("listings", listing)
    return store


def put(store: Store, listing_id: str, table: str = "travel_bans", **cells: str) -> Row:
    is_stated = listing_id.startswith("bans")
    row = {
        "measure_id": f"{listing_id}-{table}-{len(store.rows(table))}",
        "entity_id": "ada",
        "authority_id": "eu",
        "listing_id": listing_id,
        "measure_type": table.removesuffix("s"),
        "status": "in_force",
        "basis": "stated" if is_stated else "derived",
        "programme_id": "" if is_stated else "eu-som",
        "instrument_id": "" if is_stated else "the-act",
        "start_precision": "unknown",
        "first_seen": "2022-09-13" if is_stated else "2021-01-01",
        **cells,
    }
    store.put(table, row)
    found = store.get(table, row["measure_id"])
    assert found is not None
    return found


def join(store: Store) -> Counter[str]:
    taken = join_stated(store, NEVER_WHOLE)
    before = [store.canonical(table) for table in TABLES]
    assert not join_stated(store, NEVER_WHOLE)
    assert before == [store.canonical(table) for table in TABLES]
    return taken


def test_the_stated_row_stays_and_learns(store: Store) -> None:
    put(store, "freezes-a", start_date="2014-03-17", start_precision="day")
    stated = put(store, "bans-a")
    assert join(store) == {"travel_ban": 1}
    assert store.rows("travel_bans") == [stated]
    assert (stated["programme_id"], stated["instrument_id"]) == ("eu-som", "the-act")
    assert (stated["start_date"], stated["start_precision"]) == ("2014-03-17", "day")
    assert (stated["first_seen"], stated["basis"]) == ("2021-01-01", "stated")


def test_what_the_list_states_itself_is_kept(store: Store) -> None:
    put(store, "freezes-a", start_date="2020-01-01", start_precision="on_or_before")
    stated = put(
        store, "bans-a", programme_id="eu-som", instrument_id="the-decision",
        start_date="2014-03-17", start_precision="day",
    )  # fmt: skip
    assert join(store) == {"travel_ban": 1}
    assert stated["instrument_id"] == "the-decision" and stated["start_date"] == "2014-03-17"


def test_both_entries_of_a_party_that_imply_the_ban_are_one_prohibition(store: Store) -> None:
    put(store, "freezes-a", start_date="2021-01-01", start_precision="day")
    put(store, "freezes-b", start_date="2019-01-01", start_precision="day")
    stated = put(store, "bans-a")
    assert join(store) == {"travel_ban": 2}
    assert stated["start_date"] == "2019-01-01"


@pytest.mark.parametrize(
    ("other", "stated"),
    [
        pytest.param({"programme_id": "eu-lby"}, {"programme_id": "eu-som"}, id="programme"),
        pytest.param({"entity_id": "bea"}, {}, id="party"),
        pytest.param({"authority_id": "gb"}, {}, id="authority"),
        pytest.param({"basis": "stated"}, {}, id="stated as well"),
        pytest.param({"status": "ended", "end_date": "2020-01-01"}, {}, id="ended before"),
        pytest.param({}, {"status": "never_in_force"}, id="never in force"),
    ],
)
def test_what_is_another_prohibition_stays(
    store: Store, other: dict[str, str], stated: dict[str, str]
) -> None:
    put(store, "freezes-a", **other)
    put(store, "bans-a", **stated)
    assert not join(store)
    assert len(store.rows("travel_bans")) == 2


def test_a_ban_without_a_programme_may_be_that_of_any(store: Store) -> None:
    put(store, "freezes-a")
    put(store, "freezes-b", programme_id="eu-lby")
    put(store, "bans-a")
    assert not join(store)


def test_one_that_names_its_programme_chooses_first(store: Store) -> None:
    put(store, "freezes-a")
    put(store, "freezes-b", programme_id="eu-lby")
    open_one = put(store, "bans-a")
    put(store, "bans-b", programme_id="eu-lby")
    assert join(store) == {"travel_ban": 2}
    assert open_one["programme_id"] == "eu-som"


def test_one_who_is_delisted_is_so_from_all(store: Store) -> None:
    stated = put(store, "bans-a", programme_id="eu-som")
    ended = {"status": "ended", "end_date": "2024-05-01", "end_precision": "on_or_before"}
    put(store, "freezes-a", "asset_freezes", **ended)
    put(store, "freezes-b", "asset_freezes", **{**ended, "end_date": "2023-05-01"})
    join(store)
    assert {column: stated[column] for column in ended} == ended


def test_one_who_is_listed_still_stays_barred(store: Store) -> None:
    stated = put(store, "bans-a", programme_id="eu-som")
    put(store, "freezes-a", "asset_freezes", status="ended", end_date="2024-05-01")
    put(store, "freezes-b", "asset_freezes")
    join(store)
    assert stated["status"] == "in_force"


def test_what_contributors_wrote_follows(store: Store) -> None:
    implied, stated = put(store, "freezes-a"), put(store, "bans-a")
    cell = {"table": "travel_bans", "row_key": implied["measure_id"], "column": "status"}
    store.put("corrections", cell)
    store.put("event_measures", {"event_id": "x", "measure_id": implied["measure_id"]})
    join(store)
    assert [row["row_key"] for row in store.rows("corrections")] == [stated["measure_id"]]
    assert [row["measure_id"] for row in store.rows("event_measures")] == [stated["measure_id"]]
