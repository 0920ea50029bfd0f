"""Rules about words: the letters of names, what a name is, what a cell was before a program."""

from __future__ import annotations

from sanctions_data.validation.rules.words import (
    name_forms,
    private_matters,
    program_traces,
    strange_letters,
)

__all__ = ["name_forms", "private_matters", "program_traces", "strange_letters"]
