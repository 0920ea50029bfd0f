"""The difference between two states of a table, as rows of ``changes``, and its reverse.

Rows that are new are noted as ranges of keys, since a new list brings thousands that
stand together; a changed cell is noted with its old and new value; a row that is gone is
noted cell by cell, so that nothing is lost.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sanctions_data.history.lines import Key, Lines

WHOLE_ROW = "*"


@dataclass(frozen=True, slots=True)
class Change:
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


def undo(lines: Lines, changes: Sequence[Change]) -> None:
    """Turn the state after the changes of one version into the state before them.

    Raises:
        ValueError: a change does not fit the state; the message names it.
    """
    removed: dict[Key, dict[str, str]] = {}
    ranges: list[tuple[Key, Key]] = []
    keys = _parsed([change.row_key for change in changes])
    lasts = _parsed([c.new_value if c.action == "added" else "[]" for c in changes])
    for change, key, last in zip(changes, keys, lasts, strict=True):
        if change.action == "added":
            ranges.append((key, last))
        elif change.action == "removed":
            removed.setdefault(key, {})[change.column] = change.old_value
        else:
            _undo_cell(lines, key, change)
    try:
        lines.remove_ranges(ranges)
    except KeyError as error:
        raise ValueError(
            f"rows beside {key_text(error.args[0])} are noted as added, but the first or last of "
            "them is not there"
        ) from None
    for key, cells in removed.items():
        if key in lines:
            raise ValueError(f"row {key_text(key)} is noted as removed, but is there")
        lines.put([cells.get(column, "") for column in lines.header])


def _undo_cell(lines: Lines, key: Key, change: Change) -> None:
    if key not in lines or change.column not in lines.header:
        raise ValueError(f"change of {change.row_key}, column {change.column}: no such cell")
    cells = lines.cells(key)
    place = lines.header.index(change.column)
    if cells[place] != change.new_value:
        raise ValueError(
            f"change of {change.row_key}, column {change.column}: found {cells[place]!r}, the "
            f"change says {change.new_value!r}"
        )
    cells[place] = change.old_value
    lines.put(cells)


def key_text(key: Key) -> str:
    """A key as a JSON array."""
    return json.dumps(list(key), ensure_ascii=False)


def _parsed(texts: list[str]) -> list[Key]:
    """Keys from their JSON; parsed at one go, as there may be many."""
    try:
        return [tuple(key) for key in json.loads(f"[{','.join(texts)}]")]
    except (json.JSONDecodeError, TypeError):
        bad = next(text for text in texts if not _is_array(text))
        raise ValueError(f"change of {bad}: its key is no JSON array") from None


def _is_array(text: str) -> bool:
    try:
        return isinstance(json.loads(text), list)
    except json.JSONDecodeError:
        return False
