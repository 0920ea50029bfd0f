"""Rows that a contributor may mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from sanctions_data.contribute.candidates import find_candidates
from sanctions_data.contribute.workspace import Workspace
from sanctions_data.query.search.kept_arrays import CACHE_VARIABLE


@pytest.fixture
def workspace(folder: Path) -> Workspace:
    workspace = Workspace(folder)
    for authority in ("fr", "gb"):
        workspace.add("authorities", {"authority_id": f"{authority}-x", "name": "Example Office"})
        workspace.add("programmes", {"programme_id": f"{authority}-vega", "name": "Vega regime",
                                     "authority_id": authority})  # fmt: skip
    return workspace


@pytest.mark.parametrize(
    ("reference", "text", "found"),
    [
        pytest.param("entities", "HAVAPEYMAYI melli iran", {"iran-air"}, id="another name"),
        pytest.param("entities", "IMO 9481910", {"iran-air"}, id="a number"),
        pytest.param("programmes", "VEGA", {"fr-vega", "gb-vega"}, id="part of a name"),
        pytest.param("programmes", "fr-v", {"fr-vega"}, id="part of an id"),
        pytest.param("programmes", "zzzz", set(), id="nothing like it"),
    ],
)
def test_candidates(workspace: Workspace, reference: str, text: str, found: set[str]) -> None:
    assert set(find_candidates(reference, text, workspace)) == found


@pytest.mark.parametrize("authority", ["fr", "gb"])
def test_those_of_the_authority_come_first(workspace: Workspace, authority: str) -> None:
    first, *others = find_candidates("programmes", "vega", workspace, authority)
    assert first == f"{authority}-vega"
    assert len(others) == 1


def test_a_candidate_is_described(workspace: Workspace) -> None:
    found = find_candidates("entities", "Havapeymayi Melli Iran", workspace)
    assert found == {"iran-air": "Iran Air, organisation, IR"}


def test_no_more_than_nine_are_shown(workspace: Workspace) -> None:
    for number in range(20):
        workspace.add("events", {"event_id": f"lyra-{number}", "title": "Lyra"})
    assert len(find_candidates("events", "lyra", workspace)) == 9


def test_in_another_word_order_the_most_similar_come_first(workspace: Workspace) -> None:
    found = list(find_candidates("programmes", "regime vega", workspace))
    assert set(found[:2]) == {"fr-vega", "gb-vega"}


def test_a_party_that_waits_is_found_and_kept_in_no_file(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # An index of rows that were never written would be taken for that of the installed tables.
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "cache"))
    assert find_candidates("entities", "Lyra Vega", workspace) == {}
    waiting = workspace.add("entities", {"entity_id": "lyra-vega", "name": "Lyra Vega"})
    assert set(find_candidates("entities", "Lyra Vega", workspace)) == {"lyra-vega"}
    workspace.new.remove(waiting)
    assert find_candidates("entities", "Lyra Vega", workspace) == {}
    assert not (tmp_path / "cache").exists()
