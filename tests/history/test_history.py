"""Any version comes back byte for byte, whatever was edited in between."""

from __future__ import annotations

import hashlib
import subprocess
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sanctions_data as sd
from sanctions_data.history.diff import diff
from sanctions_data.history.errors import HistoryError
from sanctions_data.history.lines import Lines
from sanctions_data.history.row_changes import find_changes
from sanctions_data.history.undo import undo
from sanctions_data.history.versions import History
from sanctions_data.release.release import NotReleasable, release
from sanctions_data.tables.location import csv_path

CELL = st.text(st.sampled_from('ab",é;|'), max_size=3)
STATE = st.dictionaries(
    st.text(st.sampled_from('abcde,"'), min_size=1, max_size=3), CELL, max_size=8
)


def lines(state: dict[str, str]) -> Lines:
    table = Lines(["id", "cell"], ["id"])
    for key, cell in state.items():
        table.put([key, cell])
    return table


@given(STATE, STATE)
def test_undo_brings_back_every_byte(old: dict[str, str], new: dict[str, str]) -> None:
    before, after = lines(old), lines(new)
    changes = list(find_changes(before, after))
    assert undo(after.content(), ["id"], changes) == before.content()


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STATE, min_size=2, max_size=5))
def test_chain_of_versions(states: list[dict[str, str]]) -> None:
    steps = [list(find_changes(lines(a), lines(b))) for a, b in pairwise(states)]
    now = lines(states[-1]).content()
    for state, changes in zip(reversed(states[:-1]), reversed(steps), strict=True):
        now = undo(now, ["id"], changes)
        assert now == lines(state).content()


def edit(root: Path, table: str, old: str, new: str) -> None:
    path = csv_path(root / "data", table)
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


@pytest.fixture
def released(checkout: Path, tmp_path: Path) -> tuple[Path, dict[str, bytes]]:
    """Two releases, with a changed cell, an added row and a removed row between them."""
    release(checkout, "2026.2.0", day=date(2026, 2, 27))
    data = checkout / "data"
    base = tmp_path / "base"
    base.mkdir()
    first = {path.stem: path.read_bytes() for path in data.glob("*.csv")}
    for name, content in first.items():
        csv_path(base, name).write_bytes(content)
    edit(checkout, "authorities", "United Kingdom", "The United Kingdom")
    with csv_path(data, "authorities").open("a") as handle:
        handle.write("zz,Another,state,ZZ,,\n")
    edit(
        checkout,
        "entity_attributes",
        csv_path(data, "entity_attributes").read_text().split("\n")[1] + "\n",
        "",
    )
    edit(
        checkout,
        "asset_freezes",
        ",in_force,2024-11-18,day,,,",
        ",ended,2024-11-18,day,2026-03-01,day,",
    )
    release(checkout, "2026.8.0", day=date(2026, 8, 22), base=base)
    return checkout, first


def test_old_version_is_rebuilt_to_its_hash(released: tuple[Path, dict[str, bytes]]) -> None:
    root, first = released
    history = History(root)
    for name, content in first.items():
        if name not in ("releases", "changes"):
            assert history.content(name, "2026.2.0") == content
    assert sd.load("authorities", version="2026.2.0", root=root)["name"].tolist() == [
        "United Kingdom"
    ]
    assert len(sd.load("authorities", version="2026.8.0", root=root)) == 2


def test_own_tables_of_an_old_version(released: tuple[Path, dict[str, bytes]]) -> None:
    root, _ = released
    assert set(sd.load("releases", version="2026.2.0", root=root)["version"]) == {"2026.2.0"}
    assert sd.load("changes", version="2026.2.0", root=root).empty


def test_diff_says_what_happened(released: tuple[Path, dict[str, bytes]]) -> None:
    root, _ = released
    found = diff("2026.2.0", "2026.8.0", root=root)
    happened = set(zip(found["table"], found["action"], found["column"], strict=True))
    assert happened == {
        ("authorities", "changed", "name"),
        ("authorities", "added", "*"),
        ("entity_attributes", "removed", "*"),
        ("asset_freezes", "ended", "end_date"),
    }
    assert diff("2026.8.0", root / "data", root=root).empty
    assert set(diff("2026.2.0", "2026.8.0", authority="gb", root=root)["table"]) == {
        "authorities", "asset_freezes",
    }  # fmt: skip


def test_diff_with_a_folder_of_edited_tables(
    released: tuple[Path, dict[str, bytes]], tmp_path: Path
) -> None:
    root, _ = released
    folder = tmp_path / "edited"
    folder.mkdir()
    header, *rows = csv_path(root / "data", "authorities").read_text().splitlines()
    edited = [row.replace("Another", "A third") for row in rows[::-1]]
    csv_path(folder, "authorities").write_bytes("\r\n".join([header, *edited, ""]).encode())
    found = diff("2026.8.0", folder, root=root)
    assert found[["table", "row_key", "old_value", "new_value"]].to_numpy().tolist() == [
        ["authorities", '["zz"]', "Another", "A third"]
    ]


