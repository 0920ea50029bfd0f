"""A file on its way: received piece by piece, kept over an interruption, then put in place."""

from __future__ import annotations

import gzip
import json
import os
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from sanctions_data.download.addresses import DownloadError
from sanctions_data.tables.atomic import write_atomically

CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Record:
    """What a server said of a file: enough to ask later whether it changed, or for its rest."""

    url: str
    etag: str = ""
    last_modified: str = ""
    encoding: str = ""
    can_resume: bool = False

    @classmethod
    def of_answer(cls, url: str, headers: Mapping[str, str]) -> Record:
        """The record of a complete answer."""
        return cls(
            url=url,
            etag=headers.get("ETag", ""),
            last_modified=headers.get("Last-Modified", ""),
            encoding=headers.get("Content-Encoding", "").strip().casefold(),
            can_resume=headers.get("Accept-Ranges", "").strip().casefold() == "bytes",
        )

    @classmethod
    def read(cls, path: Path, url: str) -> Record | None:
        """The record in a file; None if there is none, or it is about another address."""
        try:
            record = cls(**json.loads(path.read_bytes()))
        except (OSError, ValueError, TypeError):
            return None
        return record if record.url == url else None

    def write(self, path: Path) -> None:
        """Keep the record."""
        write_atomically(path, json.dumps(asdict(self)).encode())

    def if_changed(self) -> dict[str, str]:
        """Headers that ask for the file only if it is another one by now."""
        headers = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in headers.items() if value}

    def if_same(self) -> str:
        """The validator with which the rest may be asked for; empty if there is none."""
        if not self.can_resume:
            return ""
        # A weak tag stands for files that differ in bytes, so their parts must not be joined.
        return self.last_modified if self.etag.startswith("W/") else self.etag or self.last_modified


def record_path(path: Path) -> Path:
    """Where the record of a file is kept: beside it."""
    return path.with_name(f".{path.name}.json")


class Partial:
    """The bytes of a file as they came over the line, perhaps compressed, perhaps not all.

    Args:
        target: where the finished file will be.
        url: where it is fetched.
        limit: most bytes that it may have, on the line and unpacked.
    """

    def __init__(self, target: Path, url: str, limit: int) -> None:
        self.target, self.url, self.limit = target, url, limit
        self.path = target.with_name(f".{target.name}.part")
        self.record = Record.read(record_path(self.path), url)

    @property
    def size(self) -> int:
        """The number of bytes that we have."""
        return self.path.stat().st_size if self.path.exists() else 0

    def resume_headers(self) -> dict[str, str]:
        """Headers that ask for the rest; empty if there is nothing to go on from."""
        validator = self.record.if_same() if self.record else ""
        if not validator or not self.size:
            return {}
        return {"Range": f"bytes={self.size}-", "If-Range": validator}

    def begin(self, record: Record) -> None:
        """Start over with a new answer."""
        self.drop()
        record.write(record_path(self.path))
        self.record = record

    def receive(self, chunks: Iterable[bytes]) -> Iterator[int]:
        """Append what comes, yielding the size so far.

        Raises:
            DownloadError: the file grows beyond the limit.
        """
        size = self.size
        with self.path.open("ab") as handle:
            for chunk in chunks:
                size += len(chunk)
                self.check_size(size)
                handle.write(chunk)
                yield size

    def check_size(self, size: int) -> None:
        """Refuse a size beyond the limit, and forget what came so far."""
        if size > self.limit:
            self.drop()
            raise DownloadError(
                f"{self.url} is larger than {self.limit:,} bytes, more than a list has; "
                "look at it, and import it with --from DIR if it is right"
            )

    def finish(self) -> None:
        """Unpack the file, check that it is not an error page, and put it into place.

        Raises:
            DownloadError: it is empty, cannot be unpacked, or unpacks to more than the limit.
        """
        assert self.record is not None
        if self.record.encoding == "gzip":
            self._unpack()
        elif self.record.encoding not in ("", "identity"):
            encoding = self.record.encoding
            self.drop()
            raise DownloadError(f"{self.url} came as {encoding!r}, expected gzip or plain")
        if not self.size:
            self.drop()
            raise DownloadError(f"{self.url} is empty; try again later")
        with self.path.open("rb+") as handle:
            os.fsync(handle.fileno())
        self.record.write(record_path(self.target))
        self.path.replace(self.target)
        self.drop()

    def drop(self) -> None:
        """Forget what came so far."""
        for path in (self.path, record_path(self.path)):
            path.unlink(missing_ok=True)
        self.record = None

    def _unpack(self) -> None:
        unpacked = self.path.with_name(f".{self.target.name}.unpacked")
        try:
            size = 0
            with gzip.open(self.path) as packed, unpacked.open("wb") as handle:
                while chunk := packed.read(CHUNK):
                    size += len(chunk)
                    self.check_size(size)
                    handle.write(chunk)
            unpacked.replace(self.path)
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            self.drop()
            raise DownloadError(
                f"{self.url} cannot be unpacked ({error}); try again later"
            ) from None
        finally:
            unpacked.unlink(missing_ok=True)
