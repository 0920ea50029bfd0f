"""The sound of names, by their consonants."""

from __future__ import annotations

import re

_FIRST_VOWEL = re.compile(r"\b[aeiouy]")
_SILENT = re.compile(r"(?<=[a-z])[aeiouyhw]+")
_DOUBLE = re.compile(r"([a-z])\1+")
_SAME_SOUND = str.maketrans("cqzw", "kksv")


def sound(words: str) -> str:
    """Words by their consonants, so that spellings of one name come to the same.

    Example:
        >>> sound("mokhammed yevgeniy") == sound("muhamad evgeny")
        True
    """
    heard = _SILENT.sub("", _FIRST_VOWEL.sub("a", words.replace("kh", "h")))
    return _DOUBLE.sub(r"\1", heard.translate(_SAME_SOUND))
