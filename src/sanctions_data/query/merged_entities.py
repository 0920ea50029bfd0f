"""Entities that were merged into another."""

from __future__ import annotations

import pandas as pd

from sanctions_data.query.edition import Edition, keep_until_changed


@keep_until_changed("entities")
def survivors_of(edition: Edition) -> dict[str, str]:
    """For each entity of an edition that was merged, the one that remains."""
    return survivors(edition.look_at("entities"))


def survivors(entities: pd.DataFrame) -> dict[str, str]:
    """For each entity that was merged, the one that remains at the end of the chain.

    Example:
        >>> chain = {"entity_id": ["a", "b", "c"], "merged_into": ["b", "c", None]}
        >>> survivors(pd.DataFrame(chain))
        {'a': 'c', 'b': 'c'}
    """
    gone = entities[entities["merged_into"].notna()]
    target = dict(zip(gone["entity_id"], gone["merged_into"], strict=True))

    def last(entity_id: str) -> str:
        while entity_id in target:
            entity_id = target[entity_id]
        return entity_id

    return {entity_id: last(entity_id) for entity_id in target}
