"""How alike two names are, word by word, for many pairs of names at once.

Each word is set beside the word of the other name that it is most like, so that neither the
order of the words nor one bad word decides. The figures stand in ``names/matching.toml``.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd
from rapidfuzz import process
from rapidfuzz.distance import OSA

from sanctions_data.names.index_keys import Numbers
from sanctions_data.names.matching import MATCHING
from sanctions_data.query.search.vocabulary import Texts, Vocabulary

Scores = npt.NDArray[np.float32]

_BITS = 21


def word_scores(asked: Vocabulary, known: Vocabulary, query: Numbers, form: Numbers) -> Scores:
    """The similarity, from 0 to 100, of each pair of a name asked for and a known one.

    Args:
        asked: the words of the names that are asked for.
        known: the words of the known names.
        query: the place in ``asked`` of the one name of each pair.
        form: the place in ``known`` of the other.
    """
    if not len(query):
        return np.zeros(0, dtype=np.float32)
    pair, one, other = _word_pairs(asked, known, query, form)
    alike = _similarity(asked, known, one, other)
    good = alike >= MATCHING.minimum_word
    pair, one, other, alike = pair[good], one[good], other[good], alike[good]
    best = _matched(pair, one, other, alike)
    pair, one, other, alike = pair[best], one[best], other[best], alike[best]
    ours, theirs = asked.weights[asked.words[one]], known.weights[known.words[other]]
    weight = (ours + theirs) / 2
    count = len(query)
    matched = np.bincount(pair, weight * alike, count)
    whole = np.bincount(pair, weight, count)
    left = _total(asked)[query] - np.bincount(pair, ours, count)
    left_there = _total(known)[form] - np.bincount(pair, theirs, count)
    shorter = asked.sizes()[query] <= known.sizes()[form]
    spare = MATCHING.weight_left_over
    left_over = np.where(shorter, left + spare * left_there, left_there + spare * left)
    score: Scores = (100 * matched / np.maximum(whole + left_over, 1e-6)).astype(np.float32)
    return score


def _total(words: Vocabulary) -> npt.NDArray[np.float64]:
    owner = np.repeat(np.arange(len(words.first) - 1), words.sizes())
    weights = words.weights[words.words].astype(np.float64)
    return np.bincount(owner, weights, len(words.first) - 1).astype(np.float64)


def _word_pairs(
    asked: Vocabulary, known: Vocabulary, query: Numbers, form: Numbers
) -> tuple[Numbers, Numbers, Numbers]:
    """Every word of one beside every word of the other: pair, and the places of both words."""
    ours, theirs = asked.sizes()[query], known.sizes()[form]
    # Each pair is set out twice: by the words of the one, then these by the words of the other.
    row_pair = np.repeat(np.arange(len(query), dtype=np.int32), ours)
    row = _counted(asked.first[query], ours)
    sizes = theirs[row_pair]
    pair = np.repeat(row_pair, sizes)
    one, other = np.repeat(row, sizes), _counted(known.first[form][row_pair], sizes)
    mine, its = asked.letters[asked.words[row]], known.letters[known.words[other]]
    mine = np.repeat(mine, sizes)
    shared = np.bitwise_count(mine & its)
    smaller = np.minimum(np.bitwise_count(mine), np.bitwise_count(its))
    long, long_there = asked.long[asked.words[row]], known.long[known.words[other]]
    long = np.repeat(long, sizes)
    shorter, longer = np.minimum(long, long_there), np.maximum(long, long_there)
    # What is much shorter can only be an initial.
    near = (2 * shared >= smaller) & (
        (MATCHING.maximum_length * shorter >= longer) | (shorter == 1)
    )
    return pair[near].astype(np.int64), one[near], other[near]


def _counted(start: Numbers, size: Numbers) -> Numbers:
    """All numbers from each start on, as many as its size, one range after the other."""
    return np.repeat(start - (np.cumsum(size) - size), size) + np.arange(size.sum())


def _similarity(asked: Vocabulary, known: Vocabulary, one: Numbers, other: Numbers) -> Scores:
    """How alike two words are, from 0 to 1; each pair of words is compared once."""
    here, there = asked.words[one], known.words[other]
    # Unlike unique of numpy, this sorts nothing.
    back, packed = pd.factorize(here * len(known.texts) + there)
    here, there = np.divmod(packed, len(known.texts))
    found = _compare(asked.texts[here], known.texts[there])
    heard = _compare(asked.heard[here], known.heard[there])
    mine, its = asked.bare[here], known.bare[there]
    short = np.minimum(asked.long_bare[here], known.long_bare[there]) < MATCHING.minimum_consonants
    poor = asked.long_bare[here] >= MATCHING.few_vowels * asked.long[here]
    share = np.where(poor, MATCHING.weight_without_vowels, MATCHING.weight_of_consonants)
    share = np.where(short, 0, share)
    sound = (1 - share) * heard + share * _compare(mine, its)
    found = np.maximum(found, MATCHING.heard * sound).astype(np.float32)
    found = np.maximum(1 - MATCHING.steepness * (1 - found), 0)
    is_initial = np.minimum(asked.long[here], known.long[there]) == 1
    same = np.array([a[0] == b[0] for a, b in zip(asked.texts[here][is_initial],
                    known.texts[there][is_initial], strict=True)], dtype=bool)  # fmt: skip
    initial = np.where(asked.long[here] == 1, MATCHING.initial, MATCHING.initial_there)
    found[is_initial] = np.where(same, np.maximum(found, initial)[is_initial], 0)
    result: Scores = found[back].astype(np.float32)
    return result


def _compare(ours: Texts, theirs: Texts) -> Scores:
    found: Scores = process.cpdist(
        ours, theirs, scorer=OSA.normalized_similarity, dtype=np.float32, workers=1
    )
    return found


def _matched(pair: Numbers, one: Numbers, other: Numbers, alike: Scores) -> Numbers:
    """The places of words that are each other's best, of each pair of names."""
    span = int(max(one.max(initial=0), other.max(initial=0))) + 1
    ours, our_words = pd.factorize(pair * span + one)
    theirs, their_words = pd.factorize(pair * span + other)
    # The pairs are in order; one number sorts faster than two.
    left = np.argsort((pair << _BITS) - (alike * (1 << _BITS)).astype(np.int64), kind="stable")
    have, have_there = (np.zeros(len(each), dtype=bool) for each in (our_words, their_words))
    found = [left[:0]]
    while len(left):
        best = _is_first(ours[left], len(have)) & _is_first(theirs[left], len(have_there))
        taken = left[best]
        found.append(taken)
        have[ours[taken]] = have_there[theirs[taken]] = True
        left = left[~(have[ours[left]] | have_there[theirs[left]])]
    return np.concatenate(found)


def _is_first(values: Numbers, count: int) -> npt.NDArray[np.bool_]:
    """Whether each value, below ``count``, is there for the first time."""
    place = np.arange(len(values))
    first = np.zeros(count, dtype=np.int64)
    first[values[::-1]] = place[::-1]  # The last that is written stays.
    found: npt.NDArray[np.bool_] = first[values] == place
    return found
