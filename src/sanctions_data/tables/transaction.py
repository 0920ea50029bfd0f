"""Replacing several files at once: all of them or none, whatever moment a crash picks.

The new files are written beside the old ones and flushed. Then a marker that names them
is put down: from that moment the change counts as made. The renames that follow can be
repeated, and the next who opens the folder for writing finishes them before anything else.

``open_for_writing`` is the one way in: it locks, finishes what was interrupted, and only then
may be read what is to be changed. Who only reads refuses an unfinished change instead.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from sanctions_data.tables.atomic import BESIDE, disk_full, is_full, sync_folder, write_atomically
from sanctions_data.tables.lock import locked
from sanctions_data.tables.marker import (
    MARKER,
    STAGED,
    UnfinishedChangeError,
    digest,
    read_marker,
    refuse_odd_names,
    write_marker,
)
from sanctions_data.tables.regular_file import refuse_special

_open: list[Path] = []
# A writer puts its files in place within milliseconds; a reader waits that long and longer.
SETTLES = 2.0


@contextlib.contextmanager
def open_for_writing(root: Path, doing: str, wait: float | None = None) -> Iterator[None]:
    """Open a folder to read its tables and then change them with ``commit``; may be nested.

    Every other writer is kept out, a change that was interrupted is finished, and what a killed
    writer left behind is taken away: all that before the caller reads a row.

    Args:
        root: the folder that holds the data folder.
        doing: what is done meanwhile, for the message to others.
        wait: seconds to wait for another writer.

    Raises:
        InUseError: another writer did not end in time.
        UnfinishedChangeError: there is an unfinished change that was not begun here.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as name, open_for_writing(Path(name), "update"):
        ...     commit(Path(name), {"data/claims.csv": b"claim_id,proposition,event_id,note"})
        ...     (Path(name) / "data" / "claims.csv").stat().st_size
        34
    """
    with locked(root, doing, wait):
        is_first = root.resolve() not in _open
        _open.append(root.resolve())
        try:
            if is_first:
                _finish_interrupted(root)
                _remove_leftovers(root)
            yield
        finally:
            _open.remove(root.resolve())


def commit(root: Path, files: Mapping[str, bytes]) -> None:
    """Replace files below ``root`` in one step; the folder must be open for writing.

    Args:
        root: the folder; paths are relative to it.
        files: new content by relative path.

    Raises:
        RuntimeError: the folder is not open for writing, so that what the files were made
            from may be half of an older change.
        DiskFullError: there is no room; the old files stand, and nothing is left behind.
        UnfinishedChangeError: a path leads out of the folder.
    """
    if root.resolve() not in _open:
        raise RuntimeError(
            f"{root} is not open for writing; read and write within open_for_writing"
        )
    refuse_odd_names(files)
    try:
        for name, content in files.items():
            refuse_special(root / name)
            write_atomically(_staged(root / name), content, like=root / name)
        write_marker(root, files)
    except (Exception, KeyboardInterrupt) as error:
        for name in files:
            _staged(root / name).unlink(missing_ok=True)
        if is_full(error):
            raise disk_full(root / "data", sum(map(len, files.values()))) from None
        raise
    _put_in_place(root, list(files))


def refuse_unfinished(root: Path) -> None:
    """Refuse to read a folder with an unfinished change; who reads never changes anything.

    Raises:
        UnfinishedChangeError: there is one, and no writer ends it; the message says what to do.
    """
    marker, waited = root / MARKER, 0.0
    while marker.is_symlink() or marker.exists():
        if waited >= SETTLES:
            read_marker(root)
            raise UnfinishedChangeError(
                f"{root} holds a change that was interrupted ({MARKER}): its tables are half old, "
                "half new, and were not read; 'sanctions-data fmt' of its data folder finishes "
                "the change before it does anything else"
            )
        with contextlib.suppress(UnfinishedChangeError, FileNotFoundError):
            read_marker(root)
            time.sleep(0.02)
            waited += 0.02
            continue
        waited = SETTLES  # It is none of ours: nobody is at work, and there is nothing to wait for.


def _finish_interrupted(root: Path) -> None:
    if not ((root / MARKER).is_symlink() or (root / MARKER).exists()):
        return
    files = read_marker(root)
    for name, expected in files.items():
        staged = _staged(root / name)
        refuse_special(staged)
        if staged.exists() and digest(staged.read_bytes()) != expected:
            raise UnfinishedChangeError(
                f"{staged} is not what {root / MARKER} says; restore the folder with git, then "
                f"delete {MARKER} and the files .*{STAGED}"
            )
    _put_in_place(root, list(files))


def _put_in_place(root: Path, names: list[str]) -> None:
    folders = {root}
    for name in names:
        target = root / name
        folders.add(target.parent)
        staged = _staged(target)
        if staged.exists():
            staged.replace(target)
    for folder in folders:
        sync_folder(folder)
    (root / MARKER).unlink(missing_ok=True)


def _remove_leftovers(root: Path) -> None:
    """Take away what a writer that was killed before its change counted left beside the files."""
    folders = [root, *(each for each in root.iterdir() if each.is_dir() and not each.is_symlink())]
    for folder in folders:
        for ending in (STAGED, BESIDE):
            for left in folder.glob(f".*{ending}"):
                left.unlink(missing_ok=True)


def _staged(target: Path) -> Path:
    return target.with_name(f".{target.name}{STAGED}")
