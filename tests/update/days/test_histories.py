"""A history bounds the days of listings and measures that no snapshot of ours tells."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sanctions_data.tables.store import Row, Store
from sanctions_data.update.days.histories import end_of, find_histories, import_history

LIST = "us-ofac-sdn"
ENTRIES = """ent_num,name,type,programs,absent_at,first_seen_at,last_seen_at,gone_at
1,ADA,individual,SDGT,,2021-05-22T22:02Z,2024-07-02T08:24Z,
2,BEA,individual,SDGT,2021-08-01T08:00Z,2021-08-03T08:00Z,2022-12-04T08:00Z,2022-12-06T08:00Z
3,EVE,individual,SDGT,2021-09-01T08:00Z,2021-09-03T08:00Z,2021-12-04T08:00Z,2021-12-06T08:00Z
"""
CHANGES = """ent_num,before_at,changed_at,name_old,name_new,programs_old,programs_new
1,2021-11-01T08:00Z,2021-11-02T18:00Z,,,SDGT,SDGT] [RUSSIA
2,2021-11-01T08:00Z,2021-11-02T18:00Z,BEATE,BEA,,
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / LIST / "history-2021-05-22_2024-07-02"
    folder.mkdir(parents=True)
    (folder / "entries.csv").write_text(ENTRIES)
    (folder / "row-changes.csv").write_text(CHANGES)
    return folder


@pytest.fixture
def store() -> Store:
    store = Store()
    store.put("lists", {"list_id": LIST, "authority_id": "us-ofac", "title": "SDN List"})
    for term in ("SDGT", "RUSSIA"):
        store.put(
            "source_terms",
            {"list_id": LIST, "field": "program", "term": term, "programme_id": term.lower()},
        )
    listing(store, "1", "2022-01-31")
    listing(store, "2", "2022-01-31", delisted_on="2023-01-20", delisted_precision="on_or_before")
    measure(store, "1", "sdgt")
    measure(store, "1", "russia")
    measure(store, "2", "sdgt", end_date="2023-01-20", end_precision="on_or_before")
    return store


def listing(store: Store, ref: str, first_seen: str, **cells: str) -> None:
    row = {"listing_id": f"{LIST}-{ref}", "list_id": LIST, "entry_ref": ref,
           "listed_precision": "unknown", "first_seen": first_seen}  # fmt: skip
    store.put("listings", row | cells)


def measure(store: Store, ref: str, programme: str, **cells: str) -> None:
    row = {"measure_id": f"{ref}-{programme}", "listing_id": f"{LIST}-{ref}", "status": "in_force",
           "programme_id": programme, "start_precision": "unknown",
           "first_seen": "2022-01-31"}  # fmt: skip
    store.put("asset_freezes", row | cells)


def row(store: Store, table: str, key: str) -> Row:
    found = store.get(table, key)
    assert found is not None
    return found


def start(store: Store, key: str) -> tuple[str, str]:
    freeze = row(store, "asset_freezes", key)
    return freeze["start_date"], freeze["start_precision"]


def test_what_came_with_the_entry_began_by_its_first_sighting(store: Store, folder: Path) -> None:
    found = import_history(store, LIST, folder)
    assert (found.sightings, found.unknown, found.refs) == (2, 1, ["3"])
    assert start(store, "1-sdgt") == ("2021-05-22", "on_or_before")
    listed = row(store, "listings", f"{LIST}-1")
    assert (listed["listed_on"], listed["listed_precision"]) == ("2021-05-22", "on_or_before")
    assert listed["first_seen"] == "2022-01-31"


def test_a_programme_that_was_added_began_by_the_day_of_the_change(
    store: Store, folder: Path
) -> None:
    import_history(store, LIST, folder)
    assert start(store, "1-russia") == ("2021-11-02", "on_or_before")


def test_of_several_programmes_nothing_is_told_where_no_file_tells_their_changes(
    store: Store, folder: Path
) -> None:
    (folder / "row-changes.csv").unlink()
    import_history(store, LIST, folder)
    assert start(store, "1-sdgt") == start(store, "1-russia") == ("", "unknown")
    assert start(store, "2-sdgt") == ("2021-08-03", "on_or_before")


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param(("2020-03-01", "day"), ("2020-03-01", "day"), id="day before"),
        pytest.param(("2021-06-01", "day"), ("2021-05-22", "on_or_before"), id="day after"),
        pytest.param(("2021-06-01", "on_or_before"), ("2021-05-22", "on_or_before"), id="bound"),
        pytest.param(("2021-01-01", "year"), ("2021-01-01", "year"), id="year"),
    ],
)
def test_known_start(
    store: Store, folder: Path, cells: tuple[str, str], expected: tuple[str, str]
) -> None:
    freeze = row(store, "asset_freezes", "1-sdgt")
    freeze["start_date"], freeze["start_precision"] = cells
    import_history(store, LIST, folder)
    assert start(store, "1-sdgt") == expected


