"""The rules across rows and tables, by subject, and what people wrote about each rule.

Importing the folder registers every rule; a new module of rules is one more name here.
"""

from __future__ import annotations

from sanctions_data.validation.engine.context import RULES
from sanctions_data.validation.rules import (
    act,
    agreement,
    characters,
    citation,
    date,
    days,
    keys,
    measure,
    number,
    overlap,
    placeholder_cells,
    release_rows,
    table,
    values,
    words,
)
from sanctions_data.validation.rules.parties import near_duplicate, new_party

CELL_RULES = (
    "blank-around",
    "one-line",
    "invisible-character",
    "no-formula",
    "no-placeholder",
    "one-script",
    "plain-letters",
    "script-fits-name",
    "markup-trace",
    "spreadsheet-trace",
    "web-address",
    "identifier-form",
    "no-private-matters",
)
"""The rules that need no row but the one at hand."""

__all__ = [
    "CELL_RULES",
    "RULES",
    "act",
    "agreement",
    "characters",
    "citation",
    "date",
    "days",
    "keys",
    "measure",
    "near_duplicate",
    "new_party",
    "number",
    "overlap",
    "placeholder_cells",
    "release_rows",
    "table",
    "values",
    "words",
]
