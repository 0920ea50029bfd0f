"""Printed text made safe for a table: nothing invisible, no formula, nothing damaged.

Lists print soft hyphens from their typesetting, names that a spreadsheet would run as a
formula, and now and then letters that were lost on the way.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from sanctions_data.lists import Entry
from sanctions_data.lists.entry import Attribute, Name

LOST_LETTER = "\ufffd"
_FORMULA = "=+-@\t "
_NOTHING = ("", "n/a", "na", "none", "null", "unknown", "?", "tbd")

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
        printed = "".join(c for c in printed if not _is_invisible(c))
    bare = " ".join(printed.lstrip(_FORMULA).split())
    return "" if bare.casefold() in _NOTHING else bare


def _is_invisible(letter: str) -> bool:
    # Joiners shape Persian and Indic words and are part of the spelling.
    return unicodedata.category(letter) in ("Cf", "Cc") and letter not in "\u200c\u200d"


def cleaned(entry: Entry) -> Entry:
    """The entry with safe names and attributes; a name that only this would empty is kept."""
    names = tuple(_safe(entry.names, "text")) or entry.names[:1]
    return replace(entry, names=names, attributes=tuple(_safe(entry.attributes, "value")))


def _safe(parts: Iterable[T], field: str) -> Iterable[T]:
    for part in parts:
        printed = getattr(part, field)
        if text := safe_text(printed):
            yield part if text == printed else replace(part, **{field: text})
