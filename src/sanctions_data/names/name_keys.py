"""The forms in which names of parties are compared.

Names are folded as everywhere in the package, and letters that are not Latin are written
in Latin ones first. An organisation's name is split into what names it and its legal form,
because lists write ``JSC Rosneft`` and ``Rosneft Oil Company, Joint Stock Company`` as they
please, while two forms that differ (a joint stock company and a limited one) are two bodies.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from sanctions_data.names.fold import latin_words

NEARLY_THE_SAME = 80

# Words of a legal form, and the kind of body that they say. Longer wordings come first.
_FORMS = {
    "joint_stock": (
        "open joint stock company", "closed joint stock company", "public joint stock company",
        "non public joint stock company", "private joint stock company", "joint stock company",
        "otkrytoe aktsionernoe obshchestvo", "zakrytoe aktsionernoe obshchestvo",
        "publichnoe aktsionernoe obshchestvo", "aktsionernoe obshchestvo", "joint stock co",
        "ojsc", "oao", "pjsc", "pao", "cjsc", "zao", "jsc", "ao", "nao",
    ),
    "limited": (
        "limited liability company", "limited liability partnership",
        "obshchestvo s ogranichennoy otvetstvennostyu",
        "obshchestvo s ogranichennoi otvetstvennostyu", "private limited company",
        "co ltd", "company limited", "co limited", "company ltd", "pvt ltd", "private limited",
        "pte ltd", "sdn bhd", "gmbh", "l l c", "llc", "ooo", "ltd", "limited", "srl", "sarl",
        "llp", "fzco", "fze", "fzc", "fz llc", "s r o", "sro", "d o o", "doo", "limitada", "ltda",
    ),
    "public": ("public limited company", "plc", "s a", "sa", "ag", "nv", "n v", "spa", "s p a"),
    "incorporated": ("incorporated", "inc", "corporation", "corp"),
    "unitary": (
        "federal state unitary enterprise", "state unitary enterprise",
        "federalnoe gosudarstvennoe unitarnoe predpriyatie", "fsue", "fgup",
    ),
}  # fmt: skip
_FORM_OF = {words: form for form, group in _FORMS.items() for words in group}
_FORM = re.compile(
    r"\b(?:" + "|".join(sorted(map(re.escape, _FORM_OF), key=len, reverse=True)) + r")\b"
)
_ABBREVIATION = re.compile(r"\(\W*([\w&.-]{2,9})\W*\)")
_NO_NAME = frozenset({"the", "of", "and", "for", "co", "company", "de", "la"})


@dataclass(frozen=True, slots=True)
class BodyName:
    """What names an organisation, folded, and the kinds of legal form in the name."""

    core: str
    forms: frozenset[str]


# An abbreviation of fewer letters is shared by too many bodies to tell anything.
FEWEST_LETTERS = 5


@lru_cache(maxsize=400_000)
def name_key(name: str) -> str:
    """A name in Latin letters without case, accents, punctuation and word order.

    Example:
        >>> name_key("БУТ, Виктор") == name_key("Viktor But")
        True
    """
    return " ".join(sorted(latin_words(name)))


def body_names(name: str) -> Iterator[BodyName]:
    """The forms in which an organisation's name is compared, as a whole and in its parts.

    Lists append an abbreviation in brackets, or the name in another language after a stroke.

    Example:
        >>> public, whole = body_names("Public Joint Stock Company Rostec (RT)")
        >>> whole == BodyName("rostec", frozenset({"joint_stock"})), public.core
        (True, 'rostec rt')
    """
    plain = _plain(name)
    for text in dict.fromkeys([plain, *_parts(name)]):
        forms = frozenset(_FORM_OF[found] for found in _FORM.findall(text))
        words = [word for word in _FORM.sub(" ", text).split() if word not in _NO_NAME]
        if sum(map(len, words)) >= FEWEST_LETTERS:
            yield BodyName(" ".join(sorted(words)), forms)


def _parts(name: str) -> Iterator[str]:
    if "/" in name:
        yield from map(_plain, name.split("/"))
    if found := _ABBREVIATION.search(name):
        rest = _plain(name[: found.start()] + name[found.end() :])
        # `(IAIO)` repeats the name; `(Belarus)` says that it is another bank.
        letters = iter(rest)
        if all(letter in letters for letter in _plain(found[1])):
            yield rest


def _plain(name: str) -> str:
    return " ".join(latin_words(name))


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
    """Whether a word of some folded names is, nearly, a word of the others."""
    words = {word for name in some for word in name.split() if len(word) > 2}
    theirs = {word for name in others for word in name.split() if len(word) > 2}
    return bool(words & theirs) or any(
        ratio(word, other) >= NEARLY_THE_SAME for word in words for other in theirs
    )
