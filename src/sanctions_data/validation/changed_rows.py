"""What a change did to rows that no contributor wrote, and which rows it took away.

An import may rewrite what lists print; a person corrects it by a row of ``corrections``. A change
that brings a new snapshot, or what rules and terms say, is an import and is not judged here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from sanctions_data.schema import Table
from sanctions_data.validation.engine.context import Context
from sanctions_data.validation.engine.reading import RawTable
from sanctions_data.validation.issues import Issue, Severity
from sanctions_data.validation.rules.contributed import OF_LISTS, are_ours

_MADE_BY_RELEASES = ("releases", "changes")
# Who changes these imports the lists again.
_STEERING = ("source_terms", "programme_measures", "match_decisions", "lists")
# What a contributor may write into a printed row.
_OPEN = ("note", "merged_into")
_SHOWN = 20
Key = tuple[str, ...]


def find_changed_rows(
    before: Mapping[str, RawTable], after: Mapping[str, RawTable]
) -> Iterator[Issue]:
    """The rows that a change edited in place of a correction, and those that it took away.

    Args:
        before: every table that could be read, as it was.
        after: the same, as it is.
    """
    old, new = _context(before), _context(after)
    is_import = _is_import(old, new)
    corrected = _corrected_cells(new)
    for name, raw in after.items():
        if name in _MADE_BY_RELEASES or not (old.is_read(name) and new.is_read(name)):
            continue
        earlier, later = _rows_by_key(old, raw.table), _rows_by_key(new, raw.table)
        if earlier == later:
            continue
        gone = [key for key in earlier if key not in later]
        yield from _tell_removed(old, raw, earlier, gone, is_import=is_import)
        if not is_import:
            yield from _tell_edited(new, raw, earlier, later, corrected)


def _context(raws: Mapping[str, RawTable]) -> Context:
    return Context({name: raw.read for name, raw in raws.items() if raw.read is not None})


def _is_import(old: Context, new: Context) -> bool:
    def rows(context: Context, table: str) -> set[Key]:
        found = context.rows(table)
        return {found.row(row) for row in range(len(found))}

    def snapshots(context: Context) -> set[Key]:
        found = context.rows("sources")
        return {found.row(r) for r in np.flatnonzero(found["kind"].isin(*OF_LISTS)).tolist()}

    return snapshots(old) != snapshots(new) or any(rows(old, t) != rows(new, t) for t in _STEERING)


def _corrected_cells(context: Context) -> dict[tuple[str, str, str], str]:
    rows = context.rows("corrections")
    columns = [rows[c] for c in ("table", "row_key", "column", "corrected_value")]
    every = (tuple(c.text(row) for c in columns) for row in range(len(rows)))
    return {(table, key, column): value for table, key, column, value in every}


def _rows_by_key(context: Context, table: Table) -> dict[Key, Key]:
    """The cells of each row by its key, in the order of the file."""
    rows = context.rows(table.name)
    texts = [
        np.array([*rows[name].values.to_pylist(), ""], dtype=object)[rows[name].places]
        for name in table.header
    ]
    places = [table.header.index(name) for name in table.key]
    return {tuple(cells[p] for p in places): cells for cells in zip(*texts, strict=True)}


def _tell_removed(
    old: Context, raw: RawTable, earlier: Mapping[Key, Key], gone: list[Key], *, is_import: bool
) -> Iterator[Issue]:
    ours = are_ours(old, raw.table.name)
    numbers = {key: number for number, key in enumerate(earlier)}
    mine = [key for key in gone if ours[numbers[key]]]
    printed = [key for key in gone if not ours[numbers[key]]] if not is_import else []
    for keys, severity, whose in (
        (printed, Severity.error, "a list printed"),
        (mine, Severity.warning, "a contributor wrote"),
    ):
        for key in keys[:_SHOWN]:
            told = f"a row that {whose} is gone", "restore it, or say in the pull request why"
            found = ", ".join(key)
            yield Issue(raw.file, 0, 0, "", "row-removed", found, *told, severity=severity)
        if (rest := len(keys) - _SHOWN) > 0:
            told = f"{rest:,} more rows that {whose} are gone", "restore the file"
            yield Issue(raw.file, 0, 0, "", "row-removed", "", *told, severity=severity)


def _tell_edited(
    new: Context,
    raw: RawTable,
    earlier: Mapping[Key, Key],
    later: Mapping[Key, Key],
    corrected: Mapping[tuple[str, str, str], str],
) -> Iterator[Issue]:
    ours = are_ours(new, raw.table.name)
    header = raw.table.header
    for row, (key, cells) in enumerate(later.items()):
        before = earlier.get(key)
        if before is None or before == cells or ours[row]:
            continue
        for position, (name, old, now) in enumerate(zip(header, before, cells, strict=True), 1):
            if old == now or name in _OPEN or corrected.get((raw.table.name, key[0], name)) == now:
                continue
            told = (
                f"a list printed this row, and it says {old or 'nothing'} here",
                "put that back, and add a row to corrections; the next import would undo an edit",
            )
            line = raw.lines[row]
            found = now or "an empty cell"
            yield Issue(raw.file, line, position, name, "imported-row-edited", found, *told, cells)
