"""Writing files so that a crash at any moment leaves the old ones or the new ones."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from pathlib import Path

BESIDE = ".new"
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


class DiskFullError(OSError):
    """There is no room for what is to be written; the message says how much it takes."""


def write_atomically(path: Path, content: bytes, like: Path | None = None) -> None:
    """Write ``content`` beside ``path``, flush it to disk, then rename it into place.

    Args:
        path: the file; its mode is kept where it is there already.
        content: all that it is to hold.
        like: another file whose mode it gets.

    Raises:
        DiskFullError: there is no room; nothing was changed, and nothing is left behind.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}{BESIDE}")
    try:
        with beside.open("wb") as handle:
            handle.write(content)
            handle.flush()
            os.fsync(handle.fileno())
        if (model := like or path).exists():
            beside.chmod(stat.S_IMODE(model.stat().st_mode))
        beside.replace(path)
    except OSError as error:
        if is_full(error):
            raise disk_full(path, len(content)) from None
        raise
    finally:
        beside.unlink(missing_ok=True)
    sync_folder(path.parent)


def is_full(error: BaseException) -> bool:
    """Whether an error says that there is no room."""
    return isinstance(error, DiskFullError) or getattr(error, "errno", None) in _NO_ROOM


def disk_full(path: Path, needed: int) -> DiskFullError:
    """The error of a disk without room for so many bytes, and what to do about it."""
    free = shutil.disk_usage(path.parent).free
    return DiskFullError(
        f"{path} cannot be written: the disk or your share of it is full; {needed:,} bytes are "
        f"needed, {free:,} are free. Nothing was changed: make room, then run the command again"
    )


def sync_folder(folder: Path) -> None:
    """Flush a folder, so that renames in it survive a power cut; Windows has no such thing."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
