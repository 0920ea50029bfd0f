"""Corrected cells of imported rows: taken off before an import, put back after it."""

from __future__ import annotations

from sanctions_data.schema import TABLES
from sanctions_data.tables.store import Row, Store


def take_off(store: Store) -> None:
    """Give every corrected cell the value that its list printed, so that imports compare alike."""
    for correction in store.rows("corrections"):
        row = _row_of(store, correction)
        if row is not None and row[correction["column"]] == correction["corrected_value"]:
            row[correction["column"]] = correction["imported_value"]


def put_on(store: Store) -> list[str]:
    """Apply every correction.

    Returns:
        One line for each correction that needs a look: the list has caught up with it,
        says a third thing, or no longer has the row.
    """
    findings = []
    for correction in store.rows("corrections"):
        row, column = _row_of(store, correction), correction["column"]
        where = f"{correction['table']}: {correction['row_key']}: {column}"
        if row is None:
            findings.append(f"{where}: no such row; drop the correction or fix its row_key")
            continue
        printed, corrected = row[column], correction["corrected_value"]
        if printed == corrected:
            findings.append(f"{where}: the list now says {corrected!r} too; drop the correction")
        elif printed != correction["imported_value"]:
            findings.append(
                f"{where}: the list now says {printed!r}, it said "
                f"{correction['imported_value']!r} when corrected to {corrected!r}; look again"
            )
        row[column] = corrected
    return findings


def _row_of(store: Store, correction: Row) -> Row | None:
    table = TABLES.get(correction["table"])
    return store.get(table.name, correction["row_key"]) if table else None
