"""Replacing several files at once: all of them or none, whatever moment a crash picks.

The new files are written beside the old ones and flushed. Then a marker that names them
is put down: from that moment the change counts as made. The renames that follow can be
repeated, and whoever opens the folder next finishes them.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

from sanctions_data.tables.atomic import sync_folder, write_atomically
from sanctions_data.tables.lock import locked

MARKER = ".commit.json"


def commit(root: Path, files: Mapping[str, bytes]) -> None:
    """Replace files below ``root`` in one step.

    Args:
        root: the folder; paths are relative to it.
        files: new content by relative path.

    Raises:
        InUseError: another process is changing the folder.
    """
    with locked(root, "writing"):
        recover(root)
        for name, content in files.items():
            write_atomically(_staged(root / name), content)
        write_atomically(root / MARKER, json.dumps(sorted(files)).encode())
        recover(root)


def recover(root: Path) -> None:
    """Finish a change that was interrupted after it counted as made; else do nothing.

    Raises:
        InUseError: another process is in the middle of a change, and does not end it.
    """
    marker = root / MARKER
    if not marker.exists():
        return
    with locked(root, "recovery"):
        if marker.exists():  # whoever held the lock may have finished the change
            _finish(root, marker)


def recover_if_writable(root: Path) -> None:
    """``recover``, for those who only read: a folder that they cannot write stays as it is."""
    if os.access(root, os.W_OK):
        recover(root)


def _finish(root: Path, marker: Path) -> None:
    folders = {root}
    for name in json.loads(marker.read_bytes()):
        target = root / name
        folders.add(target.parent)
        staged = _staged(target)
        if staged.exists():
            staged.replace(target)
    for folder in folders:
        sync_folder(folder)
    marker.unlink(missing_ok=True)


def _staged(target: Path) -> Path:
    return target.with_name(f".{target.name}.staged")
