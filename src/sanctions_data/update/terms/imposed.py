"""What an entry was read to be under, before it is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sanctions_data.lists import Entry
from sanctions_data.tables.store import Row

UNCLASSIFIED = "unclassified"
"""The kind of a measure whose printed term nobody has given a meaning yet."""


@dataclass(frozen=True, slots=True)
class Imposed:
    """A measure that an entry is under, in the codes of our tables.

    ``start_rule`` is that by which the start was inferred, and ``is_day_of_entry`` says that it
    is the day that the list prints for the entry, not one of this measure. ``has_open_act`` says
    that the programme rests on several acts of which the entry prints none: the act is the main
    one of the programme, unless a snapshot that prints acts said another. One that
    ``is_suspended`` is so from its ``end`` on.
    """

    measure_type: str
    programme_id: str
    instrument_id: str
    basis: str
    rule_id: str
    evidence: str
    start: date | None
    start_precision: str
    is_day_of_entry: bool
    end: date | None = None
    printed_term: str = ""
    scope: str = ""
    start_rule: str = ""
    has_open_act: bool = False
    is_suspended: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What tells the measures of one entry apart: the kind, and the programme or the term."""
        is_open = self.measure_type == UNCLASSIFIED
        return self.measure_type, self.printed_term if is_open else self.programme_id


@dataclass(frozen=True, slots=True)
class Reading:
    """What an entry was read to be under.

    ``general`` are the programmes that its terms name where a hint named more exact ones.
    ``is_whole`` says that the entry names a programme and every term of it was understood: only
    then is what it does not impose no longer imposed.
    """

    imposed: list[Imposed]
    general: frozenset[str]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Planned:
    """An entry, the listing that it is, if it was known, and what it imposes."""

    entry: Entry
    listing_id: str
    known: Row | None
    reading: Reading
