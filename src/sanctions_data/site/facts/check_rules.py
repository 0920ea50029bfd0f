"""The rules that a page checks pasted rows by, read off the definition and the rules themselves.

A page has no pandas: it is told, for each column, what a cell must be, and the expressions of
some rules beyond cells. ``validate`` alone knows all rules; the page names those it leaves out.
"""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from sanctions_data.schema import MEASURE_TABLES, TABLES, Column, Table
from sanctions_data.schema.descriptor import descriptor
from sanctions_data.site.compact_json import Places
from sanctions_data.site.reference_facts import text_rows
from sanctions_data.site.site_tables import SiteTables, text_of
from sanctions_data.validation.engine.cell_messages import describe_issue
from sanctions_data.validation.rules import characters, date, placeholder_cells, text_columns

# Tables that programs write: nobody pastes a row of them.
_BY_MACHINE = ("listings", "matches", "sightings", "listing_links")
# What a page looks up in files of its own, one for each hash, as there are too many.
_LARGE = ("entities", "listings")
# Rules of cells, and how the page knows that a column has one.
_OF_CELLS = ("required", "unique_key", "foreign_key", "cell_enum", "cell_date", "cell_boolean",
             "cell_integer", "cell_length", "cell_pattern")  # fmt: skip
# What the page itself checks beyond cells.
_OF_ROWS = ("header", "row-width", "csv", "delimiter", "blank-around", "one-line",
            "invisible-character", "no-formula", "no-placeholder", "dates-in-order",
            "precision-fits-date", "type-in-its-table", "derived-names-rule",
            "travel-ban-on-person")  # fmt: skip


def check_rules(tables: SiteTables) -> dict[str, Any]:
    """Tables with their columns, the ids that cells may refer to, and expressions of rules."""
    texts = Places()
    written = [
        each
        for each in TABLES.values()
        if each.name not in _BY_MACHINE and (each.group != "history" or each.name == "corrections")
    ]
    referred = {each.reference for table in written for each in table.columns if each.reference}
    kinds = tables.edition.load("measure_types")
    return {
        "repository": str(descriptor(tables.edition.base)["homepage"]),
        "claimed": [*(each.replace("_", "-") for each in _OF_CELLS), *_OF_ROWS],
        "tables": {table.name: _table(table, texts) for table in written},
        "texts": texts.things,
        "ids": {
            name: text_of(_keys(tables, name)).tolist() for name in sorted(referred - {*_LARGE})
        },
        "homes": dict(zip(kinds["measure_type"], text_of(kinds["table"]), strict=True)),
        "programme_rules": _programme_rules(tables),
        "measure_tables": list(MEASURE_TABLES),
        "dated": [*date.DATED_TABLES, *MEASURE_TABLES],
        "ordered": date.ORDERED,
        "precisions": date.PRECISIONS,
        "printed": text_columns.PRINTED,
        "names": placeholder_cells.NAMES,
        "may_be_numbers": placeholder_cells.MAY_BE_NUMBERS,
        "countries": placeholder_cells.COUNTRIES,
        "expressions": {
            "never": f"^(?:{text_columns.NEVER_A_VALUE})$",
            "seldom": f"^(?:{text_columns.SELDOM_A_VALUE})$",
            "formula": placeholder_cells.FORMULA,
            "phone": f"^(?:{placeholder_cells.PHONE.pattern})$",
            "name": f"^(?:{placeholder_cells.A_NAME.pattern})$",
            "line_break": _for_browsers(characters.LINE_BREAKS),
            "odd_space": characters.ODD_SPACE.pattern,
            "invisible": characters.INVISIBLE.pattern,
            "marks": characters.MARKS.pattern,
        },
    }


def _programme_rules(tables: SiteTables) -> dict[str, list[str]]:
    """Whose list each rule is about, on which kind of party, and which measure it brings."""
    rules = tables.edition.load("programme_measures")
    authority = tables.edition.load("lists").set_index("list_id")["authority_id"]
    rules = rules.assign(authority=rules["list_id"].map(authority))
    rows = text_rows(rules[["rule_id", "authority", "party_kind", "measure_type"]])
    return {rule_id: cells for rule_id, *cells in rows}


def _keys(tables: SiteTables, name: str) -> pd.Series[str]:
    return tables.edition.load(name)[TABLES[name].key[0]]


def _table(table: Table, texts: Places) -> dict[str, Any]:
    free = {column for name, column in text_columns.list_text_columns() if name == table.name}
    return {
        "key": list(table.key),
        "columns": [
            {
                "name": column.name,
                "type": column.logical,
                **({"required": 1} if column.required else {}),
                **({"unique": 1} if column.unique else {}),
                **({"free": 1} if column.name in free else {}),
                **({"pattern": f"^(?:{column.pattern})$"} if column.pattern else {}),
                **({"reference": column.reference} if column.reference else {}),
                **({"codes": list(column.vocabulary)} if column.vocabulary else {}),
                **({"longest": column.max_length} if column.max_length else {}),
                "says": _words(column, table, texts),
            }
            for column in table.columns
        ],
    }


def _words(column: Column, table: Table, texts: Places) -> dict[str, list[int]]:
    """Problem and hint of each rule that the column can break, as places in the texts."""
    can = {
        "required": column.required,
        "unique_key": column.unique or column.name == table.key[-1],
        "foreign_key": column.reference,
        "cell_enum": column.vocabulary,
        "cell_date": column.logical == "date",
        "cell_boolean": column.logical == "boolean",
        "cell_integer": column.logical == "integer",
        "cell_length": column.max_length,
        "cell_pattern": column.pattern,
    }
    return {
        rule.replace("_", "-"): [texts.of(each) for each in describe_issue(column, rule, table)]
        for rule in _OF_CELLS
        if can[rule]
    }


def _for_browsers(expression: str) -> str:
    r"""An expression of RE2 as browsers write it.

    Example:
        >>> _for_browsers(r"[\x{0b}\n]")
        '[\\u{0b}\\n]'
    """
    return re.sub(r"\\x\{([0-9a-f]+)\}", r"\\u{\1}", expression)
