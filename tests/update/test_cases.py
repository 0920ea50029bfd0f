"""The kinds of snapshot that erased, mislabelled or blocked, as they were first met."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.conftest import SHARED
from tests.update.seed import make_seed

from sanctions_data.download.snapshots import find_snapshot
from sanctions_data.lists import FORMATS
from sanctions_data.tables.store import Row, Store
from sanctions_data.update.run import Result, update

CASES = SHARED / "cases" / "updates"

pytestmark = [
    pytest.mark.full,
    pytest.mark.skipif(not CASES.is_dir(), reason=f"the cases are not at {CASES}"),
]


class World:
    """A data root, and what updates made of it."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.root, self._folder = root, folder

    def update(self, inputs: str, list_id: str, day: str) -> Result:
        folder = self._folder / inputs
        snapshot = find_snapshot(folder, FORMATS[list_id], date.fromisoformat(day))
        return update(self.root, [snapshot])

    def accept(self, inputs: str, list_id: str, *days: str) -> Result:
        """Import snapshots one after the other, none of which may be refused."""
        for day in days:
            result = self.update(inputs, list_id, day)
            assert not result.failures, result.failures
        return result

    def rows(self, table: str, **cells: str) -> list[Row]:
        rows = Store.read(self.root / "data").rows(table)
        return [row for row in rows if all(row[c] == cell for c, cell in cells.items())]

    def row(self, table: str, **cells: str) -> Row:
        (row,) = self.rows(table, **cells)
        return row

    def facts(self, list_id: str, ref: str) -> set[tuple[str, str]]:
        entity = self.row("listings", list_id=list_id, entry_ref=ref, delisted_on="")["entity_id"]
        ours = {"entity_id": entity, "list_id": list_id}
        return {
            *(("name", row["name"]) for row in self.rows("entity_names", **ours)),
            *(
                (row["identifier_type"], row["value"])
                for row in self.rows("entity_identifiers", **ours)
            ),
            *((row["attribute"], row["value"]) for row in self.rows("entity_attributes", **ours)),
        }


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_seed(tmp_path_factory.mktemp("seed") / "root")


@pytest.fixture
def world(seed: Path, tmp_path: Path) -> Iterator[Callable[[str], World]]:
    """Makes a fresh root for a case of the folder, named by its number."""

    def make(number: str) -> World:
        (folder,) = CASES.glob(f"{number}-*")
        return World(shutil.copytree(seed, tmp_path / "root"), folder)

    yield make


def test_file_of_another_layout_is_refused(world: Callable[[str], World]) -> None:
    case = world("01")
    case.accept("in", "eu-fsf", "2026-09-01")
    before = case.rows("listings")
    failure = case.update("in", "eu-fsf", "2026-09-02").failures["eu-fsf"]
    assert "layout" in failure
    assert case.rows("listings") == before


def test_parties_keep_their_listing_when_numbers_move(world: Callable[[str], World]) -> None:
    case = world("02")
    case.accept("in", "ca-gac", "2026-09-01")
    was = {row["name"]: row for row in case.rows("listings")}
    result = case.accept("in", "ca-gac", "2026-09-02")
    now = {row["name"]: row for row in case.rows("listings")}
    for name, ref in (("Example Alfa", "russia-1.1-2"), ("Example Bravo", "russia-1.1-3")):
        assert now[name] == {**was[name], "entry_ref": ref}
    assert now["Example Charlie"]["entity_id"] not in {row["entity_id"] for row in was.values()}
    assert ("imo_number", "9434890") in case.facts("ca-gac", "russia-1.1-1")
    assert ("imo_number", "9074729") in case.facts("ca-gac", "russia-1.1-2")
    assert len(result.outcomes["ca-gac"].moved) == 2
    assert not any(row["delisted_on"] for row in now.values())


def test_number_that_is_used_again(world: Callable[[str], World]) -> None:
    case = world("02")
    case.accept("in", "au-dfat", "2026-09-01", "2026-09-02")
    khan = case.row("listings", name="Ada KHANEXAMPLE")
    assert (khan["listing_id"], khan["entry_ref"]) == ("au-dfat-9001", "9003")
    assert case.row("entities", entity_id=khan["entity_id"])["name"] == "Ada KHANEXAMPLE"
    assert case.row("listings", name="Cee SHUEXAMPLE")["entity_id"] != khan["entity_id"]


