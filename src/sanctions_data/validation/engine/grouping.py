"""Rows that have something in common, told by numbers."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from sanctions_data.validation.engine.arrow import Mask, Numbers
from sanctions_data.validation.engine.columns import Cells, CodedRows

_MAXIMUM_NUMBER = 1 << 62


def group_rows(columns: Iterable[Cells]) -> Numbers:
    """A number a row: the same for rows with the same cells, where missing equals missing."""
    number: Numbers = np.zeros(1, dtype=np.int64)
    size = 1
    for cells in columns:
        width = len(cells.values) + 1
        if size * width > _MAXIMUM_NUMBER:
            distinct, number = np.unique(number, return_inverse=True)
            size = len(distinct)
        number = number * width + (cells.places + 1)
        size *= width
    return number


def find_repeats(numbers: Numbers) -> Numbers:
    """The places of numbers that stand at an earlier place as well."""
    if not len(shared := _find_shared(numbers)):
        return shared
    suspects = np.flatnonzero(np.isin(numbers, shared))
    _, first = np.unique(numbers[suspects], return_index=True)
    return np.delete(suspects, first)


def are_shared(numbers: Numbers) -> Mask:
    """Which numbers stand at another place as well."""
    return np.isin(numbers, _find_shared(numbers))


def _find_shared(numbers: Numbers) -> Numbers:
    in_order = np.sort(numbers)
    twice: Numbers = in_order[1:][in_order[1:] == in_order[:-1]]
    return twice


def find_same(rows: CodedRows, columns: Iterable[str], row: int) -> int:
    """The first row with the same cells in these columns as a row, which may be that row."""
    same = np.ones(len(rows), dtype=bool)
    for column in columns:
        same &= rows[column].places == rows[column].places[row]
    return int(np.flatnonzero(same)[0])
