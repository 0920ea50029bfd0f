"""Folding names and numbers to the form in which they are compared."""

from __future__ import annotations

import re
import unicodedata

_NOT_WORD = re.compile(r"[\W_]+")


def fold_name(name: str) -> str:
    """A name without case, accents, punctuation and word order.

    Example:
        >>> fold_name("AIR, Irán!") == fold_name("Iran Air")
        True
    """
    bare = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", name.replace("’", "").replace("'", ""))
        if not unicodedata.combining(letter)
    )
    return " ".join(sorted(_NOT_WORD.sub(" ", bare.casefold()).split()))


def fold_number(number: str) -> str:
    """A number or code without case, blanks and punctuation.

    Example:
        >>> fold_number("IMO 948-1910")
        'imo9481910'
    """
    return _NOT_WORD.sub("", number.casefold())
