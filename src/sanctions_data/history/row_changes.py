"""The difference between two states of a table, as rows of ``changes``.

Rows that are new are noted as runs, since a new list brings thousands that stand together;
a changed cell is noted with its old and new value; of a row that is gone the whole line is
kept, so that nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from json.encoder import encode_basestring
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


def find_changes(old: Lines, new: Lines) -> Iterator[Change]:
    """What makes the old state the new one, in order of key and column."""
    yield from _find_runs_added(old, new)
    for key in sorted(old.key_set()):
        before, after = old.line(key), new.line(key)
        if after is None:
            yield Change(key_text(key), WHOLE_ROW, "removed", before or "")
        elif before != after:
            columns = zip(old.header, old.cells(key), new.cells(key), strict=True)
            for column, was, now in columns:
                if was != now:
                    yield Change(key_text(key), column, "changed", was, now)


def _find_runs_added(old: Lines, new: Lines) -> Iterator[Change]:
    """The runs of new rows: the key of the first one, and how many they are."""
    for is_old, keys in groupby(sorted(new.key_set()), old.__contains__):
        if not is_old:
            run = list(keys)
            yield Change(key_text(run[0]), WHOLE_ROW, "added", "", str(len(run)))


def key_text(key: Key) -> str:
    r"""A key as a JSON array.

    Example:
        >>> print(key_text(("a", 'b"c', "é")))
        ["a", "b\"c", "é"]
    """
    # What json.dumps writes of a list of texts, without preparing for all else each time.
    return f"[{', '.join(map(encode_basestring, key))}]"
