"""Rules about ids: alike but for capitals, of another authority, of another entry."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
from pyarrow import compute

from sanctions_data.validation.engine.arrow import integers, marks, strings
from sanctions_data.validation.engine.columns import rows_of
from sanctions_data.validation.engine.context import Context, Finding, rule
from sanctions_data.validation.engine.definition import TABLES
from sanctions_data.validation.issues import Severity
from sanctions_data.validation.rules.contributed import are_ours

_SEPARATORS = str.maketrans("", "", "-._")


@rule(
    "ids-apart",
    "Two ids of a table differ in more than capitals and separators.",
    "Who types one of them gets the other, and a row is about somebody else.",
)
def ids_apart(context: Context) -> Iterator[Finding]:
    """Compare the ids that contributors chose with all of the table; numbers keep their hyphens."""
    for table, definition in TABLES.items():
        column = definition.key[0]
        if len(definition.key) > 1 or definition.column(column).reference:
            continue
        cells = context.rows(table)[column]
        ours = are_ours(context, table) if context.is_read(table) else np.zeros(0, dtype=bool)
        if not ours.any():
            continue
        # Of ids that lists gave only capitals are compared: there 1-11 is not 11-1.
        wanted = strings({text.casefold() for text in cells.texts(ours)})
        alike = marks(compute.is_in(compute.utf8_lower(cells.values), value_set=wanted))
        printed = set(cells.texts(~ours & cells.select_rows(alike)))
        first = {text.casefold(): text for text in printed}
        for row in rows_of(ours):
            text = cells.text(row)
            found = first.get(text.casefold()) or first.setdefault(_fold(text), text)
            if found == text:
                found = first.setdefault(_ZEROS.sub("", text.casefold()), text)
            if found != text:
                hint = f"write {found} if it is the same; otherwise choose another id"
                yield Finding(table, row, column, f"{found} is almost the same id", hint)


def _fold(text: str) -> str:
    return text.casefold().translate(_SEPARATORS)


@rule(
    "id-in-small-letters",
    "An id that a contributor chooses has no capitals.",
    "Who copies it from a page, or types it, does not know which letters are large.",
)
def id_in_small_letters(context: Context) -> Iterator[Finding]:
    """Look at the keys of rows that contributors wrote; behind a list stands what it prints."""
    lists = tuple(f"{each}-" for each in context.rows("lists")["list_id"].values.to_pylist())
    for table, definition in TABLES.items():
        column = definition.key[0]
        if len(definition.key) > 1 or definition.column(column).reference:
            continue
        cells = context.rows(table)[column]
        large = marks(compute.match_substring_regex(cells.values, r"\p{Lu}"))
        if not large.any() or not context.is_read(table):
            continue
        for row in rows_of(are_ours(context, table) & cells.select_rows(large)):
            if not cells.text(row).startswith(lists):
                hint = f"write {cells.text(row).lower()}"
                yield Finding(table, row, column, "an id of ours has no capitals", hint)


@rule(
    "id-of-authority",
    "An id that begins with an authority begins with that of its row.",
    "Readers take the beginning of an id for its authority.",
)
def id_of_authority(context: Context) -> Iterator[Finding]:
    """Compare the beginning of acts, programmes and measures with the codes of authorities."""
    codes = set(context.rows("authorities")["authority_id"].values.to_pylist())
    tables = [("instruments", "instrument_id"), ("programmes", "programme_id")]
    tables += [(table, "measure_id") for table, _ in context.measures()]
    for table, column in tables:
        rows = context.rows(table)
        for row in rows_of(are_ours(context, table) & rows["authority_id"].filled):
            text, authority = rows[column].text(row), rows["authority_id"].text(row)
            parts = text.split("-")
            begins = ("-".join(parts[:length]) for length in (3, 2, 1) if length < len(parts))
            found = next((code for code in begins if code in codes), "")
            if not found or _are_related(found, authority):
                continue
            problem = f"it begins with {found}, but the row is of {authority}"
            yield Finding(table, row, column, problem, f"begin it with {authority}-")


def _are_related(one: str, other: str) -> bool:
    """Whether one is the other, or its state: us and us-ofac, un and un-sc."""
    return one == other or one.startswith(f"{other}-") or other.startswith(f"{one}-")


@rule(
    "listing-id-of-entry",
    "The id of a listing is its list and the reference of its entry.",
    "A reference that lost its zeros finds no entry of the list.",
)
def listing_id_of_entry(context: Context) -> Iterator[Finding]:
    """Put list and reference together; a number behind, or another number, may be there.

    An entry that came back has the first, and one that a list numbered anew the second.
    """
    rows = context.rows("listings")
    ids, lists, entries = (rows[c] for c in ("listing_id", "list_id", "entry_ref"))
    filled = np.flatnonzero(ids.filled & lists.filled & entries.filled)
    texts, of, printed = (c.values.take(integers(c.places[filled])) for c in (ids, lists, entries))
    # Nearly all are so, which is told at once.
    plain = marks(
        compute.equal(compute.binary_join_element_wise(of, printed, strings(["-"])[0]), texts)
    )
    for place in np.flatnonzero(~plain).tolist():
        text, list_id, entry = (each[place].as_py() for each in (texts, of, printed))
        rest = text.removeprefix(f"{list_id}-")
        if rest == text or _is_of(rest, entry):
            continue
        lost = _ZEROS.sub("", rest) == _ZEROS.sub("", entry)
        if lost or _shape(rest) != _shape(entry):
            severity = Severity.error if lost else Severity.warning
            hint = "write the reference as the list prints it, with its zeros"
            row = int(filled[place])
            yield Finding("listings", row, "entry_ref", f"the id says {rest}", hint, severity)


# A list that numbers its entries anew moves the reference of one, and not its form.
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")


def _shape(reference: str) -> str:
    return re.sub(r"\d+", "9", reference)


def _is_of(rest: str, entry: str) -> bool:
    return rest == entry or _fold(rest).startswith(_fold("".join(filter(_plain, entry))))


def _plain(letter: str) -> bool:
    return letter.isascii() and (letter.isalnum() or letter in "-._")
