"""Who may not fly where, on a day, spelled out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd

from sanctions_data.query.labels import spell_out
from sanctions_data.query.load import Edition
from sanctions_data.query.measures import measures


def flights(
    *,
    on: str | date | None = None,
    by: str | None = None,
    against: str | None = None,
    evidence: list[str] | None = None,
    version: str | None = None,
    root: Path | None = None,
) -> pd.DataFrame:
    """Flight restrictions, with who is restricted, the act and the source spelled out.

    Args:
        on: a day; keeps those in force on it.
        by: the authority that imposes.
        against: ISO code of the country whose carriers, aircraft or airports are restricted.
        evidence: evidence codes to keep; ``["primary", "secondary"]`` leaves out the rest.
        version: a released version.
        root: folder of the data; the installed data if left out.

    Returns:
        The rows of ``flight_restrictions`` with ``party``, ``party_country``, ``act``,
        ``act_url``, ``source`` and ``source_url``, in order of start.

    Example:
        >>> import sanctions_data as sd
        >>> closures = sd.flights(on="2022-03-05", against="RU", by="eu")
        >>> "overflight" in set(closures["restriction_kind"])
        True
    """
    edition = Edition(root, version)
    found = measures(
        on, measure_type="flight_restriction", authority=by, evidence=evidence,
        version=version, root=root,
    )  # fmt: skip
    parties = edition.load("entities").set_index("entity_id")
    found = found.assign(
        party=found["entity_id"].map(parties["name"]),
        party_country=found["entity_id"].map(parties["country"]),
    )
    if against is not None:
        found = found[found["party_country"] == against.upper()]
    return spell_out(found, edition).sort_values(
        ["start_date", "authority_id", "measure_id"], ignore_index=True
    )
