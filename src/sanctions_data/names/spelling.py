"""Words as they sound, whatever language spelled them.

The pairs stand in ``spelling.toml``. Unlike ``sound``, which files names under keys, this keeps
the vowels, so that words can be told apart by degrees.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sanctions_data.names.knowledge import read_knowledge


@dataclass(frozen=True, slots=True)
class Spellings:
    """What ``spelling.toml`` holds: what is written, and what is read."""

    sounds: Mapping[str, str]


_SOUNDS = read_knowledge("sanctions_data.names", "spelling.toml", Spellings).sounds
_BY_TEXT = {written.removesuffix("$"): read for written, read in _SOUNDS.items()}
_WRITTEN = re.compile(
    "|".join(
        rf"{written[:-1]}\b" if written.endswith("$") else written
        for written in sorted(_SOUNDS, key=len, reverse=True)
    )
)
_VOWELS = re.compile(r"(?<=\w)[aeiouh]+")
_FIRST_VOWEL = re.compile(r"\b[aeiou]")
_DOUBLE = re.compile(r"([a-z])\1+")
# Sounds that scripts and languages put for each other.
_NEAR_SOUNDS = str.maketrans("pfvwdgqzj", "bbbbtkkss")


def spell_as_heard(words: str) -> str:
    """Lower-case Latin words as they sound.

    Args:
        words: words with spaces or line ends between them.

    Example:
        >>> spell_as_heard("lawrow") == spell_as_heard("lavrov")
        True
        >>> spell_as_heard("poutine"), spell_as_heard("chernenko") == spell_as_heard("czernenko")
        ('putin', True)
    """
    heard = _WRITTEN.sub(lambda found: _BY_TEXT[found[0]], words)
    return _DOUBLE.sub(r"\1", heard)


def consonants(heard: str) -> str:
    """What is left of words as they sound without vowels and ``h``, but for the first.

    Sounds that are near each other, such as ``b``, ``p`` and ``v``, are one.

    Example:
        >>> consonants(spell_as_heard("muhammad")) == consonants(spell_as_heard("mohamed"))
        True
    """
    bare = _VOWELS.sub("", _FIRST_VOWEL.sub("a", heard))
    return _DOUBLE.sub(r"\1", bare.translate(_NEAR_SOUNDS))
