"""Names of an entry: the printed one, what stands in brackets, and its other spellings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sanctions_data.lists.common.entry import Name, tidy

_BRACKET = re.compile(r"^(?P<name>[^()]+?) ?\((?P<other>[^()]{2,})\)? ?(?P<rest>[^()]*)$")
_MARK = re.compile(r"(?:^|[\s;,])[a-z]\)\s*|[;,\n]")
_WORD = re.compile(r"\w{2,}")
_LONGEST_NAME = 6


def read_names(printed: str, remarks: str) -> tuple[Name, ...]:
    """The names of an entry, the primary one first.

    Remarks mix other spellings with sentences, and a few are those of the entry before. What
    shares a word with the name, and is no longer than a name, is another spelling. Of
    organisations they are not read: too many share a word such as the state.

    Example:
        >>> [name.text for name in read_names("MUN CHONG-CHOL", "a) Mun Chong Chol b) Bir memur")]
        ['MUN CHONG-CHOL', 'Mun Chong Chol']
        >>> [(name.text, name.type) for name in read_names("DAEDONG CREDIT BANK (DCB)", "")]
        [('DAEDONG CREDIT BANK', 'primary'), ('DCB', 'weak_alias')]
    """
    found = [Name(text, kind) for text, kind in _split(tidy(printed))]
    words = {word for name in found for word in _words(name.text)}
    others = [tidy(part) for part in _MARK.split(remarks)]
    found += [Name(text, "alias") for text in others if _is_spelling(text, words)]
    return tuple({name.text.casefold(): name for name in reversed(found)}.values())[::-1]


def _split(printed: str) -> Iterator[tuple[str, str]]:
    match = _BRACKET.match(printed)
    if match is None:
        yield printed, "primary"
        return
    other = tidy(match["other"])
    if match["rest"] and " " in other:
        yield printed, "primary"  # A part of the name, such as a place.
        return
    yield tidy(f"{match['name']} {match['rest']}"), "primary"
    # One word in brackets is an abbreviation, which others have too.
    yield other, "alias" if " " in other else "weak_alias"


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}


def _is_spelling(text: str, words: set[str]) -> bool:
    if not text or any(letter in text for letter in ".:()[]<>") or text[0].islower():
        return False
    return len(text.split()) <= _LONGEST_NAME and bool(_words(text) & words)
