"""The registry of released archives: what the content of each must hash to.

The hash is that of the archive's ``SHA256SUMS``, which names every file with its own hash. It
says what is in the archive and not how it was packed: two builds of zlib may deflate the same
bytes to different ones, and a mirror may pack them anew, yet the content is proved.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

SUMS = "SHA256SUMS"
# Within a checkout; the installed package has it beside this module.
REGISTRY = Path("src/sanctions_data/history/archives.txt")


def known_contents() -> dict[str, str]:
    """The content hash of every version that this package knows."""
    return _read(Path(__file__).with_name(REGISTRY.name).read_text(encoding="utf-8"))


def add_content(registry: str, version: str, files: Mapping[str, bytes]) -> bytes:
    r"""A registry with the content hash of a version in it, in place of an older one.

    Example:
        >>> add_content("", "2026.8.0", {"a.csv": b"x"}).endswith(b"  2026.8.0\n")
        True
    """
    known = {**_read(registry), version: content_hash(files)}
    order = sorted(known, key=lambda each: [int(part) for part in each.split(".")])
    return "".join(f"{known[each]}  {each}\n" for each in order).encode()


def content_hash(files: Mapping[str, bytes]) -> str:
    """The SHA-256 of the listing of files with their hashes."""
    return hashlib.sha256(sums(files)).hexdigest()


def sums(files: Mapping[str, bytes]) -> bytes:
    """The lines that ``sha256sum`` prints for the files, in order of name."""
    lines = (f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return "".join(lines).encode()


def _read(registry: str) -> dict[str, str]:
    pairs = (line.split("  ") for line in registry.split("\n") if line)
    return {version: sha256 for sha256, version in pairs}