@pytest.mark.parametrize("table", ["instruments", "programme_measures"])
def test_an_entry_that_is_older_than_act_or_rule_tells_nothing(
    store: Store, folder: Path, table: str
) -> None:
    store.put("instruments", {"instrument_id": "act", "adopted_on": "2021-10-01"})
    store.put("programme_measures", {"rule_id": "rule", "from_date": "2021-10-01"})
    cells = {"instruments": ("instrument_id", "act"), "programme_measures": ("rule_id", "rule")}
    column, value = cells[table]
    row(store, "asset_freezes", "1-sdgt")[column] = value
    import_history(store, LIST, folder)
    assert start(store, "1-sdgt") == ("", "unknown")


def test_what_was_gone_ended_by_the_day_on_which_others_saw_it(store: Store, folder: Path) -> None:
    import_history(store, LIST, folder)
    assert row(store, "listings", f"{LIST}-2")["delisted_on"] == "2022-12-06"
    assert row(store, "asset_freezes", "2-sdgt")["end_date"] == "2022-12-06"
    seen = row_of_sighting(store, "2")
    assert (seen["absent_on"], seen["last_seen"]) == ("2021-08-01", "2022-12-04")


def row_of_sighting(store: Store, ref: str) -> Row:
    (found,) = (r for r in store.rows("sightings") if r["listing_id"] == f"{LIST}-{ref}")
    return found


def test_a_second_import_changes_nothing(store: Store, folder: Path) -> None:
    import_history(store, LIST, folder)
    tables = ("sightings", "sources", "listings", "asset_freezes")
    before = [store.canonical(table) for table in tables]
    found = import_history(store, LIST, folder)
    assert (found.starts, found.ends) == (0, 0)
    assert before == [store.canonical(table) for table in tables]


def test_the_source_names_the_history_and_no_list_of_which_it_would_be_a_snapshot(
    store: Store, folder: Path
) -> None:
    import_history(store, LIST, folder)
    source = row(store, "sources", f"{LIST}-history-2024-07-02")
    assert (source["kind"], source["list_id"], source["entries"]) == ("list_history", "", "3")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param("gone_at", "gone", "entries.csv:1: the columns gone_at are", id="column"),
        pytest.param("2021-08-03T", "03/08/2021 ", "entries.csv:3: found '03/08/2021", id="day"),
    ],
)
def test_a_file_that_is_laid_out_otherwise_is_refused(
    store: Store, folder: Path, old: str, new: str, told: str
) -> None:
    (folder / "entries.csv").write_text(ENTRIES.replace(old, new))
    with pytest.raises(ValueError, match=told.replace("(", r"\(")):
        import_history(store, LIST, folder)


def test_histories_are_found_beside_the_snapshots(folder: Path, tmp_path: Path) -> None:
    (tmp_path / LIST / "2024-07-02").mkdir()
    assert find_histories(tmp_path, LIST) == [folder]
    assert end_of(folder) == date(2024, 7, 2)


def test_a_list_that_we_do_not_have_is_refused(folder: Path) -> None:
    with pytest.raises(ValueError, match="no list 'us-ofac-sdn'"):
        import_history(Store(), LIST, folder)
