"""Rules about what stands in a cell of free text, whatever it is about.

They look at the distinct values of a column, and first with one expression for all rules:
nearly all values are words of plain letters, which no rule here forbids.

Cells that a list printed are held to less than those that a contributor wrote: an official
name may mix scripts, and we do not fix it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute

from sanctions_data.validation.engine.arrow import Mask, integers
from sanctions_data.validation.engine.columns import Cells, Rows, rows_of
from sanctions_data.validation.engine.context import Context, Finding, rule
from sanctions_data.validation.engine.definition import TABLES

_PRINTED = {
    "entity_names": ("name",),
    "entity_identifiers": ("value",),
    "entity_attributes": ("value",),
    "entities": ("name",),
    "listings": ("name", "entry_ref", "matched_by"),
    "source_terms": ("field", "term"),
    "other_measures": ("printed_term",),
}
_PLACEHOLDER = re.compile(
    r"n/a|n\.a\.?|#n/a|not (?:known|available|applicable)|unknown|none|null|nan|tb[acd]|todo|xxx+"
    r"|[-–—?.*_]+",
    re.IGNORECASE,
)
# Codes and names of people that a list may print.
_PLACEHOLDER_HERE = re.compile(r"na|nil|no|void|empty|test|[xX]", re.IGNORECASE)
_PHONE = re.compile(r"[+-][\d\s().,;/-]+")
# Soft hyphen, zero width space, word joiner, byte order mark: of no use in any script.
_NEVER = "\u00ad\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff"
_INVISIBLE = re.compile(f"[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f{_NEVER}\ufffd\ue000-\uf8ff]")
# Joiners, and what turns the direction of a text.
_MARKS = re.compile("[\u061c\u200c-\u200f\u202a-\u202e\u2066-\u2069]")
_WORD = re.compile(r"[^\W\d_]+")


# What every bad cell matches: a sign that is no plain letter, an extra space, the beginning
# of a formula, or a placeholder.
_PLACEHOLDERS = (
    r"^(?i:n/a|n\.a\.?|#n/a|not [a-z]+|unknown|none|null|nan?|tb[acd]|todo|x+|nil|no|void|empty"
    r"|test|[-–—?.*_]+)$"
)
_UNUSUAL = rf"[^ -~]|^[ =+\-@]| $|  |{_PLACEHOLDERS}"


def _columns() -> list[tuple[str, str]]:
    """The columns of free text: those whose definition does not already say what they hold."""
    return [
        (table.name, column.name)
        for table in TABLES.values()
        if table.group != "history"  # It repeats what other tables said.
        for column in table.columns
        if column.logical == "string"
        and not (column.pattern or column.vocabulary or column.reference)
    ]


def _found(
    context: Context,
    screen: str,
    is_bad: Callable[[str], bool],
    is_bad_here: Callable[[str], bool] | None = None,
) -> Iterator[tuple[str, int, str, str]]:
    """Table, row, column and cell of every bad cell.

    Args:
        context: the tables.
        screen: an RE2 expression that every bad cell matches, and few others do.
        is_bad: whether a cell is bad, whoever wrote it.
        is_bad_here: whether it is bad if a contributor wrote it; the same if left out.
    """
    for table, column in _columns():
        if not context.is_read(table):
            continue
        rows = context.rows(table)
        cells, unusual = rows[column], _unusual(context, table, column)
        screened = pyarrow.compute.match_substring_regex(cells.values.take(unusual), screen)
        suspects: list[int] = unusual.filter(screened).to_pylist()
        if not suspects:
            continue
        printed = _printed(rows, table, column)
        ours = Cells(cells.values, cells.places[~printed]).used
        for place in suspects:
            value = cells.values[place].as_py()
            always = is_bad(value)
            if always or (is_bad_here and ours[place] and is_bad_here(value)):
                here = cells.places == place
                for row in rows_of(here if always else here & ~printed):
                    yield table, row, column, value


def _unusual(context: Context, table: str, column: str) -> pa.Array:
    """The places of the values that may break a rule of this module."""
    cells = context.rows(table)[column]
    return context.once(
        ("unusual", table, column), lambda: integers(np.flatnonzero(cells.matches(_UNUSUAL)))
    )


def _printed(rows: Rows, table: str, column: str) -> Mask:
    """Which rows hold in this column what a list printed."""
    if column not in _PRINTED.get(table, ()):
        return np.zeros(len(rows), dtype=bool)
    if "list_id" not in rows:
        return np.ones(len(rows), dtype=bool)
    return ~rows["list_id"].isin("curated")


@rule(
    "blank-around",
    "A cell neither begins nor ends with a space, and has no two spaces in a row.",
    "A space that cannot be seen makes two cells differ that look the same.",
)
def blank_around(context: Context) -> Iterator[Finding]:
    """Any white space counts as a space."""
    screen = r"^[\s\x{a0}\x{2000}-\x{200a}\x{3000}]|[\s\x{a0}\x{2000}-\x{200a}\x{3000}]$|  "
    for table, row, column, value in _found(context, screen, lambda _: True):
        where = "between its words" if value == value.strip() else "at its beginning or end"
        yield Finding(table, row, column, f"the cell has an extra space {where}", "remove it")


@rule(
    "one-line",
    "A cell is one line, without tabs.",
    "Many programs read a CSV line by line, and a diff shows lines.",
)
def one_line(context: Context) -> Iterator[Finding]:
    """Look for line breaks of any sort, and tabs."""
    for table, row, column, _ in _found(
        context, r"[\n\r\t\x{0b}\x{0c}\x{85}\x{2028}\x{2029}]", lambda _: True
    ):
        yield Finding(
            table, row, column, "the cell holds a line break or a tab", "write a space instead"
        )


@rule(
    "invisible-character",
    "A cell holds no character that cannot be seen.",
    "Such characters hide text from a reader and make equal names differ.",
)
def invisible_character(context: Context) -> Iterator[Finding]:
    """Joiners within Arabic or Indic script, and marks that a list printed, may stay."""
    for table, row, column, value in _found(
        context,
        r"[\p{Cc}\p{Cf}\p{Co}\x{fffd}]",
        lambda value: bool(_INVISIBLE.search(value)),
        lambda value: bool(_MARKS.search(value)) and not _needs_joiners(value),
    ):
        hidden = next(
            (c for c in value if _INVISIBLE.match(c)), next(filter(_MARKS.match, value), "")
        )
        name = unicodedata.name(hidden, "a control or private character").lower()
        yield Finding(
            table,
            row,
            column,
            f"the cell holds U+{ord(hidden):04X} ({name})",
            "remove it; type the cell again if you cannot see it",
        )


def _needs_joiners(value: str) -> bool:
    """Whether the only marks are joiners, which Arabic and Indic scripts need."""
    others = set(_MARKS.findall(value)) - {"\u200c", "\u200d"}
    return not others and any("\u0600" <= letter <= "\u0dff" for letter in value)


@rule(
    "no-formula",
    "A cell does not begin like a formula of a spreadsheet.",
    "A spreadsheet that opens the file would run it.",
)
def no_formula(context: Context) -> Iterator[Finding]:
    """``=``, ``+``, ``-``, ``@`` or a tab first; a telephone number may begin with ``+``."""
    for table, row, column, value in _found(
        context, r"^[=+\-@\t]", lambda value: not _PLACEHOLDER.fullmatch(value)
    ):
        if table == "entity_identifiers" and _PHONE.fullmatch(value):
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
    for table, row, column, _ in _found(
        context,
        _PLACEHOLDERS,
        lambda value: bool(_PLACEHOLDER.fullmatch(value)),
        lambda value: bool(_PLACEHOLDER_HERE.fullmatch(value)),
    ):
        if (
            table == "entity_attributes"
            and context.rows(table)["attribute"].text(row) in _COUNTRIES
        ):
            continue
        yield Finding(
            table,
            row,
            column,
            "the cell holds a placeholder instead of a value",
            "leave the cell empty; a cell that must not be empty needs the fact",
        )


_COUNTRIES = ("country", "nationality", "birth_country", "flag", "previous_flag")


@rule(
    "one-script",
    "The letters of a word are of one script.",
    "Letters that look alike make a name that no search finds.",
)
def one_script(context: Context) -> Iterator[Finding]:
    """Latin, Cyrillic and Greek have letters that look alike; what a list printed may mix them."""
    for table, row, column, value in _found(
        context, r"[\p{Cyrillic}\p{Greek}]", lambda _: False, lambda value: bool(_mixed(value))
    ):
        yield Finding(
            table,
            row,
            column,
            f"the word {_mixed(value)} mixes letters of different scripts that look alike",
            "type the word again in one script",
        )


def _mixed(text: str) -> str:
    """The first word whose letters are Latin and also Cyrillic or Greek; empty for none."""
    for word in _WORD.findall(text):
        scripts = {unicodedata.name(letter, "").partition(" ")[0] for letter in word}
        if len(scripts & {"LATIN", "CYRILLIC", "GREEK"}) > 1:
            return str(word)
    return ""


OF_A_CELL = (
    "blank-around",
    "one-line",
    "invisible-character",
    "no-formula",
    "no-placeholder",
    "one-script",
)
"""The rules that need no row but the one at hand."""
