"""Snapshots of official lists on disk: which there are, and what identifies one."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sanctions_data.lists import ListFormat


@dataclass(frozen=True, slots=True)
class SnapshotFolder:
    """A folder with the files of one list as they stood on one day.

    ``retrieved_at`` (ISO 8601, UTC) and ``url`` are set where we downloaded it ourselves.
    """

    list_format: ListFormat
    folder: Path
    taken_on: date
    retrieved_at: str = ""
    url: str = ""

    @property
    def source_id(self) -> str:
        """The id of the snapshot in ``sources``: list and day."""
        return f"{self.list_format.list_id}-{self.taken_on.isoformat()}"


def find_snapshot(root: Path, list_format: ListFormat, on: date | None = None) -> SnapshotFolder:
    """The snapshot of a list below ``root``, laid out as ``<list>/<YYYY-MM-DD>/<files>``.

    Args:
        root: the folder that holds one folder a list.
        list_format: the list.
        on: the day of the snapshot; the newest one if left out.

    Raises:
        FileNotFoundError: there is none; the message names the folder that was looked in.
    """
    base = root / list_format.list_id
    days = {}
    for folder in base.iterdir() if base.is_dir() else ():
        try:
            days[date.fromisoformat(folder.name)] = folder
        except ValueError:
            continue
    wanted = on or max(days, default=None)
    if wanted not in days:
        raise FileNotFoundError(
            f"no snapshot {on or ''} of {list_format.list_id}: expected a folder "
            f"{base}/YYYY-MM-DD with {', '.join(f.name for f in list_format.files)}"
        )
    found = SnapshotFolder(list_format, days[wanted], wanted)
    for file in list_format.files:
        if not file.optional and list_format.find(found.folder, file.name) is None:
            raise FileNotFoundError(f"{found.folder} lacks {file.name}")
    return found


def fingerprint(snapshot: SnapshotFolder) -> tuple[str, int]:
    """SHA-256 and size of what is read.

    Of one file it is the file's own hash, as ``sha256sum`` prints it; of several, the hash
    of the lines that ``sha256sum`` prints for them in order of name.
    """
    paths = sorted(
        {
            path
            for file in snapshot.list_format.files
            if (path := snapshot.list_format.find(snapshot.folder, file.name))
        }
    )
    sizes = sum(path.stat().st_size for path in paths)
    hashes = [hashlib.sha256(path.read_bytes()).hexdigest() for path in paths]
    if len(paths) == 1:
        return hashes[0], sizes
    lines = "".join(f"{h}  {path.name}\n" for h, path in zip(hashes, paths, strict=True))
    return hashlib.sha256(lines.encode()).hexdigest(), sizes
