"""Names as the page of the Russian Foreign Ministry prints them, in Latin and Russian letters.

The page mixes up letters of the two scripts that look the same, such as C and С. Capitals
are left as printed, as with every other list.
"""

from __future__ import annotations

import re

from sanctions_data.lists.common.entry import Name, tidy

_CYRILLIC, _LATIN = "АВЕКМНОРСТХаегорсухк", "ABEKMHOPCTXaeropcyxk"
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_WORD_WITH_CYRILLIC = re.compile(r"\w*[А-Яа-яЁё]\w*")
_INITIAL_WITHOUT_BLANK = re.compile(r"(?<=\b[A-Z]\.)(?=[A-Z][a-z])")
_TWO_NAMES = re.compile(r"(?P<before>.*?)(?P<one>[^\s/]+)/(?P<other>[^\s/]+)(?P<after>[^/]*)")


def latin_name(printed: str) -> str:
    """A name that stands in the brackets for Latin letters.

    Example:
        >>> latin_name("Аdа B.Ехаmрlе")
        'Ada B. Example'
    """
    return _INITIAL_WITHOUT_BLANK.sub(" ", tidy(printed.translate(_TO_LATIN)))


def russian_name(printed: str) -> str:
    """A name in Russian letters; words that are Latin as a whole stay so.

    Example:
        >>> russian_name("Aда II ПРИMЕР") == "Ада II ПРИМЕР"
        True
    """
    return _WORD_WITH_CYRILLIC.sub(lambda word: word[0].translate(_TO_CYRILLIC), tidy(printed))


def names(latin: str, russian: str) -> tuple[Name, ...]:
    """The names of a person, the primary one first.

    Where a slash joins two first names, each makes a name. The page puts the one that the
    person no longer bears first, so the other is the primary one.

    Args:
        latin: the primary name; if it is empty, the Russian one is.
        russian: the name in Russian.

    Example:
        >>> [name.text for name in names("Bob/Ada Example", "Ада ПРИМЕР")]
        ['Ada Example', 'Bob Example', 'Ада ПРИМЕР']
    """
    found = [text for printed in (latin, russian) if printed for text in _parted(printed)]
    return (Name(found[0]), *(Name(text, "alias") for text in found[1:]))


def have_one_first_name(russian: str, other: str) -> bool:
    """Whether two Russian names may begin with the same first name, in whatever spelling.

    Example:
        >>> have_one_first_name("Эллен ПРИМЕР", "Элен ПРИМЭР")
        True
        >>> have_one_first_name("Рид ПРИМЕР", "Тереза ПРИМЕР")
        False
    """
    return russian[:1].casefold() == other[:1].casefold()


def _parted(name: str) -> tuple[str, ...]:
    if match := _TWO_NAMES.fullmatch(name):
        before, one, other, after = match.groups()
        return f"{before}{other}{after}", f"{before}{one}{after}"
    return (name,)
