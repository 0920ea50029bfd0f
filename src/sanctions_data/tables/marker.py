"""The marker of a change that counts as made: what it names, and whose it is.

It is bound to its folder by the numbers that the file system gave to the folder and to the
marker itself. A copy, a clone or an unpacked archive has others, so that nobody can slip in a
change by way of files that look like an interrupted one.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from sanctions_data.schema import TABLES
from sanctions_data.tables.atomic import BESIDE, disk_full, is_full, sync_folder

MARKER = ".commit.json"
STAGED = ".staged"
_LONGEST = 1 << 20
_REMOVE = f"if no change of yours was interrupted, delete {MARKER} and the files .*{STAGED}"


class UnfinishedChangeError(ValueError):
    """A folder holds a change that is not finished; the message says what to do."""


def write_marker(root: Path, files: Mapping[str, bytes]) -> None:
    """Say that these files, which are staged, are to be put in place."""
    beside = root / f"{MARKER}.{os.getpid()}{BESIDE}"
    try:
        with beside.open("wb") as handle:
            content = {
                "folder": root.stat().st_ino,
                "marker": os.fstat(handle.fileno()).st_ino,
                "files": {name: digest(content) for name, content in sorted(files.items())},
            }
            handle.write(json.dumps(content).encode())
            handle.flush()
            os.fsync(handle.fileno())
        beside.replace(root / MARKER)
    except OSError as error:
        if is_full(error):
            raise disk_full(root / MARKER, _LONGEST) from None
        raise
    finally:
        beside.unlink(missing_ok=True)
    sync_folder(root)


def read_marker(root: Path) -> dict[str, str]:
    """The files that the marker in a folder names, with the hash that each must have.

    Raises:
        UnfinishedChangeError: it is damaged, names what no change of ours names, or was not
            written in this folder.
    """
    path = root / MARKER
    found = path.lstat()
    if not stat.S_ISREG(found.st_mode) or found.st_size > _LONGEST:
        raise UnfinishedChangeError(f"{path} is no marker of ours, but another file; delete it")
    try:
        content = json.loads(path.read_bytes())
        files, owner = content["files"], (content["folder"], content["marker"])
        if not all(isinstance(each, str) for pair in files.items() for each in pair):
            raise TypeError("names and hashes must be text")
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise UnfinishedChangeError(
            f"{path} is damaged ({type(error).__name__}: {str(error)[:80]!r}); {_REMOVE}, then "
            "look at what 'git status' says"
        ) from None
    if owner != (root.stat().st_ino, found.st_ino):
        raise UnfinishedChangeError(
            f"{path} was not written in this folder, but came with a copy or a clone of it: it is "
            f"not followed; {_REMOVE}"
        )
    refuse_odd_names(files)
    return dict(files)


def refuse_odd_names(names: Iterable[str]) -> None:
    """Let through only plain paths below the folder, and of CSVs only our tables.

    Raises:
        UnfinishedChangeError: a name is another; the message shows it.
    """
    for name in names:
        path = PurePosixPath(name)
        parts = name.split("/")
        plain = not path.is_absolute() and not set(name) & set("\\\0:")
        if not plain or any(part in ("", ".", "..") for part in parts):
            raise UnfinishedChangeError(
                f"{name!r} is no path below the folder; nothing was written. {_REMOVE}"
            )
        if path.suffix == ".csv" and path.stem not in TABLES:
            raise UnfinishedChangeError(f"{name!r} is none of our tables; nothing was written")


def digest(content: bytes) -> str:
    """The hash of a file's content."""
    return hashlib.sha256(content).hexdigest()