def test_entry_that_was_gone_for_a_day_goes_on_with_its_old_date(
    world: Callable[[str], World],
) -> None:
    case = world("03")
    case.accept("in", "un-sc", "2026-09-01", "2026-09-02", "2026-09-03")
    freeze = case.row("asset_freezes", listing_id="un-sc-CDi.909")
    assert (freeze["status"], freeze["start_date"], freeze["end_date"]) == (
        "in_force", "2012-12-31", "",
    )  # fmt: skip
    assert case.row("listings", listing_id="un-sc-CDi.909")["delisted_on"] == ""


def test_entry_without_dates_that_was_gone_begins_again(world: Callable[[str], World]) -> None:
    case = world("03")
    case.accept("in", "us-ofac-sdn", "2026-09-01", "2026-09-02", "2026-09-03")
    intervals = [
        (r["status"], r["start_date"], r["start_precision"], r["end_date"], r["end_precision"])
        for r in case.rows("asset_freezes", listing_id="us-ofac-sdn-90001")
    ]
    assert intervals == [
        ("ended", "", "unknown", "2026-09-02", "on_or_before"),
        ("in_force", "2026-09-03", "on_or_before", "", ""),
    ]


@pytest.mark.parametrize("list_id", ["us-ofac-cons", "us-ofac-sdn"])
def test_missing_optional_file_erases_nothing(world: Callable[[str], World], list_id: str) -> None:
    case = world("06")
    case.accept("in", list_id, "2026-09-01")
    tables = ("entity_names", "entity_attributes", "listings", "asset_freezes", "other_measures")
    before = {table: case.rows(table) for table in tables}
    result = case.accept("in", list_id, "2026-09-02")
    assert before == {table: case.rows(table) for table in tables}
    assert any("_alt.csv" in warning or "alt.csv" in warning for warning in result.warnings)
    outcome = result.outcomes[list_id]
    assert outcome.kept["other_names"] == 1
    assert outcome.kept_from["other_names"] == f"{list_id}-2026-09-01"


def test_day_of_listing_that_csv_cannot_print_stays(world: Callable[[str], World]) -> None:
    case = world("06")
    case.accept("in-enhanced-then-csv", "us-ofac-sdn", "2026-09-01")
    facts = case.facts("us-ofac-sdn", "90001")
    result = case.accept("in-enhanced-then-csv", "us-ofac-sdn", "2026-09-02")
    freeze = case.row("asset_freezes", listing_id="us-ofac-sdn-90001")
    assert (freeze["start_date"], freeze["start_precision"]) == ("2020-05-04", "day")
    assert case.row("listings", list_id="us-ofac-sdn")["listed_on"] == "2020-05-04"
    assert facts <= case.facts("us-ofac-sdn", "90001")
    assert result.outcomes["us-ofac-sdn"].kept["dates"] == 1


def test_effective_tomorrow_is_announced(world: Callable[[str], World]) -> None:
    case = world("18")
    case.accept("in", "eu-fsf", "2026-11-25")
    freeze = case.row("asset_freezes", listing_id="eu-fsf-EU.90009.11")
    assert (freeze["status"], freeze["start_date"]) == ("announced", "2026-11-26")
    assert freeze["announced_on"] == "2026-11-25"


def test_programme_learned_fills_the_row_in(world: Callable[[str], World]) -> None:
    case = world("19")
    case.accept("in", "us-ofac-sdn", "2026-09-01")
    before = case.row("asset_freezes", listing_id="us-ofac-sdn-90001")
    case.accept("in", "us-ofac-sdn", "2026-09-02")
    after = case.row("asset_freezes", listing_id="us-ofac-sdn-90001")
    assert (before["programme_id"], after["programme_id"]) == ("", "us-ofac-sdgt")
    assert (after["status"], after["measure_id"]) == ("in_force", before["measure_id"])


