"""Several files change at once or not at all, at whatever step a crash comes."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from sanctions_data.tables import atomic, lock, transaction
from sanctions_data.tables.atomic import DiskFullError, write_atomically
from sanctions_data.tables.lock import InUseError, locked
from sanctions_data.tables.marker import MARKER, UnfinishedChangeError, write_marker
from sanctions_data.tables.regular_file import SpecialFileError
from sanctions_data.tables.transaction import commit, open_for_writing, refuse_unfinished

OLD = {"data/claims.csv": b"old a\n", "data/events.csv": b"old b\n", "top.json": b"old top\n"}
NEW = {"data/claims.csv": b"new a\n", "data/events.csv": b"new b\n", "top.json": b"new top\n"}


class Crash(BaseException):
    """Stands for a kill: nothing of ours catches it."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, content in OLD.items():
        write_atomically(tmp_path / name, content)
    return tmp_path


def state(root: Path) -> dict[str, bytes]:
    return {name: (root / name).read_bytes() for name in OLD}


def put(root: Path, files: dict[str, bytes]) -> None:
    with open_for_writing(root, "test"):
        commit(root, files)


def names(root: Path) -> set[str]:
    return {path.name for path in root.rglob("*") if path.is_file()}


def test_commit_replaces_all_and_leaves_nothing_behind(root: Path) -> None:
    put(root, NEW)
    assert state(root) == NEW
    assert names(root) == {"claims.csv", "events.csv", "top.json"}


def test_a_file_keeps_its_mode(root: Path) -> None:
    (root / "data/claims.csv").chmod(0o640)
    put(root, NEW)
    assert (root / "data/claims.csv").stat().st_mode & 0o777 == 0o640


def test_nothing_is_written_into_a_folder_that_is_not_open(root: Path) -> None:
    with pytest.raises(RuntimeError, match="not open for writing"):
        commit(root, NEW)
    assert state(root) == OLD


