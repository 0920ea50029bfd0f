"""How alike two names are where only the spaces between their words may differ."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process

from sanctions_data.names.index_keys import Numbers
from sanctions_data.names.matching import MATCHING
from sanctions_data.query.search.vocabulary import Texts, lengths
from sanctions_data.query.search.word_scores import Scores


@dataclass(frozen=True, eq=False)
class Joined:
    """Names without spaces, and how long each is."""

    texts: Texts
    sizes: Numbers


def join_words(forms: list[str]) -> Joined:
    """Each name without the spaces between its words."""
    texts = np.array([form.replace(" ", "") for form in forms], dtype=object)
    return Joined(texts, lengths(texts))


def joined_scores(asked: list[str], known: Joined, query: Numbers, form: Numbers) -> Scores:
    """The similarity of all letters in a row of each pair of names, 0 where it is too low.

    Args:
        asked: the names asked for.
        known: the known names.
        query: the place in ``asked`` of the one name of each pair.
        form: the place in ``known`` of the other.
    """
    ours = join_words(asked)
    one, other = ours.sizes[query], known.sizes[form]
    cutoff = MATCHING.minimum_joined
    # No pair scores more than its lengths allow; most are left out by that alone.
    near = np.flatnonzero(200 * np.minimum(one, other) >= cutoff * (one + other))
    found = np.zeros(len(query), dtype=np.float32)
    found[near] = process.cpdist(
        ours.texts[query[near]],
        known.texts[form[near]],
        scorer=fuzz.ratio,
        score_cutoff=cutoff,
        dtype=np.float32,
    )
    # Only names with the same words are the same.
    return np.minimum(found, MATCHING.maximum_joined, out=found)
