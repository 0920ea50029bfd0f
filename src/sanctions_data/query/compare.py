"""Who is under measures of one authority and not of another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pandas as pd

from sanctions_data.query.load import Edition
from sanctions_data.query.measures import Choice, measures

COLUMNS = ["entity_id", "name", "kind", "country", "measure_types", "programmes", "since",
           "certainty", "other_since", "other_ended", "lag_days"]  # fmt: skip


def compare(
    a: str,
    b: str,
    *,
    on: str | date | None = None,
    measure_type: Choice = None,
    kind: Choice = None,
    programme: str | None = None,
    both: bool = False,
    version: str | None = None,
    root: Path | None = None,
) -> pd.DataFrame:
    """Parties under a measure of ``a`` on a day and under none of that kind by ``b``, or by both.

    Only as good as the matching of listings: two listings of one party that are not yet
    matched look like two parties.

    Args:
        a: the authority that imposes.
        b: the authority that does not.
        on: the day; the day of the data if left out (what is in force).
        measure_type: kinds to compare; every kind that ``a`` imposes if left out. A party is
            kept if ``b`` imposes none of the kinds that ``a`` imposes on it.
        kind: kinds of party, such as ``"person"``.
        programme: word in the id or name of the programme of ``a``, such as ``"russia"``.
        both: instead, parties under a measure of one kind by ``a`` and by ``b``.
        version: a released version: what we knew in it.
        root: folder of the data; the installed data if left out.

    Returns:
        One row a party: ``entity_id``, ``name``, ``kind``, ``country``, the ``measure_types``
        and ``programmes`` of ``a`` joined by ``; ``, ``since`` (earliest start by ``a``),
        ``certainty``, and ``other_since`` and ``other_ended``: when ``b`` imposed a measure
        of that kind and ended it, if it ever did. ``lag_days`` is by how many days ``b`` was
        later than ``a``; missing if it was earlier, or a date is not known.

    Raises:
        ValueError: an authority or kind of measure is not known, or ``on`` is no day.

    Example:
        >>> import sanctions_data as sd
        >>> found = sd.compare("un-sc", "gb", on="2026-08-22", kind="person")
        >>> list(found.columns)[:3]
        ['entity_id', 'name', 'kind']
    """
    edition = Edition(root, version)
    known = set(edition.load("authorities")["authority_id"])
    if unknown := {a, b} - known:
        raise ValueError(f"unknown authority {', '.join(sorted(unknown))}; known: {sorted(known)}")
    day = on if on is not None else edition.load("sources")["published_on"].max().date()
    ours = measures(day, authority=a, measure_type=measure_type, version=version, root=root)
    if programme is not None:
        ours = ours[ours["programme_id"].isin(_programmes(edition, a, programme))]
    theirs = measures(authority=b, measure_type=measure_type, version=version, root=root)
    now = measures(day, authority=b, measure_type=measure_type, version=version, root=root)
    shared = set(_pair_of(ours)) & set(_pair_of(now))
    if both:
        ours, theirs = (side[[pair in shared for pair in _pair_of(side)]] for side in (ours, now))
    else:
        ours = ours[~ours["entity_id"].isin({entity_id for entity_id, _ in shared})]
    found = ours.groupby("entity_id", as_index=False).agg(
        measure_types=("measure_type", _joined),
        programmes=("programme_id", _joined),
        since=("start_date", "min"),
        certainty=("certainty", "min"),
    )
    past = theirs.groupby("entity_id", as_index=False).agg(
        other_since=("start_date", "min"), other_ended=("end_date", "max")
    )
    entities = edition.load("entities")[["entity_id", "name", "kind", "country"]]
    result = found.merge(past, on="entity_id", how="left").merge(entities, on="entity_id")
    lag = (result["other_since"] - result["since"]).dt.days.astype("Int64")
    result["lag_days"] = lag.where(lag >= 0)
    if kind is not None:
        result = result[result["kind"].isin([kind] if isinstance(kind, str) else list(kind))]
    return result[COLUMNS].sort_values(["name", "entity_id"]).reset_index(drop=True)


def _pair_of(frame: pd.DataFrame) -> Iterator[tuple[str, str]]:
    return zip(frame["entity_id"], frame["measure_type"], strict=True)


def _programmes(edition: Edition, authority: str, word: str) -> pd.Series[str]:
    programmes = edition.load("programmes")
    of = programmes[programmes["authority_id"] == authority]
    named = of["programme_id"] + " " + of["name"] + " " + of["opensanctions_key"].fillna("")
    found = of.loc[named.str.contains(word, case=False, regex=False), "programme_id"]
    if found.empty:
        raise ValueError(f"no programme of {authority} has {word!r} in its name")
    return found


def _joined(values: pd.Series[str]) -> str:
    return "; ".join(sorted(set(values.dropna().astype("str"))))
