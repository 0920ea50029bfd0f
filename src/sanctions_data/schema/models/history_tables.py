"""Tables about the data itself: versions, what changed between them, and corrections."""

from __future__ import annotations

from pandera.typing import Series

from sanctions_data.schema import fields as f
from sanctions_data.schema import vocabularies as v
from sanctions_data.schema.models.table_model import TableModel

_TABLE = ("Table", "Name of the table.", "asset_freezes")
_TABLE_PATTERN = r"^[a-z]+(?:_[a-z]+)*$"


class Releases(TableModel):
    """One table of one released version."""

    version: Series[str] = f.text(
        "Version", "Calendar version.", "2026.8.0", required=True, pattern=f.VERSION
    )
    table: Series[str] = f.text(*_TABLE, required=True, pattern=_TABLE_PATTERN)
    released_on: Series[str] = f.date(
        "Released", "Day of the release.", "2026-08-22", required=True
    )
    schema_version: Series[str] = f.text(
        "Schema version",
        "Semantic version of the columns.",
        "1.0.0",
        required=True,
        pattern=r"^\d+\.\d+\.\d+$",
    )
    rows: Series[str] = f.integer("Rows", "Number of rows.", "6337", required=True)
    sha256: Series[str] = f.text(
        "SHA-256", "Hash of the table's canonical bytes.", "0" * 64, required=True, pattern=f.SHA256
    )

    class Config:
        """Table-wide settings."""

        title = "Releases"
        description = "One table of one released version, with the hash of its canonical bytes."
        unique = ["version", "table"]


class Changes(TableModel):
    """What one version changed in one row."""

    version: Series[str] = f.text(
        "Version",
        "The version that brought the change.",
        "2026.8.0",
        required=True,
        pattern=f.VERSION,
    )
    table: Series[str] = f.text(*_TABLE, required=True, pattern=_TABLE_PATTERN)
    row_key: Series[str] = f.text(
        "Row key",
        "Values of the key columns as a JSON array.",
        '["gb-fcdo-IRN0240-asset-freeze"]',
        required=True,
        max_length=2000,
    )
    column: Series[str] = f.text(
        "Column",
        "The column; `*` for whole rows that were added or removed.",
        "end_date",
        required=True,
        pattern=r"^(?:\*|[a-z0-9]+(?:_[a-z0-9]+)*)$",
    )
    action: Series[str] = f.category(
        v.CHANGE_ACTION, "Action", "What happened.", "changed", required=True
    )
    old_value: Series[str] = f.text(
        "Old value",
        "The cell before; of a removed row, its line in the CSV.",
        "2026-02-23",
        max_length=20_000,
    )
    new_value: Series[str] = f.text(
        "New value",
        "The cell after; of added rows, how many stand together, this one being the first.",
        "2026-08-22",
        max_length=5000,
    )

    class Config:
        """Table-wide settings."""

        title = "Changes"
        description = "What a version changed: a cell, a run of rows added, or a row removed."
        unique = ["version", "table", "row_key", "column"]


class Corrections(TableModel):
    """A cell of an imported row that contributors corrected."""

    table: Series[str] = f.text(*_TABLE, required=True, pattern=_TABLE_PATTERN)
    row_key: Series[str] = f.text(
        "Row key",
        "Value of the key column of the row.",
        "us-ofac-sdn-25237-asset-freeze-iran",
        required=True,
    )
    column: Series[str] = f.text(
        "Column", "The column to correct.", "start_date", required=True, pattern=_TABLE_PATTERN
    )
    imported_value: Series[str] = f.text(
        "Imported value",
        "What the list said when the correction was made; when the list says "
        "something else, the correction is due for review.",
        "2024-09-10",
    )
    corrected_value: Series[str] = f.text(
        "Corrected value", "What the cell says instead.", "2018-11-05"
    )
    corrected_on: Series[str] = f.date(
        "Corrected", "Day of the correction.", "2026-11-23", required=True
    )
    evidence: Series[str] = f.category(
        v.EVIDENCE, "Evidence", "How it is known.", "secondary", required=True
    )
    source_id: Series[str] = f.reference(
        "sources", "Source", "Who says so.", "bakermckenzie-2024-09", required=True
    )
    note: Series[str] = f.text(
        "Note",
        "Why, in our own words.",
        "The list gives the day of the last amendment, not of the designation.",
    )

    class Config:
        """Table-wide settings."""

        title = "Corrections"
        description = "A cell of an imported row that contributors corrected, with its source."
        unique = ["table", "row_key", "column"]
