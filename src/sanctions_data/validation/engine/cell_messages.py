"""What is wrong with a cell, in words, and what to write instead."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from sanctions_data.schema import Column, Table
from sanctions_data.validation.engine.foreign_dates import describe_foreign_date

_SHOWN_CODES = 12
_MINIMUM_SIMILARITY = 80


def describe_issue(column: Column, rule: str, table: Table, value: str = "") -> tuple[str, str]:
    """Problem and hint of a broken cell rule, by the rule's name in pandera.

    Args:
        column: the column of the cell.
        rule: name of the rule.
        table: the table of the column.
        value: the cell as found; a date in a foreign form gets a better hint for it.
    """
    match rule:
        case "required":
            # The example is of another row: as a hint it would be copied.
            return "the cell must not be empty", f"find out and write the {column.title.lower()}"
        case "unique_key":
            key = ", ".join(table.key)
            return f"another row has the same {key}", "remove one of the rows, or fix the key"
        case "foreign_key":
            return (
                f"{column.reference} has no such row",
                f"write an id that {column.reference}.csv has, or add the row there first",
            )
        case "cell_enum":
            codes = list(column.vocabulary or ())
            shown = ", ".join(codes[:_SHOWN_CODES])
            near = find_nearest(value, codes)
            meant = f"did you mean {near}? If not, " if near else ""
            return "not a code of this column", f"{meant}write one of {shown}"
        case "cell_date":
            if told := describe_foreign_date(value):
                return told[1:]
            return "not a day of the calendar", "write YYYY-MM-DD, such as 2024-10-14"
        case "cell_boolean":
            return "neither true nor false", "write true or false, or leave it empty"
        case "cell_integer":
            return "not a whole number", "write digits only, such as 6337"
        case "cell_length":
            return (
                f"longer than {column.max_length} characters",
                "shorten it; publishers' prose does not belong in the data",
            )
        case "cell_pattern":
            strange = find_strange(value, str(column.pattern))
            return f"not of the form of this column{strange}", f"write it like {column.example}"
    return f"breaks {rule}", column.description


def suggest_nearest(value: str, known: Sequence[str], hint: str) -> str:
    """The hint for an unknown id, with the known one it is most like, if any is like it."""
    near = find_nearest(value, known)
    return f"did you mean {near}? If not, {hint}" if near else hint


def find_nearest(value: str, known: Sequence[str]) -> str:
    """The known code that differs in a few letters only; empty for none.

    Example:
        >>> find_nearest("In_Force", ["in_force", "ended"]), find_nearest("active", ["suspended"])
        ('in_force', '')
    """
    from rapidfuzz import fuzz, process

    found = process.extractOne(
        value, known, scorer=fuzz.ratio, processor=str.casefold, score_cutoff=_MINIMUM_SIMILARITY
    )
    return str(found[0]) if found else ""


def find_strange(value: str, pattern: str) -> str:
    """The first sign of a value that its pattern has no place for, in words; empty for none.

    Example:
        >>> find_strange("iran air", "^[a-z0-9]+(?:-[a-z0-9]+)*$")
        ': it holds a space (U+0020)'
    """
    small = "A-Z" not in pattern and "\\S" not in pattern
    for letter in value:
        is_plain = letter.isascii() and (letter.isalnum() or letter in "-._:/")
        if not is_plain or (small and letter.isupper()):
            name = unicodedata.name(letter, "a control character").lower()
            shown = f" {letter}" if letter.isprintable() and letter != " " else f" a {name}"
            return f": it holds{shown.replace(' a a ', ' a ')} (U+{ord(letter):04X})"
    return ""
