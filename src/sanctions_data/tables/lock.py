"""One writer at a time in a folder.

The lock is the operating system's: it ends with the process that holds it, however that
ends, so a lock file that was left behind blocks nobody.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

LOCK = ".lock"
WAIT = 10.0


class InUseError(TimeoutError):
    """Another process changes the folder; the message says which one and what to do."""


@contextlib.contextmanager
def locked(root: Path, doing: str, wait: float | None = None) -> Iterator[None]:
    """Keep every other writer out of a folder for a while; may be nested.

    Args:
        root: the folder that holds the data folder.
        doing: what is done meanwhile, for the message to others.
        wait: seconds to wait for another writer; ``WAIT`` if left out.

    Raises:
        InUseError: another writer did not end in time.
        FileNotFoundError: there is no such folder.
        PermissionError: the folder cannot be written.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as name, locked(Path(name), "update"):
        ...     (Path(name) / LOCK).read_text()[:6]
        'update'
    """
    from filelock import FileLock, Timeout  # only writers need it

    if not root.is_dir():
        raise FileNotFoundError(f"{root}: no such folder")
    path = root.resolve() / LOCK
    if path.is_symlink():
        raise PermissionError(
            f"{path} is a symbolic link, and what it leads to would be written; delete it"
        )
    lock = FileLock(path, is_singleton=True)
    try:
        lock.acquire(timeout=WAIT if wait is None else wait)
    except Timeout:
        raise InUseError(
            f"{root} is being changed by another process ({_holder(path)}); nothing was written: "
            "wait until it has ended, then try again"
        ) from None
    except OSError as error:
        raise PermissionError(
            f"{root} cannot be written ({error.strerror}); fix its permissions, or copy "
            "the tables to a folder of your own"
        ) from None
    is_outermost = lock.lock_counter == 1
    try:
        if is_outermost:
            _sign(path, doing)
        yield
    finally:
        try:
            if is_outermost:
                # While it is held: whoever waits for this file notices, and opens a new one.
                with contextlib.suppress(OSError):
                    path.unlink()
        finally:
            lock.release()


def _sign(path: Path, doing: str) -> None:
    since = datetime.now().astimezone().isoformat(timespec="seconds")
    with contextlib.suppress(OSError):  # not every system lets a locked file be written
        path.write_text(f"{doing}, process {os.getpid()}, since {since}", encoding="utf-8")


def _holder(path: Path) -> str:
    with contextlib.suppress(OSError):
        if holder := path.read_text(encoding="utf-8"):
            return holder
    return "it did not say which one"
