"""The rules across rows and tables, by subject, and what people wrote about each rule.

Importing the folder registers every rule; a new module of rules is one more name here.
"""

from __future__ import annotations

from sanctions_data.validation.engine.context import RULES
from sanctions_data.validation.rules import (
    act,
    agreement,
    date,
    measure,
    number,
    party,
    table,
    text,
)

__all__ = ["RULES", "act", "agreement", "date", "measure", "number", "party", "table", "text"]