@pytest.mark.parametrize("step", range(12), ids=lambda step: f"killed at step {step}")
def test_killed_commit_is_old_or_new_when_the_folder_is_opened_next(
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
        put(root, NEW)
    monkeypatch.undo()
    with open_for_writing(root, "next"):
        assert state(root) in (OLD, NEW)
        assert names(root) - {lock.LOCK} == {"claims.csv", "events.csv", "top.json"}


@pytest.fixture
def interrupted(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose change counts as made but whose files are still the old ones."""
    monkeypatch.setattr(transaction, "SETTLES", 0.05)
    with monkeypatch.context() as patch:
        patch.setattr(transaction, "_put_in_place", lambda *_: None)
        put(root, NEW)
    assert state(root) == OLD
    return root


def test_a_writer_finishes_a_change_before_it_reads(interrupted: Path) -> None:
    with open_for_writing(interrupted, "add"):
        assert state(interrupted) == NEW
        commit(interrupted, {"top.json": b"newest\n"})
    assert state(interrupted) == {**NEW, "top.json": b"newest\n"}


def test_a_reader_changes_nothing_and_says_what_to_do(interrupted: Path) -> None:
    with pytest.raises(UnfinishedChangeError, match=r"half old, half new.*sanctions-data fmt"):
        refuse_unfinished(interrupted)
    assert state(interrupted) == OLD
    assert (interrupted / MARKER).exists()


def test_a_reader_waits_for_a_writer_that_ends(
    interrupted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transaction, "SETTLES", 60.0)
    timer = threading.Timer(0.1, (interrupted / MARKER).unlink)
    timer.start()
    refuse_unfinished(interrupted)
    timer.join()


def test_a_copy_of_an_interrupted_change_is_not_followed(interrupted: Path) -> None:
    clone = interrupted.with_name("clone")
    shutil.copytree(interrupted, clone)
    for opened in (lambda: refuse_unfinished(clone), lambda: put(clone, {})):
        with pytest.raises(UnfinishedChangeError, match=r"was not written in this folder.*delete"):
            opened()
    assert state(clone) == OLD


def test_a_staged_file_that_was_changed_is_not_put_in_place(interrupted: Path) -> None:
    (interrupted / "data/.claims.csv.staged").write_bytes(b"evil\n")
    with pytest.raises(UnfinishedChangeError, match="is not what"):
        put(interrupted, {})
    assert state(interrupted) == OLD


MARKERS = {
    "not JSON": b"(){",
    "nothing": b"",
    "a list": b"[1]",
    "numbers": b'{"folder": 1, "marker": 2, "files": {"data/claims.csv": 3}}',
    "a list of names": b'["data/claims.csv"]',
    "deep": b"[" * 100_000,
}


@pytest.mark.parametrize("content", MARKERS.values(), ids=MARKERS)
def test_a_damaged_marker_is_named(root: Path, content: bytes) -> None:
    (root / MARKER).write_bytes(content)
    for opened in (lambda: refuse_unfinished(root), lambda: put(root, NEW)):
        with pytest.raises(UnfinishedChangeError, match=r"commit\.json is damaged.*delete"):
            opened()
    assert state(root) == OLD


def test_a_marker_that_is_a_link_is_not_followed(root: Path) -> None:
    (root / MARKER).symlink_to("/dev/zero")
    for opened in (lambda: refuse_unfinished(root), lambda: put(root, NEW)):
        with pytest.raises(UnfinishedChangeError, match="delete it"):
            opened()


@pytest.mark.parametrize(
    "name",
    ["../evil.json", "/etc/passwd", "data/../../x.md", "data\\claims.csv", "c:/x.md", "a//b.md",
     "data/unknown.csv", "data/./claims.csv", ""],
)  # fmt: skip
def test_only_plain_paths_are_written(interrupted: Path, name: str) -> None:
    marker = interrupted / MARKER
    content = json.loads(marker.read_bytes())
    with marker.open("r+b") as handle:  # The same file, so that it is still ours.
        handle.truncate()
        handle.write(json.dumps({**content, "files": {name: "0"}}).encode())
    with pytest.raises(UnfinishedChangeError, match=r"no path below|none of our tables"):
        put(interrupted, {})
    marker.unlink()
    with pytest.raises(UnfinishedChangeError, match=r"no path below|none of our tables"):
        put(interrupted, {name: b"x"})
    assert state(interrupted) == OLD


def test_a_link_in_place_of_a_table_is_not_written(root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.csv"
    elsewhere.write_bytes(b"theirs\n")
    (root / "data/claims.csv").unlink()
    (root / "data/claims.csv").symlink_to(elsewhere)
    with pytest.raises(SpecialFileError, match="symbolic link"):
        put(root, NEW)
    assert elsewhere.read_bytes() == b"theirs\n"
    assert not list(root.rglob(".*.staged"))


@pytest.mark.parametrize("on", [1, 2, 3, 4], ids=lambda on: f"full at file {on}")
def test_a_full_disk_leaves_the_old_files_and_nothing_else(
    root: Path, monkeypatch: pytest.MonkeyPatch, on: int
) -> None:
    real: Callable[[int], None] = os.fsync
    calls = 0

    def fill(descriptor: int) -> None:
        nonlocal calls
        if os.fstat(descriptor).st_mode & 0o100000:  # A file, not a folder.
            calls += 1
            if calls == on:
                raise OSError(errno.ENOSPC, "No space left on device")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fill)
    with pytest.raises(DiskFullError, match=r" 20 bytes are needed.*make room"):
        put(root, NEW)  # All of it, not only the file that found no room.
    monkeypatch.undo()
    assert state(root) == OLD
    assert names(root) == {"claims.csv", "events.csv", "top.json"}


def test_other_write_errors_take_staged_files_away(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(transaction, "write_marker", fail)
    with pytest.raises(PermissionError):
        put(root, NEW)
    assert names(root) == {"claims.csv", "events.csv", "top.json"}


def test_change_of_another_writer_is_waited_for(
    interrupted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "WAIT", 0.1)
    refused = []

    def write() -> None:
        try:
            put(interrupted, {})
        except InUseError as error:
            refused.append(str(error))

    with locked(interrupted, "update"):
        thread = threading.Thread(target=write)
        thread.start()
        thread.join()
    assert len(refused) == 1
    assert state(interrupted) == OLD


def test_full_disk_is_told_of_a_share_as_well() -> None:
    assert atomic.is_full(OSError(errno.EDQUOT, "Disk quota exceeded"))
    assert not atomic.is_full(OSError(errno.EACCES, "Permission denied"))


def test_where_a_folder_cannot_be_flushed_files_are_written(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where a folder cannot be opened."""
    real = os.open

    def open_file(path: Path, *more: int) -> int:
        if Path(path).is_dir():
            raise PermissionError(13, "denied")
        return real(path, *more)

    monkeypatch.delattr(os, "O_DIRECTORY")
    monkeypatch.setattr(os, "open", open_file)
    put(root, {"data/claims.csv": b"new"})
    assert (root / "data" / "claims.csv").read_bytes() == b"new"


def test_all_is_on_disk_before_the_next_step_counts_on_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a power cut there is what was flushed: content before its name, names by folder."""
    if not hasattr(os, "O_DIRECTORY"):
        pytest.skip("folders cannot be flushed here")
    done: list[str] = []
    sync, rename, remove = os.fsync, Path.replace, Path.unlink

    def plain(path: Path) -> str:
        name = path.relative_to(root).as_posix().replace(f".{os.getpid()}.new", " beside")
        return {".": "the root"}.get(name, name)

    def note_sync(descriptor: int) -> None:
        here = os.fstat(descriptor)
        (path,) = (p for p in (root, *root.rglob("*")) if p.stat().st_ino == here.st_ino)
        size = "" if path.is_dir() else f" of {here.st_size}"
        done.append(f"flush {plain(path)}{size}")
        sync(descriptor)

    def note_rename(path: Path, target: Path) -> Path:
        done.append(f"rename to {plain(Path(target))}")
        return rename(path, target)

    def note_removal(path: Path, *, missing_ok: bool = False) -> None:
        if path.name == MARKER:
            done.append(f"remove {plain(path)}")
        remove(path, missing_ok=missing_ok)

    with open_for_writing(root, "test"):
        monkeypatch.setattr(os, "fsync", note_sync)
        monkeypatch.setattr(Path, "replace", note_rename)
        monkeypatch.setattr(Path, "unlink", note_removal)
        commit(root, {"data/claims.csv": b"new a\n"})
        monkeypatch.undo()
    marker = next(each for each in done if each.startswith("flush .commit.json"))
    assert int(marker.rpartition(" ")[2]) > 100
    assert done[:6] == [
        "flush data/..claims.csv.staged beside of 6", "rename to data/.claims.csv.staged",
        "flush data", marker, "rename to .commit.json", "flush the root",
    ]  # fmt: skip
    assert done[6] == "rename to data/claims.csv"
    assert sorted(done[7:9]) == ["flush data", "flush the root"]
    assert done[9:] == ["remove .commit.json"]


def test_what_somebody_else_takes_away_meanwhile_is_no_error(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Our own message tells people to delete the marker and what is staged."""
    remove = Path.unlink

    def come_late(path: Path, *, missing_ok: bool = False) -> None:
        if path.exists() and path.name != lock.LOCK:
            remove(path)
        remove(path, missing_ok=missing_ok)

    for left in ("data/.claims.csv.staged", ".top.json.1.new"):
        (root / left).write_bytes(b"left by a writer that was killed")
    monkeypatch.setattr(Path, "unlink", come_late)
    put(root, NEW)
    with pytest.raises(SpecialFileError), open_for_writing(root, "test"):
        commit(root, {"top.json": b"", "data": b"a folder"})
    assert state(root) == NEW
    assert names(root) - {lock.LOCK} == {"claims.csv", "events.csv", "top.json"}


def test_a_staged_file_that_is_a_link_is_not_followed(interrupted: Path) -> None:
    staged = interrupted / "data/.claims.csv.staged"
    staged.rename(interrupted / "elsewhere")
    staged.symlink_to(interrupted / "elsewhere")  # With the content that the marker names.
    with pytest.raises(SpecialFileError, match="symbolic link"):
        put(interrupted, {})
    assert state(interrupted) == OLD


@pytest.mark.parametrize(
    ("size", "says"),
    [
        pytest.param(1 << 20, "is damaged", id="a long one"),
        pytest.param((1 << 20) + 1, "no marker of ours", id="too long to be looked into"),
    ],
)
def test_how_long_a_marker_may_be(root: Path, size: int, says: str) -> None:
    (root / MARKER).write_bytes(b"{".ljust(size))
    with pytest.raises(UnfinishedChangeError, match=says):
        refuse_unfinished(root)


@pytest.mark.parametrize(
    ("number", "raised"),
    [
        pytest.param(errno.EACCES, PermissionError, id="not allowed"),
        pytest.param(errno.ENOSPC, DiskFullError, id="full"),
    ],
)
@pytest.mark.parametrize("last", ["top.json", MARKER], ids=["a file", "the marker"])
def test_a_file_that_cannot_be_put_in_place_is_told_and_leaves_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch, number: int, raised: type[OSError], last: str
) -> None:
    def refuse(path: Path, target: Path) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match=r"no|cannot be written") as caught:
        if last == MARKER:
            write_marker(root, {"top.json": b"new"})
        else:
            write_atomically(root / last, b"new")
    assert type(caught.value) is raised
    assert state(root) == OLD
    assert names(root) == {"claims.csv", "events.csv", "top.json"}


