"""Numbers of documents, which the list prints several in a cell and, in 2018, within sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sanctions_data.lists.common.placeholders import is_nothing

_ENUMERATOR = re.compile(r"\(\s*(?:\d{1,2}|[a-z])\s*\)(?:\s*[-–]\s*\(\d{1,2}\))?")
_DAY = re.compile(r"\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b")
_NUMBER = re.compile(r"(?<![\w.-])(?=(?:[A-Z./-]*\d){3})[A-Z\d][A-Z\d./-]{3,}[A-Z\d](?![\w-])")
_SENTENCE = re.compile(r"[^\W\d]{4,}|[(),;:]|\. ")


def parts_of(printed: str) -> Iterator[str]:
    """The parts of a cell in which several values are numbered.

    Example:
        >>> list(parts_of("(1) Tunisia (2) Libya")), list(parts_of("(1)-(2) Tunisia (3) Libya"))
        (['Tunisia', 'Libya'], ['Tunisia', 'Libya'])
        >>> list(parts_of("Syria")), list(parts_of("(1) 20645897 (2) -"))
        (['Syria'], ['20645897'])
    """
    for part in _ENUMERATOR.split(printed):
        if not is_nothing(part := part.strip(" ,;.")):
            yield part


def numbers_in(printed: str) -> Iterator[str]:
    """The numbers in a cell.

    A part that is a number by itself is kept as printed. Of a sentence only what looks like a
    number is, and only where nothing else in it does: a day of issue is none.

    Example:
        >>> list(numbers_in("(1) A-333602 (2) M110522"))
        ['A-333602', 'M110522']
        >>> list(numbers_in("G827238 (Tunisian). Issued on 1 June 1996. Expired on 31 May 2001"))
        ['G827238']
        >>> list(numbers_in("Ration card no. 1729765")), list(numbers_in("Uganda Passport."))
        (['1729765'], [])
    """
    for part in parts_of(printed):
        if not _SENTENCE.search(part):
            if any(map(str.isdigit, part)):
                yield part
        elif len(found := set(_NUMBER.findall(_DAY.sub(" ", part)))) == 1:
            yield found.pop()