def test_canadian_aliases_between_commas(world: Callable[[str], World]) -> None:
    case = world("04")
    case.accept("in", "ca-gac", "2026-09-01")
    long = case.row("listings", name="Exampleville University")["entry_ref"]
    names = {value for name, value in case.facts("ca-gac", long) if name == "name"}
    assert "Exampleville Medical Sciences University Twelve" in names and len(names) == 13
    short = case.row("listings", name="Ada Bayevna EXAMPLE")["entry_ref"]
    assert {value for name, value in case.facts("ca-gac", short) if name == "name"} == {
        "Ada Bayevna EXAMPLE", "Ada Bayeuna EXAMPEL", "Ада Баеўна ЭКЗАМПЛ", "Ада Баевна ЭКЗАМПЛЬ",
    }  # fmt: skip


def test_libyan_entry_under_two_resolutions(world: Callable[[str], World]) -> None:
    case = world("05")
    case.accept("in", "un-sc", "2026-09-01")
    ban = case.row("travel_bans", listing_id="un-sc-LYi.901")
    freeze = case.row("asset_freezes", listing_id="un-sc-LYi.901")
    assert "1970" in ban["instrument_id"]
    assert freeze["status"] == ban["status"] == "in_force"


def test_australian_file_as_its_publisher_separates(world: Callable[[str], World]) -> None:
    case = world("07")
    case.accept("in", "au-dfat", "2026-09-01")
    assert {
        ("birth_date", "1963-05-04"), ("birth_date", "1967"), ("birth_date", "1968-05"),
        ("birth_country", "AF"), ("birth_country", "PK"), ("nationality", "AF"),
        ("nationality", "PK"), ("un_reference", "TAi.901"),
    } <= case.facts("au-dfat", "9001")  # fmt: skip
    nothing = {"nationality", "birth_country", "birth_place"}
    assert not nothing & {name for name, _ in case.facts("au-dfat", "9002")}
    assert {
        ("birth_date", "1970-05-09"), ("birth_date", "1971-04"), ("birth_date", "1972"),
        ("birth_date", "1973"), ("birth_country", "NA"), ("nationality", "NA"),
    } <= case.facts("au-dfat", "9003")  # fmt: skip


def test_day_of_designation_and_numbers_that_are_false(world: Callable[[str], World]) -> None:
    case = world("08")
    case.accept("in", "eu-fsf", "2026-09-01")
    listing = case.row("listings", list_id="eu-fsf")
    assert (listing["listed_on"], listing["listed_precision"]) == ("2014-03-17", "day")
    facts = case.facts("eu-fsf", "EU.90001.11")
    assert "passport" not in {name for name, _ in facts}
    assert {("birth_date", "1955"), ("birth_date", "1958"), ("birth_date", "1956-04-05")} <= facts
    assert ("birth_country", "NA") in facts


def test_namibia_and_what_is_not_available(world: Callable[[str], World]) -> None:
    case = world("09")
    case.accept("in", "un-sc", "2026-09-01")
    assert {("nationality", "NA"), ("country", "NA")} <= case.facts("un-sc", "CDi.909")
    assert "nationality" not in {name for name, _ in case.facts("un-sc", "CDi.910")}


@pytest.mark.parametrize("inputs", ["only-xml", "with-empty-csv", "same-party-as-csv"])
def test_every_form_of_the_sdn_list_says_the_same(
    world: Callable[[str], World], inputs: str
) -> None:
    case = world("11")
    case.accept(inputs, "us-ofac-sdn", "2026-09-01")
    assert {
        ("position", "Minister of Example"), ("position", "Deputy Chief of Staff"),
        ("country", "PS"), ("birth_date", "1951"),
    } <= case.facts("us-ofac-sdn", "90001")  # fmt: skip


def test_dash_among_the_measures_is_nothing(world: Callable[[str], World]) -> None:
    case = world("13")
    result = case.accept("in", "gb-fcdo", "2026-09-01")
    assert not result.asks_for_terms
    ban = case.row("other_measures", listing_id="gb-fcdo-DPR9075")
    assert (ban["measure_type"], ban["status"]) == ("port_entry_ban", "in_force")
