"""Several files change at once or not at all, at whatever step a crash comes."""

from __future__ import annotations

import contextlib
import threading
from pathlib import Path

import pytest

from sanctions_data.tables import lock, transaction
from sanctions_data.tables.atomic import write_atomically
from sanctions_data.tables.lock import InUseError, locked
from sanctions_data.tables.transaction import MARKER, commit, recover, recover_if_writable

OLD = {"data/a.csv": b"old a\n", "data/b.csv": b"old b\n", "top.json": b"old top\n"}
NEW = {"data/a.csv": b"new a\n", "data/b.csv": b"new b\n", "top.json": b"new top\n"}


class Crash(BaseException):
    """Stands for a kill: nothing of ours catches it."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, content in OLD.items():
        write_atomically(tmp_path / name, content)
    return tmp_path


def state(root: Path) -> dict[str, bytes]:
    return {name: (root / name).read_bytes() for name in OLD}


def test_commit_replaces_all_and_leaves_nothing_behind(root: Path) -> None:
    commit(root, NEW)
    assert state(root) == NEW
    left = {path.name for path in root.rglob("*") if path.is_file()}
    assert left == {"a.csv", "b.csv", "top.json"}


@pytest.mark.parametrize("step", range(12), ids=lambda step: f"killed at step {step}")
def test_killed_commit_is_old_or_new_after_recovery(
    root: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    done = 0
    real_replace, real_unlink = Path.replace, Path.unlink

    def counting(real):  # type: ignore[no-untyped-def]
        def call(path: Path, *args: object, **kwargs: object) -> object:
            nonlocal done
            if done == step:
                raise Crash
            done += 1
            return real(path, *args, **kwargs)

        return call

    monkeypatch.setattr(Path, "replace", counting(real_replace))
    monkeypatch.setattr(Path, "unlink", counting(real_unlink))
    with contextlib.suppress(Crash):
        commit(root, NEW)
    monkeypatch.undo()
    recover(root)
    assert state(root) in (OLD, NEW)


def test_commit_after_a_kill_wins(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transaction, "recover", lambda root: None)
    commit(root, NEW)  # staged and marked, not renamed
    monkeypatch.undo()
    assert state(root) == OLD
    commit(root, {"top.json": b"newest\n"})
    assert state(root) == {**NEW, "top.json": b"newest\n"}


def test_recover_without_a_marker_does_nothing(root: Path) -> None:
    recover(root)
    assert state(root) == OLD


@pytest.fixture
def interrupted(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose change counts as made but whose files are still the old ones."""
    with monkeypatch.context() as patch:
        patch.setattr(transaction, "recover", lambda root: None)
        commit(root, NEW)
    assert state(root) == OLD
    return root


def test_reader_finishes_a_change(interrupted: Path) -> None:
    recover_if_writable(interrupted)
    assert state(interrupted) == NEW


def test_folder_that_cannot_be_written_is_left_alone(
    interrupted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda path, mode: False)
    recover_if_writable(interrupted)
    assert state(interrupted) == OLD
    assert (interrupted / MARKER).exists()


def test_change_of_another_writer_is_waited_for(
    interrupted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "WAIT", 0.1)
    refused = []

    def read() -> None:
        try:
            recover(interrupted)
        except InUseError as error:
            refused.append(str(error))

    with locked(interrupted, "update"):
        thread = threading.Thread(target=read)
        thread.start()
        thread.join()
    assert len(refused) == 1
    assert state(interrupted) == OLD
