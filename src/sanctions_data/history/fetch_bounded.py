"""Getting an archive of a version from a server that need not be trusted.

Nothing is known of what comes before its hash is. So it may have so many bytes and take so long,
its content may have so many bytes, and a redirect may not lead to another host.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin, urlsplit
from zipfile import ZipFile

import requests

from sanctions_data.history.deadline import DeadlineAdapter

# The archive of today has 22 MB and unpacks to 106 MB.
MAXIMUM_BYTES, MAXIMUM_UNPACKED, MAXIMUM_FILES = 300_000_000, 2_000_000_000, 200
LONGEST = 1800.0
_READ, _CHUNK, _MOST_REDIRECTS = 60, 1 << 16, 5


def download_bounded(url: str, target: str, _: object) -> None:
    """A downloader for pooch.

    Raises:
        OSError: the server fails, sends too much or takes too long, or leads to another host.
    """
    adapter, session = DeadlineAdapter(), requests.Session()
    for scheme in ("https://", "http://"):
        session.mount(scheme, adapter)
    with session, adapter.at_most(LONGEST):
        try:
            _download(session, url, Path(target))
        except (OSError, ValueError):
            if adapter.is_over:
                raise OSError(f"it took longer than {LONGEST:g} s") from None
            raise
        if adapter.is_over:  # A body without a length seems to end where the clock ends it.
            raise OSError(f"it took longer than {LONGEST:g} s")


def _download(session: requests.Session, url: str, target: Path) -> None:
    asked = url
    for _redirect in range(_MOST_REDIRECTS + 1):
        with session.get(asked, stream=True, allow_redirects=False, timeout=_READ) as answer:
            if not answer.is_redirect:
                answer.raise_for_status()
                _write(answer, target)
                return
            asked = urljoin(asked, answer.headers["Location"])
        if urlsplit(asked)[:2] != urlsplit(url)[:2] or "\\" in asked:
            raise OSError(f"it leads on to another host, {asked[:200]!r}, which is not followed")
    raise OSError(f"it leads on more than {_MOST_REDIRECTS} times")


def refuse_large(archive: ZipFile) -> None:
    """Refuse an archive that would be too large once it is unpacked.

    Raises:
        ValueError: it would; the message says how large it may be.
    """
    entries = archive.infolist()
    size = sum(entry.file_size for entry in entries)
    if size > MAXIMUM_UNPACKED or len(entries) > MAXIMUM_FILES:
        raise ValueError(
            f"found {len(entries)} files of {size:,} bytes, expected {MAXIMUM_FILES} files of "
            f"{MAXIMUM_UNPACKED:,} bytes at most"
        )


def _write(answer: requests.Response, target: Path) -> None:
    size = 0
    with target.open("wb") as handle:
        for chunk in answer.iter_content(_CHUNK):
            size += len(chunk)
            if size > MAXIMUM_BYTES:
                raise OSError(f"it has more than the {MAXIMUM_BYTES:,} bytes that it may have")
            handle.write(chunk)
