"""What a rule says of a few rows: no files, and no other rules."""

from __future__ import annotations

from sanctions_data.validation.engine.columns import CodedRows
from sanctions_data.validation.engine.context import Context
from sanctions_data.validation.engine.definition import TABLES
from sanctions_data.validation.rules import RULES

Cells = dict[str, str]


def context_of(**tables: list[Cells]) -> Context:
    """The tables with these rows; cells that are not named are missing."""
    return Context(
        {
            name: CodedRows.of(
                TABLES[name].header,
                [[row.get(column) for column in TABLES[name].header] for row in rows],
            )
            for name, rows in tables.items()
        }
    )


def told(rule_id: str, **tables: list[Cells]) -> list[tuple[str, int, str]]:
    """Table, row and column of each issue of a rule."""
    found = RULES[rule_id].check(context_of(**tables))
    return [(each.table, each.row, each.column) for each in found]


def hints(rule_id: str, **tables: list[Cells]) -> list[str]:
    """What the issues of a rule advise."""
    return [each.hint for each in RULES[rule_id].check(context_of(**tables))]
