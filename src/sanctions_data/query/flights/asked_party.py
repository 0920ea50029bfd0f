"""The party of which someone asks whether it may fly."""

from __future__ import annotations

from dataclasses import dataclass

from sanctions_data.query.codes import code_of
from sanctions_data.query.edition import Edition
from sanctions_data.query.labels import country_in_sentence
from sanctions_data.query.lookup.find import UNSURE, find

_MAXIMUM_NAMED = 5
_MEMBER_OF = "member_of"


@dataclass(frozen=True)
class AskedParty:
    """A carrier or another party, or the carriers of a whole country.

    Attributes:
        entity_id: the party; None for the carriers of a country.
        name: its name.
        country: code of its country; empty where it is not known.
        classes: the classes of which the data says that it is a member.
    """

    entity_id: str | None
    name: str
    country: str
    classes: tuple[str, ...] = ()


def asked_party(query: str, edition: Edition) -> AskedParty:
    """The party or country that a question names.

    Args:
        query: a country by code or name, for all its carriers; or a party as ``sd.lookup``
            understands it.
        edition: the tables that are asked.

    Raises:
        ValueError: none is found, or several may be meant; the message names them.

    Example:
        >>> found = asked_party("Mahan Air", Edition())
        >>> found.entity_id, found.country, found.classes
        ('mahan-air', 'IR', ('carriers-of-iran',))
        >>> asked_party("Iran", Edition()).name
        'carriers of Iran'
    """
    if country := _country(query, edition):
        return AskedParty(None, f"carriers of {country_in_sentence(country)}", country)
    matches = find(query, edition)
    sure = [match for match in matches if match.how not in UNSURE]
    if len(sure) != 1:
        names = ", ".join(
            f"{match.entity_id} ({match.matched})" for match in (sure or matches)[:_MAXIMUM_NAMED]
        )
        what = "several parties have this name" if sure else "no party or country has this name"
        hint = f"name one of {names}" if names else "write a country or the name of an airline"
        raise ValueError(f"found {query!r}; {what}; {hint}")
    entity_id = sure[0].entity_id
    party = edition.load("entities").set_index("entity_id").loc[entity_id]
    facts = edition.load("entity_attributes")
    mine = facts[(facts["entity_id"] == entity_id) & (facts["attribute"] == _MEMBER_OF)]
    country = party["country"] if isinstance(party["country"], str) else ""
    return AskedParty(entity_id, str(party["name"]), country, tuple(sorted(mine["value"])))


def _country(query: str, edition: Edition) -> str:
    try:
        return code_of("country", query, edition.base)
    except ValueError:
        return ""
