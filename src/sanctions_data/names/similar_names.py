"""Whether names in their compared form are one name in two spellings."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.fuzz import ratio

# Two words whose similarity is this or more, of 100, are spellings of one.
NEARLY_THE_SAME = 80


def alike(one: str, other: str) -> bool:
    """Whether two folded names are one name that is spelled in two ways or cut short.

    Every word of the shorter one, two at least, must have a word of its own in the longer
    one that is nearly the same.

    Example:
        >>> alike("kadyrov ramzan", "akhmadovitch kadyrov ramzan")
        True
        >>> alike("kadyrov ramzan", "kadyrov zelimkhan"), alike("kadyrov", "kadyrov ramzan")
        (False, False)
    """
    short, long = sorted((one.split(), other.split()), key=len)
    if len(short) < 2:
        return False
    left = list(long)
    for word in sorted(short, key=len, reverse=True):
        best = max(left, key=lambda each: ratio(word, each))
        if ratio(word, best) < NEARLY_THE_SAME:
            return False
        left.remove(best)
    return True


def share_two_words(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether two words of a folded name (or its only one) are, nearly, words of another.

    Example:
        >>> share_two_words(["kim kyong ok"], ["kim kyung ok"])
        True
        >>> share_two_words(["kim kyong ok"], ["ho kim tong"])
        False
    """
    theirs = [other.split() for other in others]
    return any(
        sum(any(ratio(word, each) >= NEARLY_THE_SAME for each in other) for word in words)
        >= min(2, len(words), len(other))
        for words in (name.split() for name in some)
        for other in theirs
    )


def share_a_word(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether a word of some folded names is, nearly, a word of the others.

    Words of one or two letters do not count.

    Example:
        >>> share_a_word(["ali kadyrov"], ["kadirov"]), share_a_word(["al haq"], ["al amin"])
        (True, False)
    """
    words = {word for name in some for word in name.split() if len(word) > 2}
    theirs = {word for name in others for word in name.split() if len(word) > 2}
    return bool(words & theirs) or any(
        ratio(word, other) >= NEARLY_THE_SAME for word in words for other in theirs
    )
