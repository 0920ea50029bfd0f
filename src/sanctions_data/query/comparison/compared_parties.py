"""Parties under measures of one authority and not of another, all at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from sanctions_data.query.time.day_status import IN_FORCE, UNDECIDED
from sanctions_data.query.time.snapshot_days import Mask, Places
from sanctions_data.schema.text_type import TEXT


@dataclass(frozen=True, eq=False)
class ComparedMeasures:
    """The measures of two authorities, and those that were in force on the day, or may have been.

    Parties and kinds of measure are numbers, so that all parties are compared at once.

    Attributes:
        every: the measures.
        party, kind: of each measure.
        parties: the ids of the parties.
        now: the places of those of the day in ``every``.
        reason: of each of those why it cannot be told; missing where it can.
        ours, theirs: whether each of those is of the one authority, and of the other.
        sure: whether each of those was in force for sure.
        past: the places of all measures of the other authority in ``every``.
    """

    every: pd.DataFrame
    party: Places
    kind: Places
    parties: pd.Index
    now: Places
    reason: pd.Series[str]
    ours: Mask
    theirs: Mask
    sure: Mask
    past: Places

    @classmethod
    def of(cls, every: pd.DataFrame, now: pd.DataFrame, a: str, b: str) -> ComparedMeasures:
        """The measures of ``a`` and ``b``."""
        party, parties = pd.factorize(every["entity_id"])
        kind, _ = pd.factorize(every["measure_type"])
        ours, theirs = ((every["authority_id"] == each).to_numpy(bool) for each in (a, b))
        places = now.index.to_numpy()
        return cls(
            every=every,
            party=party,
            kind=kind,
            parties=parties,
            now=places,
            reason=now["reason"].where(now["day_status"] == UNDECIDED),
            ours=ours[places],
            theirs=theirs[places],
            sure=(now["day_status"] == IN_FORCE).to_numpy(bool),
            past=np.flatnonzero(theirs),
        )

    def table(self, chosen: Mask) -> Mask:
        """By party and kind whether one of the chosen measures of the day is of both."""
        found = np.zeros((len(self.parties), self.kind.max(initial=0) + 1), dtype=bool)
        places = self.now[chosen]
        found[self.party[places], self.kind[places]] = True
        return found


def compared_parties(asked: ComparedMeasures, *, both: bool) -> pd.DataFrame:
    """Each party that may be an answer, whether it is one for sure, and its measures.

    Args:
        asked: the measures of two authorities.
        both: parties under a measure of one kind by both, instead of by the first alone.

    Returns:
        One row a party: ``entity_id``, ``measure_types``, ``programmes``, ``since``,
        ``day_status``, ``other_since``, ``other_ended``, ``lag_days`` and ``reason``, as
        ``compare`` tells them.
    """
    our, their = asked.table(asked.ours), asked.table(asked.theirs)
    our_sure = asked.table(asked.ours & asked.sure)
    shared = _of_party(our_sure & asked.table(asked.theirs & asked.sure))
    common = our & their
    ours, theirs = asked.now[asked.ours], asked.past
    if both:
        chosen, sure = _of_party(common), shared
        theirs = asked.now[asked.theirs]
        ours, theirs = (
            side[common[asked.party[side], asked.kind[side]]] for side in (ours, theirs)
        )
    else:
        chosen = _of_party(our) & ~shared
        sure = _of_party(our_sure) & ~_of_party(common)
    every, parties = asked.every, asked.parties
    since = _by_party(asked, ours, "start_date", "min")
    other_since = _by_party(asked, theirs, "start_date", "min")
    lag = (other_since - since).dt.days.astype("Int64")
    found = pd.DataFrame(
        {
            "entity_id": pd.Series(parties, dtype=TEXT),
            "measure_types": _join(asked.party[ours], every["measure_type"].iloc[ours], parties),
            "programmes": _join(asked.party[ours], every["programme_id"].iloc[ours], parties),
            "since": since,
            "day_status": pd.Series(np.where(sure, IN_FORCE, UNDECIDED), dtype=TEXT),
            "other_since": other_since,
            "other_ended": _by_party(asked, theirs, "end_date", "max"),
            "lag_days": lag.where(lag >= 0),
            "reason": _reasons(asked, chosen & ~sure),
        },
    )
    return found.loc[chosen]


def _of_party(table: Mask) -> Mask:
    """Of each party whether it is so of any kind."""
    return np.asarray(table.any(axis=1))


def _by_party(
    asked: ComparedMeasures, places: Places, column: str, how: str
) -> pd.Series[pd.Timestamp]:
    """Of each party the earliest or latest day in a column of some measures."""
    days_of = asked.every[column].iloc[places].groupby(asked.party[places]).agg(how)
    return days_of.reindex(range(len(asked.parties)))


def _join(party: Places, texts: pd.Series[str], parties: pd.Index) -> pd.Series[str]:
    """The texts of each party, each once and in order, as one text; empty where it has none."""
    is_text = texts.notna().to_numpy(bool)
    number, once = pd.factorize(texts[is_text].astype(TEXT), sort=True)
    width = max(len(once), 1)
    # A number for each text of each party, which sorts faster than texts do.
    pairs = np.unique(party[is_text] * width + number)
    starts = np.searchsorted(pairs // width, np.arange(len(parties) + 1))
    values = pa.array(once.tolist(), pa.string()).take(pa.array(pairs % width))
    lists = pa.ListArray.from_arrays(pa.array(starts, pa.int32()), values)
    return pd.Series(pc.binary_join(lists, "; ").to_pandas().to_numpy(), dtype=TEXT)


def _reasons(asked: ComparedMeasures, is_open: Mask) -> pd.Series[str]:
    """Of each party of which it cannot be told, why, with the authority."""
    reason = asked.reason[is_open[asked.party[asked.now]] & asked.reason.notna().to_numpy(bool)]
    rows = asked.every.loc[reason.index, ["entity_id", "authority_id"]].assign(reason=reason)
    once = rows.drop_duplicates(["entity_id", "authority_id"])
    text = once["authority_id"].astype(TEXT) + ": " + once["reason"]
    return _join(asked.party[once.index], text, asked.parties).where(is_open)