@pytest.mark.parametrize(
    ("folder", "message"),
    [
        pytest.param("nowhere/at all", "no such folder", id="no folder"),
        pytest.param("", "has no table; expected CSVs such as authorities.csv", id="no CSV"),
    ],
)
def test_diff_with_no_tables_is_refused(
    released: tuple[Path, dict[str, bytes]], tmp_path: Path, folder: str, message: str
) -> None:
    with pytest.raises(HistoryError, match=message):
        diff("2026.8.0", str(tmp_path / folder), root=released[0])


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
    released: tuple[Path, dict[str, bytes]],
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
    released: tuple[Path, dict[str, bytes]], version: str, old: str, new: str
) -> None:
    root, _ = released
    edit(root, "authorities", old, new)
    with pytest.raises(HistoryError, match=r"edited since 2026\.8\.0 was released"):
        History(root).content("authorities", version)


def test_an_edit_of_a_newer_row_leaves_older_versions_alone(
    released: tuple[Path, dict[str, bytes]],
) -> None:
    root, first = released
    edit(root, "authorities", "Another", "Yet another")
    assert History(root).content("authorities", "2026.2.0") == first["authorities"]
    with pytest.raises(HistoryError, match=r"edited since 2026\.8\.0 was released"):
        History(root).content("authorities", "2026.8.0")


@pytest.mark.parametrize("has_base", [False, True], ids=["no commit", "another base"])
def test_a_release_needs_the_last_one(
    released: tuple[Path, dict[str, bytes]], tmp_path: Path, has_base: bool
) -> None:
    root, _ = released
    edit(root, "authorities", "Another", "A third")
    base = tmp_path / "base" if has_base else None  # It holds the tables of the first release.
    with pytest.raises(
        HistoryError, match=r"name a folder with the tables of 2026\.8\.0 with --base"
    ):
        release(root, "2026.9.0", base=base)


@pytest.fixture
def committed(released: tuple[Path, dict[str, bytes]]) -> tuple[Path, dict[str, bytes]]:
    """The two releases, the second one committed."""
    git = ["git", "-C", str(released[0]), "-c", "user.name=A", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "data"], ["commit", "-qm", "2026.8.0"]):
        subprocess.run([*git, *command], check=True)
    return released


@pytest.mark.parametrize(
    "edited",
    [
        pytest.param("", id="empty"),
        pytest.param("authority_id,name\n\n", id="too few cells"),
        pytest.param("name,authority_id\nA,a\n", id="other columns"),
    ],
)
def test_edited_tables_are_taken_from_the_commit_of_the_release(
    committed: tuple[Path, dict[str, bytes]], edited: str
) -> None:
    root, first = committed
    path = csv_path(root / "data", "authorities")
    as_released = path.read_bytes()
    path.write_text(edited)
    assert History(root).content("authorities", "2026.2.0") == first["authorities"]
    assert History(root).content("authorities", "2026.8.0") == as_released


def test_diff_with_the_checkout_that_is_edited(
    committed: tuple[Path, dict[str, bytes]],
) -> None:
    root, _ = committed
    edit(root, "authorities", "Another", "A third")
    found = diff("2026.8.0", root / "data", root=root)
    assert found[["table", "row_key", "old_value", "new_value"]].to_numpy().tolist() == [
        ["authorities", '["zz"]', "Another", "A third"]
    ]


def test_other_schema_is_refused(released: tuple[Path, dict[str, bytes]]) -> None:
    root, _ = released
    edit(root, "releases", ",1.0.0,", ",0.9.0,")
    with pytest.raises(HistoryError, match=r"Install sanctions-data 2026\.2\.0"):
        History(root).content("authorities", "2026.2.0")


def test_release_writes_version_hashes_and_changelog(checkout: Path) -> None:
    release(checkout, "2026.2.0", day=date(2026, 2, 27))
    releases = sd.load("releases", root=checkout).set_index("table")
    content = csv_path(checkout / "data", "events").read_bytes()
    assert releases.loc["events", "sha256"] == hashlib.sha256(content).hexdigest()
    assert 'version = "2026.2.0"' in (checkout / "pyproject.toml").read_text()
    assert (checkout / "CITATION.cff").read_text() == "cff-version: 1.2.0\nversion: 2026.2.0\n"
    log = (checkout / "CHANGELOG.md").read_text()
    assert log.index("## Unreleased") < log.index("## 2026.2.0") < log.index("- A fix.")


@pytest.mark.parametrize(
    ("version", "message"),
    [
        pytest.param("2026.1.9", "not later than 2026.2.0", id="older"),
        pytest.param("2026.2.0", "not later than 2026.2.0", id="the same"),
        pytest.param("v3", "expected YYYY.M.N", id="no calendar version"),
    ],
)
def test_wrong_version_is_refused(checkout: Path, version: str, message: str) -> None:
    release(checkout, "2026.2.0", day=date(2026, 2, 27))
    with pytest.raises(NotReleasable, match=message):
        release(checkout, version)


def test_faulty_tables_are_refused(checkout: Path) -> None:
    edit(checkout, "events", "2024-09-10,day", "2024-09-31,day")
    with pytest.raises(NotReleasable, match=r"issues, first .*events\.csv:2:occurred_on"):
        release(checkout, "2026.2.0")


def test_unknown_version_names_the_known(released: tuple[Path, dict[str, bytes]]) -> None:
    with pytest.raises(HistoryError, match=r"released versions are 2026\.2\.0, 2026\.8\.0"):
        sd.load("events", version="2020.1.0", root=released[0])
