"""Rules against entering something a second time under another id."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from sanctions_data.validation.engine.columns import CodedRows, rows_of
from sanctions_data.validation.engine.context import Context, Finding, rule
from sanctions_data.validation.engine.definition import TABLES
from sanctions_data.validation.issues import Severity
from sanctions_data.validation.rules.contributed import are_ours

_ADDRESS = re.compile(r"^https?://(?:www\.)?|#.*$|/$|(?<=[?&])utm_[^&]*", re.IGNORECASE)


def fold_words(text: str) -> str:
    """Words as they are compared: without capitals, accents and marks.

    Example:
        >>> fold_words("  The Placeholder (Sanctions) Régulations 2026")
        'the placeholder sanctions regulations 2026'
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", plain))


def fold_address(address: str) -> str:
    """An address without what changes nothing: www, a slash at the end, a place in the page."""
    return _ADDRESS.sub("", address)


# Table, the columns that together tell the same thing, how each is folded, and how sure it is.
# Several acts or data sets of one publisher may stand at one address with titles of their own.
_SAME: tuple[tuple[str, tuple[str, ...], Severity], ...] = (
    ("sources", ("url", "title", "published_on"), Severity.error),
    ("sources", ("title", "publisher", "published_on"), Severity.error),
    ("sources", ("url", "published_on"), Severity.warning),
    ("sources", ("url",), Severity.warning),
    ("instruments", ("url",), Severity.error),
    ("instruments", ("authority_id", "number"), Severity.error),
    ("instruments", ("authority_id", "kind", "title", "adopted_on"), Severity.warning),
    ("events", ("title",), Severity.error),
    ("events", ("summary",), Severity.error),
    ("claims", ("proposition",), Severity.error),
    ("statements", ("claim_id", "speaker", "stated_on", "stance"), Severity.warning),
    ("statements", ("claim_id", "speaker", "summary"), Severity.error),
    ("authorities", ("name",), Severity.error),
    ("authorities", ("url",), Severity.warning),
)


@rule(
    "one-id-a-thing",
    "An act, a source, an event, a claim and a statement stand under one id.",
    "What stands under two is cited half here and half there, and counted twice.",
)
def one_id_a_thing(context: Context) -> Iterator[Finding]:
    """Compare numbers, titles, addresses and words, without capitals and marks."""
    told: set[tuple[str, int]] = set()
    for table, columns, severity in _SAME:
        rows = context.rows(table)
        first: dict[tuple[str, ...], int] = {}
        wanted = are_ours(context, table).copy() if len(rows) else are_ours(context, table)
        for column in columns:
            wanted &= rows[column].filled
        if (table, columns) == ("sources", ("url",)):
            wanted &= ~rows["kind"].isin("dataset")  # Those of many days have one address.
        ids = rows[TABLES[table].key[0]]
        # In order of their ids, so that it is the same one that is told, however rows stand.
        for row in sorted(rows_of(wanted), key=ids.text):
            same = tuple(_fold(column)(rows[column].text(row)) for column in columns)
            before = first.setdefault(same, row)
            if before == row or (table, row) in told or not all(same):
                continue
            told.add((table, row))
            yield _tell(rows, table, columns, row, before, severity)


def _fold(column: str) -> Callable[[str], str]:
    return fold_address if column == "url" else fold_words


def _tell(
    rows: CodedRows, table: str, columns: tuple[str, ...], row: int, before: int, severity: Severity
) -> Finding:
    other = rows[TABLES[table].key[0]].text(before)
    problem = f"{other} has the same {' and '.join(columns)}"
    hint = f"use {other}; if this is another, let {columns[-1]} say what differs"
    place = next((c for c in columns if c not in _SHARED), columns[0])
    return Finding(table, row, place, problem, hint, severity)


_SHARED = ("authority_id", "kind", "claim_id", "speaker", "stated_on")


@rule(
    "imported-once",
    "A measure that a list states is not entered again by hand.",
    "One prohibition would be counted twice, and only one of the two would ever end.",
)
def imported_once(context: Context) -> Iterator[Finding]:
    """Compare party, authority, kind and act of a contributor's row with those of printed rows."""
    for table, rows in context.measures():
        ours = are_ours(context, table)
        parties = rows["entity_id"]
        mine = set(parties.texts(ours))
        if not mine:
            continue
        printed: dict[tuple[str, ...], list[int]] = {}
        listed = context.look_up(rows["listing_id"], "listings", "entity_id").equals(parties)
        for row in rows_of(parties.isin(*mine) & ~ours & listed):
            printed.setdefault(_key(rows, row), []).append(row)
        for row in rows_of(ours):
            for other in printed.get(_key(rows, row), ()):
                if _overlap(rows, row, other) and _rest_on_one_act(rows, row, other):
                    name = rows["measure_id"].text(other)
                    yield Finding(
                        table,
                        row,
                        "entity_id",
                        f"{name} is the same measure, read from a list",
                        "remove this row; a cell of the other that is wrong needs a correction",
                    )
                    break


def _key(rows: CodedRows, row: int) -> tuple[str, ...]:
    columns = ("entity_id", "authority_id", "measure_type", "restriction_kind")
    return tuple(rows[column].text(row) for column in columns if column in rows)


def _overlap(rows: CodedRows, one: int, other: int) -> bool:
    def begins(row: int) -> str:
        return rows["start_date"].text(row)

    def ends(row: int) -> str:
        return rows["end_date"].text(row) or "9999"

    return begins(one) < ends(other) and begins(other) < ends(one)


def _rest_on_one_act(rows: CodedRows, one: int, other: int) -> bool:
    acts = {rows["instrument_id"].text(row) for row in (one, other)}
    return len(acts - {""}) < 2
