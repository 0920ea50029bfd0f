"""The words of many names, each once, with what is needed to compare them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from sanctions_data.names.index_keys import Numbers
from sanctions_data.names.legal_forms import LEGAL_FORMS
from sanctions_data.names.matching import MATCHING
from sanctions_data.names.spelling import consonants, spell_as_heard

Texts = npt.NDArray[np.object_]
Weights = npt.NDArray[np.float32]

FORM_WORDS = LEGAL_FORMS.filler_words | {
    word for all_of in LEGAL_FORMS.forms.values() for each in all_of for word in each.split()
}


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """Words of names.

    Attributes:
        first: the words of name ``n`` are ``words[first[n]:first[n + 1]]``.
        words: the place in ``texts`` of each word of each name.
        texts: the words, each once.
        heard, bare: the words as they sound, and their consonants.
        long, long_bare: how many letters a word and its consonants have.
        letters: of each word which letters it has, a bit a letter.
        names: how many names have the word.
        weights: what the word weighs.
    """

    first: Numbers
    words: Numbers
    texts: Texts
    heard: Texts
    bare: Texts
    long: Numbers
    long_bare: Numbers
    letters: Numbers
    names: Numbers
    weights: Weights

    @cached_property
    def count_of(self) -> dict[str, int]:
        """How many names have a word."""
        return dict(zip(self.texts.tolist(), self.names.tolist(), strict=True))

    def sizes(self) -> Numbers:
        """How many words each name has."""
        return np.diff(self.first)


def build_vocabulary(forms: Sequence[str], known: Vocabulary | None = None) -> Vocabulary:
    """The words of names, weighed by how many of them have each.

    Args:
        forms: names in their compared form.
        known: the vocabulary that tells how many names have a word; this one if left out.
    """
    split = [form.split() for form in forms]
    flat = np.array([word for words in split for word in words], dtype=object)
    words, unique = pd.factorize(flat)
    sizes = np.fromiter(map(len, split), dtype=np.int64, count=len(split))
    heard = spell_as_heard("\n".join(unique)).split("\n") if len(unique) else []
    bare = consonants("\n".join(heard)).split("\n") if len(unique) else []
    names = np.bincount(words, minlength=len(unique))
    total = len(forms)
    if known is not None:
        count = known.count_of
        names = np.array([count.get(word, 1) for word in unique], dtype=np.int64)
        total = len(known.first) - 1
    return Vocabulary(
        first=np.concatenate([[0], np.cumsum(sizes)]),
        words=words.astype(np.int64),
        texts=np.array(unique, dtype=object),
        heard=np.array(heard, dtype=object),
        bare=np.array(bare, dtype=object),
        long=lengths(unique),
        long_bare=lengths(bare),
        letters=_letters(list(unique), heard),
        names=names,
        weights=_weights(list(unique), names, total),
    )


def lengths(texts: Iterable[str]) -> Numbers:
    """How many letters each text has."""
    return np.fromiter(map(len, texts), dtype=np.int64)


def _letters(words: Sequence[str], heard: Sequence[str]) -> Numbers:
    """Which letters a word has as it is written and as it sounds, a bit a letter."""
    return np.array(
        [
            sum(
                1 << (ord(letter) - 97 if letter.isalpha() else 26) for letter in set(word + sounds)
            )
            for word, sounds in zip(words, heard, strict=True)
        ],
        dtype=np.int64,
    )


def _weights(words: list[str], names: Numbers, total: int) -> Weights:
    rarity = 1 - np.log(np.maximum(names, 1)) / np.log(max(total, 2))
    weights = np.maximum(rarity, MATCHING.minimum_weight)
    is_form = np.fromiter((word in FORM_WORDS for word in words), dtype=bool, count=len(words))
    is_letter = np.fromiter((len(word) == 1 for word in words), dtype=bool, count=len(words))
    weights[is_letter] = np.minimum(weights[is_letter], MATCHING.weight_of_initial)
    weights[is_form] = MATCHING.weight_of_form
    found: Weights = weights.astype(np.float32)
    return found
