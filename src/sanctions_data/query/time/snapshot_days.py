"""The days on which we saw each official list, and what of an entry they tell."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from sanctions_data.query.edition import Edition, keep_until_changed
from sanctions_data.schema.text_type import TEXT

Days = npt.NDArray[np.datetime64]
Mask = npt.NDArray[np.bool_]
Places = npt.NDArray[np.int64]

_COLUMNS = ("kind", "list_id", "published_on", "completeness")
NO_DAY = np.datetime64("NaT", "s")
ONE_DAY = np.timedelta64(1, "D")


@dataclass(frozen=True, eq=False)
class Snapshots:
    """The snapshots of all lists in an edition.

    Attributes:
        frame: one row a snapshot, in order of list and day: ``list_id``, ``day``,
            ``completeness``.
        data_day: day of the newest snapshot, or of the newest source where there is none; missing
            where no source has a day.
    """

    frame: pd.DataFrame
    data_day: pd.Timestamp

    def newest(self, list_ids: pd.Series[str]) -> Days:
        """For each list the day of its newest snapshot."""
        return days_by(self.frame.groupby("list_id")["day"].max(), list_ids)

    def last_before(self, list_ids: pd.Series[str], day: Days, *, rich: bool) -> Days:
        """For each list the last snapshot before a day from which absence can be told.

        Args:
            list_ids: the lists.
            day: a day for each.
            rich: only snapshots that lack no details, so that what they do not state of an
                entry counts too; otherwise all that have every entry.
        """
        found = np.full(len(list_ids), NO_DAY)
        of_lists = self._complete if rich else self._whole
        place = places_of(list_ids, pd.Index(list(of_lists)))
        for number, known in enumerate(of_lists.values()):
            here = place == number
            # A missing day is put first, where no snapshot is before it.
            wanted = np.where(np.isnat(day[here]), known[1], day[here])
            found[here] = known[np.searchsorted(known[1:], wanted)]
        return found

    @cached_property
    def _complete(self) -> dict[str, Days]:
        return self._of_lists(["complete"])

    @cached_property
    def _whole(self) -> dict[str, Days]:
        return self._of_lists(["complete", "lacks_details"])

    def _of_lists(self, completeness: list[str]) -> dict[str, Days]:
        """For each list no day, and then the days of its snapshots."""
        seen = self.frame[self.frame["completeness"].isin(completeness)]
        return {
            str(list_id): np.append(NO_DAY, days(of_list))
            for list_id, of_list in seen.groupby("list_id")["day"]
        }


def days(cells: pd.Series[pd.Timestamp]) -> Days:
    """Cells as days of one unit."""
    return cells.to_numpy(dtype="datetime64[s]")


def is_one_of(cells: pd.Series[str], codes: list[str]) -> Mask:
    """Whether each cell is one of a few codes."""
    return cells.isin(codes).to_numpy()


def places_of(keys: pd.Series[str], index: pd.Index) -> Places:
    """For each key its place in an index of texts, or -1."""
    # Arrow compares texts where pandas would make Python objects of them first.
    texts, known = (pa.array(each.astype(TEXT).array, pa.large_string()) for each in (keys, index))
    found = pc.index_in(texts, value_set=known, skip_nulls=True)
    return np.asarray(found.fill_null(-1), dtype=np.int64)


def days_by(table: pd.Series[pd.Timestamp], keys: pd.Series[str]) -> Days:
    """For each key its day in a table; missing where the table has it not.

    Example:
        >>> table = pd.Series({"a": pd.Timestamp("2024-03-01")}, dtype="datetime64[s]")
        >>> days_by(table, pd.Series(["a", None])).astype("datetime64[D]").astype(str).tolist()
        ['2024-03-01', 'NaT']
    """
    place = places_of(keys, table.index)
    return np.append(days(table), NO_DAY)[place]  # -1 is the last place.


@keep_until_changed("sightings")
def sightings_of(edition: Edition) -> pd.DataFrame:
    """By listing the latest days on which histories saw it absent before it came, and there.

    Returns:
        The columns ``absent_on`` and ``last_seen``, by listing.
    """
    days_seen = ["absent_on", "last_seen"]
    return (
        edition.load("sightings", ("listing_id", *days_seen)).groupby("listing_id")[days_seen].max()
    )


@keep_until_changed("sources")
def snapshots_of(edition: Edition) -> Snapshots:
    """The snapshots that an edition knows.

    The sources of an old version may name snapshots that came later: contributors note a source
    once and for all. A version knows those up to the end of the month that it is named after.
    """
    sources = edition.load("sources", _COLUMNS)
    if edition.version is not None:
        year, month = edition.version.split(".")[:2]
        next_month = pd.Timestamp(int(year), int(month), 1) + pd.offsets.MonthBegin()
        sources = sources[sources["published_on"] < next_month]
    taken = sources[(sources["kind"] == "list_snapshot") & sources["list_id"].notna()]
    frame = (
        taken.rename(columns={"published_on": "day"})[["list_id", "day", "completeness"]]
        .dropna(subset=["day"])
        .sort_values(["list_id", "day"], ignore_index=True)
    )
    newest = frame["day"].max() if len(frame) else sources["published_on"].max()
    return Snapshots(frame, newest)
