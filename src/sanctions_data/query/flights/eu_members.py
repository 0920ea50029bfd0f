"""Which states an EU measure binds on a day.

The days are those of accession and withdrawal. EU law went on to bind the United Kingdom until
the end of 2020, which is the day that counts here.
"""

from __future__ import annotations

import csv
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).with_suffix(".csv")


def eu_members(day: str) -> set[str]:
    """ISO codes of the states that were bound by EU law on a day such as ``2022-03-05``.

    Example:
        >>> "GB" in eu_members("2020-12-31"), "GB" in eu_members("2021-01-01")
        (True, False)
    """
    return {
        country
        for country, first, last in memberships()
        if first <= day and (not last or day < last)
    }


def bound_by_eu(authorities: Collection[str], day: str) -> list[str]:
    """The authorities that are members of the EU on a day, unless the EU is among them too.

    Example:
        >>> bound_by_eu(["de", "us"], "2022-03-05"), bound_by_eu(["de", "eu"], "2022-03-05")
        (['de'], [])
    """
    if "eu" in authorities:
        return []
    members = eu_members(day)
    return [authority for authority in authorities if authority.upper() in members]


@lru_cache(maxsize=1)
def memberships() -> list[tuple[str, str, str]]:
    """Country, first day and day after the last, which is empty for a member of today."""
    with _FILE.open(encoding="utf-8", newline="") as handle:
        return [(row["country"], row["from"], row["to"]) for row in csv.DictReader(handle)]
