"""The bearers of a surname that is asked for alone."""

from __future__ import annotations

import numpy as np

from sanctions_data.names.index_keys import Numbers
from sanctions_data.names.matching import MATCHING
from sanctions_data.query.search.vocabulary import FORM_WORDS, Vocabulary
from sanctions_data.query.search.word_scores import Scores


def score_single_words(
    asked: Vocabulary, known: Vocabulary, query: Numbers, form: Numbers, score: Scores
) -> Scores:
    """The scores of pairs, changed where the name asked for is one word.

    A word that few names have is a surname or a brand: whoever bears it is a candidate, and comes
    before names that are only like it. A word that many have, such as a given name, tells nothing
    unless it is the whole name.

    Args:
        asked: the words of the names that are asked for.
        known: the words of the known names.
        query: the place in ``asked`` of the one name of each pair.
        form: the place in ``known`` of the other.
        score: the similarity of each pair.
    """
    single = np.flatnonzero((asked.sizes() == 1)[query])
    if not len(single):
        return score
    result = score.copy()
    for place in single:
        word = asked.words[asked.first[query[place]]]
        theirs = known.words[known.first[form[place]] : known.first[form[place] + 1]]
        text = asked.texts[word]
        bears = theirs[known.heard[theirs] == asked.heard[word]]
        if max(asked.names[word], known.names[bears].max(initial=0)) > MATCHING.maximum_bearers:
            result[place] = score[place] if _is_same(asked, known, word, theirs) else 0
            continue
        if len(text) < MATCHING.minimum_alone or text in FORM_WORDS:
            continue
        is_written_so = bool((known.texts[bears] == text).any())
        if len(bears) and len(theirs) <= MATCHING.maximum_words_of_bearer:
            least = MATCHING.bearer if is_written_so else MATCHING.bearer_by_sound
            result[place] = max(score[place], least)
        # Where some names have the very word, those that have one like it come after them.
        if not is_written_so and text in known.count_of:
            result[place] = min(result[place], MATCHING.maximum_beside_bearer)
    return result


def _is_same(asked: Vocabulary, known: Vocabulary, word: int, theirs: Numbers) -> bool:
    return len(theirs) == 1 and bool(asked.texts[word] == known.texts[theirs[0]])
