"""Any version comes back byte for byte, whatever was edited in between."""

from __future__ import annotations

import pytest
from tests.checkout import Released, edit

import sanctions_data as sd
from sanctions_data.history.errors import HistoryError
from sanctions_data.history.versions import History
from sanctions_data.tables.location import csv_path


def test_old_version_is_rebuilt_to_its_hash(released: Released) -> None:
    root, first = released
    history = History(root)
    for name, content in first.items():
        if name not in ("releases", "changes"):
            assert history.content(name, "2026.2.0") == content
    assert sd.load("authorities", version="2026.2.0", root=root)["name"].tolist() == [
        "United Kingdom"
    ]
    assert len(sd.load("authorities", version="2026.8.0", root=root)) == 2


def test_own_tables_of_an_old_version(released: Released) -> None:
    root, _ = released
    assert set(sd.load("releases", version="2026.2.0", root=root)["version"]) == {"2026.2.0"}
    assert sd.load("changes", version="2026.2.0", root=root).empty


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        pytest.param(lambda t: t.replace("The United Kingdom", "The UK"), "the change says",
                     id="another new value"),
        pytest.param(lambda t: t.replace(",United Kingdom,", ",United Kingdoms,"),
                     "has the hash .* expected", id="another old value"),
        pytest.param(lambda t: t.replace('"[""zz""]"', '"[""zy""]"'), "not there",
                     id="another key"),
        pytest.param(lambda t: t.replace("added,,1", "added,,2"), r'\["zz"\] .* do not follow',
                     id="another number of rows"),
        pytest.param(lambda t: t.replace("added,,1", "add,,1"), "action 'add', expected one of",
                     id="another action"),
        pytest.param(lambda t: t.replace("added,,1", "added,1"), "2026.8.0: .*columns",
                     id="a cell is missing"),
        pytest.param(lambda t: t.replace('"[""zz""]"', "zz"), "no JSON array", id="no key"),
    ],
)  # fmt: skip
def test_damaged_change_is_detected_and_named(
    released: Released,
    damage,
    message: str,  # type: ignore[no-untyped-def]
) -> None:
    root, _ = released
    path = csv_path(root / "data", "changes")
    path.write_text(damage(path.read_text()))
    with pytest.raises(HistoryError, match=message):
        History(root).content("authorities", "2026.2.0")


@pytest.mark.parametrize("version", ["2026.2.0", "2026.8.0"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("gb,", "gg,", id="another key"),
        pytest.param("The United Kingdom", "The UK", id="a cell that had changed"),
        pytest.param(",state,GB", ",body,GB", id="a cell that had not"),
    ],
)
def test_edited_tables_cannot_be_rebuilt_from(
    released: Released, version: str, old: str, new: str
) -> None:
    root, _ = released
    edit(root, "authorities", old, new)
    with pytest.raises(HistoryError, match=r"edited since 2026\.8\.0 was released"):
        History(root).content("authorities", version)


def test_an_edit_of_a_newer_row_leaves_older_versions_alone(
    released: Released,
) -> None:
    root, first = released
    edit(root, "authorities", "Another", "Yet another")
    assert History(root).content("authorities", "2026.2.0") == first["authorities"]
    with pytest.raises(HistoryError, match=r"edited since 2026\.8\.0 was released"):
        History(root).content("authorities", "2026.8.0")


def test_other_schema_is_refused(released: Released) -> None:
    root, _ = released
    edit(root, "releases", ",1.0.0,", ",0.9.0,")
    with pytest.raises(HistoryError, match=r"Install sanctions-data 2026\.2\.0"):
        History(root).content("authorities", "2026.2.0")


def test_unknown_version_names_the_nearest(released: Released) -> None:
    message = r"unknown version '2020\.1\.0'; did you mean '2026\.2\.0' or '2026\.8\.0'"
    with pytest.raises(ValueError, match=message):
        sd.load("events", version="2020.1.0", root=released[0])
