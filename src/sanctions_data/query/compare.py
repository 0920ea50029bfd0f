"""Who is under measures of one authority and not of another."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from sanctions_data.names.known_codes import KnownCodes
from sanctions_data.query.codes import Choice, code_of, codes_of, split_kinds
from sanctions_data.query.edition import Edition
from sanctions_data.query.measures import Undecided, choose_rows, measures, on_day
from sanctions_data.query.stands_on import edition_of, stands_on
from sanctions_data.query.time.day_status import IN_FORCE, UNDECIDED, day_of
from sanctions_data.query.time.snapshot_days import snapshots_of
from sanctions_data.schema.text_type import TEXT

COLUMNS = ["entity_id", "name", "kind", "country", "measure_types", "programmes", "since",
           "day_status", "other_since", "other_ended", "lag_days", "reason"]  # fmt: skip
_PAIR = ["entity_id", "measure_type"]


def compare(
    a: str,
    b: str,
    *,
    on: str | date | None = None,
    measure_type: Choice = None,
    kind: Choice = None,
    programme: str | None = None,
    both: bool = False,
    undecided: Undecided = "exclude",
    version: str | None = None,
    root: Path | None = None,
) -> pd.DataFrame:
    """Parties under a measure of ``a`` on a day and under none of that kind by ``b``, or by both.

    Only as good as the matching of listings: two listings of one party that are not yet
    matched look like two parties.

    Args:
        a: the authority that imposes.
        b: the authority that does not.
        on: the day; the day of the data if left out.
        measure_type: kinds to compare; every kind that ``a`` imposes if left out. A party is
            kept if ``b`` imposes none of the kinds that ``a`` imposes on it.
        kind: kinds of party, such as ``"person"``, or of measure, such as ``"travel_ban"``.
        programme: word in the id or name of the programme of ``a``, such as ``"russia"``.
        both: instead, parties under a measure of one kind by ``a`` and by ``b``.
        undecided: of parties of which it cannot be told, because it cannot be told whether a
            measure of ``a`` or ``b`` was in force on the day: ``"exclude"``, ``"include"`` or
            ``"only"``. ``attrs["undecided"]`` says how many there are.
        version: a released version: what we knew in it.
        root: folder of the data; the installed data if left out.

    Returns:
        One row a party: ``entity_id``, ``name``, ``kind``, ``country``, the ``measure_types``
        and ``programmes`` of ``a`` joined by ``; ``, ``since`` (earliest start by ``a``),
        ``day_status`` (``in_force`` where the answer is sure, else ``cannot_be_told``, with the
        ``reason``), and ``other_since`` and ``other_ended``: when ``b`` imposed a measure
        of that kind and ended it, if it ever did. ``lag_days`` is by how many days ``b`` was
        later than ``a``; missing if it was earlier, or a date is not known. ``attrs`` tells what
        the answer ``stands_on``, and of how many parties it cannot be told.

    Raises:
        ValueError: a code is not known, both authorities are one, or ``on`` is no day.

    Example:
        >>> import sanctions_data as sd
        >>> found = sd.compare("UN", "uk", on="2026-08-22", kind="persons")
        >>> list(found.columns)[:3]
        ['entity_id', 'name', 'kind']
    """
    edition = edition_of(root, version)
    a, b = (code_of("authority", authority, edition.base) for authority in (a, b))
    if a == b:
        raise ValueError(f"found {a!r} twice, expected two authorities to compare")
    kinds, measure_types = split_kinds(kind, edition.base)
    if measure_type is not None:
        measure_types = [
            *(codes_of("measure type", measure_type, edition.base) or []),
            *(measure_types or []),
        ]
    day = day_of(on) if on is not None else snapshots_of(edition).data_day
    if pd.isna(day):
        raise ValueError("no source of the data has a day; say which day to compare, with on")
    every = measures(authority=[a, b], measure_type=measure_types, version=version, root=root)
    now, _ = on_day(every, day, edition, "include")
    ours, theirs = (now[now["authority_id"] == authority] for authority in (a, b))
    if programme is not None:
        ours = ours[ours["programme_id"].isin(_programmes(edition, a, programme))]
    status = _status_of_parties(ours, theirs, both=both)
    entities = edition.load("entities", ("entity_id", "name", "kind", "country"))
    if kinds is not None:
        of_kind = entities.loc[entities["kind"].isin(kinds), "entity_id"]
        status = status[status.index.isin(of_kind)]
    found = _rows(ours, theirs if both else every[every["authority_id"] == b], status, both=both)
    found = found.merge(entities, on="entity_id").merge(_reasons(now, status), how="left")
    is_open = found["day_status"] == UNDECIDED
    result = found[choose_rows(is_open, undecided)][COLUMNS].sort_values(
        ["name", "entity_id"], ignore_index=True
    )
    searched = every.attrs["stands_on"]["searched"] | ({"kind of party": kinds} if kinds else {})
    result.attrs = {
        "stands_on": stands_on(edition, authorities=[a, b], on=day, searched=searched),
        "undecided": int(is_open.sum()),
    }
    return result


def _status_of_parties(ours: pd.DataFrame, theirs: pd.DataFrame, *, both: bool) -> pd.Series[str]:
    """Of each party that may be an answer, whether it is one for sure."""
    is_sure, their_sure = (
        (side["day_status"] == IN_FORCE).groupby([side[c] for c in _PAIR]).any()
        for side in (ours, theirs)
    )
    pairs = pd.DataFrame({"ours": is_sure, "theirs": their_sure.reindex(is_sure.index)})
    pairs["perhaps"] = pairs["theirs"].notna()
    pairs["shared"] = pairs["ours"] & pairs["theirs"].fillna(False).astype(bool)
    of = pairs.groupby(level=0)[["ours", "perhaps", "shared"]].any()
    if both:
        of, sure = of[of["perhaps"]], of.loc[of["perhaps"], "shared"]
    else:
        of = of[~of["shared"]]
        sure = of["ours"] & ~of["perhaps"]
    words = np.where(sure.astype(bool), IN_FORCE, UNDECIDED)
    return pd.Series(words, sure.index, name="day_status", dtype=TEXT)


def _rows(
    ours: pd.DataFrame, theirs: pd.DataFrame, status: pd.Series[str], *, both: bool
) -> pd.DataFrame:
    if both:
        pairs = [pd.MultiIndex.from_frame(side[_PAIR]) for side in (ours, theirs)]
        ours, theirs = ours[pairs[0].isin(pairs[1])], theirs[pairs[1].isin(pairs[0])]
    ours = ours[ours["entity_id"].isin(status.index)]
    found = pd.DataFrame(
        {
            "measure_types": _join(ours, "measure_type"),
            "programmes": _join(ours, "programme_id"),
            "since": ours.groupby("entity_id")["start_date"].min(),
            "day_status": status,
        },
        index=status.index,
    ).fillna({"programmes": ""})
    past = theirs.groupby("entity_id").agg(
        other_since=("start_date", "min"), other_ended=("end_date", "max")
    )
    found = found.join(past).reset_index()
    lag = (found["other_since"] - found["since"]).dt.days.astype("Int64")
    return found.assign(lag_days=lag.where(lag >= 0))


def _join(frame: pd.DataFrame, column: str) -> pd.Series[str]:
    """The values of each party, each once and in order, as one text."""
    once = frame[["entity_id", column]].dropna().astype(TEXT).drop_duplicates()
    ordered = pa.Table.from_pandas(once.sort_values(column), preserve_index=False)
    # Arrow joins all parties at once, where pandas would call Python for each.
    lists = ordered.group_by("entity_id", use_threads=False).aggregate([(column, "list")])
    joined = lists[f"{column}_list"].combine_chunks().cast(pa.list_(pa.string()))
    texts = pc.binary_join(joined, "; ")
    index = pd.Index(lists["entity_id"].to_pandas(), name="entity_id", dtype=TEXT)
    return pd.Series(texts.to_pandas().to_numpy(), index, name=column, dtype=TEXT)


def _reasons(now: pd.DataFrame, status: pd.Series[str]) -> pd.DataFrame:
    """Of each party of which it cannot be told, why, with the authority."""
    parties = status.index[status == UNDECIDED]
    rows = now[(now["day_status"] == UNDECIDED) & now["entity_id"].isin(parties)]
    once = rows.drop_duplicates(["entity_id", "authority_id"])
    text = once["authority_id"] + ": " + once["reason"]
    return _join(once.assign(reason=text), "reason").reset_index()


def _programmes(edition: Edition, authority: str, word: str) -> pd.Series[str]:
    programmes = edition.load("programmes")
    of = programmes[programmes["authority_id"] == authority]
    named = of["programme_id"] + " " + of["name"] + " " + of["opensanctions_key"].fillna("")
    found = of.loc[named.str.contains(word, case=False, regex=False), "programme_id"]
    if found.empty:
        known = KnownCodes("programme", frozenset(of["programme_id"]))
        raise ValueError(
            f"no programme of {authority} has {word!r} in its name; {known.hint(word)}"
        )
    return found
