"""What of a printed entry is fit for a table: safe text, facts, and no private matters.

Lists print soft hyphens from their typesetting, names that a spreadsheet would run as a
formula, and now and then letters that were lost on the way. Some give the reason of the listing
or the family of a person in place of an office, and the telephone of a person.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from sanctions_data.lists import Entry
from sanctions_data.lists.common.entry import Attribute, Name
from sanctions_data.tables.canonical import normal_cell

LOST_LETTER = "\ufffd"
_FORMULA = "=+-@ "
_NOTHING = ("", "n/a", "na", "none", "null", "unknown", "?", "tbd")
# An office is named in few words. What has a verb tells what the person is said to have done.
LONGEST_POSITION = 120
_NO_OFFICE = re.compile(
    r"\b(?:wife|husband|spouse|widow|son|daughter|brother|sister|father|mother|nephew|niece"
    r"|cousin|uncle|relative|in-law"
    r"|who|which|whose|has|have|had|is|are|was|were|involved|provides|supports|specializes"
    r"|propagandists?|disinformation)\b",
    re.IGNORECASE,
)
# Here `NA` is Namibia, and what a list prints for "not available" is no code.
_COUNTRY_CODES = ("nationality", "country", "birth_country", "flag", "previous_flag")
_PRIVATE = ("email", "phone")
# A spreadsheet rounded a long number: its digits are lost.
_ROUNDED = re.compile(r"\d(?:[.,]\d+)?E\+\d{2,3}")
_OF_PERSONS = ("gender", "nationality", "birth_date", "birth_place", "birth_country", "position")
_NO_PERSON = ("organisation", "vessel", "aircraft")

T = TypeVar("T", Name, Attribute)


def safe_text(printed: str) -> str:
    r"""The text without invisible characters and without what makes a cell a formula.

    Empty if letters of it were lost, or if it only says that there is nothing.

    Example:
        >>> safe_text("-GosNIImash."), safe_text("Po\u00adlice"), safe_text("-")
        ('GosNIImash.', 'Police', '')
    """
    if LOST_LETTER in printed:
        return ""
    if not printed.isascii():
        # As cells are written: two spellings of one letter must not be two facts.
        printed = normal_cell("".join(c for c in printed if not _is_invisible(c)))
    bare = " ".join(printed.split()).lstrip(_FORMULA)
    return "" if bare.casefold() in _NOTHING else bare


def _is_invisible(letter: str) -> bool:
    # Joiners shape Persian and Indic words and are part of the spelling.
    return unicodedata.category(letter) in ("Cf", "Cc") and letter not in "\u200c\u200d"


def cleaned(entry: Entry) -> Entry:
    """The entry with what is fit for our tables; a name that only this would empty is kept.

    An e-mail address or telephone number of a person is left out, as are what describes
    persons where the entry is none, and a number that a spreadsheet rounded.
    """
    names = tuple(_safe(entry.names, "text")) or entry.names[:1]
    names = tuple(replace(name, text=normal_cell(name.text)) for name in names)
    is_body = entry.kind in _NO_PERSON
    attributes = tuple(
        each
        for each in _safe(entry.attributes, "value")
        if not (is_body and each.name in _OF_PERSONS)
        and (each.name != "position" or is_office(each.value))
    )
    identifiers = tuple(
        replace(each, value=normal_cell(each.value))
        for each in entry.identifiers
        if (entry.kind != "person" or each.type not in _PRIVATE)
        and not _ROUNDED.fullmatch(each.value)
    )
    return replace(entry, names=names, attributes=attributes, identifiers=identifiers)


def is_office(text: str) -> bool:
    """Whether the text names an office, and not a deed, a judgement or a relative.

    Example:
        >>> is_office("Minister of Defence"), is_office("Wife of the minister")
        (True, False)
    """
    return len(text) <= LONGEST_POSITION and not _NO_OFFICE.search(text)


def _safe(parts: Iterable[T], field: str) -> Iterable[T]:
    for part in parts:
        printed = getattr(part, field)
        if printed == "NA" and getattr(part, "name", "") in _COUNTRY_CODES:
            yield part
        elif text := safe_text(printed):
            yield part if text == printed else replace(part, **{field: text})
