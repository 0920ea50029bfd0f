"""Downloading lists into a cache, as snapshots that the update then imports.

A list is fetched as a set into ``<cache>/<list>/.incoming``; once all of it is there, the
folder becomes ``<cache>/<list>/<YYYY-MM-DD>``. What an interrupted download left is gone on
from, by the next one.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from sanctions_data.download.addresses import (
    Address,
    DownloadError,
    NotThereError,
    address_of,
    file_name,
    find_link,
    is_glob,
    shown,
)
from sanctions_data.download.fetcher import Fetcher
from sanctions_data.download.pages import is_page, page_text
from sanctions_data.download.partial import record_path
from sanctions_data.download.snapshots import SnapshotFolder
from sanctions_data.lists.common.entry import ListFile, ListFormat
from sanctions_data.lists.common.guarded_read import maximum_bytes
from sanctions_data.tables.lock import locked

_INCOMING = ".incoming"
_HEAD = 1024


@dataclass
class Downloads:
    """The snapshots that were fetched, why others were not, and what a list lacks."""

    snapshots: list[SnapshotFolder] = field(default_factory=list)
    failures: dict[str, str] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)


def download(
    formats: Iterable[ListFormat],
    cache: Path,
    fetcher: Fetcher,
    mirror: str = "",
    now: datetime | None = None,
) -> Downloads:
    """Fetch lists; one that fails leaves the others to go on.

    Args:
        formats: the lists.
        cache: the folder that keeps one folder a list.
        fetcher: fetches the files.
        mirror: a base address that has them at ``<mirror>/<list>/<file>``, used instead of
            the publishers' addresses.
        now: the moment (UTC), whose day names the snapshots; by default the clock's.
    """
    now = now or datetime.now(UTC)
    result = Downloads()
    for list_format in formats:
        folder = cache / list_format.list_id
        try:
            folder.mkdir(parents=True, exist_ok=True)
            one = _Download(list_format, folder, fetcher, mirror)
            with locked(folder, "download"):
                result.snapshots.append(one.run(now))
            result.warnings += one.warnings
        except (DownloadError, OSError) as error:
            result.failures[list_format.list_id] = f"not downloaded: {error}"
        except Exception as error:  # An odd answer of one publisher must not hold back another.
            told = f"unexpected {type(error).__name__}: {error}; please report it"
            result.failures[list_format.list_id] = f"not downloaded: {told}"
    return result


class _Download:
    """The download of one list."""

    def __init__(self, list_format: ListFormat, base: Path, fetcher: Fetcher, mirror: str) -> None:
        self.list_format, self.base = list_format, base
        self.fetcher, self.mirror = fetcher, mirror
        self.incoming = base / _INCOMING
        self.warnings: list[str] = []

    def run(self, now: datetime) -> SnapshotFolder:
        if not self.list_format.is_served:
            url = self.list_format.files[0].url
            raise DownloadError(
                f"its publisher serves it at no address that stays; get it from {url}, put it "
                f"into FOLDER/{self.list_format.list_id}/YYYY-MM-DD/ and name it with --from FOLDER"
            )
        self.incoming.mkdir(parents=True, exist_ok=True)
        addresses = {}
        for file in self.list_format.files:
            if not file.is_served:
                continue
            try:
                path, url = self._fetch(file)
                addresses[path] = url
            except NotThereError as error:
                # Any other failure of an optional file fails the list: a set without a part
                # that the publisher has would say less than the list does.
                if not file.optional:
                    raise
                self.warnings.append(f"{self.list_format.list_id}: read without {error}")
        folder = self._put_in_place(set(addresses), now.date())
        first = next(iter(addresses.values()))
        return SnapshotFolder(
            self.list_format,
            folder,
            now.date(),
            retrieved_at=f"{now:%Y-%m-%dT%H:%M:%SZ}",
            url=first if first.startswith("https://") else "",
        )

    def _fetch(self, file: ListFile) -> tuple[Path, str]:
        """Fetch one file of the list; its path, and its address as it may be shown."""
        address = address_of(self.list_format, file, self.mirror)
        name = file.name
        if is_glob(name):
            page = self.incoming / ".page.html"
            self.fetcher.fetch(address, page)
            address = Address(find_link(page.read_bytes(), address.url, name), address.secrets)
            name = file_name(address.url)
        target = self.incoming / name
        largest = maximum_bytes(self.list_format)
        self.fetcher.fetch(address, target, self._known(name), largest)
        self._check(target, shown(address.url))
        return target, shown(address.url)

    def _known(self, name: str) -> Path | None:
        """The newest copy of a file that we have."""
        folders = sorted((d for d in self.base.glob("*-*-*") if d.is_dir()), reverse=True)
        copies = [folder / name for folder in (self.incoming, *folders)]
        return next((path for path in copies if path.exists()), None)

    def _check(self, path: Path, url: str) -> None:
        with path.open("rb") as handle:
            if not is_page(handle.read(_HEAD)):
                return
        if path.suffix == ".txt":  # the list is the text of a page
            path.write_text(page_text(path.read_bytes()), encoding="utf-8")
            return
        path.unlink()
        raise DownloadError(
            f"{url}: found an HTML page, expected {path.name}; the publisher shows an error or "
            "has moved the file: fetch it by hand and import it with --from DIR"
        )

    def _put_in_place(self, paths: set[Path], day: date) -> Path:
        wanted = paths | {record_path(path) for path in paths}
        for path in set(self.incoming.iterdir()) - wanted:
            path.unlink()
        folder, old = self.base / day.isoformat(), self.base / ".replaced"
        shutil.rmtree(old, ignore_errors=True)
        if folder.exists():
            folder.replace(old)
        self.incoming.replace(folder)
        shutil.rmtree(old, ignore_errors=True)
        return folder
