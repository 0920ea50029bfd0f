"""The difference between two states of a table, as rows of ``changes``.

Rows that are new are noted as ranges of keys, since a new list brings thousands that
stand together; a changed cell is noted with its old and new value; a row that is gone is
noted cell by cell, so that nothing is lost.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from sanctions_data.history.lines import Key, Lines

WHOLE_ROW = "*"


class Change(NamedTuple):
    """One change of one table; the columns of ``changes`` without version and table."""

    row_key: str
    column: str
    action: str
    old_value: str = ""
    new_value: str = ""


def changes_between(old: Lines, new: Lines) -> Iterator[Change]:
    """What makes the old state the new one, in order of key and column."""
    yield from _added(old, new)
    for key in sorted(old.key_set()):
        if key not in new:
            cells = zip(old.header, old.cells(key), strict=True)
            for column, cell in cells:
                if cell:
                    yield Change(key_text(key), column, "removed", cell)
        elif old.line(key) != new.line(key):
            columns = zip(old.header, old.cells(key), new.cells(key), strict=True)
            for column, before, after in columns:
                if before != after:
                    yield Change(key_text(key), column, "changed", before, after)


def _added(old: Lines, new: Lines) -> Iterator[Change]:
    first: Key | None = None
    last: Key | None = None
    for key in sorted(new.key_set()):
        if key not in old:
            first, last = first or key, key
        elif first and last:
            yield _range(first, last)
            first = last = None
    if first and last:
        yield _range(first, last)


def _range(first: Key, last: Key) -> Change:
    return Change(key_text(first), WHOLE_ROW, "added", "", key_text(last))


def key_text(key: Key) -> str:
    """A key as a JSON array."""
    return json.dumps(list(key), ensure_ascii=False)
