"""Looking a party up: the question, and the answer to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sanctions_data.query.lookup.find import UNSURE, Match, find
from sanctions_data.query.lookup.party_details import Party, party_of
from sanctions_data.query.stands_on import StandsOn, edition_of, stands_on
from sanctions_data.query.time.day_status import day_of


@dataclass(frozen=True)
class Lookup:
    """The answer to a lookup.

    Attributes:
        query: what was asked.
        matches: the parties that it may mean, with the reason for each.
        party: the party, if there is exactly one and its whole name matched; else None.
        near: the party, if there is exactly one that only may be meant; else None.
        stands_on: version, day of the data, age of each list, and notes on the day that was
            asked about; see ``sanctions_data.query.stands_on``.
    """

    query: str
    matches: list[Match]
    party: Party | None
    stands_on: StandsOn
    near: Party | None = None

    def __str__(self) -> str:
        """The answer as the command line prints it, without colour."""
        from sanctions_data.query.lookup.rendering import lookup_text  # rich: only for people

        return lookup_text(self)

    def _repr_html_(self) -> str:
        """The answer as a notebook shows it."""
        from sanctions_data.query.lookup.html_party import lookup_html

        return lookup_html(self)


def lookup(
    query: str,
    *,
    on: str | date | None = None,
    version: str | None = None,
    root: Path | None = None,
) -> Lookup:
    """Find a party by name, listing or identifier, and every measure on it.

    Args:
        query: a name in any case, order and accents; a listing (``IRN0240`` or
            ``gb-fcdo-IRN0240``); an identifier (``IMO 9481910``); or an entity id.
        on: a day; keeps the measures in force on it, and apart those of which it cannot be told.
        version: a released version: what we knew in it.
        root: folder of the data; the installed data if left out.

    Returns:
        The answer. Several matches are listed, not guessed between; a part of a name or a near
        miss is never taken for a match.

    Raises:
        ValueError: ``on`` is no day, or the version is not known.

    Example:
        >>> import sanctions_data as sd
        >>> sd.lookup("iran air").party.entity["entity_id"]
        'iran-air'
    """
    edition = edition_of(root, version)
    day = None if on is None else day_of(on)
    matches = find(query, edition)
    only = party_of(matches[0].entity_id, edition, on=on) if len(matches) == 1 else None
    is_near = bool(matches) and matches[0].how in UNSURE
    party, near = (None, only) if is_near else (only, None)
    return Lookup(query, matches, party, stands_on(edition, on=day), near)
