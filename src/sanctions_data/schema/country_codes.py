"""Codes of countries: those in use, and those of states that are no more, with their last day."""

from __future__ import annotations

from functools import cache

# Assigned by nobody but used by the United Nations' members that recognise it and by lists.
_KOSOVO = "XK"
_MEANT = {"UK": "GB", "EL": "GR", "SU": "RU", "YU": "RS", "DD": "DE", "EN": "GB", "SP": "ES"}


@cache
def codes_in_use() -> frozenset[str]:
    """The ISO 3166-1 alpha-2 codes of today, and that of Kosovo.

    Example:
        >>> "NA" in codes_in_use(), "UK" in codes_in_use(), "SU" in codes_in_use()
        (True, False, False)
    """
    import pycountry

    return frozenset({country.alpha_2 for country in pycountry.countries} | {_KOSOVO})


@cache
def former_codes() -> dict[str, str]:
    """The codes of states that are no more, each with the day on which it was withdrawn.

    Example:
        >>> former_codes()["DD"]
        '1990-10-30'
    """
    import pycountry

    found: dict[str, str] = {}
    for country in pycountry.historic_countries:
        code, until = getattr(country, "alpha_2", ""), str(country.withdrawal_date)
        if code and code not in codes_in_use():
            # Where only a year is known, its last day; a code given twice ended with the later.
            found[code] = max(found.get(code, ""), until if len(until) > 4 else f"{until}-12-31")
    return found


def hint_for(code: str) -> str:
    """What to write instead of a code that is none.

    Example:
        >>> hint_for("UK")
        'write the ISO 3166-1 code, GB'
    """
    if meant := _MEANT.get(code):
        return f"write the ISO 3166-1 code, {meant}"
    return "write an ISO 3166-1 code of two letters that is in use, or leave it empty"
