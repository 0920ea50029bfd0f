"""Codes and dates spelled out: authority, act and source by name and address."""

from __future__ import annotations

from functools import cache
from typing import Any

import pandas as pd

from sanctions_data.query.edition import Edition, keep_until_changed

# Where the standard's name is not what people say, or is cut off at its comma.
_SHORT_NAMES = {
    "CD": "DR Congo", "EU": "the European Union", "FK": "Falkland Islands", "LA": "Laos",
    "RU": "Russia", "SY": "Syria", "VG": "British Virgin Islands",
}  # fmt: skip


def spell_out(found: pd.DataFrame, edition: Edition) -> pd.DataFrame:
    """Measures with ``authority``, ``act``, ``act_url``, ``source``, ``source_url`` and date."""
    return found.assign(
        **{name: found[code].map(texts) for name, (code, texts) in _spellings(edition).items()}
    )


@keep_until_changed("authorities", "instruments", "sources")
def _spellings(edition: Edition) -> dict[str, tuple[str, pd.Series[Any]]]:
    """Of each column that is brought, the column of the code, and what stands for each code."""
    authorities = edition.load("authorities").set_index("authority_id")
    acts = edition.load("instruments").set_index("instrument_id")
    sources = edition.load("sources").set_index("source_id")
    number = acts["number"].fillna("")
    act = acts["title"].where(number == "", acts["title"] + ", " + number)
    return {
        "authority": ("authority_id", authorities["name"]),
        "act": ("instrument_id", act),
        "act_url": ("instrument_id", acts["url"]),
        "source": ("source_id", sources["title"]),
        "source_url": ("source_id", sources["url"]),
        "source_date": ("source_id", sources["published_on"]),
    }


def day_text(day: pd.Timestamp, precision: object) -> str:
    """A date as exactly as it is known, such as ``2014-03`` or ``by 2019-07-01``.

    Example:
        >>> day_text(pd.Timestamp("2014-03-01"), "month")
        '2014-03'
    """
    if pd.isna(day):
        return "unknown" if precision == "unknown" else ""
    shown = f"{day:%Y-%m-%d}"
    if precision == "month":
        return shown[:7]
    if precision == "year":
        return shown[:4]
    return f"by {shown}" if precision == "on_or_before" else shown


def bound_text(word: str, day: pd.Timestamp, precision: object) -> str:
    """A word with a date behind it, such as ``since 2014-03``; empty where the date is not known.

    Example:
        >>> bound_text("since", pd.Timestamp("2022-02-25"), "on_or_before")
        'since 2022-02-25 or before'
        >>> bound_text("until", pd.NaT, "unknown")
        ''
    """
    shown = day_text(day, precision)
    if shown in ("", "unknown"):
        return ""
    bound = shown.removeprefix("by ")
    return f"{word} {bound}" + (" or before" if bound != shown else "")


@cache
def country_name(code: str) -> str | None:
    """Short name of a country; None for none.

    Example:
        >>> country_name("KP"), country_name("EU"), country_name("")
        ('North Korea', 'the European Union', None)
    """
    import pycountry  # only where a name is shown

    if code in _SHORT_NAMES:
        return _SHORT_NAMES[code]
    country = pycountry.countries.get(alpha_2=code) if isinstance(code, str) and code else None
    if country is None:
        return None
    return str(getattr(country, "common_name", country.name)).partition(",")[0]


def country_in_sentence(code: str) -> str:
    """The short name of a country with the article that it needs; the code if there is none.

    Example:
        >>> country_in_sentence("GB"), country_in_sentence("KP"), country_in_sentence("XX")
        ('the United Kingdom', 'North Korea', 'XX')
    """
    name = country_name(code) or code
    return f"the {name}" if name.startswith(("United ", "Dominican ", "DR ")) else name
