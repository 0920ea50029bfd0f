"""Rules about what stands in a cell of free text instead of text: formulas and placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sanctions_data.validation.engine.context import Context, Finding, rule
from sanctions_data.validation.rules.text_columns import (
    NEVER_A_VALUE,
    PLACEHOLDERS,
    SELDOM_A_VALUE,
    find_cells,
)
from sanctions_data.validation.rules.words.our_words import find_prose

_PLACEHOLDER = re.compile(NEVER_A_VALUE, re.IGNORECASE)
# Codes and names of people that a list may print.
_PLACEHOLDER_HERE = re.compile(SELDOM_A_VALUE, re.IGNORECASE)
# Parties are really called Null, Test, No, Void, Na, X; none is called so in small letters.
NAMES = (("entities", "name"), ("entity_names", "name"), ("statements", "speaker"))
A_NAME = re.compile(r"Null|None|[A-Z]\w*")
_REMINDER = re.compile(r"\b(?:TODO|FIXME|TBC|TBD|XXX+)\b")
FORMULA = r"^[=+\-@\t＝＋－＠]"
PHONE = re.compile(r"[+-][\d\s().,;/-]+")


@rule(
    "no-formula",
    "A cell does not begin like a formula of a spreadsheet.",
    "A spreadsheet that opens the file would run it.",
)
def no_formula(context: Context) -> Iterator[Finding]:
    """``=``, ``+``, ``-``, ``@`` or a tab first; a telephone number may begin with ``+``."""
    for table, row, column, value in find_cells(
        context, FORMULA, lambda value: not _PLACEHOLDER.fullmatch(value)
    ):
        if table == "entity_identifiers" and PHONE.fullmatch(value):
            continue
        yield Finding(
            table,
            row,
            column,
            f"a spreadsheet takes a cell that begins with {value[0]!r} for a formula",
            "begin the cell with a letter or a digit",
        )


@rule(
    "no-placeholder",
    "A cell without a value is empty.",
    "A program takes a word such as 'unknown' for the value.",
)
def no_placeholder(context: Context) -> Iterator[Finding]:
    """Words that people write for want of a value."""
    for table, row, column, value in find_cells(
        context,
        PLACEHOLDERS,
        lambda value: bool(_PLACEHOLDER.fullmatch(value)),
        lambda value: bool(_PLACEHOLDER_HERE.fullmatch(value)),
    ):
        if column in MAY_BE_NUMBERS and value.isdigit():
            continue
        if (table, column) in NAMES and _is_name(value):
            continue
        if table == "entity_attributes" and context.rows(table)["attribute"].text(row) in COUNTRIES:
            continue
        yield Finding(
            table,
            row,
            column,
            "the cell holds a placeholder instead of a value",
            "leave the cell empty; a cell that must not be empty needs the fact",
        )

    for table, row, column, what in find_prose(context, _find_reminder):
        hint = "do it, and remove the word"
        yield Finding(table, row, column, f"{what} says that the cell is not finished", hint)


def _find_reminder(value: str) -> str:
    found = _REMINDER.search(value)
    return found[0] if found and not _PLACEHOLDER.fullmatch(value) else ""


def _is_name(value: str) -> bool:
    if _PLACEHOLDER.fullmatch(value):
        return value == "Null"
    return bool(A_NAME.fullmatch(value)) or value.isdigit()


MAY_BE_NUMBERS = ("value", "number", "entry_ref", "article", "term", "imported_value",
                   "corrected_value")  # fmt: skip
COUNTRIES = ("country", "nationality", "birth_country", "flag", "previous_flag")
