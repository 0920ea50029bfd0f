"""The schema of a loaded table: the definition once more, with real types instead of text."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pandera.pandas as pa

from sanctions_data.names.known_codes import KnownCodes
from sanctions_data.schema import TABLES, Column
from sanctions_data.schema.text_type import TEXT, loaded_type

# What the check of the text demands beyond the type, said of a value that has the type.
_CHECKS = {
    "date": pa.Check(
        lambda dates: dates == dates.dt.normalize(),
        name="cell_date",
        error="a day of the calendar, without a time",
    ),
    "integer": pa.Check.ge(0, name="cell_integer", error="a whole number that is not negative"),
}


def schema(table: str) -> pa.DataFrameSchema:
    """The pandera schema of the frame that ``load`` returns, for frames of your own.

    It demands the columns and their order, the types, which cells must be filled, codes,
    patterns, lengths, and that keys are unique. References to other tables need those tables:
    ``validate`` checks them, and the rules across rows.

    Args:
        table: name of the table; ``tables()`` lists them.

    Returns:
        A schema with a title and a description of each column. It is yours to change:
        ``select_columns`` keeps some columns, ``strict`` set to false lets others in. Nothing
        is converted, and dates may have any unit.

    Raises:
        UnknownCodeError: there is no such table; the message names the nearest.

    Example:
        >>> import sanctions_data as sd
        >>> bans = sd.load("travel_bans")
        >>> len(sd.schema("travel_bans").validate(bans)) == len(bans)
        True
        >>> sd.schema("travel_bans").columns["status"].title
        'Status'
    """
    table = KnownCodes("table", TABLES.keys()).code_of(table)
    defined: pa.DataFrameSchema = TABLES[table].schema
    loaded = {
        column.name: _loaded(column, defined.columns[column.name])
        for column in TABLES[table].columns
    }
    return defined.update_columns(loaded)


def _loaded(column: Column, text: pa.Column) -> dict[str, Any]:
    """What of a column is another once it is loaded; all else stays as it was defined."""
    if column.vocabulary is not None:
        return {"dtype": pd.CategoricalDtype(list(column.vocabulary))}
    if column.logical == "string":
        return {"dtype": TEXT}
    checks = [_CHECKS[column.logical]] if column.logical in _CHECKS else []
    return {"dtype": loaded_type(column.logical), "checks": checks}
