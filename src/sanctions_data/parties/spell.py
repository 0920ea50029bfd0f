"""Codes spelled out: authority, act and source by name and address."""

from __future__ import annotations

import pandas as pd

from sanctions_data.loading.load import Edition


def spelled_out(found: pd.DataFrame, edition: Edition) -> pd.DataFrame:
    """Measures with ``authority``, ``act``, ``act_url``, ``source``, ``source_url`` and date."""
    authorities = edition.load("authorities").set_index("authority_id")["name"]
    acts = edition.load("instruments").set_index("instrument_id")
    sources = edition.load("sources").set_index("source_id")
    number = acts["number"].fillna("")
    act = acts["title"].where(number == "", acts["title"] + ", " + number)
    return found.assign(
        authority=found["authority_id"].map(authorities),
        act=found["instrument_id"].map(act),
        act_url=found["instrument_id"].map(acts["url"]),
        source=found["source_id"].map(sources["title"]),
        source_url=found["source_id"].map(sources["url"]),
        source_date=found["source_id"].map(sources["published_on"]),
    )
