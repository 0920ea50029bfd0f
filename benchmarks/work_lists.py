"""The rows of ``run.py`` about official lists: reading them, and updating the tables from them."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from bench_readers import read, walk
from side_by_side import Row, run_command

from sanctions_data.lists import FORMATS
from sanctions_data.tables.location import data_folder, root_folder

# List, what a bare pass over it is, and the aim.
READERS = [
    ("eu-fsf", "an lxml pass over the XML", 2),
    ("gb-fcdo", "an lxml pass over the XML", 2),
    ("un-sc", "an lxml pass over the XML", 2),
    ("au-dfat", "a calamine pass over the XLSX", 2.5),
    ("nz-mfat", "a calamine pass over the XLSX", 2.5),
    ("us-ofac-sdn", "csv.reader over the CSV", 6),
]
UNCHANGED = ("un-sc", "ca-gac")
COMMAND = ("-c", "from sanctions_data.cli import main; main()")


def list_rows(lists: Path, scratch: Path) -> Iterator[Row]:
    """Every row, in the order of the page.

    Args:
        lists: the folder with one folder a list and in it one folder a vintage.
        scratch: an empty folder, for a copy of the tables.
    """
    newest = {
        list_id: folder
        for list_id in FORMATS
        if (folder := max((lists / list_id).glob("????-??-??"), default=None)) is not None
    }
    for list_id, beside, aim in READERS:
        if list_id in newest:
            yield _reading(list_id, newest[list_id], beside, aim)
    shutil.copytree(data_folder(), scratch / "data")
    for name in ("datapackage.json", "pyproject.toml", "README.md"):
        shutil.copy(root_folder() / name, scratch)
    yield Row(
        "update from all lists, each read again",
        lambda: _update(lists, scratch, "--again"),
        lambda: _read_all(newest, newest),
        "reading them",
        aim=3,
        pairs=1,
    )
    yield Row(
        f"update from {len(UNCHANGED)} lists that have not changed",
        lambda: _update(lists, scratch, *UNCHANGED),
        lambda: _read_all(newest, UNCHANGED),
        "reading them",
        aim=5000,
        in_ms=True,
    )


def _reading(list_id: str, folder: Path, beside: str, aim: float) -> Row:
    known = FORMATS[list_id]
    files = [path for file in known.files if (path := known.find(folder, file.name))]
    return Row(
        f"read `{list_id}` of {folder.name}",
        lambda: read(known, folder),
        lambda: walk(files),
        beside,
        aim=aim,
    )


def _read_all(newest: dict[str, Path], lists: Iterable[str]) -> None:
    for list_id in lists:
        if list_id in newest:
            read(FORMATS[list_id], newest[list_id])


def _update(lists: Path, root: Path, *chosen: str) -> None:
    run_command(*COMMAND, "update", *chosen, "--from", str(lists), "--data", str(root))
