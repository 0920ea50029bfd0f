"""Rows of a table that meet conditions; a column or code that nobody knows is an error."""

from __future__ import annotations

import pandas as pd

from sanctions_data.names.known_codes import KnownCodes
from sanctions_data.query.codes import code_of
from sanctions_data.query.edition import Edition
from sanctions_data.schema.descriptor import resource
from sanctions_data.schema.text_type import TEXT

# Columns whose codes people write in other ways, too, and what these are codes of.
_FORMS = {"authorities": "authority", "programmes": "programme", "measure_types": "measure type",
          "lists": "list"}  # fmt: skip
_VOCABULARIES = {"status", "evidence", "basis", "nature"}


def filter_rows(
    rows: pd.DataFrame, table: str, conditions: list[str], edition: Edition
) -> tuple[pd.DataFrame, dict[str, list[str]]]:
    """The rows that meet every ``COLUMN=VALUE``; an empty value means a missing cell.

    Args:
        rows: rows of the table.
        table: its name.
        conditions: each a ``COLUMN=VALUE``. A value of a column that holds codes must be one;
            where a question understands other forms of it, such as ``uk``, so is it here.
        edition: the tables that are asked.

    Returns:
        The rows, and the values that were searched, by column.

    Raises:
        ValueError: a condition has another form.
        UnknownCodeError: a column or a code is not known; the message names the nearest.

    Example:
        >>> edition = Edition()
        >>> lists = edition.load("lists")
        >>> found, searched = filter_rows(lists, "lists", ["authority_id=uk"], edition)
        >>> searched, set(found["authority_id"])
        ({'authority_id': ['gb']}, {'gb'})
    """
    known = KnownCodes("column", list(rows.columns))
    searched: dict[str, list[str]] = {}
    for condition in conditions:
        name, equals, value = condition.partition("=")
        if not equals:
            raise ValueError(
                f"found --where {condition!r}, expected COLUMN=VALUE with one of "
                f"{', '.join(rows.columns)}"
            )
        column = known.code_of(name)
        value = value and _code(value, rows[column], table, column, edition)
        searched[column] = [value or "empty"]
        rows = rows[_text(rows[column]) == value if value else rows[column].isna()]
    return rows, searched


def _code(value: str, cells: pd.Series[str], table: str, column: str, edition: Edition) -> str:
    """The code that a value means, where the column holds codes; else the value itself."""
    referred = _referred_table(table, column, edition)
    if referred in _FORMS:
        return code_of(_FORMS[referred], value, edition.base)
    if column in _VOCABULARIES and isinstance(cells.dtype, pd.CategoricalDtype):
        return code_of(column, value, edition.base)
    if isinstance(cells.dtype, pd.CategoricalDtype):
        return KnownCodes(column, cells.cat.categories.tolist()).code_of(value)
    if cells.dtype == "boolean":
        return KnownCodes(column, ["true", "false"]).code_of(value)
    if referred:
        keys = edition.load(referred)[_key(referred, edition)]
        return KnownCodes(column, frozenset(keys), listed=f"sd.load({referred!r})").code_of(value)
    return value


def _referred_table(table: str, column: str, edition: Edition) -> str:
    for key in resource(table, edition.base)["schema"].get("foreignKeys", ()):
        if key["fields"] == [column]:
            return str(key["reference"]["resource"])
    return ""


def _key(table: str, edition: Edition) -> str:
    return str(resource(table, edition.base)["schema"]["primaryKey"][0])


def _text(cells: pd.Series[str]) -> pd.Series[str]:
    """Cells as the files write them."""
    text = cells.astype(TEXT)
    return text.str.lower() if cells.dtype == "boolean" else text
