"""What is imposed on parties, by whom and on which source, in a line each."""

from __future__ import annotations

import pandas as pd

from sanctions_data.query.edition import Edition

_COLUMNS = ("measure_id", "authority_id", "measure_type", "status", "source_id", "listing_id")
_OVER = {"ended", "never_in_force"}


class Imposed:
    """Measures by party, those through a class among them.

    Args:
        measures: the measures that count.
        edition: the tables that were asked.
    """

    def __init__(self, measures: pd.DataFrame, edition: Edition) -> None:
        # Read one by one for each candidate, where a list is a hundred times as fast as a frame.
        self._cells = {
            column: measures[column].astype(object).where(measures[column].notna(), "").tolist()
            for column in _COLUMNS
        }
        places = measures.groupby("entity_id", observed=True).indices
        found = {str(entity): list(rows) for entity, rows in places.items()}
        facts = edition.load("entity_attributes", ("entity_id", "attribute", "value"))
        members = facts[(facts["attribute"] == "member_of") & facts["value"].isin(found.keys())]
        for entity, group in zip(members["entity_id"], members["value"], strict=True):
            found[entity] = [*found.get(entity, []), *found[group]]
        self._of = found
        self._words: dict[str, dict[str, str]] = {}

    @property
    def parties(self) -> set[str]:
        """The parties on which something is imposed."""
        return set(self._of)

    def ids_on(self, entity_id: str) -> list[str]:
        """The ids of the measures on a party."""
        return self._cells_of("measure_id", entity_id)

    def words(self, entity_id: str) -> dict[str, str]:
        """What is imposed by whom, and the sources, as text."""
        if entity_id not in self._words:
            self._words[entity_id] = self._spell_out(entity_id)
        return self._words[entity_id]

    def _spell_out(self, entity_id: str) -> dict[str, str]:
        by: dict[tuple[bool, str], dict[str, None]] = {}
        columns = ("authority_id", "measure_type", "status")
        for authority, kind, status in zip(
            *(self._cells_of(column, entity_id) for column in columns), strict=True
        ):
            by.setdefault((status in _OVER, authority), {})[kind.replace("_", " ")] = None
        parts = [
            f"{authority}: {', '.join(sorted(kinds))}{' (ended)' * is_over}"
            for (is_over, authority), kinds in sorted(by.items())
        ]
        sources, listings = (
            sorted(set(filter(None, self._cells_of(column, entity_id))))
            for column in ("source_id", "listing_id")
        )
        return {
            "imposed": "; ".join(parts),
            "listings": "; ".join(listings),
            "sources": "; ".join(sources),
        }

    def _cells_of(self, column: str, entity_id: str) -> list[str]:
        cells = self._cells[column]
        return [cells[place] for place in self._of.get(entity_id, [])]
