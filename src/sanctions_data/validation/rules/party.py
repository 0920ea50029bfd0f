"""Rules against entering a party, or a measure on it, a second time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute
from rapidfuzz import fuzz

from sanctions_data.names.fold import fold_number
from sanctions_data.validation.engine.arrow import Numbers, integers, marks, strings
from sanctions_data.validation.engine.columns import Cells, are_shared, groups, rows_of
from sanctions_data.validation.engine.context import Context, Finding, rule

_LIKE = 90
_NEIGHBOURS = 4
# Numbers that only one party can have.
_UNIQUE_NUMBERS = (
    "imo_number",
    "mmsi",
    "aircraft_msn",
    "mode_s",
    "lei",
    "swift_bic",
    "un_reference",
)


@rule(
    "party-is-new",
    "A party that no list names is not the same as one that is there already.",
    "Measures on one party must be found together.",
)
def party_is_new(context: Context) -> Iterator[Finding]:
    """Compare names and numbers of curated parties with those of all others.

    Two parties that truly share a name say so: the ``note`` of one names the other, or a
    match decision keeps them apart.
    """
    entities = context.rows("entities")
    ids, names = entities["entity_id"], entities["name"]
    is_free = ids.where(~ids.known(context.rows("listings")["entity_id"].values))
    mine = is_free & ~entities["merged_into"].filled
    by_name = _by_folded_name(context, names.texts(mine))
    known = context.once("parties", lambda: _Parties(context))
    for row in rows_of(mine & names.filled):
        entity_id = ids.text(row)
        same = by_name.get(context.folded(names.text(row)), set())
        other = next((o for o in sorted(same) if known.may_be_same(entity_id, o)), None)
        if other:
            yield Finding(
                "entities",
                row,
                "name",
                f"{other} has the same name",
                f"use entity_id {other}; if it is another party, say so in the note of "
                f"this one and name {other} there",
            )
    yield from _same_numbers(context, set(ids.texts(mine & names.filled)), known)


def _same_numbers(context: Context, mine: set[str], known: _Parties) -> Iterator[Finding]:
    rows = context.rows("entity_identifiers")
    ids, sorts, values = (rows[c] for c in ("entity_id", "identifier_type", "value"))
    unique = sorts.isin(*_UNIQUE_NUMBERS) & values.filled
    ours = unique & ids.isin(*mine)
    if not ours.any():
        return

    def folded(row: int) -> str:
        return f"{sorts.text(row)} {fold_number(values.text(row))}"

    holders: dict[str, set[str]] = {folded(row): set() for row in rows_of(ours)}
    for row in rows_of(unique & ids.filled):
        if (number := folded(row)) in holders:
            holders[number].add(ids.text(row))
    for row in rows_of(ours):
        entity_id = ids.text(row)
        others = sorted(o for o in holders[folded(row)] if known.may_be_same(entity_id, o))
        if others:
            yield Finding(
                "entity_identifiers",
                row,
                "value",
                f"{others[0]} has the same {sorts.text(row)}",
                f"use entity_id {others[0]} instead of {entity_id}",
            )


class _Parties:
    """Which two parties may be one, as far as the rows do not say otherwise."""

    def __init__(self, context: Context) -> None:
        self._entities = context.rows("entities")
        decisions = context.rows("match_decisions")
        decided = decisions["entity_id"]
        listed = context.follow(decisions["listing_id"], "listings", "entity_id")
        self._decided = {(decided.text(row), listed.text(row)) for row in range(len(decisions))}

    @cached_property
    def _rows(self) -> dict[str, int]:
        ids = self._entities["entity_id"]
        keys = ids.values.to_pylist()
        _, first = np.unique(ids.places, return_index=True)
        return {keys[ids.places[row]]: int(row) for row in first if ids.places[row] >= 0}

    def may_be_same(self, one: str, other: str) -> bool:
        if one == other or other not in self._rows or self._cell(other, "merged_into"):
            return False
        if self._cell(one, "kind") != self._cell(other, "kind") or (one, other) in self._decided:
            return False
        return not (self._tells(one, other) or self._tells(other, one))

    def _tells(self, one: str, other: str) -> bool:
        note = self._cell(one, "note").casefold()
        return other in note or self._cell(other, "name").casefold() in note

    def are_of_two_countries(self, one: str, other: str) -> bool:
        """Whether the two are known to be of different countries."""
        return len({self._cell(one, "country"), self._cell(other, "country")} - {""}) > 1

    def _cell(self, entity_id: str, column: str) -> str:
        row = self._rows.get(entity_id)
        return "" if row is None else self._entities[column].text(row)


def _by_folded_name(context: Context, wanted: list[str]) -> dict[str, set[str]]:
    """The parties of each name, for the wanted names only, as names are compared."""
    folded = {context.folded(name) for name in wanted}
    found: dict[str, set[str]] = {name: set() for name in folded if name}
    for table in ("entities", "entity_names"):
        rows = context.rows(table)
        cells, ids = rows["name"], rows["entity_id"]
        names = {
            place: context.folded(cells.values[place].as_py())
            for place in _likely(cells, set(found))
        }
        wanted_places = np.zeros(len(cells.values), dtype=bool)
        wanted_places[[place for place, name in names.items() if name in found]] = True
        for row in rows_of(cells.where(wanted_places)):
            found[names[int(cells.places[row])]].add(ids.text(row))
    return found


def _likely(cells: Cells, folded: set[str]) -> list[int]:
    """The places of names that may be among the folded ones.

    Folding every name would take longer than all other rules together. But folding changes
    neither the number nor the sort of the letters from A to Z, and these are quickly counted.
    """
    compute = pyarrow.compute
    names = cells.values
    others = np.flatnonzero(~marks(compute.string_is_ascii(names)))
    bare = compute.utf8_normalize(names.take(integers(others)), "NFKD")
    letters = _letters(names)
    letters[others] = _letters(compute.replace_substring_regex(bare, "[ßẞ]", "ss"))
    found: list[int] = np.flatnonzero(np.isin(letters, _letters(strings(folded)))).tolist()
    return found


# A number of its own for each letter and digit, the same for both cases; nothing for other bytes.
_WEIGHTS = np.zeros(256, dtype=np.uint32)
for _place, _sign in enumerate("0123456789abcdefghijklmnopqrstuvwxyz", start=1):
    _WEIGHTS[[ord(_sign), ord(_sign.upper())]] = pow(1664525, _place, 1 << 32)


def _letters(names: pa.StringArray) -> Numbers:
    """A number a name, the same for names of the same ASCII letters and digits in any order."""
    ends = np.frombuffer(names.buffers()[1], dtype=np.int32)
    ends = ends[names.offset : names.offset + len(names) + 1]
    content = np.frombuffer(names.buffers()[2] or b"", dtype=np.uint8)[ends[0] : ends[-1]]
    sums = np.zeros(len(content) + 1, dtype=np.uint32)
    np.cumsum(_WEIGHTS[content], out=sums[1:])
    letters: Numbers = np.diff(sums[ends - ends[0]])
    return letters


@rule(
    "near-duplicate",
    "The same measure is not entered for a party and for the same party in another spelling.",
    "One prohibition would be counted twice, and the party would be two.",
)
def near_duplicate(context: Context) -> Iterator[Finding]:
    """Compare the parties of curated rows with those of rows by the same authority and act.

    Names are sorted, forwards and backwards, and each is compared with its neighbours: the
    cost grows with the number of curated rows, not with its square.
    """
    known = context.once("parties", lambda: _Parties(context))
    for table, rows in context.measures():
        curated = ~rows["listing_id"].filled
        same = groups(rows[column] for column in _SAME_MEASURE if column in rows)
        near = np.flatnonzero(np.isin(same, same[curated]))
        near = near[are_shared(same[near])]
        names = context.follow(rows["entity_id"], "entities", "name")
        members: dict[int, list[int]] = {}
        for row, group in zip(near.tolist(), same[near].tolist(), strict=True):
            members.setdefault(group, []).append(row)
        for group in members.values():
            parties = {row: rows["entity_id"].text(row) for row in group}
            if len(set(parties.values())) > 1:
                folded = {row: context.folded(names.text(row)) for row in group}
                ours = [row for row in group if curated[row]]
                yield from _alike(context, table, parties, folded, ours, known)


_SAME_MEASURE = ("authority_id", "measure_type", "instrument_id", "start_date", "restriction_kind")


def _alike(
    context: Context,
    table: str,
    ids: dict[int, str],
    folded: dict[int, str],
    ours: list[int],
    known: _Parties,
) -> Iterator[Finding]:
    measures = context.rows(table)["measure_id"]
    orders = [sorted((text[::step], row) for row, text in folded.items()) for step in (1, -1)]
    told: set[frozenset[str]] = set()
    for row in ours:
        one, name = ids[row], folded[row]
        for order, step in zip(orders, (1, -1), strict=True):
            here = bisect_left(order, (name[::step], row))
            for _, other_row in order[max(0, here - _NEIGHBOURS) : here + _NEIGHBOURS + 1]:
                other = ids[other_row]
                if one == other:
                    continue
                pair = frozenset((one, other))
                if pair in told or not name or not _is_like(name, folded[other_row]):
                    continue
                if not known.may_be_same(one, other) or known.are_of_two_countries(one, other):
                    continue
                told.add(pair)
                yield Finding(
                    table,
                    row,
                    "entity_id",
                    f"{measures.text(other_row)} is the same measure on "
                    f"{other}, whose name is almost the same",
                    f"remove one of the rows; if {other} is another party, say so in its note",
                )


def _is_like(one: str, other: str) -> bool:
    return fuzz.ratio(one, other, score_cutoff=_LIKE) > 0 and _numerals(one) == _numerals(other)


def _numerals(name: str) -> list[str]:
    """The words with digits, by which alone ships and units may differ."""
    return [word for word in name.split() if any(map(str.isdigit, word))]
