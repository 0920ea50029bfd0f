"""Words that were written as one: a legal form and a name, or two words of a name."""

from __future__ import annotations

from sanctions_data.names.matching import MATCHING
from sanctions_data.query.search.vocabulary import FORM_WORDS, Vocabulary


def split_words(key: str, known: Vocabulary) -> str:
    """A name in its compared form, its words that no list has split into words that lists have.

    Only a legal form at the start or end of a word is split off, and only from a word that
    lists have, so that a surname is never cut.

    Args:
        key: the name in its compared form.
        known: the words of the names that are searched.

    Example:
        >>> from sanctions_data.query.search.vocabulary import build_vocabulary
        >>> split_words("jscargument", build_vocabulary(["argument jsc", "ada example"]))
        'argument jsc'
    """
    words = key.split()
    if all(word in known.count_of or len(word) < MATCHING.minimum_split for word in words):
        return key
    return " ".join(sorted(part for word in words for part in _parts(word, known)))


def _parts(word: str, known: Vocabulary) -> tuple[str, ...]:
    if word in known.count_of or len(word) < MATCHING.minimum_split:
        return (word,)
    for size in range(2, len(word) - 2):
        start, end = word[:size], word[size:]
        form, name = (start, end) if start in FORM_WORDS else (end, start)
        if form in FORM_WORDS and len(name) >= MATCHING.minimum_rest and name in known.count_of:
            return form, name
    return (word,)
