"""A table bound to the rows it refers to, so that pandera checks foreign keys as well."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import pandera.pandas as pa
from pandera.config import ValidationDepth, config_context

from sanctions_data.schema import TABLES, Table

_RULES = {
    "not_nullable": "required",
    "field_uniqueness": "unique_key",
    "multiple_fields_uniqueness": "unique_key",
    "column_in_dataframe": "missing_column",
    "column_in_schema": "extra_column",
    "column_ordered": "column_order",
}
_FINDINGS = ["row", "column", "rule", "value"]


def bind(table: Table, frames: Mapping[str, pd.DataFrame]) -> pa.DataFrameSchema:
    """The schema of a table with a check ``foreign_key`` on every column that refers.

    Args:
        table: the table to check.
        frames: the rows of every table it refers to, itself included where it does. A
            reference to a table without its key column is not checked: that table's
            header is the issue, and is found when that table is checked.

    Raises:
        KeyError: the rows of a table it refers to were not given.

    Example:
        >>> authorities = pd.DataFrame({"authority_id": ["gb"]}, dtype="str")
        >>> schema = bind(TABLES["lists"], {"authorities": authorities})
        >>> [check.name for check in schema.columns["authority_id"].checks]
        ['foreign_key']
    """
    schema: pa.DataFrameSchema = table.schema
    bound = {}
    for column in table.columns:
        keys = _keys(table, column.reference, frames) if column.reference else None
        if keys is not None:
            check = _is_among(keys)
            bound[column.name] = {"checks": [*schema.columns[column.name].checks, check]}
    return schema.update_columns(bound)


def validate(table: Table, frame: pd.DataFrame, frames: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Every issue of a table's rows, one line an issue.

    The check runs whatever the environment says: pandera's switches
    ``PANDERA_VALIDATION_ENABLED`` and ``PANDERA_VALIDATION_DEPTH`` do not reach it.
    While the header is wrong the rows are not looked at.

    Args:
        table: the table to check.
        frame: its rows, every cell text or missing.
        frames: the rows of the tables it refers to; for itself, ``frame`` is taken.

    Returns:
        Columns ``row`` (label of the index; missing for an issue of the header), ``column``
        (of a key of several columns, the last), ``rule`` and ``value`` (as found, empty
        for a missing cell; of a key of several columns, all joined by commas). Of rows with
        the same key all but the first. No rows when there is no issue.

    Raises:
        KeyError: the rows of a table it refers to were not given.

    Example:
        >>> columns = TABLES["authorities"].header
        >>> rows = pd.DataFrame([["gb", "UK", "kingdom", "GB", None, None]], columns=columns)
        >>> validate(TABLES["authorities"], rows.astype("str"), {}).to_dict("records")
        [{'row': 0, 'column': 'kind', 'rule': 'cell_enum', 'value': 'kingdom'}]
    """
    if list(frame.columns) != table.header:
        header = _failures(table.schema, frame.head(0))
        return header.drop_duplicates("rule", keep="first", ignore_index=True)
    return _failures(bind(table, {**frames, table.name: frame}), frame)


def _failures(schema: pa.DataFrameSchema, frame: pd.DataFrame) -> pd.DataFrame:
    with config_context(validation_enabled=True, validation_depth=ValidationDepth.SCHEMA_AND_DATA):
        try:
            schema.validate(frame, lazy=True)
        except pa.errors.SchemaErrors as errors:
            return _tidy(errors.failure_cases)
    return pd.DataFrame(columns=_FINDINGS)


def _tidy(cases: pd.DataFrame) -> pd.DataFrame:
    """Pandera's failure cases, where one issue may take several lines, as one line each."""
    check = cases["check"].str.partition("(")[0]
    in_row = cases["index"].notna()
    found = pd.DataFrame(
        {
            "row": cases["index"],
            # For an issue of the header, pandera puts the column among the values.
            "column": cases["column"].where(in_row, cases["failure_case"]),
            "rule": check.map(_RULES).fillna(check),
            "value": cases["failure_case"].where(in_row).fillna(""),
        }
    )
    is_key = found["rule"].eq("unique_key")
    others = found[~is_key], _repeats(found[is_key])
    return pd.concat(others).sort_values("row", kind="stable", ignore_index=True)[_FINDINGS]


def _repeats(found: pd.DataFrame) -> pd.DataFrame:
    """Of rows with the same key all but the first, one line a row.

    A key of one column that is missing is no key, and is reported as missing already.
    """
    keys = found.groupby(["row", "rule"], sort=True, as_index=False)
    joined = keys.agg({"column": "last", "value": ", ".join})
    return joined[joined["value"].ne("") & joined.duplicated(["column", "value"])]


def _keys(table: Table, reference: str, frames: Mapping[str, pd.DataFrame]) -> pd.Series | None:
    if reference not in frames:
        raise KeyError(
            f"table {table.name} refers to {reference}, whose rows were not given; "
            f"given: {', '.join(frames) or 'none'}"
        )
    key = TABLES[reference].key[0]
    rows = frames[reference]
    return rows[key].dropna() if key in rows else None


def _is_among(keys: pd.Series) -> pa.Check:
    # Check.isin writes all keys into its message, and Arrow's isin takes them one by one; both
    # take longer than the check.
    known = keys.astype("object")
    return pa.Check(
        lambda cells: cells.astype("object").isin(known), name="foreign_key", error="foreign_key"
    )
