"""All that the tables say of one party, brought together, for formats with a row a party."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pandas as pd

from sanctions_data.export.arrow_tables import plain_rows
from sanctions_data.query.edition import Edition
from sanctions_data.query.labels import day_text
from sanctions_data.query.measures import measure_tables
from sanctions_data.query.merged_entities import survivors

Row = dict[str, Any]


@dataclass
class PartyFacts:
    """A party and its rows, each a dict of text cells, in the order of the tables.

    What stands under a party that was found to be this one counts as its own.
    """

    entity: Row
    names: list[Row] = field(default_factory=list)
    identifiers: list[Row] = field(default_factory=list)
    attributes: list[Row] = field(default_factory=list)
    listings: list[Row] = field(default_factory=list)
    measures: list[Row] = field(default_factory=list)

    @property
    def entity_id(self) -> str:
        """The id of the party."""
        return str(self.entity["entity_id"])

    def attribute(self, *kinds: str) -> list[str]:
        """The values of attributes of these kinds, each once, in order."""
        return sorted({row["value"] for row in self.attributes if row["attribute"] in kinds})

    def identifier(self, *kinds: str) -> list[str]:
        """The values of identifiers of these kinds, each once, in order."""
        found = {row["value"] for row in self.identifiers if row["identifier_type"] in kinds}
        return sorted(found)

    def other_names(self, *kinds: str) -> list[str]:
        """The names of these kinds (all if none is named) but the one that it goes by."""
        found = {row["name"] for row in self.names if not kinds or row["name_type"] in kinds}
        return sorted(found - {self.entity["name"]})

    @property
    def countries(self) -> list[str]:
        """The codes of countries that it has to do with, as far as the lists say."""
        told = self.attribute("country", "nationality", "birth_country", "flag", "previous_flag")
        return sorted({*told, *filter(None, [self.entity["country"]])})


def parties(edition: Edition, *, kind: str | None = None) -> Iterator[PartyFacts]:
    """Every party in order of its id, but those that were found to be another one.

    Args:
        edition: the tables.
        kind: only parties of this kind, such as ``vessel``.

    Example:
        >>> next(parties(Edition(), kind="aircraft")).entity["kind"]
        'aircraft'
    """
    final = survivors(edition.load("entities"))
    found = {
        row["entity_id"]: PartyFacts(row)
        for row in plain_rows(edition, "entities")
        if row["merged_into"] is None and kind in (None, row["kind"])
    }
    parts = {
        "names": ["entity_names"],
        "identifiers": ["entity_identifiers"],
        "attributes": ["entity_attributes"],
        "listings": ["listings"],
        "measures": measure_tables(edition.base),
    }
    wanted = {*found, *(gone for gone, remains in final.items() if remains in found)}
    for part, tables in parts.items():
        rows = _by_party(
            [row for name in tables for row in plain_rows(edition, name, wanted)], final
        )
        for entity_id, party in found.items():
            setattr(party, part, rows.get(entity_id, []))
    for entity_id in sorted(found):
        yield found[entity_id]


@cache
def known_day(day: str | None, precision: str | None) -> str:
    """A day of a row as exactly as it is known; empty if it is not.

    Example:
        >>> known_day("2014-03-01", "month")
        '2014-03'
    """
    return day_text(pd.Timestamp(day), precision) if day else ""


def _by_party(rows: list[Row], final: dict[str, str]) -> dict[str, list[Row]]:
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        entity_id = str(row["entity_id"])
        grouped[final.get(entity_id, entity_id)].append(row)
    return grouped
