"""What the pages are made of: measures with their bounds, and the parties in order of rank."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd

from sanctions_data.query.edition import Edition
from sanctions_data.query.labels import day_text, spell_out
from sanctions_data.query.measures import measures
from sanctions_data.query.merged_entities import survivors
from sanctions_data.query.time.day_bounds import BOUNDS, day_bounds
from sanctions_data.query.time.day_status import IN_FORCE, day_status
from sanctions_data.query.time.snapshot_days import snapshots_of
from sanctions_data.schema.descriptor import descriptor


@dataclass(frozen=True, eq=False)
class SiteTables:
    """The tables of one folder, as the pages need them.

    Attributes:
        edition: the tables.
        version: the version that the descriptor names.
        day: the day of the data; today, for the pages.
    """

    edition: Edition
    version: str
    day: pd.Timestamp

    @classmethod
    def of(cls, root: Path | None) -> SiteTables:
        """The tables in a folder; those that are installed if it is left out."""
        edition = Edition(root)
        version = str(descriptor(edition.base)["version"])
        return cls(edition, version, snapshots_of(edition).data_day)

    @cached_property
    def measures(self) -> pd.DataFrame:
        """Every measure, spelled out, with bounds and days as text, and whether it is in force."""
        found = measures(root=self.edition.root)
        bounds = day_bounds(found, self.edition)
        found = spell_out(found, self.edition).assign(
            now=day_status(bounds, self.day) == IN_FORCE,
            start=_day_texts(found["start_date"], found["start_precision"]),
            end=_day_texts(found["end_date"], found["end_precision"]),
        )
        for name in BOUNDS:
            found[name] = iso_days(bounds[name])
        # What a list adds to the kind: whose entry, which assets, which flights, its own word.
        found["scope"] = ""
        for name in ("restriction_kind", "entry_scope", "asset_scope", "printed_term"):
            found["scope"] = found["scope"].where(found["scope"] != "", text_of(found[name]))
        return found

    @cached_property
    def final(self) -> dict[str, str]:
        """For each party that was found to be another one, the one that remains."""
        return survivors(self.edition.load("entities"))

    @cached_property
    def parties(self) -> pd.DataFrame:
        """The parties that remain, those that most is in force on first, with a ``number``."""
        entities = self.edition.load("entities")
        entities = entities[entities["merged_into"].isna()].set_index("entity_id", drop=False)
        now = self.measures[self.measures["now"]]
        authorities = now.groupby("entity_id")["authority_id"].nunique()
        listed = self.edition.load("listings")["entity_id"].value_counts()
        entities = entities.rename_axis(None)
        ranked = entities.assign(
            by=authorities.reindex(entities.index).fillna(0),
            listed=listed.reindex(entities.index).fillna(0),
        ).sort_values(["by", "listed", "entity_id"], ascending=[False, False, True], kind="stable")
        return ranked.assign(number=range(len(ranked)))

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each party, also of those that were found to be another one."""
        known = {str(each): place for place, each in enumerate(self.parties.index)}
        gone = {old: known[new] for old, new in self.final.items() if new in known}
        return known | gone


def iso_days(days: pd.Series[pd.Timestamp]) -> pd.Series[str]:
    """Days as text that sorts as they do; empty for a missing one.

    Example:
        >>> iso_days(pd.Series(pd.to_datetime(["2024-10-14", None]))).tolist()
        ['2024-10-14', '']
    """
    return days.dt.strftime("%Y-%m-%d").fillna("").astype("str")


def text_of(cells: pd.Series[str]) -> pd.Series[str]:
    """Cells as text, empty where one is missing."""
    return cells.astype("str").where(cells.notna(), "")


def _day_texts(days: pd.Series[pd.Timestamp], precision: pd.Series[str]) -> pd.Series[str]:
    """``day_text`` of each, asked once for each day and precision."""
    pairs = pd.DataFrame({"day": days, "precision": precision.astype("object")})
    same = pairs.groupby(["day", "precision"], dropna=False, sort=False).ngroup()
    first = pairs[~same.duplicated()]
    rows = zip(first["day"], first["precision"], strict=True)
    texts = pd.Series([day_text(day, how) for day, how in rows], same[first.index].tolist())
    return same.map(texts).astype("str")
