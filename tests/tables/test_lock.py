"""Only one process at a time changes a folder, and a dead one is in nobody's way."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from sanctions_data.tables.lock import LOCK, InUseError, locked

HOLD = """
import sys
from pathlib import Path
from sanctions_data.tables.lock import locked
with locked(Path(sys.argv[1]), "update"):
    print("held", flush=True)
    sys.stdin.read()
"""
COUNT = """
import sys
from pathlib import Path
from sanctions_data.tables.lock import locked
counter = Path(sys.argv[1]) / "counter"
for _ in range(int(sys.argv[2])):
    with locked(counter.parent, "counting", wait=60):
        counter.write_text(str(int(counter.read_text()) + 1))
"""
ROUNDS = 25


class Holder:
    """Another process that holds the lock of a folder."""

    def __init__(self, root: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", HOLD, str(root)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout and self.process.stdout.readline() == "held\n"

    def end(self) -> None:
        assert self.process.stdin and self.process.stdout
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()


def test_lock_leaves_nothing_behind(tmp_path: Path) -> None:
    with locked(tmp_path, "update"):
        assert (tmp_path / LOCK).exists()
    assert not list(tmp_path.iterdir())


def test_lock_may_be_nested(tmp_path: Path) -> None:
    with locked(tmp_path, "update"):
        with locked(tmp_path, "writing"):
            pass
        assert (tmp_path / LOCK).read_text().startswith(f"update, process {os.getpid()}, since 2")


def test_who_holds_the_lock_is_told(tmp_path: Path) -> None:
    holder = Holder(tmp_path)
    try:
        with pytest.raises(InUseError) as caught, locked(tmp_path, "fmt", wait=0.1):
            pass
    finally:
        holder.end()
    assert f"{tmp_path} is being changed by another process" in str(caught.value)
    assert f"(update, process {holder.process.pid}, since " in str(caught.value)
    assert "wait until it has ended" in str(caught.value)
    with locked(tmp_path, "fmt", wait=0.1):
        pass


def test_a_short_change_is_waited_for(tmp_path: Path) -> None:
    holder = Holder(tmp_path)
    timer = threading.Timer(0.3, holder.end)
    timer.start()
    with locked(tmp_path, "fmt"):
        pass
    timer.join()


def test_lock_of_a_killed_process_blocks_nobody(tmp_path: Path) -> None:
    holder = Holder(tmp_path)
    holder.process.kill()
    holder.end()
    assert (tmp_path / LOCK).exists()
    with locked(tmp_path, "fmt", wait=0.1):
        pass
    assert not (tmp_path / LOCK).exists()


def test_another_thread_is_kept_out(tmp_path: Path) -> None:
    refused: list[str] = []

    def attempt() -> None:
        try:
            with locked(tmp_path, "fmt", wait=0.1):
                pass
        except InUseError as error:
            refused.append(str(error))

    with locked(tmp_path, "update"):
        thread = threading.Thread(target=attempt)
        thread.start()
        thread.join()
    assert "(update, process" in refused[0]


def test_no_turn_is_lost_between_processes(tmp_path: Path) -> None:
    (tmp_path / "counter").write_text("0")
    command = [sys.executable, "-c", COUNT, str(tmp_path), str(ROUNDS)]
    processes = [subprocess.Popen(command) for _ in range(3)]
    assert [process.wait() for process in processes] == [0, 0, 0]
    assert (tmp_path / "counter").read_text() == str(3 * ROUNDS)


def test_lock_ends_with_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="broken"), locked(tmp_path, "update"):
        raise ValueError("broken")
    with locked(tmp_path, "fmt", wait=0.1):
        pass


@pytest.mark.parametrize(
    ("make", "error", "said"),
    [
        pytest.param(lambda root: None, FileNotFoundError, "no such folder", id="no folder"),
        pytest.param(Path.touch, FileNotFoundError, "no such folder", id="a file"),
        pytest.param(
            lambda root: (root / LOCK).mkdir(parents=True), PermissionError, "cannot be written",
            id="cannot be written",
        ),
    ],
)  # fmt: skip
def test_folder_that_cannot_be_locked(
    tmp_path: Path, make: Callable[[Path], object], error: type[Exception], said: str
) -> None:
    root = tmp_path / "root"
    make(root)
    with pytest.raises(error, match=said), locked(root, "update"):
        pass
