"""Numbers of passports in the free text of the Australian list, which has no column for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PASSPORT = re.compile(r"\bpassport\b", re.IGNORECASE)
# What follows the word up to the number: another word for it, a letter where several are lettered,
# and the state.
_LABEL = re.compile(
    r"(?:\s*(?:no|nos|number|numbers|information)\b\.?)?\s*[:.-]?\s*", re.IGNORECASE
)
_STATE = r"[A-Z][^\W\d]*[,'’.-]?|\([A-Z][\w .]*\)|of|and|the|diplomatic|service"
_OF = re.compile(
    rf"(?:\(?[a-z]\)\s*)?(?:(?:{_STATE})\s+){{0,9}}(?:passport\s+)?(?:number|no\.?)?\s*:?\s*"
)
_NUMBER = re.compile(r"(?=(?:[A-Z /-]*\d){5})(?:[A-Z]{1,4}[ /-]?)?\d[\dA-Z]{3,}\b")
_NEXT = re.compile(r"(?<=\W)\(?[b-z]\)\s*")
_OTHER_LABEL = re.compile(r"national identification|driver|gender|address|identity", re.IGNORECASE)


def passports(text: str) -> list[str]:
    """The numbers of passports in a text, each once: those that follow the word, or a state.

    Example:
        >>> passports("Passport no: a) 9003213, issued in Iran b) Egyptian passport A0003213")
        ['9003213', 'A0003213']
        >>> passports("Passport issued on 3 May 2007 under the name Ada Example")
        []
    """
    return list(dict.fromkeys(_passports(text)))


def _passports(text: str) -> Iterator[str]:
    for match in _PASSPORT.finditer(text):
        rest = text[match.end() :]
        start = _LABEL.match(rest)
        rest = rest[start.end() if start else 0 :]
        if other := _OTHER_LABEL.search(rest):
            rest = rest[: other.start()]
        for part in _NEXT.split(rest):
            if number := _number_at(part):
                yield number
            else:
                break


def _number_at(text: str) -> str:
    of = _OF.match(text)
    for start in (0, of.end() if of else 0):
        if match := _NUMBER.match(text, start):
            return match.group()
    return ""
