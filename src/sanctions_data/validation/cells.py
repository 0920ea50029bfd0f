"""The definition of a table, run on its cells.

Pandera says what a column demands; this runs the same checks on the distinct values of the
column, a table in milliseconds. ``schema.binding.validate`` has pandera run them itself, and
the tests hold the two against each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from sanctions_data.schema import TABLES, Column, Table, checks
from sanctions_data.validation.context import Cells, Context


@dataclass(frozen=True, slots=True)
class Broken:
    """The rows in which a column breaks a rule of its definition."""

    column: Column
    rule: str
    rows: np.ndarray


def broken_cells(table: Table, context: Context) -> Iterator[Broken]:
    """What the definition of a table forbids, column by column."""
    for column in table.columns:
        cells = context.cells(table.name, column.name)
        if column.required:
            yield from _broken(column, "required", np.flatnonzero(cells.places == -1))
        if column.unique:
            yield from _broken(column, "unique_key", _repeated(cells))
        values = cells.values.to_pandas().astype("str")
        for check in table.schema.columns[column.name].checks:
            accepts = getattr(checks, check.name)
            accepted = accepts(values, **check.statistics).to_numpy(dtype=bool)
            yield from _broken(column, check.name, cells.rows_with(~accepted))
        if column.reference and context.is_read(column.reference):
            key = TABLES[column.reference].key[0]
            known = cells.is_among(context.cells(column.reference, key))
            yield from _broken(column, "foreign_key", cells.rows_with(~known))
    if table.schema.unique:
        frame = context.frame(table.name)
        repeated = np.flatnonzero(frame.duplicated(list(table.schema.unique)))
        yield from _broken(table.column(table.schema.unique[0]), "unique_key", repeated)


def _repeated(cells: Cells) -> np.ndarray:
    """The rows whose value an earlier row has."""
    filled = np.flatnonzero(cells.places >= 0)
    if len(filled) == len(cells.values):
        return filled[:0]
    _, first = np.unique(cells.places[filled], return_index=True)
    return np.delete(filled, first)


def _broken(column: Column, rule: str, rows: np.ndarray) -> Iterator[Broken]:
    if len(rows):
        yield Broken(column, rule, rows)
