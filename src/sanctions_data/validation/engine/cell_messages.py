"""What is wrong with a cell, in words, and what to write instead."""

from __future__ import annotations

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
            return "the cell must not be empty", f"write {column.title.lower()}: {column.example}"
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
            return "not a code of this column", f"write one of {shown}"
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
            return "not of the form of this column", f"write it like {column.example}"
    return f"breaks {rule}", column.description


def suggest_nearest(value: str, known: Sequence[str], hint: str) -> str:
    """The hint for an unknown id, with the known one it is most like, if any is like it."""
    from rapidfuzz import process

    best = process.extractOne(value, known, score_cutoff=_MINIMUM_SIMILARITY)
    return f"did you mean {best[0]}? If not, {hint}" if best else hint
