"""The archives of a release, the same bytes wherever and whenever they are built."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

from sanctions_data.files.atomic import write_atomically
from sanctions_data.files.description import descriptor
from sanctions_data.history.fetch import archive_name

SUMS = "SHA256SUMS"
# A ZIP cannot say "no date": its epoch stands for it.
_NO_DATE = (1980, 1, 1, 0, 0, 0)
_SOURCE_DATE_EPOCH = "315532800"


def data_archive(root: Path) -> bytes:
    """The ZIP of a version: every CSV, ``datapackage.json``, the licence and ``SHA256SUMS``.

    The files are in order of name, without dates, owners or rights of the machine.
    """
    names = [resource["path"] for resource in descriptor(root)["resources"]]
    files = {name: (root / name).read_bytes() for name in [*names, "data/LICENSE.md"]}
    files["datapackage.json"] = (root / "datapackage.json").read_bytes()
    files[SUMS] = sums(files)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _NO_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, files[name])
    return buffer.getvalue()


def sums(files: dict[str, bytes]) -> bytes:
    """The lines that ``sha256sum`` prints for the files, in order of name."""
    lines = (f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return "".join(lines).encode()


def build_archives(root: Path, target: Path) -> list[Path]:
    """Build wheel, sdist, data archive and ``SHA256SUMS`` of a checkout.

    Args:
        root: the checkout.
        target: the folder to write into.

    Returns:
        The files, ``SHA256SUMS`` last.

    Raises:
        subprocess.CalledProcessError: the wheel or sdist could not be built; the part ``build``
            of the extra ``dev`` is needed for it.
    """
    target.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        [sys.executable, "-m", "build", "--outdir", str(target), str(root)],
        check=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": _SOURCE_DATE_EPOCH},
        stdout=subprocess.DEVNULL,
    )
    version = str(descriptor(root)["version"])
    archive = target / archive_name(version)
    write_atomically(archive, data_archive(root))
    stem = f"sanctions_data-{version}"
    built = [target / f"{stem}-py3-none-any.whl", target / f"{stem}.tar.gz", archive]
    checksums = target / SUMS
    write_atomically(checksums, sums({path.name: path.read_bytes() for path in built}))
    return [*built, checksums]
