"""Rules about the tables of releases: what they say of the rows that are and were there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np

from sanctions_data.validation.engine.columns import rows_of
from sanctions_data.validation.engine.context import Context, Finding, rule
from sanctions_data.validation.engine.definition import TABLES


@rule(
    "cut-short",
    "A table does not lose a tenth of its rows.",
    "A file that was saved half, or copied in part, looks whole to every program.",
)
def cut_short(context: Context) -> Iterator[Finding]:
    """Compare the number of rows with that of the last release."""
    releases = context.rows("releases")
    versions = releases["version"].values.to_pylist()
    newest = max(versions, key=_order, default="")
    for row in rows_of(releases["version"].isin(newest)):
        name, before = releases["table"].text(row), releases["rows"].text(row)
        if name not in TABLES or not context.is_read(name) or not before.isdigit():
            continue
        now = len(context.rows(name))
        if now < 0.9 * int(before) and int(before) - now > _A_FEW:
            problem = f"it has {now:,} rows, release {newest} had {int(before):,}"
            yield Finding(name, -1, "", problem, "restore the file; rows that are over get an end")


_A_FEW = 20


def _order(version: str) -> list[int]:
    return [int(part) for part in version.split(".") if part.isdigit()]


@rule(
    "releases-add-up",
    "Every version has all its tables, and its rows are those of the version before with what "
    "the changes say.",
    "A release that was noted twice or in part rebuilds no older version.",
)
def releases_add_up(context: Context) -> Iterator[Finding]:
    """Count rows: those before, and those added, less those removed, are those after."""
    if not context.is_read("releases", "changes"):
        return
    releases = context.rows("releases")
    cells = [releases[column] for column in ("version", "table", "rows", "sha256")]
    told = {
        (cells[0].text(row), cells[1].text(row)): (row, cells[2].text(row), cells[3].text(row))
        for row in range(len(releases))
    }
    balance = _count_changes(context)
    versions = sorted({version for version, _ in told}, key=_order)
    for version, before in zip(versions[1:], versions, strict=False):
        for name in {table for each, table in told if each == before}:
            if (version, name) not in told:
                row = told[before, name][0]
                yield Finding(
                    "releases", row, "version", f"version {version} has no {name}", _RESTORE
                )
                continue
            row, now, _ = told[version, name]
            old = told[before, name][1]
            if not (now.isdigit() and old.isdigit()):
                continue
            expected = int(old) + balance.get((version, name), 0)
            if int(now) != expected:
                problem = f"{expected:,} rows follow from {before} and the changes"
                yield Finding("releases", row, "rows", problem, _RESTORE)
    for (_, name), (row, _, sha) in told.items():
        if name not in TABLES:
            yield Finding("releases", row, "table", "there is no such table", _RESTORE)
        elif not sha.strip("0"):
            yield Finding("releases", row, "sha256", "this is the hash of nothing", _RESTORE)
    changes = context.rows("changes")
    for column, known in (("version", set(versions)), ("table", set(TABLES))):
        for row in rows_of(~changes[column].isin(*known) & changes[column].filled):
            yield Finding("changes", row, column, f"no release of this {column}", _RESTORE)


_RESTORE = "restore releases.csv and changes.csv; nobody edits them by hand"


def _count_changes(context: Context) -> dict[tuple[str, str], int]:
    """By version and table the rows added less those removed."""
    changes = context.rows("changes")
    version, table, said = (changes[column] for column in ("version", "table", "new_value"))
    # What a change adds is a number of rows where it tells one, else one row; a missing cell is
    # at -1, so that it takes the last.
    numbers = [int(text) if text.isdigit() else 1 for text in [*said.values.to_pylist(), ""]]
    added, removed = (changes["action"].isin(action) for action in ("added", "removed"))
    change = added * np.array(numbers)[said.places] - removed.astype(np.int64)
    known = version.filled & table.filled
    of_both = version.places * len(table.values) + table.places
    sums = np.bincount(of_both[known], change[known], len(version.values) * len(table.values))
    both = product(version.values.to_pylist(), table.values.to_pylist())
    return {key: int(total) for key, total in zip(both, sums, strict=True)}
