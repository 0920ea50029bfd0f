"""The script that a name is written in."""

from __future__ import annotations

import unicodedata
from collections import Counter

_BY_UNICODE_NAME = {
    "ARABIC": "Arab",
    "ARMENIAN": "Armn",
    "BENGALI": "Beng",
    "CJK": "Hani",
    "CYRILLIC": "Cyrl",
    "DEVANAGARI": "Deva",
    "ETHIOPIC": "Ethi",
    "GEORGIAN": "Geor",
    "GREEK": "Grek",
    "HANGUL": "Hang",
    "HEBREW": "Hebr",
    "HIRAGANA": "Hira",
    "KATAKANA": "Kana",
    "KHMER": "Khmr",
    "LATIN": "Latn",
    "MYANMAR": "Mymr",
    "SINHALA": "Sinh",
    "TAMIL": "Taml",
    "THAI": "Thai",
}


def script_of(name: str) -> str:
    """ISO 15924 code of the script of most letters; empty if there is none we know.

    Example:
        >>> script_of("ТОО ЗАПЧАСТЬ ТРЕЙД"), script_of("924")
        ('Cyrl', '')
    """
    if name.isascii():
        return "Latn" if any(map(str.isalpha, name)) else ""
    blocks = Counter(
        unicodedata.name(letter, "").split(" ", 1)[0] for letter in name if letter.isalpha()
    )
    if not blocks:
        return ""
    return _BY_UNICODE_NAME.get(blocks.most_common(1)[0][0], "")
