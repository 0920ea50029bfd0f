"""Snapshots of official lists on disk: which there are, and what identifies one."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sanctions_data.lists import Entry, ListFormat, ReadReport
from sanctions_data.lists.common.entry import EVERYTHING, FACTS, ListFile
from sanctions_data.lists.common.guarded_read import guarded_read
from sanctions_data.lists.common.list_files import find_files
from sanctions_data.lists.common.partial_dates import parse_day

# What a file states of itself stands at its beginning.
_BEGINNING = 4096


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

    def read(self, report: ReadReport, known: tuple[str, int]) -> Iterator[Entry]:
        """The entries, within bounds of size and time.

        Args:
            report: also receives an error if the files are no longer those that were known.
            known: the ``fingerprint`` with which reading began.
        """
        yield from guarded_read(self.list_format, self.folder, report)
        if fingerprint(self) != known:
            report.error(str(self.folder), "was changed while it was read; import it again")

    def files(self) -> Iterator[tuple[ListFile, Path]]:
        """The files of the list that are there and not empty."""
        for file in self.list_format.files:
            path = self.list_format.find(self.folder, file.name)
            if path is not None and not _is_empty(path, self.list_format.end_mark):
                yield file, path

    def carries(self) -> frozenset[str]:
        """The facts that the files which are there can say of an entry, by code."""
        files = [file for file, _ in self.files()]
        names = {file.name for file in files}
        whole = (file.carries for file in files if not file.needs or file.needs in names)
        return frozenset[str]().union(*whole)

    def missing(self) -> list[str]:
        """The files that are missing or empty, with what only they could have said."""
        lacking = EVERYTHING - self.carries()
        there = {file.name for file, _ in self.files()}
        found = []
        for file in self.list_format.files:
            lost = file.carries & lacking if file.carries != EVERYTHING else frozenset()
            if lost and file.name not in there:
                said = ", ".join(title for code, title in FACTS.items() if code in lost)
                found.append(f"{file.name} is missing or empty: what is known stays, of {said}")
        return found

    def stated_day(self) -> date | None:
        """The day that a file states of itself, the latest one if several do."""
        printed = (self._stated(path, file.dated) for file, path in self.files())
        return max(filter(None, map(parse_day, filter(None, printed))), default=None)

    def stated_entries(self) -> int | None:
        """The number of entries that a file states of itself."""
        printed = (self._stated(path, file.counted) for file, path in self.files())
        return max((int(text.replace(",", "")) for text in printed if text), default=None)

    def end_marks(self) -> dict[str, bool]:
        """Whether each file ends with the mark that its publisher puts at the end."""
        mark = self.list_format.end_mark
        files = self.files() if mark else ()
        return {
            file.name: path.read_bytes()[-16:].rstrip(b"\r\n").endswith(mark)
            for file, path in files
            if file.carries != EVERYTHING
        }

    @staticmethod
    def _stated(path: Path, pattern: str) -> str:
        if not pattern:
            return ""
        with path.open("rb") as handle:
            match = re.search(pattern, handle.read(_BEGINNING).decode("utf-8", "replace"))
        return match.group(1).strip() if match else ""


def _is_empty(path: Path, end_mark: bytes) -> bool:
    """Whether nothing but blanks and the mark of its end is in a file."""
    if path.stat().st_size > _BEGINNING:
        return False
    return not path.read_bytes().strip(end_mark + b"\r\n \t")


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
            f"no snapshot of {list_format.list_id}{f' of {on}' if on else ''}: expected a folder "
            f"{base}/{on or 'YYYY-MM-DD'} with {', '.join(f.name for f in list_format.files)}"
        )
    found = SnapshotFolder(list_format, days[wanted], wanted)
    _refuse_without_main(found)
    return found


def _refuse_without_main(found: SnapshotFolder) -> None:
    wanted = found.list_format.mains or (
        tuple(file.name for file in found.list_format.files if not file.optional),
    )
    there = [name for names in wanted for name in names if found.list_format.find(
        found.folder, name)]  # fmt: skip
    if not any(set(names) <= set(there) for names in wanted):
        lacking = " or ".join(" and ".join(n for n in names if n not in there) for names in wanted)
        raise FileNotFoundError(f"{found.folder} lacks {lacking}")


def fingerprint(snapshot: SnapshotFolder) -> tuple[str, int]:
    """SHA-256 and size of what is read.

    Of one file it is the file's own hash, as ``sha256sum`` prints it; of several, the hash
    of the lines that ``sha256sum`` prints for them in order of name.
    """
    paths = sorted(
        {
            path
            for file in snapshot.list_format.files
            for path in find_files(snapshot.folder, file.name, *file.other_names)[
                0 if file.is_many else -1 :
            ]
        }
    )
    sizes = sum(path.stat().st_size for path in paths)
    hashes = [hashlib.sha256(path.read_bytes()).hexdigest() for path in paths]
    if len(paths) == 1:
        return hashes[0], sizes
    lines = "".join(f"{h}  {path.name}\n" for h, path in zip(hashes, paths, strict=True))
    return hashlib.sha256(lines.encode()).hexdigest(), sizes
