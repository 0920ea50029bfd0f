"""Where the files of a list are in a folder."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path


def find_files(folder: Path, *names: str) -> list[Path]:
    """The files in ``folder`` that match the first glob that any does, in order.

    Capital and small letters are the same, as publishers and those who store their files do
    not agree on them. Folders may stand before a glob.

    Example:
        >>> find_files(Path("no-such-folder"), "SDN_ENHANCED.XML", "announcements/*.md")
        []
    """
    for name in names:
        *inner, glob = name.split("/")
        # A pipe or a device in place of a file would keep whoever opens it waiting for ever.
        files = sorted(filter(Path.is_file, folder.joinpath(*inner).glob("*")))
        if found := [file for file in files if fnmatchcase(file.name.lower(), glob.lower())]:
            return found
    return []


def find_file(folder: Path, *names: str) -> Path | None:
    """The last of ``find_files``; None if there is none."""
    return next(reversed(find_files(folder, *names)), None)


def locate_file(folder: Path, *names: str) -> Path:
    """``find_file``; where there is none, the path at which it was expected."""
    return find_file(folder, *names) or folder / names[0]
