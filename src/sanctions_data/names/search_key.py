"""Names in Latin letters for the search: as other scripts mean them, not letter by letter.

``latin_key`` decides which listings are one party and stays as it is; this form is only searched.
The letters stand in ``script_letters.toml``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from sanctions_data.names.fold import latin_words
from sanctions_data.names.knowledge import read_knowledge


@dataclass(frozen=True, slots=True)
class ScriptLetters:
    """What ``script_letters.toml`` holds: letters of each script in Latin ones."""

    greek: Mapping[str, str]
    arabic: Mapping[str, str]
    katakana: Mapping[str, str]
    korean: Mapping[str, str]


_READ = read_knowledge("sanctions_data.names", "script_letters.toml", ScriptLetters)
_LETTERS = {**_READ.greek, **_READ.arabic, **_READ.katakana}
_KOREAN = re.compile("[\uac00-\ud7a3]+")
# A Korean name of so many syllables is a person's, whom Latin letters write a word a syllable.
_MAXIMUM_SYLLABLES = 4
_WRITTEN = re.compile("|".join(sorted(map(re.escape, _LETTERS), key=len, reverse=True)))
# Signs without width, which copying from a page or a document brings along.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")


def search_words(name: str) -> list[str]:
    """The words of a name in Latin letters and their order, as they are searched.

    Example:
        >>> search_words("Λαβρόφ"), search_words("ラヴロフ"), search_words("Vla\u200bdimir Putin")
        (['lavroph'], ['lavlof'], ['vladimir', 'putin'])
    """
    if name.isascii():
        return latin_words(name)
    bare = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", _INVISIBLE.sub("", name).casefold())
        if unicodedata.combining(letter) in (0, 8)  # 8: voiced sounds of Japanese.
    )
    plain = _KOREAN.sub(_read_korean, unicodedata.normalize("NFKC", bare))
    return latin_words(_WRITTEN.sub(lambda found: _LETTERS[found[0]], plain))


def _read_korean(found: re.Match[str]) -> str:
    syllables = ["".join(map(_read_jamo, unicodedata.normalize("NFD", each))) for each in found[0]]
    return (" " if len(syllables) <= _MAXIMUM_SYLLABLES else "").join(syllables)


def _read_jamo(letter: str) -> str:
    return _READ.korean.get(letter, letter)


def search_key(name: str) -> str:
    """The words of ``search_words`` in order of the alphabet.

    Example:
        >>> search_key("БУТ, Виктор") == search_key("Viktor But")
        True
    """
    return " ".join(sorted(search_words(name)))
