"""The blocks of code that a page prints, so that what is tested is what readers copy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
_BLOCK = re.compile(r"^ *```(.*?)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A block of code: its language, as the fence names it, and its text."""

    language: str
    text: str


def blocks(page: str) -> list[Block]:
    """Every block of a page of the repository, in its order."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return [Block(*found) for found in _BLOCK.findall(text)]


def below(page: str, heading: str) -> list[str]:
    """The blocks of one section of a page, by the words of its heading."""
    text = (ROOT / page).read_text(encoding="utf-8")
    section = re.split(
        r"^#+ ", text.partition(f"\n## {heading}\n")[2], maxsplit=1, flags=re.MULTILINE
    )[0]
    return [text for _, text in _BLOCK.findall(section)]


def command_lines(page: str) -> Iterator[str]:
    """Each command of a page, in its blocks for a shell without remarks, and in its prose."""
    for block in blocks(page):
        if block.language in ("bash", "sh", "console"):
            lines = (re.sub(r"\s+#.*", "", line).strip() for line in block.text.splitlines())
            yield from (line for line in lines if line)
    prose = _BLOCK.sub("", (ROOT / page).read_text(encoding="utf-8"))
    yield from (" ".join(each.split()) for each in re.findall(r"`(sanctions-data [^`]+)`", prose))
