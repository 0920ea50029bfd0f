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
    measure,
    number,
    overlap,
    placeholder_cells,
    table,
)
from sanctions_data.validation.rules.parties import near_duplicate, new_party

CELL_RULES = (
    "blank-around",
    "one-line",
    "invisible-character",
    "no-formula",
    "no-placeholder",
    "one-script",
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
    "measure",
    "near_duplicate",
    "new_party",
    "number",
    "overlap",
    "placeholder_cells",
    "table",
]
