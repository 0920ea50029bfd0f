"""Every command that writes reads only after what was interrupted has been finished."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest
from tests.conftest import write_tables
from typer.testing import CliRunner

from sanctions_data.cli.app import app
from sanctions_data.release.release import release
from sanctions_data.tables import transaction
from sanctions_data.tables.location import csv_path
from sanctions_data.tables.marker import MARKER
from sanctions_data.tables.transaction import commit, open_for_writing
from sanctions_data.validation.format_files import format_files

NEW = b"killed-between,The change was made.,,\n"


def interrupt(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin a change of the claims that counts as made, and stop before the renames."""
    content = csv_path(data, "claims").read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(transaction, "_put_in_place", lambda *_: None)
        with open_for_writing(data.parent, "killed"):
            commit(data.parent, {f"{data.name}/claims.csv": content + NEW})
    assert NEW not in csv_path(data, "claims").read_bytes()


def test_add_keeps_what_was_interrupted(
    sound_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupt(sound_folder, monkeypatch)
    row = {"claim_id": "another", "proposition": "Something else."}
    command = ["add", "claims", "--data", str(sound_folder), "--from", "-"]
    done = CliRunner().invoke(app, command, input=json.dumps(row))
    assert done.exit_code == 0, done.output
    written = csv_path(sound_folder, "claims").read_bytes()
    assert NEW in written and b"\nanother," in written
    assert not (sound_folder.parent / MARKER).exists()


def test_fmt_keeps_what_was_interrupted(
    sound_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupt(sound_folder, monkeypatch)
    format_files(sound_folder)
    assert NEW in csv_path(sound_folder, "claims").read_bytes()


def test_a_release_that_was_killed_is_not_made_twice(
    tmp_path: Path, sound_tables: dict[str, pd.DataFrame], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "checkout"
    tables = {**sound_tables, **{n: sound_tables[n].iloc[:0] for n in ("releases", "changes")}}
    write_tables(root / "data", tables)
    (root / "pyproject.toml").write_bytes(Path("pyproject.toml").read_bytes())
    (root / "CHANGELOG.md").write_text("# Changelog\n\n## Unreleased\n")
    (root / "datapackage.json").write_text("{}")
    with monkeypatch.context() as patch:
        patch.setattr(transaction, "_put_in_place", lambda *_: None)
        release(root, "2026.2.0")
    with pytest.raises(ValueError, match=r"2026\.2\.0 is not later"):
        release(root, "2026.2.0")
    assert (root / "CHANGELOG.md").read_text().count("## 2026.2.0") == 1
