"""Commands that write leave a folder alone while another process changes it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sanctions_data.cli.app import app

run = CliRunner().invoke


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["fmt", "{data}"], id="fmt of a folder"),
        pytest.param(["fmt", "{data}/events.csv"], id="fmt of a file"),
        pytest.param(["add", "sources", "--from", "-", "--data", "{data}"], id="add"),
        pytest.param(["update", "un-sc", "--from", "{root}", "--data", "{root}"], id="update"),
        pytest.param(["release", "2099.1.0"], id="release"),
    ],
)
def test_writer_is_refused(
    sound_folder: Path,
    in_use: Callable[[Path], None],
    monkeypatch: pytest.MonkeyPatch,
    command: list[str],
) -> None:
    root = sound_folder.parent
    (root / "datapackage.json").write_text("{}")
    snapshot = root / "un-sc" / "2026-09-01" / "consolidated.xml"
    snapshot.parent.mkdir(parents=True)
    snapshot.write_text("<CONSOLIDATED_LIST/>")
    monkeypatch.setattr("sanctions_data.cli.version_commands.root_folder", lambda: root)
    path = sound_folder / "events.csv"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))  # something to fix
    before = {each: each.read_bytes() for each in sound_folder.iterdir()}
    in_use(root)
    done = run(app, [part.format(data=sound_folder, root=root) for part in command], input="{}")
    assert done.exit_code == 2
    assert f"{root} is being changed by another process (update, process " in done.output
    assert {each: each.read_bytes() for each in sound_folder.iterdir()} == before


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["validate", "{data}"], id="validate"),
        pytest.param(["fmt", "--check", "{data}"], id="fmt --check"),
    ],
)
def test_reader_is_not(
    sound_folder: Path, in_use: Callable[[Path], None], command: list[str]
) -> None:
    in_use(sound_folder.parent)
    done = run(app, [part.format(data=sound_folder) for part in command])
    assert done.exit_code == 0, done.output
