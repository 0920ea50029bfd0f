"""The archives of a release: the same content wherever and whenever they are built."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sanctions_data.generate.datapackage import add_hashes
from sanctions_data.generate.generated_files import descriptor_bytes
from sanctions_data.history.errors import HistoryError
from sanctions_data.history.fetch import archive_name
from sanctions_data.history.registry import REGISTRY, SUMS, add_content, content_hash, sums
from sanctions_data.history.versions import History
from sanctions_data.schema.descriptor import descriptor
from sanctions_data.tables.atomic import write_atomically

LICENCE = "data/LICENSE.md"
DESCRIPTOR = "datapackage.json"
# A ZIP cannot say "no date": its epoch stands for it.
_NO_DATE = (1980, 1, 1, 0, 0, 0)
_SOURCE_DATE_EPOCH = "315532800"


def archive_files(root: Path, version: str | None = None) -> dict[str, bytes]:
    """What the archive of a version holds: every CSV, ``datapackage.json`` and the licence.

    Args:
        root: the checkout, or the installed data.
        version: a released version, rebuilt with a descriptor that fits it; the tables as they
            are if left out.

    Raises:
        HistoryError: the version is not known, or cannot be rebuilt.
    """
    described = descriptor(root)
    if version in (None, described["version"]):
        files = {name: (root / name).read_bytes() for name in names_of_files(described)}
        return files | {DESCRIPTOR: add_hashes(files[DESCRIPTOR], files)}
    licence, history = {LICENCE: (root / LICENCE).read_bytes()}, History(root)
    files = {
        each["path"]: history.content(each["name"], str(version)) for each in described["resources"]
    }
    with TemporaryDirectory() as scratch:
        old = Path(scratch)
        for name, content in {
            **files,
            DESCRIPTOR: json.dumps({**described, "version": version}).encode(),
        }.items():
            write_atomically(old / name, content)
        return licence | files | {DESCRIPTOR: add_hashes(descriptor_bytes(old), files)}


def names_of_files(described: Mapping[str, Any]) -> list[str]:
    """The names of the files in the archive that a descriptor is about."""
    return [*(each["path"] for each in described["resources"]), DESCRIPTOR, LICENCE]


def pack(files: Mapping[str, bytes]) -> bytes:
    """The ZIP of files and their ``SHA256SUMS``: in order of name, without dates or owners."""
    entries = {**files, SUMS: sums(files)}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(entries):
            entry = zipfile.ZipInfo(name, _NO_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, entries[name])
    return buffer.getvalue()


def build_data_archive(root: Path, target: Path, version: str | None = None) -> Path:
    """Build the data archive of a version, if its content is what the registry says.

    Raises:
        HistoryError: it is not, or the registry does not know the version.
    """
    name = version or str(descriptor(root)["version"])
    files = archive_files(root, name)
    line = add_content("", name, files).decode()
    if line not in (root / REGISTRY).read_text(encoding="utf-8"):
        raise HistoryError(
            f"{archive_name(name)} would have the content {content_hash(files)}, but {REGISTRY} "
            "says another; run 'python scripts/build_archives.py --record' if the version is not "
            "published, or build it from its own tag"
        )
    write_atomically(target / archive_name(name), pack(files))
    return target / archive_name(name)


def build_archives(root: Path, target: Path) -> list[Path]:
    """Build wheel, sdist, data archive and ``SHA256SUMS`` of a checkout.

    Args:
        root: the checkout.
        target: the folder to write into.

    Returns:
        The files, ``SHA256SUMS`` last.

    Raises:
        HistoryError: the content of the data archive is not what the registry says.
        subprocess.CalledProcessError: the wheel or sdist could not be built; the part ``build``
            of the extra ``dev`` is needed for it.
    """
    target.mkdir(parents=True, exist_ok=True)
    archive = build_data_archive(root, target)
    subprocess.run(
        [sys.executable, "-m", "build", "--outdir", str(target), str(root)],
        check=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": _SOURCE_DATE_EPOCH},
        stdout=subprocess.DEVNULL,
    )
    stem = f"sanctions_data-{descriptor(root)['version']}"
    built = [target / f"{stem}-py3-none-any.whl", target / f"{stem}.tar.gz", archive]
    checksums = target / SUMS
    write_atomically(checksums, sums({path.name: path.read_bytes() for path in built}))
    return [*built, checksums]
