"""Which parties may be one, as far as the tables say."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from sanctions_data.validation.engine.context import Context


class KnownParties:
    """Which two parties may be one, as far as the rows do not say otherwise."""

    def __init__(self, context: Context) -> None:
        self._entities = context.rows("entities")
        decisions = context.rows("match_decisions")
        decided = decisions["entity_id"]
        listed = context.look_up(decisions["listing_id"], "listings", "entity_id")
        self._decided = {(decided.text(row), listed.text(row)) for row in range(len(decisions))}

    @cached_property
    def _rows(self) -> dict[str, int]:
        ids = self._entities["entity_id"]
        keys = ids.values.to_pylist()
        _, first = np.unique(ids.places, return_index=True)
        return {keys[ids.places[row]]: int(row) for row in first if ids.places[row] >= 0}

    def may_be_same(self, one: str, other: str) -> bool:
        """Whether two parties are of one kind, and nothing keeps them apart."""
        if one == other or other not in self._rows or self._cell(other, "merged_into"):
            return False
        kinds = {self._cell(one, "kind"), self._cell(other, "kind")} - {"unknown"}
        if len(kinds) > 1 or (one, other) in self._decided:
            return False
        return not (self._tells(one, other) or self._tells(other, one))

    def _tells(self, one: str, other: str) -> bool:
        note = self._cell(one, "note").casefold()
        return other in note or self._cell(other, "name").casefold() in note

    def are_of_two_countries(self, one: str, other: str) -> bool:
        """Whether the two are known to be of different countries."""
        return len({self._cell(one, "country"), self._cell(other, "country")} - {""}) > 1

    def _cell(self, entity_id: str, column: str) -> str:
        row = self._rows.get(entity_id)
        return "" if row is None else self._entities[column].text(row)
