"""Spellings of a name: ``Sergei (Sergey) TELJNYKH (TELNYKH)`` says the same name in four ways."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, product

from rapidfuzz.fuzz import ratio

from sanctions_data.lists.common.entry import tidy
from sanctions_data.names.fold import latin_words
from sanctions_data.names.scripts import script_of

_WORD = re.compile(r"(?P<word>[^\s()・、,“”]+)\s*\((?P<others>[^()]+)\)")
_BETWEEN = re.compile(r"[,/、;]")
_FORMER = re.compile(r"\b(?:n[eé]e|[afn]\s?\.?\s?k\s?\.?\s?a)\b", re.IGNORECASE)
_ALIKE = 60
_ALIKE_FOR_PERSONS = 45  # "Volodymyr" and "Vladimir"; but a nickname is no spelling
MAX_SPELLINGS = 12


def spellings(name: str, *, is_person: bool) -> list[str]:
    """The spellings that a name gives, first the one without brackets; at least the name itself.

    Brackets behind a word hold other spellings of it where they are like it. In the name of a body
    they may hold a place or an abbreviation, so there they must be much like the word.

    Example:
        >>> spellings("Sergey(Sergei)TSEKOV (TSEKOF)", is_person=True)
        ['Sergey TSEKOV', 'Sergey TSEKOF', 'Sergei TSEKOV', 'Sergei TSEKOF']
        >>> spellings("Luhansk(Lugansk) Guard", is_person=False)
        ['Luhansk Guard', 'Lugansk Guard']
        >>> spellings("LEADER (HK) INTERNATIONAL", is_person=False)
        ['LEADER (HK) INTERNATIONAL']
    """
    found = product(*_parts(name, is_person))
    return list(dict.fromkeys(tidy("".join(words)) for words in islice(found, MAX_SPELLINGS)))


def _parts(name: str, is_person: bool) -> Iterator[tuple[str, ...]]:
    """The parts of a name in order, each with the ways of writing it."""
    end = 0
    for match in _WORD.finditer(name):
        word, others = match["word"], tuple(map(tidy, _BETWEEN.split(match["others"])))
        former = _FORMER.search(match["others"])
        if not former and not all(_is_spelling(other, word, is_person) for other in others):
            continue
        yield (_space(name, end) + name[end : match.start()],)
        yield (word,) if former else (word, *others)
        end = match.end()
    yield (_space(name, end) + name[end:],)


def _is_spelling(other: str, word: str, is_person: bool) -> bool:
    if not other or " " in other or script_of(other) != script_of(word):
        return False
    one, two = ("".join(latin_words(text)) for text in (other, word))
    return ratio(one, two) >= (_ALIKE_FOR_PERSONS if is_person else _ALIKE)


def _space(name: str, end: int) -> str:
    """The space that Latin words need behind a bracket, and some names lack there."""
    following = name[end : end + 1]
    return " " if end and following.isalpha() and script_of(following) == "Latn" else ""
