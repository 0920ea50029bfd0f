"""Reading files that may be anything: a link to elsewhere, a pipe that never ends, a device."""

from __future__ import annotations

import os
import stat
from pathlib import Path

# The largest table has a twentieth of it.
MAXIMUM_BYTES = 256 << 20
_KINDS = {
    stat.S_IFLNK: "a symbolic link",
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe (FIFO)",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFSOCK: "a socket",
}


class SpecialFileError(OSError):
    """What stands in place of a file is none, or is too large; the message says what it is."""


def refuse_special(path: Path) -> None:
    """Refuse what is there and is no plain file.

    Raises:
        SpecialFileError: it is a link, a folder, a pipe, a device or a socket.

    Example:
        >>> refuse_special(Path("/dev/zero"))
        Traceback (most recent call last):
        ...
        sanctions_data.tables.regular_file.SpecialFileError: /dev/zero is a device, not a file
    """
    if told := special_kind(path):
        raise SpecialFileError(f"{path} is {told}, not a file")


def special_kind(path: Path) -> str:
    """What stands there instead of a file, in words; empty for a file and for nothing."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return ""
    return "" if stat.S_ISREG(mode) else _KINDS.get(stat.S_IFMT(mode), "no file")


def read_regular(path: Path, maximum: int = MAXIMUM_BYTES) -> bytes:
    """The bytes of a plain file that is not too large.

    It is opened without following a link and without waiting for a pipe, then looked at: what
    was there a moment ago may be another thing by now.

    Raises:
        FileNotFoundError: there is nothing.
        SpecialFileError: it is no plain file, or larger than ``maximum`` bytes.
    """
    refuse_special(path)
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with os.fdopen(os.open(path, flags | getattr(os, "O_BINARY", 0)), "rb") as handle:
        found = os.fstat(handle.fileno())
        if not stat.S_ISREG(found.st_mode):
            raise SpecialFileError(f"{path} is no file")
        if found.st_size > maximum:
            raise SpecialFileError(
                f"{path} has {found.st_size:,} bytes, more than the {maximum:,} that it may have"
            )
        return handle.read()
