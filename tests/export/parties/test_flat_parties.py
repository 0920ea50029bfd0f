"""The flat file of parties: the columns of OpenSanctions, then the measures by authority."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from sanctions_data.export.parties.flat_parties import COLUMNS, FILE, write_parties
from sanctions_data.query.edition import Edition


def edit(edition: Edition, table: str, old: str, new: str) -> None:
    path = edition.base / "data" / f"{table}.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def append(edition: Edition, table: str, *rows: str) -> None:
    with (edition.base / "data" / f"{table}.csv").open("a", encoding="utf-8") as handle:
        handle.writelines(f"{row}\n" for row in rows)


def export(edition: Edition, out: Path) -> dict[str, dict[str, str]]:
    write_parties(edition, out)
    with (out / FILE).open(encoding="utf-8", newline="") as handle:
        return {row["id"]: row for row in csv.DictReader(handle)}


def test_the_header_begins_as_users_know_it(edition: Edition, out: Path) -> None:
    write_parties(edition, out)
    header = (out / FILE).read_text(encoding="utf-8").split("\n")[0].split(",")
    assert header[: len(COLUMNS)] == COLUMNS
    assert header[len(COLUMNS) :] == ["in_force", "measures_gb", "measures_other"]


def test_a_party_has_one_row_with_all_that_is_told(edition: Edition, out: Path) -> None:
    append(
        edition, "entity_names", "iran-air,Homa,gb-fcdo,alias,Latn",
        "iran-air,A;B,gb-fcdo,former,Latn",
    )  # fmt: skip
    row = export(edition, out)["iran-air"]
    assert (row["schema"], row["name"]) == ("Organization", "Iran Air")
    assert "Homa" in row["aliases"].split(";")
    assert next(csv.reader([row["aliases"]], delimiter=";"))[0] == "A;B"
    assert "gb - " in row["sanctions"]
    assert "Asset freeze - ended - 2024-11-18 - 2026-03-01" in row["sanctions"]
    assert row["dataset"] == "UK Sanctions List"
    assert row["addresses"] == row["last_change"] == ""


@pytest.mark.parametrize(
    ("status", "now", "cell"),
    [
        pytest.param("in_force", "true", "flight_restriction", id="in force"),
        pytest.param("announced", "true", "", id="only announced"),
    ],
)
def test_only_measures_in_force_stand_by_authority(
    edition: Edition, out: Path, status: str, now: str, cell: str
) -> None:
    edit(edition, "flight_restrictions", ",in_force,", f",{status},")
    row = export(edition, out)["iran-air"]
    assert row["in_force"] == now
    assert ("flight_restriction" in row["measures_gb"].split(";")) == bool(cell)
    assert "asset_freeze" not in row["measures_gb"]


def test_an_authority_without_a_list_stands_in_the_last_column(edition: Edition, out: Path) -> None:
    path = edition.base / "data" / "flight_restrictions.csv"
    path.write_text(path.read_text().replace("iran-air,gb,", "iran-air,zz,"))
    row = export(edition, out)["iran-air"]
    assert row["measures_other"] == "zz:flight_restriction"


def test_rows_of_a_party_that_was_merged_are_those_of_who_remains(
    edition: Edition, out: Path
) -> None:
    append(edition, "entities", "homa,organisation,HOMA,,iran-air,")
    append(edition, "entity_names", "homa,HOMA,gb-fcdo,alias,Latn")
    found = export(edition, out)
    assert "homa" not in found
    assert "HOMA" in found["iran-air"]["aliases"].split(";")


def test_a_party_whose_listing_ended_was_last_seen_on_no_known_day(
    edition: Edition, out: Path
) -> None:
    assert export(edition, out)["iran-air"]["last_seen"] != ""
    edit(edition, "listings", ",day,,,", ",day,2026-03-01,day,")
    assert export(edition, out)["iran-air"]["last_seen"] == ""
