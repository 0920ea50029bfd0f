"""What is imposed on parties, by whom and on which source, in a line each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from sanctions_data.query.edition import Edition
from sanctions_data.schema.text_type import TEXT

_OVER = {"ended", "never_in_force"}


@dataclass(frozen=True)
class Imposed:
    """Measures by party, those through a class among them.

    Args:
        measures: the measures that count.
        edition: the tables that were asked.
    """

    measures: pd.DataFrame
    edition: Edition

    @cached_property
    def _of(self) -> dict[str, list[int]]:
        """Places of measures by entity."""
        places = self.measures.groupby("entity_id", observed=True).indices
        found = {str(entity): list(rows) for entity, rows in places.items()}
        facts = self.edition.load("entity_attributes")
        members = facts[(facts["attribute"] == "member_of") & facts["value"].isin(found.keys())]
        for entity, group in zip(members["entity_id"], members["value"], strict=True):
            found[entity] = [*found.get(entity, []), *found[group]]
        return found

    @property
    def parties(self) -> set[str]:
        """The parties on which something is imposed."""
        return set(self._of)

    def on(self, entity_id: str) -> pd.DataFrame:
        """The measures on a party."""
        return self.measures.iloc[self._of.get(entity_id, [])]

    def words(self, entity_id: str) -> dict[str, str]:
        """What is imposed by whom, and the sources, as text."""
        rows = self.on(entity_id)
        by: dict[tuple[bool, str], dict[str, None]] = {}
        for authority, kind, status in zip(
            rows["authority_id"], rows["measure_type"], rows["status"].astype(TEXT), strict=True
        ):
            by.setdefault((status in _OVER, authority), {})[kind.replace("_", " ")] = None
        parts = [
            f"{authority}: {', '.join(sorted(kinds))}{' (ended)' * is_over}"
            for (is_over, authority), kinds in sorted(by.items())
        ]
        sources = sorted(rows["source_id"].dropna().unique())
        listings = sorted(rows["listing_id"].dropna().unique())
        return {
            "imposed": "; ".join(parts),
            "listings": "; ".join(listings),
            "sources": "; ".join(sources),
        }
