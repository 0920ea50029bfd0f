"""One list, one transaction: what one cannot do never holds back or harms another."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from sanctions_data.cli.app import app
from sanctions_data.download.snapshots import SnapshotFolder, find_snapshot
from sanctions_data.lists import FORMATS, Entry
from sanctions_data.tables import transaction
from sanctions_data.tables.marker import UnfinishedChangeError
from sanctions_data.tables.store import Row, Store
from sanctions_data.update.run import update
from sanctions_data.validation import validate

UN = """<CONSOLIDATED_LIST dateGenerated="{day}T00:00:00Z"><INDIVIDUALS>{persons}
</INDIVIDUALS></CONSOLIDATED_LIST>"""
PERSON = """<INDIVIDUAL><FIRST_NAME>OLAF{n}</FIRST_NAME><UN_LIST_TYPE>{of}</UN_LIST_TYPE>
<REFERENCE_NUMBER>QDi.{n:03}</REFERENCE_NUMBER><LISTED_ON>{on}</LISTED_ON></INDIVIDUAL>"""


@pytest.fixture
def put(tmp_path: Path) -> Callable[..., SnapshotFolder]:
    """Puts a file into the folder of a list and day, and gives the snapshot."""

    def put(list_id: str, day: str, content: bytes, name: str = "") -> SnapshotFolder:
        folder = tmp_path / "lists" / list_id / day
        folder.mkdir(parents=True, exist_ok=True)
        (folder / (name or FORMATS[list_id].files[0].name)).write_bytes(content)
        return find_snapshot(tmp_path / "lists", FORMATS[list_id], date.fromisoformat(day))

    return put


def un_list(day: str, *numbers: int, of: str = "Test", on: str = "2020-01-02") -> bytes:
    persons = "".join(PERSON.format(n=n, of=of, on=on) for n in numbers)
    return UN.format(day=day, persons=persons).encode()


def rows(root: Path, table: str, listing_id: str) -> list[Row]:
    found = Store.read(root / "data").rows(table)
    return [row for row in found if row["listing_id"] == listing_id]


def state(root: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize(
    "bad",
    [
        pytest.param(b"<Rows/>", id="another document"),
        pytest.param(b"", id="empty"),
        pytest.param(b"<Designations>", id="cut off"),
    ],
)
@pytest.mark.parametrize("is_first", [True, False])
def test_list_that_fails_holds_back_no_other(
    small_data: Path, put: Callable[..., SnapshotFolder], bad: bytes, *, is_first: bool
) -> None:
    two = [put("gb-fcdo", "2026-09-01", bad), put("un-sc", "2026-09-01", un_list("2026-09-01", 1))]
    result = update(small_data, two if is_first else two[::-1])
    assert list(result.failures) == ["gb-fcdo"]
    assert result.outcomes["un-sc"].counts["listing", "added"] == 1
    assert rows(small_data, "listings", "un-sc-QDi.001")
    assert [str(issue) for issue in validate(small_data / "data").issues] == []


def test_bug_in_one_reader_holds_back_no_other(
    small_data: Path, put: Callable[..., SnapshotFolder]
) -> None:
    def broken(folder: Path, report: object) -> Iterator[Entry]:
        raise KeyError("RegimeName")

    un = put("un-sc", "2026-09-01", un_list("2026-09-01", 1))
    uk = put("gb-fcdo", "2026-09-01", b"<Designations/>")
    uk = replace(uk, list_format=replace(uk.list_format, read=broken))
    result = update(small_data, [uk, un])
    assert "cannot be read (KeyError: 'RegimeName'); please report it" in result.failures["gb-fcdo"]
    assert rows(small_data, "listings", "un-sc-QDi.001")


def test_tables_that_would_break_a_rule_are_not_written(
    small_data: Path, put: Callable[..., SnapshotFolder], uk_list: Callable[..., bytes]
) -> None:
    path = small_data / "data" / "measure_types.csv"
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith("travel_ban,")))
    update(small_data, [])
    before = state(small_data)
    un = put("un-sc", "2026-09-01", un_list("2026-09-01", 1))
    uk = put("gb-fcdo", "2026-09-01", uk_list(3, "Asset freeze"))
    result = update(small_data, [un, uk])
    assert "un-sc" in result.failures
    assert rows(small_data, "listings", "gb-fcdo-TST0001")
    assert state(small_data) != before


def test_issue_that_was_there_before_stops_no_list(
    small_data: Path, put: Callable[..., SnapshotFolder]
) -> None:
    path = small_data / "data" / "travel_bans.csv"
    path.write_text(path.read_text().replace(",in_force,", ",announced,", 1))
    assert validate(small_data / "data").issues
    result = update(small_data, [put("un-sc", "2026-09-01", un_list("2026-09-01", 1))])
    assert not result.failures


def test_same_file_again_writes_nothing(
    small_data: Path, put: Callable[..., SnapshotFolder]
) -> None:
    content = un_list("2026-09-01", 1, 2)
    update(small_data, [put("un-sc", "2026-09-01", content)])
    before = state(small_data)
    for day in ("2026-09-01", "2026-09-02"):
        result = update(small_data, [put("un-sc", day, content)])
        assert result.outcomes["un-sc"].is_unchanged
        assert result.outcomes["un-sc"].entries == 0  # None was read again.
        assert state(small_data) == before
    assert not update(small_data, [put("un-sc", "2026-09-01", content)], again=True).failures
    assert state(small_data) == before


def test_announced_measure_is_in_force_at_the_first_update_on_its_day(
    small_data: Path, put: Callable[..., SnapshotFolder]
) -> None:
    content = un_list("2026-09-01", 1, on="2026-09-03")
    for day, status in (
        ("2026-09-01", "announced"), ("2026-09-02", "announced"), ("2026-09-03", "in_force"),
    ):  # fmt: skip
        result = update(small_data, [put("un-sc", day, content)])
        assert not result.failures
        (freeze,) = rows(small_data, "asset_freezes", "un-sc-QDi.001")
        assert (freeze["status"], freeze["start_date"]) == (status, "2026-09-03")
        assert freeze["announced_on"] == "2026-09-01"
    assert [str(issue) for issue in validate(small_data / "data").issues] == []


@pytest.mark.parametrize(
    ("on", "status"), [("2026-09-03", "never_in_force"), ("2026-09-01", "ended")]
)
def test_listed_and_gone_within_a_day(
    small_data: Path, put: Callable[..., SnapshotFolder], on: str, status: str
) -> None:
    many = tuple(range(2, 12))
    both = un_list("2026-09-01", *many).replace(
        b"<INDIVIDUALS>", b"<INDIVIDUALS>" + PERSON.format(n=1, of="Test", on=on).encode()
    )
    update(small_data, [put("un-sc", "2026-09-01", both)])
    result = update(small_data, [put("un-sc", "2026-09-01", un_list("2026-09-01", *many))])
    assert not result.failures
    (freeze,) = rows(small_data, "asset_freezes", "un-sc-QDi.001")
    assert freeze["status"] == status
    (listing,) = rows(small_data, "listings", "un-sc-QDi.001")
    assert (listing["delisted_on"], listing["delisted_precision"]) == (on, "on_or_before")
    assert [str(issue) for issue in validate(small_data / "data").issues] == []


def learn(root: Path, **cells: str) -> None:
    path = root / "data"
    store = Store.read(path)
    store.put("source_terms", {"list_id": "un-sc", "party_kind": "any", **cells})
    (path / "source_terms.csv").write_bytes(store.canonical("source_terms"))


def test_unknown_programme_is_asked_for_and_becomes_what_it_is(
    small_data: Path, put: Callable[..., SnapshotFolder], tmp_path: Path
) -> None:
    content = un_list("2026-09-01", 1, 2, of="Moon")
    snapshot = put("un-sc", "2026-09-01", content)
    first = update(small_data, [snapshot])
    assert not first.failures and first.asks_for_terms
    assert first.outcomes["un-sc"].terms == {("UN_LIST_TYPE", "Moon", "person"): 2}
    (row,) = rows(small_data, "other_measures", "un-sc-QDi.001")
    assert (row["measure_type"], row["printed_term"]) == ("unclassified", "Moon")
    assert not rows(small_data, "asset_freezes", "un-sc-QDi.001")
    assert [str(issue) for issue in validate(small_data / "data").issues] == []
    # It is asked for again until somebody says what it means.
    assert update(small_data, [snapshot]).asks_for_terms
    later = put("un-sc", "2026-09-05", content)
    learn(small_data, field="UN_LIST_TYPE", term="Moon", programme_id="un-test")
    result = update(small_data, [later])
    assert not result.failures and not result.asks_for_terms
    assert not rows(small_data, "other_measures", "un-sc-QDi.001")
    (freeze,) = rows(small_data, "asset_freezes", "un-sc-QDi.001")
    # It was known of since the term was first seen.
    assert (freeze["programme_id"], freeze["first_seen"]) == ("un-test", "2026-09-01")


def test_unknown_measure_ends_no_known_one(
    small_data: Path, put: Callable[..., SnapshotFolder], uk_list: Callable[..., bytes]
) -> None:
    update(small_data, [put("gb-fcdo", "2026-09-01", uk_list(12))])
    result = update(small_data, [put("gb-fcdo", "2026-09-02", uk_list(12, "Freeze of assets"))])
    assert not result.failures and result.asks_for_terms
    (freeze,) = rows(small_data, "asset_freezes", "gb-fcdo-TST0001")
    assert freeze["status"] == "in_force"
    (row,) = rows(small_data, "other_measures", "gb-fcdo-TST0001")
    assert row["printed_term"] == "Freeze of assets"


@pytest.fixture
def command(small_data: Path, tmp_path: Path) -> Callable[..., Any]:
    """Runs ``sanctions-data update`` on the folder of lists."""
    options = ["--from", str(tmp_path / "lists"), "--data", str(small_data)]
    return lambda *arguments: CliRunner().invoke(app, ["update", *arguments, *options])


def test_accepted_reason_is_kept(
    small_data: Path, put: Callable[..., SnapshotFolder], command: Callable[..., Any]
) -> None:
    put("un-sc", "2026-09-01", un_list("2026-09-01", *range(1, 11)))
    assert command("un-sc").exit_code == 0
    put("un-sc", "2026-09-02", un_list("2026-09-02", 1, 2))
    refused = command("un-sc")
    assert refused.exit_code == 1
    assert "8 of 10 known entries are not in the file" in refused.output
    assert command("--accept", "x").exit_code == 2  # which list is not said
    assert command("un-sc", "--accept", "delisted by resolution 9999").exit_code == 0
    source = Store.read(small_data / "data").get("sources", "un-sc-2026-09-02") or {}
    assert "Accepted: delisted by resolution 9999." in source["note"]


def test_a_trial_does_not_read_tables_that_are_half_new(
    small_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transaction, "SETTLES", 0.05)
    with monkeypatch.context() as patch, transaction.open_for_writing(small_data, "test"):
        patch.setattr(transaction, "_put_in_place", lambda *_: None)
        transaction.commit(small_data, {"data/claims.csv": b"half"})
    with pytest.raises(UnfinishedChangeError, match="half old, half new"):
        update(small_data, [], dry_run=True)
    assert not update(small_data, []).failures  # A writer finishes the change first.


def test_explain_writes_nothing(
    small_data: Path, put: Callable[..., SnapshotFolder], command: Callable[..., Any]
) -> None:
    put("un-sc", "2026-09-01", un_list("2026-09-01", *range(1, 11)))
    command("un-sc")
    before = state(small_data)
    put("un-sc", "2026-09-02", un_list("2026-09-02", *range(2, 12)))
    told = command("--explain", "un-sc")
    assert told.exit_code == 0, told.output
    assert "known entries that are gone: 1 of 10" in told.output
    assert "un-sc-QDi.011: listing: new" in told.output
    assert "un-sc-QDi.001: gone: OLAF1" in told.output
    assert state(small_data) == before


def test_explain_of_a_snapshot_that_is_refused(
    put: Callable[..., SnapshotFolder], command: Callable[..., Any]
) -> None:
    put("un-sc", "2026-09-01", un_list("2026-09-01", *range(1, 11)))
    command("un-sc")
    put("un-sc", "2026-09-02", un_list("2026-09-02", 1))
    told = command("--explain", "un-sc")
    assert told.exit_code == 1
    assert "FAILED known entries that are gone: 9 of 10" in told.output


def test_json_names_what_was_kept_and_what_is_asked(
    put: Callable[..., SnapshotFolder], command: Callable[..., Any]
) -> None:
    put("un-sc", "2026-09-01", un_list("2026-09-01", 1, of="Moon"))
    run = command("un-sc", "--json")
    assert run.exit_code == 1
    told = json.loads(run.stdout)
    assert told["terms"] == [
        {"list": "un-sc", "field": "UN_LIST_TYPE", "term": "Moon", "party_kind": "person",
         "entries": 1}
    ]  # fmt: skip
    assert {check["check"] for check in told["checks"]["un-sc"]} > {"known entries that are gone"}
