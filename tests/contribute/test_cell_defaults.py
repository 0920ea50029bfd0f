"""Cells that follow from others: filled in, proposed, or not asked for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sanctions_data.contribute.cell_defaults import fill_certain_cells, is_asked, propose_cell
from sanctions_data.contribute.workspace import Workspace
from sanctions_data.schema import TABLES

TODAY = date(2026, 8, 22)
MEASURE = {"entity_id": "iran-air", "authority_id": "gb", "measure_type": "asset_freeze",
           "start_date": "2020-01-02"}  # fmt: skip


@pytest.fixture
def workspace(folder: Path) -> Workspace:
    return Workspace(folder)


@pytest.mark.parametrize(
    ("table", "cells"),
    [
        pytest.param("asset_freezes", {"first_seen": "2026-08-22", "measure_type": "asset_freeze"},
                     id="a table of one type"),
        pytest.param("corrections", {"corrected_on": "2026-08-22"}, id="a correction"),
        pytest.param("match_decisions", {"decided_on": "2026-08-22"}, id="a decision"),
        pytest.param("events", {}, id="nothing is certain"),
    ],
)  # fmt: skip
def test_certain_cells(workspace: Workspace, table: str, cells: dict[str, str]) -> None:
    assert fill_certain_cells(TABLES[table], workspace, TODAY) == cells


def test_of_several_types_none_is_certain(workspace: Workspace) -> None:
    workspace.add("measure_types", {"measure_type": "second", "table": "asset_freezes"})
    cells = fill_certain_cells(TABLES["asset_freezes"], workspace, TODAY)
    assert cells == {"first_seen": "2026-08-22"}


@pytest.mark.parametrize(
    ("column", "cells", "expected"),
    [
        pytest.param("rule_id", {"basis": "derived"}, True, id="rule of a derived row"),
        pytest.param("rule_id", {"basis": "stated"}, False, id="rule of a stated row"),
        pytest.param("start_precision", {"start_date": "2020-01-02"}, True, id="a start"),
        pytest.param("start_precision", {"status": "ended"}, True, id="begun, start not known"),
        pytest.param("start_precision", {"status": "announced"}, False, id="not begun"),
        pytest.param("end_precision", {"end_date": "2020-01-02"}, True, id="an end"),
        pytest.param("end_precision", {"status": "ended"}, True, id="ended, day not known"),
        pytest.param("end_precision", {"status": "in_force"}, False, id="in force"),
        pytest.param("delisted_precision", {"delisted_on": "2020-01-02"}, True, id="delisted"),
        pytest.param("delisted_precision", {}, False, id="not delisted"),
        pytest.param("note", {}, True, id="any other"),
    ],
)
def test_only_what_makes_sense_is_asked(column: str, cells: dict[str, str], expected: bool) -> None:
    assert is_asked(column, cells) is expected


@pytest.mark.parametrize(
    ("table", "column", "cells", "expected"),
    [
        pytest.param("entities", "entity_id", {"name": "Éxample & Söns"}, "example-sons",
                     id="key of a name"),
        pytest.param("entities", "entity_id", {"name": "Iran Air"}, "iran-air-2",
                     id="key is taken"),
        pytest.param("sources", "source_id", {"publisher": "Daily", "published_on": "2020-01-03"},
                     "daily-2020-01-03", id="key of two cells"),
        pytest.param("asset_freezes", "measure_id", MEASURE,
                     "gb-2020-01-02-iran-air-asset-freeze", id="key of a measure"),
        pytest.param("asset_freezes", "measure_id", {**MEASURE, "listing_id": "gb-fcdo-X1"},
                     "gb-fcdo-X1-asset-freeze", id="key of a measure of a listing"),
        pytest.param("flight_restrictions", "measure_id", {"authority_id": "gb",
                     "announced_on": "2020-01-02", "restriction_kind": "air_services_agreement",
                     "measure_type": "flight_restriction"},
                     "gb-2020-01-02-air-services-agreement", id="key of an announced restriction"),
        pytest.param("asset_freezes", "start_precision", {"start_date": "2020-01-02"}, "day",
                     id="precision of a day"),
        pytest.param("asset_freezes", "end_precision", {}, "unknown", id="precision of none"),
        pytest.param("asset_freezes", "basis", {}, "stated", id="basis"),
        pytest.param("entity_names", "list_id", {}, "curated", id="list of a fact"),
        pytest.param("listings", "list_id", {}, "", id="list of a listing"),
        pytest.param("asset_freezes", "note", {}, "", id="any other"),
    ],
)  # fmt: skip
def test_proposals(
    workspace: Workspace, table: str, column: str, cells: dict[str, str], expected: str
) -> None:
    assert propose_cell(TABLES[table], column, cells, workspace) == expected


def test_a_key_is_free_among_all_measures(workspace: Workspace) -> None:
    workspace.add("travel_bans", {"measure_id": "gb-2020-01-02-iran-air-asset-freeze"})
    key = propose_cell(TABLES["asset_freezes"], "measure_id", MEASURE, workspace)
    assert key == "gb-2020-01-02-iran-air-asset-freeze-2"


def test_a_long_name_makes_a_key_of_whole_words(workspace: Workspace) -> None:
    key = propose_cell(TABLES["entities"], "entity_id", {"name": "example " * 20}, workspace)
    assert key == "-".join(["example"] * 10)
