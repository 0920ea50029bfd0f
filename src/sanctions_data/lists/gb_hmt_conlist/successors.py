"""How the freeze of a group goes on in the UK Sanctions List (``successors.toml``).

From 2020 to 2026 the United Kingdom had two lists. One prohibition must not stand twice, so OFSI's
list tells only of what the UK Sanctions List does not: the time before it, and who has left it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sanctions_data.lists.common.words import read_toml


@dataclass(frozen=True, slots=True)
class Successor:
    """The entry of the UK Sanctions List that took over a group.

    ``since`` is the day from which the freeze stands there; ``is_stated`` says that the list
    states it, so that this one need not. Where it does not, as the entry has left that list,
    ``until`` is the day on which the party was designated anew as another entry.
    """

    ref: str
    since: date
    is_stated: bool = True
    until: date | None = None


@lru_cache(maxsize=1)
def _known() -> dict[str, Successor]:
    written = read_toml(__file__, "successors.toml")
    found = {}
    for section, is_stated in (("stated", True), ("left", False)):
        for group, text in written[section].items():
            words = text.split()
            days = [date.fromisoformat(word) for word in words if word[0].isdigit()]
            ref = words[0] if len(words) > len(days) else ""
            found[group] = Successor(ref, days[0], is_stated, *days[1:])
    return found


def successor_of(group: str, ref: str = "", designated: date | None = None) -> Successor | None:
    """What took over a group; None if it was on no later list.

    Args:
        group: OFSI's number of the group.
        ref: the reference on the UK Sanctions List, where it is printed.
        designated: the day of designation, where it is printed.

    Example:
        >>> successor_of("6894").ref
        'AQD0235'
        >>> successor_of("1") is None
        True
    """
    if known := _known().get(group):
        return known
    return Successor(ref, designated) if ref and designated else None
