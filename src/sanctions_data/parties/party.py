"""A party with everything we know of it, and the answer to a lookup."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from sanctions_data.files.records import cell_text
from sanctions_data.loading.load import Edition
from sanctions_data.loading.measures import in_force, measures
from sanctions_data.parties.find import UNSURE, Match, find
from sanctions_data.parties.matrix import matrix
from sanctions_data.parties.spell import spelled_out

_ORDER = ["is_ended", "authority_id", "measure_type", "start_date"]


@dataclass(frozen=True)
class Party:
    """A party and every measure on it.

    Attributes:
        entity: the row of ``entities``.
        names, identifiers, attributes, listings: its rows of those tables.
        measures: its measures and, with ``via`` set, those on a class to which it belongs;
            with the columns ``authority``, ``act``, ``act_url``, ``source`` and
            ``source_url`` spelled out. Those in force come first.
    """

    entity: dict[str, str]
    names: pd.DataFrame
    identifiers: pd.DataFrame
    attributes: pd.DataFrame
    listings: pd.DataFrame
    measures: pd.DataFrame

    def matrix(self) -> pd.DataFrame:
        """Who imposes what on the party, at a glance; see ``sanctions_data.parties.matrix``.

        Example:
            >>> import sanctions_data as sd
            >>> "asset_freeze" in sd.lookup("Iran Air").party.matrix().columns
            True
        """
        return matrix(self.measures)


@dataclass(frozen=True)
class Lookup:
    """The answer to a lookup.

    Attributes:
        query: what was asked.
        matches: the parties that it may mean, with the reason for each.
        party: the party, if there is exactly one and its whole name matched; else None.
    """

    query: str
    matches: list[Match]
    party: Party | None

    def __str__(self) -> str:
        """The answer as the command line prints it, without colour."""
        from sanctions_data.cli.render import lookup_text

        return lookup_text(self)


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
        on: a day; keeps the measures in force on it.
        version: a released version: what we knew in it.
        root: folder of the data; the installed data if left out.

    Returns:
        The answer. Several matches are listed, not guessed between; a part of a name or a near
        miss is never taken for a match.

    Example:
        >>> import sanctions_data as sd
        >>> sd.lookup("iran air").party.entity["entity_id"]
        'iran-air'
    """
    edition = Edition(root, version)
    matches = find(query, edition)
    certain = len(matches) == 1 and matches[0].how not in UNSURE
    party = party_of(matches[0].entity_id, edition, on=on) if certain else None
    return Lookup(query, matches, party)


def party_of(entity_id: str, edition: Edition, *, on: str | date | None = None) -> Party:
    """Everything about one entity.

    Raises:
        KeyError: there is no such entity.
    """
    entities = edition.load("entities").set_index("entity_id", drop=False)
    row = entities.loc[entity_id]
    facts = {
        table: _of(edition.load(table), entity_id)
        for table in ("entity_names", "entity_identifiers", "entity_attributes", "listings")
    }
    attributes = facts["entity_attributes"]
    classes = attributes.loc[attributes["attribute"] == "member_of", "value"].tolist()
    found = measures(entity=[entity_id, *classes], version=edition.version, root=edition.root)
    if on is not None:
        found = in_force(found, on)
    return Party(
        entity={str(column): cell_text(cell) for column, cell in row.items()},
        names=facts["entity_names"],
        identifiers=facts["entity_identifiers"],
        attributes=attributes,
        listings=facts["listings"],
        measures=_with_class(found, entity_id, entities["name"], edition),
    )


def _of(frame: pd.DataFrame, entity_id: str) -> pd.DataFrame:
    return frame[frame["entity_id"] == entity_id].reset_index(drop=True)


def _with_class(
    found: pd.DataFrame, entity_id: str, entity_names: pd.Series[str], edition: Edition
) -> pd.DataFrame:
    through_class = found["entity_id"] != entity_id
    spelled = spelled_out(found, edition).assign(
        via=found["entity_id"].map(entity_names).where(through_class),
        is_ended=found["status"].isin(["ended", "never_in_force"]),
    )
    return spelled.sort_values(_ORDER, kind="stable", ignore_index=True).drop(columns="is_ended")
