"""A party with everything we know of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd

from sanctions_data.query.edition import Edition
from sanctions_data.query.labels import spell_out
from sanctions_data.query.matrix import matrix
from sanctions_data.query.measures import measures
from sanctions_data.query.time.day_status import UNDECIDED
from sanctions_data.tables.records import cell_text

_ORDER = ["is_ended", "authority_id", "measure_type", "start_date"]


@dataclass(frozen=True)
class Party:
    """A party and every measure on it.

    Attributes:
        entity: the row of ``entities``.
        names: its rows of ``entity_names``.
        identifiers: its rows of ``entity_identifiers``.
        attributes: its rows of ``entity_attributes``.
        listings: its rows of ``listings``.
        measures: its measures and, with ``via`` set, those on a class to which it belongs;
            with the columns ``authority``, ``act``, ``act_url``, ``source`` and
            ``source_url`` spelled out. Those in force come first. Of a day, those in force
            on it.
        undecided: of a day, those of which it cannot be told whether they were in force on it,
            with the ``reason``; without a day none.
    """

    entity: dict[str, str]
    names: pd.DataFrame
    identifiers: pd.DataFrame
    attributes: pd.DataFrame
    listings: pd.DataFrame
    measures: pd.DataFrame
    undecided: pd.DataFrame

    def matrix(self) -> pd.DataFrame:
        """Who imposes what on the party, at a glance; see ``sanctions_data.query.matrix``.

        Example:
            >>> import sanctions_data as sd
            >>> "asset_freeze" in sd.lookup("Iran Air").party.matrix().columns
            True
        """
        return matrix(pd.concat([self.measures, self.undecided], ignore_index=True))

    def _repr_html_(self) -> str:
        """The party as a notebook shows it."""
        from sanctions_data.query.lookup.html_party import party_html

        return party_html(self)


def party_of(entity_id: str, edition: Edition, *, on: str | date | None = None) -> Party:
    """Everything about one entity.

    Raises:
        KeyError: there is no such entity.
    """
    facts = {
        table: edition.rows(table, "entity_id", [entity_id])
        for table in ("entity_names", "entity_identifiers", "entity_attributes", "listings")
    }
    attributes = facts["entity_attributes"]
    classes = attributes.loc[attributes["attribute"] == "member_of", "value"].tolist()
    every = edition.look_at("entities")
    entities = every[every["entity_id"].isin([entity_id, *classes])].set_index(
        "entity_id", drop=False
    )
    row = entities.loc[entity_id]
    found = measures(
        on,
        entity=[entity_id, *classes],
        undecided="include",
        version=edition.version,
        root=edition.root,
    )
    found = _spell_out_with_class(found, entity_id, entities["name"], edition)
    open_ = found["day_status"] == UNDECIDED if on is not None else found["status"].isna()
    return Party(
        entity={str(column): cell_text(cell) for column, cell in row.items()},
        names=facts["entity_names"],
        identifiers=facts["entity_identifiers"],
        attributes=attributes,
        listings=facts["listings"],
        measures=found[~open_].reset_index(drop=True),
        undecided=found[open_].reset_index(drop=True),
    )


def _spell_out_with_class(
    found: pd.DataFrame, entity_id: str, entity_names: pd.Series[str], edition: Edition
) -> pd.DataFrame:
    through_class = found["entity_id"] != entity_id
    spelled = spell_out(found, edition).assign(
        via=found["entity_id"].map(entity_names).where(through_class),
        is_ended=found["status"].isin(["ended", "never_in_force"]),
    )
    return spelled.sort_values(_ORDER, kind="stable", ignore_index=True).drop(columns="is_ended")
