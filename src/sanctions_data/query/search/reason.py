"""Why a name is taken for a candidate."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from sanctions_data.names.fold import fold_name, latin_words
from sanctions_data.names.sound import sound
from sanctions_data.names.spelling import spell_as_heard

_MAXIMUM_TYPOS = 2


def reason(query: str, name: str) -> str:
    """The plainest way in which a query is like a name.

    Returns:
        ``exact`` (case, accents and punctuation aside), ``word order``, ``transliteration``
        (the same in Latin letters), ``spacing``, ``spelling`` (the same consonants),
        ``part`` (all words of one sound like words of the other), ``typo`` (at most two letters
        differ), ``initials`` or ``similar``.

    Example:
        >>> reason("KADYROV Ramzan", "Ramzan Kadyrov")
        'word order'
        >>> reason("R. Kadyrov", "Ramzan Kadyrov")
        'initials'
    """
    asked, found = latin_words(query), latin_words(name)
    one, other = " ".join(sorted(asked)), " ".join(sorted(found))
    if one == other:
        if fold_name(query) != fold_name(name):
            return "transliteration"
        return "exact" if asked == found else "word order"
    if "".join(asked) == "".join(found):
        return "spacing"
    heard, known = (sorted(sound(spell_as_heard(each)).split()) for each in (one, other))
    if heard == known:
        return "spelling"
    if set(heard) <= set(known) or set(known) <= set(heard):
        return "part"
    few, many = sorted([asked, found], key=len)
    if OSA.distance(one, other, score_cutoff=_MAXIMUM_TYPOS) <= _MAXIMUM_TYPOS:
        return "typo"
    return "initials" if _by_initials(few, many) else "similar"


def _by_initials(few: list[str], many: list[str]) -> bool:
    """Whether each word is in the other name, or is the first letter of a word of it."""
    letters = {word[0] for word in many}
    short = [word for word in few if len(word) == 1]
    return bool(short) and all(word in many or word in letters for word in few)
