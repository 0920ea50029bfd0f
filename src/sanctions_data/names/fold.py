"""Folding names and numbers to the form in which they are compared."""

from __future__ import annotations

import re
import unicodedata

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


def _words(name: str) -> list[str]:
    bare = name.replace("’", "").replace("'", "")
    if not bare.isascii():
        bare = "".join(
            letter
            for letter in unicodedata.normalize("NFKD", bare)
            if not unicodedata.combining(letter)
        )
    return _NOT_WORD.sub(" ", bare.casefold()).split()


def fold_number(number: str) -> str:
    """A number or code without case, blanks and punctuation.

    Example:
        >>> fold_number("IMO 948-1910")
        'imo9481910'
    """
    return _NOT_WORD.sub("", number.casefold())
