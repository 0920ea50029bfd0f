"""The day of the instrument by which a party was listed (``instruments.toml``).

The list names the instrument of most autonomous listings, and not its day. An amendment lists its
parties once, so the day is one for all of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sanctions_data.lists.common.partial_dates import parse_day
from sanctions_data.lists.common.words import read_toml

BY_TEXT, BY_CONTROL_DATE = "au_instrument_text", "au_control_date"
"""The rules by which the day of an instrument is known: a public text gives it, or all entries
that name it have one control date, the day of their last change."""

_WORD = re.compile(r"[^\W_]+")
_FIRST_WORDS = ("autonomous sanctions ", "charter of the united nations ")


@dataclass(frozen=True, slots=True)
class Listed:
    """A day of listing, how exact it is, and by which rule it was inferred."""

    day: date | None
    precision: str
    start_rule: str = ""


@lru_cache(maxsize=1)
def _known() -> dict[str, Listed]:
    written = read_toml(__file__, "instruments.toml")
    found: dict[str, Listed] = {}
    for section, rule in (("text", BY_TEXT), ("control-date", BY_CONTROL_DATE)):
        for day, titles in written[section].items():
            is_month = len(day) < len("2022-04-01")
            listed = Listed(
                date.fromisoformat(f"{day}-01" if is_month else day),
                "month" if is_month else "day",
                rule,
            )
            found.update((_key(title), listed) for title in titles)
    return found


def _key(title: str) -> str:
    """The words of a title from its beginning, without the marks that the list varies.

    Example:
        >>> _key("Under the Autonomous Sanctions (Example–Iran) Amendment (No.1) Instrument 2023")
        'autonomous sanctions example iran amendment no 1 instrument 2023'
    """
    words = " ".join(_WORD.findall(title.replace("’", "").replace("'", "").casefold())) + " "
    start = max(words.rfind(first) for first in _FIRST_WORDS)
    return words[max(start, 0) :].strip()


def day_of(title: str, control_date: str) -> Listed | None:
    """When a party was listed by an instrument; None where its day is not known.

    Args:
        title: a text that ends with the title of the instrument.
        control_date: the day of the last change of the entry. An instrument that is no amendment
            is amended for years: an entry that was changed after its day was perhaps added then.

    Example:
        >>> title = "Autonomous Sanctions (Sanctioned Vessels – Russia) Designation 2025"
        >>> day_of(title, "2025-06-18").day.isoformat(), day_of(title, "2026-02-01").precision
        ('2025-06-18', 'on_or_before')
    """
    known = _known().get(_key(title))
    if known is None or "amendment" in title.casefold():
        return known
    changed_on = parse_day(control_date)
    if changed_on is None or changed_on == known.day:
        return known
    return Listed(changed_on, "on_or_before", BY_CONTROL_DATE)
