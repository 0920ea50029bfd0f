"""Files that are no tables: each gets one clear message, never a traceback."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanctions_data.schema import TABLES
from sanctions_data.tables import transaction
from sanctions_data.tables.location import csv_path
from sanctions_data.tables.marker import UnfinishedChangeError
from sanctions_data.tables.regular_file import SpecialFileError
from sanctions_data.tables.store import Store
from sanctions_data.validation import validate
from sanctions_data.validation.engine.reading import read_raw
from sanctions_data.validation.format_files import format_files

HEADER = ",".join(TABLES["claims"].header).encode()
ROW = b"one,A proposition.,iran-missiles-2024-09-10,"

BROKEN = [
    pytest.param(b"", "file-empty", 0, id="empty"),
    pytest.param(b"\n\n", "file-empty", 0, id="only blank lines"),
    pytest.param(HEADER + b"\n", "table-not-empty", 0, id="no rows"),
    pytest.param(b"a,b\n1,2\n", "header", 1, id="another header"),
    pytest.param(HEADER + b",more\n" + ROW + b",x\n", "header", 1, id="a column more"),
    pytest.param(HEADER.replace(b",note", b"") + b"\n", "header", 1, id="a column less"),
    pytest.param((HEADER + b"\n" + ROW).replace(b",", b";"), "delimiter", 1, id="semicolons"),
    pytest.param((HEADER + b"\n" + ROW).replace(b",", b"\t"), "delimiter", 1, id="tabs"),
    pytest.param((HEADER + b"\n" + ROW).decode().encode("utf-16"), "encoding", 0, id="UTF-16"),
    pytest.param(HEADER + b"\n" + ROW + b"\xff\n", "encoding", 2, id="bytes that are no UTF-8"),
    pytest.param(HEADER + b"\n" + ROW + b"\x00\n", "nul-byte", 2, id="NUL byte"),
    pytest.param(HEADER + b"\n" + ROW + b"\nx,y\n", "row-width", 3, id="a short row"),
    pytest.param(HEADER + b"\n" + ROW + b",more\n", "row-width", 2, id="a long row"),
    pytest.param(HEADER + b"\n\n" + ROW + b"\n", "row-width", 2, id="an empty line"),
    pytest.param(HEADER + b'\n"open,x,y,z\n', "csv", 2, id="a quote that is never closed"),
    pytest.param(HEADER + b"\n" + ROW + b"x" * 50_000_000, "csv", 2, id="a cell of 50 MB"),
]


@pytest.mark.parametrize(("content", "rule", "line"), BROKEN)
def test_broken_file(sound_folder: Path, content: bytes, rule: str, line: int) -> None:
    path = csv_path(sound_folder, "claims")
    path.write_bytes(content)
    ours = [f for f in validate(sound_folder).issues if f.file.endswith("claims.csv")]
    assert [(issue.rule, issue.line) for issue in ours] == [(rule, line)]
    assert ours[0].hint
    assert len(str(ours[0])) < 600


def test_a_missing_file_is_told_and_its_references_are_not(sound_folder: Path) -> None:
    csv_path(sound_folder, "sources").unlink()
    assert {issue.rule for issue in validate(sound_folder).issues} == {"file-missing"}


@pytest.mark.parametrize(
    ("change", "line"),
    [
        pytest.param(lambda text: text.replace("\n", "\r\n"), 2, id="CRLF"),
        pytest.param(lambda text: "\ufeff" + text, 2, id="byte order mark"),
        pytest.param(lambda text: text.rstrip("\n"), 2, id="no line break at the end"),
    ],
)
def test_lines_are_counted_right(
    sound_folder: Path, change: Callable[[str], str], line: int
) -> None:
    path = csv_path(sound_folder, "claims")
    text = path.read_text(encoding="utf-8").replace("iran-missiles-2024-09-10", "no-such-event")
    path.write_bytes(change(text).encode())
    issues = [f for f in validate(sound_folder).issues if f.rule == "foreign-key"]
    assert [issue.line for issue in issues] == [line]


def test_lines_behind_a_cell_with_a_line_break(tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    path.write_bytes(HEADER + b'\none,"two\nlines",,\nnext,three,,\n')
    raw = read_raw(TABLES["claims"], path, "claims.csv")
    assert list(raw.lines) == [2, 4]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(st.binary(max_size=200), st.booleans())
def test_no_bytes_give_a_traceback(tmp_path: Path, content: bytes, has_header: bool) -> None:
    path = tmp_path / "claims.csv"
    path.write_bytes(HEADER + b"\n" + content if has_header else content)
    raw = read_raw(TABLES["claims"], path, "claims.csv")
    assert raw.frame is not None or raw.issues
    if raw.frame is not None:
        assert len(raw.frame) == len(raw.lines)
        assert isinstance(raw.frame, pd.DataFrame)


def test_interrupted_change_is_neither_judged_nor_finished_by_a_check(
    sound_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content, root = csv_path(sound_folder, "events").read_bytes(), sound_folder.parent
    monkeypatch.setattr(transaction, "SETTLES", 0.05)
    with monkeypatch.context() as patch:
        patch.setattr(transaction, "_put_in_place", lambda *_: None)  # killed before the renames
        broken = content.replace(b"2024-09-10,day", b"2024-09-31,day")
        with transaction.open_for_writing(root, "test"):
            transaction.commit(root, {f"{sound_folder.name}/events.csv": broken})
    for check in (validate, lambda folder: format_files(folder, dry_run=True)):
        with pytest.raises(UnfinishedChangeError, match="sanctions-data fmt"):
            check(sound_folder)
    assert csv_path(sound_folder, "events").read_bytes() == content
    format_files(sound_folder)
    assert [issue.rule for issue in validate(sound_folder).issues] == ["cell-date"]
    assert not (root / transaction.MARKER).exists()


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("put", "told"),
    [
        pytest.param(lambda path: path.symlink_to("/etc/hostname"), "symbolic link", id="link"),
        pytest.param(lambda path: path.symlink_to("/dev/zero"), "symbolic link", id="to a device"),
        pytest.param(make_pipe, "pipe", id="pipe"),
        pytest.param(Path.mkdir, "folder", id="folder"),
    ],
)
def test_what_is_no_file_is_not_opened(
    sound_folder: Path, put: Callable[[Path], None], told: str
) -> None:
    path = csv_path(sound_folder, "claims")
    path.unlink()
    put(path)
    assert [
        (i.rule, told in i.problem) for i in validate(sound_folder).issues if "claims" in i.file
    ] == [("file-unreadable", True)]
    (formed,) = (
        format_files(path)
        if path.is_file()
        else [each for each in format_files(sound_folder) if each.path == path]
    )
    assert told in formed.issues[0].problem
    with pytest.raises(SpecialFileError, match=told):
        Store.read(sound_folder)
