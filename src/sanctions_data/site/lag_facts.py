"""How long after one authority another one acted against the same party."""

from __future__ import annotations

from itertools import permutations

import pandas as pd

from sanctions_data.site.site_tables import SiteTables

_KINDS = ("asset_freeze", "travel_ban")
_FEWEST = 20


def lag_facts(tables: SiteTables) -> list[list[object]]:
    """For each kind and pair of authorities the days from the first's start to the second's.

    Counted are parties on which both have a measure of the kind whose first start is known to
    the day and that the second began later, or on the same day.

    Returns:
        Rows of kind, first authority, second authority, number of parties, and the days that a
        quarter, half and three quarters of them took at most. Pairs with fewer than 20 parties
        are left out.
    """
    measures = tables.measures
    exact = measures[
        measures["measure_type"].isin(_KINDS) & measures["start_earliest"].ne("")
        & measures["start_earliest"].eq(measures["start_latest"])
    ]  # fmt: skip
    vague = measures[
        measures["measure_type"].isin(_KINDS)
        & measures["start_earliest"].ne(measures["start_latest"])
    ]
    key = ["measure_type", "entity_id", "authority_id"]
    first = exact.groupby(key, observed=True)["start_date"].min()
    # Where one start is vague, a measure may have been the first.
    first = first.drop(pd.MultiIndex.from_frame(vague[key]), errors="ignore")
    rows: list[list[object]] = []
    for kind in _KINDS:
        days = first.loc[kind].unstack("authority_id")
        for one, other in permutations(sorted(days.columns), 2):
            lags = (days[other] - days[one]).dropna().dt.days
            lags = lags[lags >= 0]
            if len(lags) >= _FEWEST:
                marks = lags.quantile([0.25, 0.5, 0.75], interpolation="lower").astype(int)
                rows.append([kind, one, other, len(lags), *marks.tolist()])
    return rows
