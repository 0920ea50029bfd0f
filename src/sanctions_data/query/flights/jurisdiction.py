"""Whose flight restrictions bind a state on a day."""

from __future__ import annotations

from typing import NamedTuple

from sanctions_data.query.edition import Edition
from sanctions_data.query.flights.eu_members import eu_members

# Its members carry out what it decides; so few states are none that it is taken to bind all.
_BINDS_ALL = "un-sc"


class Jurisdiction(NamedTuple):
    """The authorities whose measures bind a state.

    Attributes:
        sure: the state, its agencies, the Security Council and, of a member, the EU.
        perhaps: bodies whose members are not in the data, so that nobody can tell.
    """

    sure: frozenset[str]
    perhaps: frozenset[str]


def jurisdiction_of(state: str, day: str, edition: Edition) -> Jurisdiction:
    """Whose measures bind flights in a state, and its carriers, on a day such as ``2022-03-05``.

    Args:
        state: the code of the state; ``EU`` for what holds in all its members.
        day: the day.
        edition: the tables that are asked.

    Example:
        >>> sorted(jurisdiction_of("DE", "2022-03-05", Edition()).sure)
        ['de', 'eu', 'un-sc']
        >>> "eu" in jurisdiction_of("GB", "2022-03-05", Edition()).sure
        False
    """
    authorities = edition.load("authorities", ("authority_id", "kind", "country"))
    sure = {_BINDS_ALL, *authorities.loc[authorities["country"] == state, "authority_id"]}
    if state == "EU" or state in eu_members(day):
        sure.add("eu")
    bodies = authorities.loc[authorities["kind"] == "international", "authority_id"]
    return Jurisdiction(frozenset(sure), frozenset(bodies) - sure)
