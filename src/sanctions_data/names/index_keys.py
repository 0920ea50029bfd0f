"""The keys under which an index files names, so that a search finds the few worth comparing.

Similar names share keys: pieces of words, pairs of words by sound, the whole name. A name is
only compared with names that share a key with it. A key is a number: two bits for its sort, 32
bits for what it stands for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, permutations
from math import inf
from string import ascii_lowercase
from zlib import crc32

import numpy as np
import numpy.typing as npt

from sanctions_data.names.matching import MATCHING
from sanctions_data.names.spelling import consonants, spell_as_heard

Numbers = npt.NDArray[np.int64]

KEY_BITS = 34
_PAIR = 1 << 32
_WHOLE = 2 << 32
_MAXIMUM_WORDS = 8
# Longer names are not people's, and nobody writes them with initials.
_MAXIMUM_WITH_INITIALS = 4
# In a short name a typo or two spoil all pieces of four letters.
_SHORT = 12
_SPACE, _LINE = ord(" "), ord("\n")


def index_keys(forms: Sequence[str], *, known: bool = False) -> Numbers:
    """Every key of every name, once, as ``place << KEY_BITS | key`` in rising order.

    A name without a word has no key.

    Args:
        forms: names as lower-case ASCII words with one space between them.
        known: whether they are searched, not asked for. Then short names also have the keys of
            each word alone, by its sound, and those with one word as its first letter.
    """
    heard = consonants(spell_as_heard("\n".join(forms))).split("\n") if forms else []
    others = np.fromiter(_word_keys(forms, heard), dtype=np.int64)
    short = np.fromiter(_initial_keys(forms, heard) if known else (), dtype=np.int64)
    alone = np.fromiter(_alone_keys(heard) if known else (), dtype=np.int64)
    pieces = _piece_keys(forms, 4), _piece_keys(forms, 3, _SHORT)
    found = np.sort(np.concatenate([*pieces, others, short, alone]))
    return found[starts(found)]


def starts(values: Numbers) -> Numbers:
    """Where in a sorted array each value is for the first time.

    Example:
        >>> starts(np.array([4, 4, 7])).tolist()
        [0, 2]
    """
    return np.flatnonzero(np.diff(values, prepend=-1))


def _piece_keys(forms: Sequence[str], size: int, longest: float = inf) -> Numbers:
    """So many letters in a row, where the space around a word counts as a letter."""
    lines = (f" {form} \n" if len(form) <= longest else "\n" for form in forms)
    text = np.frombuffer("".join(lines).encode("ascii"), dtype=np.uint8).astype(np.int64)
    if len(text) < size:
        return np.empty(0, dtype=np.int64)
    place = np.cumsum(text == _LINE)
    letters = [text[i : len(text) - size + 1 + i] for i in range(size)]
    good = np.ones(len(letters[0]), dtype=np.bool_)
    piece = np.zeros(len(letters[0]), dtype=np.int64)
    for i, letter in enumerate(letters):
        good &= (letter != _LINE) & ((letter != _SPACE) | (i in (0, size - 1)))
        piece = (piece << 8) | letter
    found: Numbers = ((place[: len(piece)] << KEY_BITS) | piece)[good]
    return found


def _word_keys(forms: Sequence[str], heard: Sequence[str]) -> Iterator[int]:
    for place, (form, sounds) in enumerate(zip(forms, heard, strict=True)):
        if not form:
            continue
        base = place << KEY_BITS
        yield base | _WHOLE | crc32(form.encode())
        words = sorted(sounds.split())[:_MAXIMUM_WORDS]
        if len(words) == 1:
            yield base | _PAIR | crc32(words[0].encode())
        for one, other in combinations(words, 2):
            yield base | _PAIR | crc32(f"{one} {other}".encode())


def _alone_keys(heard: Sequence[str]) -> Iterator[int]:
    """The key of each word as it sounds: a surname asked for alone finds its bearers by it."""
    for place, sounds in enumerate(heard):
        words = set(sounds.split())
        if len(words) <= MATCHING.maximum_words_of_bearer:
            base = place << KEY_BITS
            yield from (base | _PAIR | crc32(word.encode()) for word in words)


def _initial_keys(forms: Sequence[str], heard: Sequence[str]) -> Iterator[int]:
    letters = {letter: consonants(spell_as_heard(letter)) for letter in ascii_lowercase}
    for place, (form, sounds) in enumerate(zip(forms, heard, strict=True)):
        words = list(zip(form.split(), sounds.split(), strict=True))
        if len(words) > _MAXIMUM_WITH_INITIALS:
            continue
        base = place << KEY_BITS
        for (word, _), (_, other) in permutations(words, 2):
            letter = letters.get(word[0], word[0])
            yield base | _PAIR | crc32(" ".join(sorted((letter, other))).encode())
