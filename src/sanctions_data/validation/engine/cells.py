"""The definition of a table, run on its cells.

The checks are those of ``schema.checks``, here in Arrow's words and on the distinct values of
a column, a table in milliseconds. ``schema.binding.validate`` has pandera run them, and the
tests hold the two against each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from sanctions_data.schema import Column, Table
from sanctions_data.validation.engine.arrow import MISSING, Mask, Numbers, bits, strings
from sanctions_data.validation.engine.columns import Cells
from sanctions_data.validation.engine.context import Context
from sanctions_data.validation.engine.definition import TABLES
from sanctions_data.validation.engine.grouping import find_repeats, group_rows

DAY = r"^\d{4}-\d{2}-\d{2}$"
_NUMBER = r"^(?:0|[1-9]\d*)$"


@dataclass(frozen=True, slots=True)
class Broken:
    """The rows in which a column breaks a rule of its definition."""

    column: Column
    rule: str
    rows: Numbers


def find_broken_cells(table: Table, context: Context) -> Iterator[Broken]:
    """What the definition of a table forbids, column by column."""
    rows = context.rows(table.name)
    for column in table.columns:
        cells = rows[column.name]
        if column.required:
            yield from _mark_broken(column, "required", ~cells.filled)
        if column.unique and len(again := _find_repeated(cells)):
            yield Broken(column, "unique_key", again)
        for rule, accepts in _checks(column):
            yield from _mark_broken(column, rule, cells.select_rows(~accepts(cells)))
        if column.reference and context.is_read(column.reference):
            unknown = context.find_rows(cells, column.reference) == MISSING
            yield from _mark_broken(column, "foreign_key", cells.select_rows(unknown))
    if len(table.key) > 1 and len(
        again := find_repeats(group_rows(rows[name] for name in table.key))
    ):
        yield Broken(table.column(table.key[-1]), "unique_key", again)


def find_broken_value(column: Column, value: str, context: Context) -> str:
    """The rule that a value breaks in a column; empty if it may stand there."""
    if not value:
        return "required" if column.required else ""
    cells = Cells(strings([value]), np.zeros(1, dtype=np.int64))
    for rule, accepts in _checks(column):
        if not accepts(cells).all():
            return rule
    if column.reference and context.is_read(column.reference):
        known = context.rows(column.reference)[TABLES[column.reference].key[0]]
        if not known.known(strings([value])).any():
            return "foreign_key"
    return ""


def _checks(column: Column) -> Iterator[tuple[str, Callable[[Cells], Mask]]]:
    """What a value of the column must be, by the name of the rule."""
    if column.logical == "date":
        yield "cell_date", _are_days
    if column.logical == "boolean":
        yield "cell_boolean", lambda cells: cells.known(strings(["true", "false"]))
    if column.logical == "integer":
        yield "cell_integer", lambda cells: cells.matches(_NUMBER)
    if (pattern := column.pattern) is not None:
        yield "cell_pattern", lambda cells: cells.matches(f"^(?:{pattern})$")
    if (codes := column.vocabulary) is not None:
        yield "cell_enum", lambda cells: cells.known(strings(codes))
    if (longest := column.max_length) is not None:
        yield "cell_length", lambda cells: cells.lengths <= longest


def _are_days(cells: Cells) -> Mask:
    are_days = cells.matches(DAY)
    days = cells.values.filter(bits(are_days)).to_pylist()
    are_days[are_days] = [_is_day(text) for text in days]
    return are_days


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _find_repeated(cells: Cells) -> Numbers:
    """The rows whose value an earlier row has."""
    filled = np.flatnonzero(cells.filled)
    if len(filled) == len(cells.values):
        return filled[:0]
    return filled[find_repeats(cells.places[filled].astype(np.int64))]


def _mark_broken(column: Column, rule: str, rows: Mask) -> Iterator[Broken]:
    if rows.any():
        yield Broken(column, rule, np.flatnonzero(rows))
