"""Checks of one cell, registered with pandera so that ``pa.Field`` accepts them by name.

Each looks at the distinct values of a column only: columns of this package repeat
themselves, and the cost of a check should follow what is new, not what is repeated.
The name of a check is the id of the rule that a contributor reads in a report.
"""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
from pandera import extensions

from sanctions_data.schema.text_type import TEXT


def _by_distinct(series: pd.Series, accept: Callable[[pd.Series], pd.Series]) -> pd.Series:
    distinct = pd.Series(series.unique(), dtype=TEXT)
    if len(distinct) == len(series):
        return accept(series)
    accepted = set(distinct[accept(distinct).astype(bool)])
    return series.isin(accepted)


@extensions.register_check_method(statistics=["pattern"])
def cell_pattern(series: pd.Series, *, pattern: str) -> pd.Series:
    """The whole cell matches a regular expression."""
    return _by_distinct(series, lambda cells: cells.str.fullmatch(pattern))


@extensions.register_check_method(statistics=["codes"])
def cell_enum(series: pd.Series, *, codes: list[str]) -> pd.Series:
    """The cell is one of the codes of a vocabulary."""
    return series.isin(codes)


@extensions.register_check_method(statistics=["longest"])
def cell_length(series: pd.Series, *, longest: int) -> pd.Series:
    """The cell has at most so many characters."""
    return series.str.len() <= longest


@extensions.register_check_method(statistics=["on"])
def cell_date(series: pd.Series, *, on: bool) -> pd.Series:
    """The cell is a day of the calendar, written YYYY-MM-DD."""
    return _by_distinct(
        series,
        lambda cells: (
            cells.str.fullmatch(r"\d{4}-\d{2}-\d{2}")
            & ~cells.str.startswith("0000")  # The calendar has no such year, but pandas does.
            & pd.to_datetime(cells, format="%Y-%m-%d", errors="coerce").notna()
        ),
    )


@extensions.register_check_method(statistics=["on"])
def cell_boolean(series: pd.Series, *, on: bool) -> pd.Series:
    """The cell is ``true`` or ``false``."""
    return series.isin(["true", "false"])


@extensions.register_check_method(statistics=["on"])
def cell_integer(series: pd.Series, *, on: bool) -> pd.Series:
    """The cell is a whole number that is not negative."""
    return _by_distinct(series, lambda cells: cells.str.fullmatch(r"(?:0|[1-9]\d*)"))
