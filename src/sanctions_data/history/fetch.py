"""Getting another released version from the network, into the user's cache."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import zipfile
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import platformdirs
import pooch

from sanctions_data.files.location import csv_path
from sanctions_data.history.versions import HistoryError

BASE_VARIABLE = "SANCTIONS_DATA_URL"
_REGISTRY = Path(__file__).with_name("archives.txt")
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


def archive_name(version: str) -> str:
    """File name of the archive of a version."""
    return f"sanctions-data-{version}.zip"


def known_archives() -> dict[str, str]:
    """SHA-256 of the archive of every version that this package knows, by file name."""
    lines = _REGISTRY.read_text(encoding="utf-8").split("\n")
    return {name: sha for line in lines if line for sha, name in [line.split("  ")]}


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
        sha256: hash of the archive; known to the package for versions before it.
        cache: the folder to keep it in; the user's cache folder if left out.

    Raises:
        HistoryError: no address or hash is known, the address is not allowed, the download
            failed or has another hash, or a table does not have its released hash.

    Example:
        >>> import sanctions_data as sd
        >>> root = sd.fetch("2026.2.0")  # doctest: +SKIP
        >>> sd.lookup("Iran Air", root=root)  # doctest: +SKIP
    """
    folder = (cache or platformdirs.user_cache_path("sanctions-data")) / version
    if (folder / "datapackage.json").is_file():
        return folder
    name = archive_name(version)
    known = sha256 or known_archives().get(name)
    if known is None:
        raise HistoryError(f"the hash of {name} is not known here; pass sha256=")
    address = _address(base_url or os.environ.get(BASE_VARIABLE))
    try:
        archive = pooch.retrieve(
            f"{address}/{name}",
            known_hash=f"sha256:{known}",
            fname=name,
            path=folder.parent,
            downloader=_copy if address.startswith("file:") else None,
        )
    except (OSError, ValueError) as error:
        raise HistoryError(f"{name} was not fetched from {address}: {error}") from None
    return _unpacked(Path(archive), folder)


def _address(base_url: str | None) -> str:
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


def _unpacked(archive: Path, folder: Path) -> Path:
    beside = folder.with_name(f".{folder.name}.{os.getpid()}")
    shutil.rmtree(beside, ignore_errors=True)
    try:
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(beside)
        _prove(beside)
        beside.replace(folder)
    except (OSError, zipfile.BadZipFile) as error:
        if (folder / "datapackage.json").is_file():
            return folder  # Another process was quicker.
        raise HistoryError(f"{archive} could not be unpacked: {error}") from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return folder


def _prove(folder: Path) -> None:
    described = json.loads((folder / "datapackage.json").read_bytes())
    for resource in described["resources"]:
        content = csv_path(folder / "data", resource["name"]).read_bytes()
        found = f"sha256:{hashlib.sha256(content).hexdigest()}"
        if found != resource["hash"]:
            raise HistoryError(
                f"{resource['path']} of {described['version']} has the hash {found}, expected "
                f"{resource['hash']}"
            )
