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

import pyarrow
import pyarrow.csv

from sanctions_data.history.lines import Key, Lines

WHOLE_ROW = "*"
Section = tuple[int, int]


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


def find_sections(content: bytes) -> dict[bytes, Section]:
    r"""From where to where the lines of each version and table stand, by what they begin with.

    Lines of one version and table stand together, so that only some of them need be looked at.

    Args:
        content: the bytes of ``changes``.

    Example:
        >>> find_sections(b"version,table,row_key\n1,a,x\n1,a,y\n1,b,z\n")
        {b'1,a,': (22, 34), b'1,b,': (34, 40)}
    """
    found: dict[bytes, Section] = {}
    start = content.find(b"\n") + 1
    while 0 < start < len(content):
        beginning = content[start : content.find(b",", content.find(b",", start) + 1) + 1]
        stop = _stop_of(content, start, beginning or content[start:])
        # One that stands in two places is damaged; what is between them does not parse.
        found[beginning] = (found.get(beginning, (start, stop))[0], stop)
        start = stop
    return found


def _stop_of(content: bytes, start: int, beginning: bytes) -> int:
    """Where the lines with a beginning end, looked for in wider and wider steps."""
    step, inside = 1 << 10, _next_line(content, start)
    while content.startswith(beginning, reached := _next_line(content, inside + step)):
        inside, step = reached, step * 2
    outside = reached
    while inside < outside:
        middle = _next_line(content, (inside + outside) // 2)
        if middle >= outside:  # Few lines are left, and are gone through one by one.
            middle = inside
        if not content.startswith(beginning, middle):
            outside = middle
        else:
            inside = _next_line(content, middle)
    return inside


def _next_line(content: bytes, place: int) -> int:
    return content.find(b"\n", place) + 1 or len(content)


def read_section(content: bytes, section: Section | None) -> Iterator[Change]:
    """The changes in a section; none where there is no section.

    Raises:
        ValueError: they are no CSV of the columns of ``changes``.
    """
    if section is None:
        return iter(())
    columns = ["version", "table", *Change._fields]
    found = pyarrow.csv.read_csv(
        pyarrow.py_buffer(memoryview(content)[slice(*section)]),
        read_options=pyarrow.csv.ReadOptions(column_names=columns, use_threads=False),
        convert_options=pyarrow.csv.ConvertOptions(
            column_types=dict.fromkeys(columns, pyarrow.string())
        ),
    )
    cells = (found[column].to_pylist() for column in Change._fields)
    return map(Change._make, zip(*cells, strict=True))
