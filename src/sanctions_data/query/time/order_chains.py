"""Orders that follow one another: one that renews another begins after it."""

from __future__ import annotations

import pandas as pd

from sanctions_data.query.edition import Edition, keep_until_changed

_KIND = "denial_order"
_COLUMNS = (
    "measure_id", "entity_id", "authority_id", "restriction_kind", "start_date", "start_precision",
)  # fmt: skip


@keep_until_changed("flight_restrictions")
def order_bounds(edition: Edition) -> pd.Series[pd.Timestamp]:
    """For each order that denies export privileges a day before which it cannot have begun.

    Example:
        >>> "us-bis-denial-order-mahan-air-2024" in order_bounds(Edition())
        True
    """
    return bound_by_predecessors(edition.load("flight_restrictions", _COLUMNS))


def bound_by_predecessors(restrictions: pd.DataFrame) -> pd.Series[pd.Timestamp]:
    """For each order a day that it began after, by the orders before it on the same party.

    Orders on one party do not overlap, so that each began after those before it: after the last
    exact start among them, and after the day by which the last but one had begun. (The last one
    itself may have been published when its successor was signed, if that only changed it.)

    Example:
        >>> orders = pd.DataFrame({
        ...     "measure_id": ["first", "second", "third"], "entity_id": "x", "authority_id": "y",
        ...     "restriction_kind": "denial_order",
        ...     "start_date": pd.to_datetime(["2022-06-24", "2022-12-23", "2023-06-15"]),
        ...     "start_precision": ["day", "on_or_before", "day"],
        ... })
        >>> bound_by_predecessors(orders).astype("str").to_dict()
        {'second': '2022-06-24', 'third': '2022-06-24'}
    """
    orders = restrictions[restrictions["restriction_kind"] == _KIND].sort_values("start_date")
    exact = orders["start_date"].where(orders["start_precision"] == "day")
    party = [orders["entity_id"], orders["authority_id"]]
    last_exact = exact.groupby(party).ffill().groupby(party).shift()
    last_but_one = orders["start_date"].groupby(party).shift(2)
    before = last_exact.where(~(last_but_one > last_exact) & last_exact.notna(), last_but_one)
    return before.set_axis(orders["measure_id"]).dropna()
