"""Writing a folder of files whole: until it is complete nothing stands under its name.

The files are written into a folder beside it and flushed; then that folder gets the name. An
export before it is moved away first, and back again if the computer stops in between: whoever
exports there next sees to it.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sanctions_data.tables.atomic import sync_folder
from sanctions_data.tables.lock import locked

MANIFEST = "export.json"


class NotEmptyError(FileExistsError):
    """The folder to export into holds something; the message says what to do."""


@contextlib.contextmanager
def whole_folder(out: Path, *, force: bool, about: dict[str, Any]) -> Iterator[Path]:
    """A folder to write into, which becomes ``out`` if nothing was raised meanwhile.

    Args:
        out: the folder; it may be missing or empty.
        force: replace an export that is there already.
        about: what ``export.json`` says of it, before the size and hash of each file.

    Raises:
        NotEmptyError: ``out`` holds something that may not be replaced.
        InUseError: another process exports to ``out``.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as name:
        ...     with whole_folder(Path(name) / "out", force=False, about={}) as folder:
        ...         _ = (folder / "a.csv").write_bytes(b"x")
        ...     sorted(path.name for path in (Path(name) / "out").iterdir())
        ['a.csv', 'export.json']
    """
    out = out.absolute()
    work = out.with_name(f".{out.name}.export")
    out.parent.mkdir(parents=True, exist_ok=True)
    work.mkdir(exist_ok=True)
    try:
        with locked(work, "export"):
            _restore(out, work)
            _refuse_to_replace(out, force=force)
            new = work / "new"
            new.mkdir()
            try:
                yield new
                _write_manifest(new, about)
                _flush(new)
                _put_in_place(new, out, work / "old")
            finally:
                _restore(out, work)
    finally:
        with contextlib.suppress(OSError):  # Another process may wait for the lock in it.
            work.rmdir()


def files_in(folder: Path) -> list[Path]:
    """Every file in a folder and those below it, in order of name."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _restore(out: Path, work: Path) -> None:
    """Undo what a process has left that was stopped or failed."""
    if (work / "old").exists() and not out.exists():
        (work / "old").replace(out)
    for left in ("new", "old"):
        shutil.rmtree(work / left, ignore_errors=True)


def _refuse_to_replace(out: Path, *, force: bool) -> None:
    if not out.exists():
        return
    if not out.is_dir():
        raise NotEmptyError(f"{out} is a file; name a folder that is empty or not there yet")
    found = files_in(out)
    if found and not force:
        raise NotEmptyError(
            f"{out} is not empty (it holds {found[0].relative_to(out)}); name another folder, or "
            "replace an earlier export with --force (force=True)"
        )
    exported = _exported_files(out)
    if foreign := [path for path in found if path.relative_to(out).as_posix() not in exported]:
        raise NotEmptyError(
            f"{out} holds {foreign[0].relative_to(out)}, which no export wrote, so it is not "
            "replaced; move it away, or name another folder"
        )


def _exported_files(out: Path) -> set[str]:
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        return {MANIFEST, *json.loads((out / MANIFEST).read_bytes())["files"]}
    return set()


def _write_manifest(folder: Path, about: dict[str, Any]) -> None:
    files = {
        path.relative_to(folder).as_posix(): {
            "bytes": path.stat().st_size,
            "sha256": file_hash(path),
        }
        for path in files_in(folder)
    }
    text = json.dumps({**about, "files": files}, indent=2, ensure_ascii=False)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8", newline="\n")


def file_hash(path: Path) -> str:
    """The SHA-256 of a file, which need not fit into memory."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def _flush(folder: Path) -> None:
    for path in files_in(folder):
        with path.open("rb+") as handle:
            os.fsync(handle.fileno())
    for each in [folder, *(path for path in folder.rglob("*") if path.is_dir())]:
        sync_folder(each)


def _put_in_place(new: Path, out: Path, old: Path) -> None:
    if out.exists():
        out.replace(old)
    new.replace(out)
    sync_folder(out.parent)
