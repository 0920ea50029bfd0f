"""Getting another released version from the network, into the user's cache."""

from __future__ import annotations

import hashlib
import os
import shutil
import zipfile
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import platformdirs
import pooch

from sanctions_data.history.errors import HistoryError
from sanctions_data.history.fetch_bounded import download_bounded, refuse_large
from sanctions_data.history.registry import SUMS, known_contents, sums
from sanctions_data.names.known_codes import KnownCodes
from sanctions_data.tables.atomic import write_atomically

BASE_VARIABLE = "SANCTIONS_DATA_URL"
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


def archive_name(version: str) -> str:
    """File name of the archive of a version."""
    return f"sanctions-data-{version}.zip"


def fetch(
    version: str,
    *,
    base_url: str | None = None,
    sha256: str | None = None,
    cache: Path | None = None,
) -> Path:
    """Get a released version and return its folder, for ``root=`` of the other functions.

    What is in the cache already is used without a connection, and a cache that cannot be
    written is enough if the version is in it.

    Args:
        version: the version.
        base_url: where the archives are (``https://``, ``file://``, or ``http://`` on this
            machine); the environment variable ``SANCTIONS_DATA_URL`` if left out.
        sha256: hash of the archive's file. Without it the package must know what is in the
            archive, as it does for its own version and those before it.
        cache: the folder to keep it in; the user's cache folder if left out.

    Raises:
        HistoryError: no address or hash is known, the address is not allowed, the download
            failed, is too large or too slow, leads to another host or has another hash, or a
            table does not have its released hash.

    Example:
        >>> import sanctions_data as sd
        >>> root = sd.fetch("2026.2.0")  # doctest: +SKIP
        >>> sd.lookup("Iran Air", root=root)  # doctest: +SKIP
    """
    folder = (cache or platformdirs.user_cache_path("sanctions-data")) / version
    if (folder / "datapackage.json").is_file():
        return folder
    name, content = archive_name(version), known_contents().get(version)
    if sha256 is None and content is None:
        hint = KnownCodes("version", known_contents().keys()).hint(version)
        raise HistoryError(f"the hash of {name} is not known here; {hint} If not, pass sha256=")
    address = _check_address(base_url or os.environ.get(BASE_VARIABLE))
    beside = folder.with_name(f".{version}.{os.getpid()}")
    try:
        shelf = pooch.create(
            beside, f"{address}/", registry={name: f"sha256:{sha256}" if sha256 else None}
        )
        downloader = _copy if address.startswith("file:") else download_bounded
        archive = shelf.fetch(name, downloader=downloader)
        _unpack(Path(archive), beside / "content", None if sha256 else content)
        (beside / "content").replace(folder)
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        if not (folder / "datapackage.json").is_file():  # Else another process was quicker.
            raise HistoryError(f"{name} was not fetched from {address}: {error}") from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return folder


def _check_address(base_url: str | None) -> str:
    if not base_url:
        raise HistoryError(f"say where the archives are: base_url= or {BASE_VARIABLE}")
    parts = urlsplit(base_url)
    is_here = parts.scheme == "http" and parts.hostname in _LOOPBACK
    if parts.scheme not in ("https", "file") and not is_here:
        raise HistoryError(
            f"found {base_url!r}, expected https://, file:// or http:// on this machine"
        )
    return base_url.rstrip("/")


def _copy(url: str, target: str, _: object) -> None:
    """A downloader for pooch, which knows no ``file://``."""
    shutil.copyfile(url2pathname(urlsplit(url).path), target)


def _unpack(archive: Path, folder: Path, content: str | None) -> None:
    """Unpack what ``SHA256SUMS`` names, if all of it has the hash that it must have."""
    with zipfile.ZipFile(archive) as packed:
        refuse_large(packed)
        files = {name: packed.read(name) for name in packed.namelist()}
    listing = files.pop(SUMS, b"")
    found = hashlib.sha256(listing).hexdigest()
    if content not in (None, found):
        raise ValueError(f"its content has the hash {found}, expected {content}")
    if listing != sums(files):
        said, is_there = set(listing.split(b"\n")), set(sums(files).split(b"\n"))
        raise ValueError(f"{SUMS} does not fit {b', '.join(sorted(said ^ is_there)).decode()}")
    if outside := [name for name in files if ".." in Path(name).parts or Path(name).is_absolute()]:
        raise ValueError(f"found {', '.join(outside)}, expected files of one folder")
    for name, bytes_of in files.items():
        write_atomically(folder / name, bytes_of)