def test_folders_are_made_for_a_file(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a" / "b" / "c.json", b"new")
    assert (tmp_path / "a" / "b" / "c.json").read_bytes() == b"new"


def test_a_folder_that_was_flushed_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An update flushes thousands of times, and a process may hold about a thousand open."""
    if not hasattr(os, "O_DIRECTORY"):
        pytest.skip("folders cannot be flushed here")
    opened: list[int] = []
    closed: list[int] = []
    real_open, real_close = os.open, os.close

    def note_open(path: Path, flags: int) -> int:
        opened.append(real_open(path, flags))
        return opened[-1]

    def note_close(descriptor: int) -> None:
        closed.append(descriptor)
        real_close(descriptor)

    monkeypatch.setattr(os, "open", note_open)
    monkeypatch.setattr(os, "close", note_close)
    atomic.sync_folder(tmp_path)
    monkeypatch.undo()
    assert opened == closed != []


def test_a_reader_waits_as_long_as_a_writer_takes(
    interrupted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []
    monkeypatch.setattr(transaction, "SETTLES", 2.0)
    monkeypatch.setattr("time.sleep", slept.append)
    with pytest.raises(UnfinishedChangeError, match="half old"):
        refuse_unfinished(interrupted)
    assert sum(slept) == pytest.approx(2.0, abs=0.03)


def test_what_lies_in_a_folder_that_a_link_leads_to_is_left(root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path.with_name("elsewhere")
    elsewhere.mkdir()
    theirs = elsewhere / ".theirs.new"
    theirs.write_bytes(b"theirs")
    (root / "link").symlink_to(elsewhere, target_is_directory=True)
    put(root, NEW)
    assert theirs.exists()


def test_what_is_no_marker_of_ours_is_not_waited_for(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / MARKER).write_bytes(b"{}")
    slept: list[float] = []
    monkeypatch.setattr("time.sleep", slept.append)
    with pytest.raises(UnfinishedChangeError, match="is damaged"):
        refuse_unfinished(root)
    assert slept == []
