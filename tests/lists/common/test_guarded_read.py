"""Whatever is in a file or goes wrong below a reader, the list is refused in words."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sanctions_data.lists.common import guarded_read as module
from sanctions_data.lists.common.entry import Entry, ListFile, ListFormat
from sanctions_data.lists.common.guarded_read import SIZE_VARIABLE, guarded_read
from sanctions_data.lists.common.read_report import ReadReport

ONE = Entry("1", "person", (), "row 1")


def listed(read: Callable[[Path, ReadReport], Iterator[Entry]]) -> ListFormat:
    return ListFormat("test", (ListFile("a.csv", ""),), read, maximum_bytes=10)


def one(folder: Path, report: ReadReport) -> Iterator[Entry]:
    yield ONE


def failing(error: BaseException) -> ListFormat:
    def read(folder: Path, report: ReadReport) -> Iterator[Entry]:
        yield ONE
        raise error

    return listed(read)


def slow(folder: Path, report: ReadReport) -> Iterator[Entry]:
    yield ONE
    with contextlib.suppress(Exception):  # as a reader may have it
        time.sleep(20)
    yield ONE


def result(of: ListFormat, folder: Path) -> tuple[int, list[str]]:
    report = ReadReport("test")
    return len(list(guarded_read(of, folder, report))), [str(each) for each in report.errors]


@pytest.mark.parametrize(("size", "entries"), [(10, 1), (11, 0)])
def test_a_file_has_so_many_bytes_at_most(tmp_path: Path, size: int, entries: int) -> None:
    (tmp_path / "A.CSV").write_bytes(b"x" * size)
    found, errors = result(listed(one), tmp_path)
    assert found == entries
    assert len(errors) == 1 - entries
    assert all("has 11 bytes, more than the 10" in error for error in errors)
    assert all(SIZE_VARIABLE in error for error in errors)


def test_a_larger_file_can_be_allowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.csv").write_bytes(b"x" * 11)
    monkeypatch.setenv(SIZE_VARIABLE, "11")
    assert result(listed(one), tmp_path) == (1, [])
    monkeypatch.setenv(SIZE_VARIABLE, "much")
    with pytest.raises(ValueError, match="expected a number of bytes"):
        result(listed(one), tmp_path)


class Panic(BaseException):
    """As a library in Rust ends."""


@pytest.mark.parametrize("error", [IndexError("99"), Panic("index out of range"), MemoryError()])
def test_a_reader_that_fails_is_told(tmp_path: Path, error: BaseException) -> None:
    found, (told,) = result(failing(error), tmp_path)
    assert found == 1
    assert "what follows row 1" in told
    assert type(error).__name__ in told


@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit(2)])
def test_who_stops_the_program_stops_it(tmp_path: Path, error: BaseException) -> None:
    with pytest.raises(type(error)):
        result(failing(error), tmp_path)


@pytest.mark.skipif(not hasattr(module.signal, "setitimer"), reason="the system has no alarm")
def test_an_entry_that_takes_too_long_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONGEST", 0.1)
    found, (told,) = result(listed(slow), tmp_path)
    assert found == 1
    assert "took longer than 0.1 s" in told
    assert module.signal.getsignal(module.signal.SIGALRM) is module.signal.SIG_DFL


def test_in_another_thread_it_reads_as_well(tmp_path: Path) -> None:
    found: list[tuple[int, list[str]]] = []
    thread = threading.Thread(target=lambda: found.append(result(listed(one), tmp_path)))
    thread.start()
    thread.join()
    assert found == [(1, [])]
