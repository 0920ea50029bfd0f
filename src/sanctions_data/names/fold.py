"""Folding names and numbers to the form in which they are compared.

Two foldings of a name serve two ends. ``fold_name`` keeps the script: it says whether two
texts are the same name as printed. ``latin_key`` writes every script in Latin letters: it lets
a name in Cyrillic meet its English spelling, when names are searched or parties are matched.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from text_unidecode import unidecode

_NOT_WORD = re.compile(r"[\W_]+")


def fold_name(name: str) -> str:
    """A name without case, accents, punctuation and word order.

    Example:
        >>> fold_name("AIR, Irán!") == fold_name("Iran Air")
        True
    """
    return " ".join(sorted(_words(name)))


def latin_words(name: str) -> list[str]:
    """The words of a name in Latin letters and their order, without case and accents.

    Other scripts are transliterated letter by letter, so that a name in Cyrillic meets its
    usual spelling in English.

    Example:
        >>> latin_words("КАДЫРОВ, Рамзан")
        ['kadyrov', 'ramzan']
    """
    # Compatibility forms first: an Arabic letter in its form for print is unknown otherwise.
    latin = name if name.isascii() else unidecode(unicodedata.normalize("NFKC", name))
    return _words(latin.replace("`", ""))


def latin_key(name: str) -> str:
    """A name in Latin letters without case, accents, punctuation and word order.

    Example:
        >>> latin_key("БУТ, Виктор") == latin_key("Viktor But")
        True
    """
    return " ".join(sorted(latin_words(name)))


@lru_cache(maxsize=400_000)
def remembered_latin_key(name: str) -> str:
    """``latin_key`` for matching, which asks for the same names again and again.

    Example:
        >>> remembered_latin_key("Viktor But")
        'but viktor'
    """
    return latin_key(name)


def fold_number(number: str) -> str:
    """A number or code without case, spaces and punctuation.

    Example:
        >>> fold_number("IMO 948-1910")
        'imo9481910'
    """
    return _NOT_WORD.sub("", number.casefold())


def _words(name: str) -> list[str]:
    bare = name.replace("’", "").replace("'", "")
    if not bare.isascii():
        bare = "".join(
            letter
            for letter in unicodedata.normalize("NFKD", bare)
            if not unicodedata.combining(letter)
        )
    return _NOT_WORD.sub(" ", bare.casefold()).split()
