"""Who is under measures of one authority and not of another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd

from sanctions_data.names.known_codes import KnownCodes
from sanctions_data.query.codes import Choice, code_of, codes_of, split_kinds
from sanctions_data.query.comparison.compared_parties import ComparedMeasures, compared_parties
from sanctions_data.query.edition import Edition
from sanctions_data.query.measures import Undecided, choose_rows, on_day, select_measures
from sanctions_data.query.stands_on import edition_of, stands_on
from sanctions_data.query.time.day_bounds import NEEDED
from sanctions_data.query.time.day_status import UNDECIDED, day_of
from sanctions_data.query.time.snapshot_days import places_of, snapshots_of

COLUMNS = ["entity_id", "name", "kind", "country", "measure_types", "programmes", "since",
           "day_status", "other_since", "other_ended", "lag_days", "reason"]  # fmt: skip
_NEEDED = list(dict.fromkeys(["entity_id", "authority_id", "programme_id", *NEEDED]))


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
    searched = {"authority": [a, b]}
    if measure_types is not None:
        searched["measure type"] = codes_of("measure type", measure_types, edition.base) or []
    every = select_measures(searched, edition, _NEEDED).reset_index(drop=True)
    now, _ = on_day(every, day, edition, "include")
    asked = ComparedMeasures.of(every, now, a, b)
    if programme is not None:
        among = now["programme_id"].isin(_programmes(edition, a, programme)).to_numpy()
        asked = replace(asked, ours=asked.ours & among)
    found = compared_parties(asked, both=both)
    entities = edition.look_at("entities")[["entity_id", "name", "kind", "country"]]
    place = places_of(found["entity_id"], pd.Index(entities["entity_id"]))
    found = found[place >= 0].reset_index(drop=True)
    for column in ("name", "kind", "country"):
        found[column] = entities[column].take(place[place >= 0]).array
    if kinds is not None:
        found = found[found["kind"].isin(kinds)]
    is_open = found["day_status"] == UNDECIDED
    result = found[choose_rows(is_open, undecided)][COLUMNS].sort_values(
        ["name", "entity_id"], ignore_index=True
    )
    told = searched | ({"kind of party": kinds} if kinds else {})
    result.attrs = {
        "stands_on": stands_on(edition, authorities=[a, b], on=day, searched=told),
        "undecided": int(is_open.sum()),
    }
    return result


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
