"""Small JSON files in numbered shards, and the hash by which a page finds the right one."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

# A page needs one shard for an answer: they stay small on a slow line, and few enough to serve.
SHARDS = 1024
_OFFSET, _PRIME, _BITS = 0x811C9DC5, 0x01000193, 0xFFFFFFFF


def shard_of(key: str) -> int:
    """The shard in which a key stands: FNV-1a of its bytes, as the page computes it too.

    Example:
        >>> shard_of("iran-air")
        572
    """
    value = _OFFSET
    for byte in key.encode("utf-8", "surrogatepass"):
        value = ((value ^ byte) * _PRIME) & _BITS
    return value % SHARDS


def write_compact(path: Path, content: Any) -> None:
    """Write content as JSON without spaces; the same content gives the same bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def write_shards(folder: Path, entries: Iterable[tuple[str, Any]]) -> None:
    r"""Write entries by key into shards by the hash of the key; every shard is written.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as name:
        ...     write_shards(Path(name), [("iran-air", 7)])
        ...     (Path(name) / "572.json").read_text()
        '{"iran-air":7}\n'
    """
    shards: list[dict[str, Any]] = [{} for _ in range(SHARDS)]
    for key, value in entries:
        shards[shard_of(key)][key] = value
    for number, shard in enumerate(shards):
        write_compact(folder / f"{number}.json", shard)


class Places:
    """Gives each thing a place in a list, the first time that it is asked for.

    Example:
        >>> places = Places()
        >>> [places.of(each) for each in ("b", "a", "b")], places.things
        ([0, 1, 0], ['b', 'a'])
    """

    def __init__(self) -> None:
        self._places: dict[Any, int] = {}

    def of(self, thing: Any) -> int:
        """The place of a thing."""
        return self._places.setdefault(thing, len(self._places))

    @property
    def things(self) -> list[Any]:
        """All things, in order of their places."""
        return list(self._places)
