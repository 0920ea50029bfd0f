"""Who reads beside a writer sees the tables before a change or after it, never some of each."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

import sanctions_data as sd
from sanctions_data.export.export import export
from sanctions_data.names.known_codes import UnknownCodeError
from sanctions_data.query.edition import Edition
from sanctions_data.query.snapshot import Snapshot
from sanctions_data.tables import one_state
from sanctions_data.tables.lock import InUseError
from sanctions_data.tables.marker import MARKER, UnfinishedChangeError
from sanctions_data.tables.store import Store
from sanctions_data.tables.transaction import commit, open_for_writing

READERS, COMMITS = 4, 25


def state(folder: Path, number: int) -> dict[str, bytes]:
    """Tables with one party more, of that number, and a freeze on it alone."""
    store, party = Store.read(folder), f"party-{number}"
    store.put("entities", {"entity_id": party, "kind": "organisation", "name": f"Party {number}"})
    store.put("entity_names", {"entity_id": party, "name": f"Party {number}", "list_id": "curated",
                               "name_type": "primary", "script": "latin"})  # fmt: skip
    (freeze,) = store.rows("asset_freezes")
    store.put("asset_freezes", {**freeze, "entity_id": party})
    tables = ("asset_freezes", "entities", "entity_names")
    return {f"data/{table}.csv": store.canonical(table) for table in tables}


@pytest.fixture
def write(small_data: Path) -> Callable[[int], None]:
    """Writes one of two states; the first is there already."""
    states = [state(small_data / "data", number) for number in range(2)]

    def write_one(number: int) -> None:
        with open_for_writing(small_data, "update"):
            commit(small_data, states[number % 2])

    write_one(0)
    return write_one


def freeze_and_parties(data: Snapshot) -> tuple[str, set[str]]:
    (party,) = data.load("asset_freezes")["entity_id"]
    return party, set(data.load("entities")["entity_id"])


@pytest.fixture
def between(monkeypatch: pytest.MonkeyPatch, write: Callable[[int], None]) -> list[str]:
    """Lets a writer come between any two tables that are read, as often as the list is long."""
    turns: list[str] = []
    load = Edition.load

    def load_then_write(self: Edition, table: str, *more: object) -> pd.DataFrame:
        frame: pd.DataFrame = load(self, table, *more)  # type: ignore[arg-type]
        if turns:
            turns.pop()
            write(len(turns) + 1)
        return frame

    monkeypatch.setattr(Edition, "load", load_then_write)
    return turns


@pytest.mark.parametrize("changes", [1, 2, 9], ids=["one change", "two", "again and again"])
def test_a_question_is_asked_again_when_a_writer_comes_between(
    small_data: Path, between: list[str], changes: int
) -> None:
    between += ["a change"] * changes
    found = sd.compare("gb", "un-sc", measure_type="asset_freeze", root=small_data)
    assert len(found) == 1
    assert found["name"].notna().all()


@pytest.mark.parametrize("changes", [1, 9])
def test_a_party_is_never_without_its_measures(
    small_data: Path, between: list[str], changes: int
) -> None:
    between += ["a change"] * changes
    party = sd.lookup("Party 1", root=small_data).party
    if party is not None:
        assert list(party.measures["measure_type"]) == ["asset_freeze"]


@pytest.mark.parametrize("changes", [1, 9])
def test_an_export_is_of_one_state(
    small_data: Path, between: list[str], changes: int, tmp_path: Path
) -> None:
    between += ["a change"] * changes
    sd.export("parquet", tmp_path / "out", root=small_data)
    freezes = pd.read_parquet(tmp_path / "out" / "asset_freezes.parquet")
    parties = pd.read_parquet(tmp_path / "out" / "entities.parquet")
    assert set(freezes["entity_id"]) <= set(parties["entity_id"])


def test_an_export_that_is_not_asked_again_writes_nothing(
    small_data: Path, between: list[str], tmp_path: Path
) -> None:
    between.append("a change")
    with pytest.raises(InUseError, match="changed meanwhile"):
        export("parquet", tmp_path / "out", root=small_data)
    assert not (tmp_path / "out").exists()


def test_an_error_that_no_writer_brought_is_told(small_data: Path) -> None:
    with pytest.raises(UnknownCodeError):
        sd.load("nothing", root=small_data)


def test_a_snapshot_stays_as_it_is(small_data: Path, write: Callable[[int], None]) -> None:
    with sd.snapshot(root=small_data) as data:
        before = data.load("asset_freezes")
        write(1)
        pd.testing.assert_frame_equal(data.load("asset_freezes"), before)
        assert data.lookup("Party 0").party is not None
        assert data.lookup("Party 1").party is None
        place = data.root
    assert not place.exists()
    assert sd.lookup("Party 1", root=small_data).party is not None


def test_where_no_file_can_have_two_names_a_snapshot_is_a_copy(
    small_data: Path, write: Callable[[int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("other device")

    monkeypatch.setattr(one_state.os, "link", refuse)
    with sd.snapshot(root=small_data) as data:
        write(1)
        assert freeze_and_parties(data)[0] == "party-0"


def test_an_interrupted_change_is_not_read(
    small_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(one_state, "_QUESTIONS", 1)
    (small_data / MARKER).write_text("{}")
    with pytest.raises(UnfinishedChangeError), sd.snapshot(root=small_data):
        pass


def test_a_folder_without_tables_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"datapackage\.json"), sd.snapshot(root=tmp_path):
        pass


def test_readers_beside_a_writer(small_data: Path, write: Callable[[int], None]) -> None:
    is_over, mixed, read = threading.Event(), [], []

    def look() -> None:
        while not is_over.is_set():
            with sd.snapshot(root=small_data) as data:
                party, parties = freeze_and_parties(data)
            if party not in parties:
                mixed.append(f"a freeze on {party}, which is not there")
            found = sd.flights(root=small_data)
            if not found["party"].notna().all():
                mixed.append("a restriction on nobody")
            answer = sd.lookup("Party 1", root=small_data)
            if answer.party is not None and answer.party.measures.empty:
                mixed.append("a party without its measures")
            read.append(party)

    threads = [threading.Thread(target=look) for _ in range(READERS)]
    for thread in threads:
        thread.start()
    for number in range(COMMITS):
        write(number)
    is_over.set()
    for thread in threads:
        thread.join()
    assert mixed == []
    assert len(read) >= READERS
