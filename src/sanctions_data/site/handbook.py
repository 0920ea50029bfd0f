"""The dictionary of tables, columns and codes, and the rules that rows keep, for the pages."""

from __future__ import annotations

from typing import Any

from sanctions_data.schema import TABLES
from sanctions_data.validation.rules.rule_texts import rule_texts


def dictionary_facts() -> list[dict[str, Any]]:
    """Every table with its columns.

    Example:
        >>> next(each for each in dictionary_facts() if each["name"] == "listings")["key"]
        ['listing_id']
    """
    return [
        {
            "name": table.name,
            "group": table.group,
            "description": table.description,
            "key": list(table.key),
            "columns": [
                {
                    "name": column.name,
                    "type": column.logical,
                    "required": column.required,
                    "description": column.description,
                    "example": column.example,
                    "reference": column.reference or "",
                    "codes": column.vocabulary or {},
                }
                for column in table.columns
            ],
        }
        for table in TABLES.values()
    ]


def rule_facts() -> list[dict[str, Any]]:
    """Every rule in words, with a bad example and a good one."""
    return [
        {
            "rule_id": text.rule_id,
            "severity": text.severity.value,
            "demands": text.demands,
            "reason": text.reason,
            "fix": text.fix,
            "table": text.table,
            "bad": text.bad,
            "good": text.good,
            "bad_file": text.bad_file,
            "good_file": text.good_file,
        }
        for text in rule_texts().values()
    ]
