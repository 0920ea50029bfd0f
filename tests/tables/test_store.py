"""All tables in memory: read, changed, and written in their one order."""

from __future__ import annotations

from pathlib import Path

import pytest

from sanctions_data.tables.location import csv_path
from sanctions_data.tables.regular_file import SpecialFileError
from sanctions_data.tables.store import Store, row_key

CLAIMS = "claim_id,proposition,event_id,note\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    csv_path(tmp_path, "claims").write_text(f"{CLAIMS}b,Of B,e,\na,Of A,e,A note\n")
    return tmp_path


def test_what_is_read_is_written_in_order(folder: Path) -> None:
    store = Store.read(folder)
    assert [row["claim_id"] for row in store.rows("claims")] == ["b", "a"]
    assert store.get("claims", "a") == {
        "claim_id": "a", "proposition": "Of A", "event_id": "e", "note": "A note",
    }  # fmt: skip
    assert store.rows("events") == []
    for _ in range(2):
        store.write(folder / "new" / "data")
    assert csv_path(folder / "new" / "data", "claims").read_text() == (
        f"{CLAIMS}a,Of A,e,A note\nb,Of B,e,\n"
    )


def test_only_the_tables_that_are_asked_for_are_read(folder: Path) -> None:
    csv_path(folder, "events").write_text("no,header\n")
    assert len(Store.read(folder, ["claims"]).rows("claims")) == 2


@pytest.mark.parametrize(
    "header",
    [
        pytest.param("claim_id,proposition,event_id", id="a column is missing"),
        pytest.param("claim_id,event_id,proposition,note", id="another order"),
        pytest.param("", id="none"),
    ],
)
def test_another_header_is_refused(folder: Path, header: str) -> None:
    csv_path(folder, "claims").write_text(f"{header}\na,b,c,d\n" if header else "")
    with pytest.raises(ValueError, match=r"claims\.csv:1: found columns .*, expected \['claim_id'"):
        Store.read(folder)


@pytest.mark.parametrize("row", ["a,Of A,e", "a,Of A,e,A note,more"], ids=["short", "long"])
def test_a_row_of_another_width_is_refused(folder: Path, row: str) -> None:
    csv_path(folder, "claims").write_text(f"{CLAIMS}{row}\n")
    with pytest.raises(ValueError, match=r"claims\.csv:2: found [35] cells, expected 4"):
        Store.read(folder)


@pytest.mark.parametrize("is_broken", [False, True], ids=["to a file", "to nothing"])
def test_a_link_in_place_of_a_table_is_refused(folder: Path, *, is_broken: bool) -> None:
    path = csv_path(folder, "claims")
    path.rename(folder / "elsewhere")
    path.symlink_to(folder / ("nothing" if is_broken else "elsewhere"))
    with pytest.raises(SpecialFileError, match="a symbolic link"):
        Store.read(folder)


def test_rows_are_replaced_and_taken_away_by_their_key() -> None:
    store = Store()
    store.put("claims", {"claim_id": "a", "note": "First"})
    store.put("claims", {"claim_id": "a", "proposition": "Of A"})
    (row,) = store.rows("claims")
    assert row == {"claim_id": "a", "proposition": "Of A", "event_id": "", "note": ""}
    store.remove("claims", {"claim_id": "a"})
    assert store.rows("claims") == []
    assert store.get("claims", "a") is None


def test_a_key_may_have_several_columns() -> None:
    from sanctions_data.schema import TABLES

    table = TABLES["event_measures"]
    row = {"event_id": "e", "measure_id": "m"}
    assert row_key(table, row) == tuple(row[column] for column in table.key)
