"""Rules against entering a party, or a measure on it, a second time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute
from rapidfuzz import fuzz

from sanctions_data.parties.fold import fold_number
from sanctions_data.validation.context import Cells, Context, Finding, marks, rule

_LIKE = 90
_NEIGHBOURS = 4
_MOST_WORDS = 3_000
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
    entities = context.frame("entities")
    ids = context.cells("entities", "entity_id")
    is_free = np.zeros(len(entities), dtype=bool)
    is_free[ids.rows_with(~ids.is_among(context.cells("listings", "entity_id")))] = True
    mine = entities[is_free & entities["name"].notna() & entities["merged_into"].isna()]
    by_name = _by_folded_name(context, mine["name"].tolist())
    known = _Parties(context)
    for row in mine.index:
        entity_id = str(mine.at[row, "entity_id"])
        same = by_name.get(context.folded(str(mine.at[row, "name"])), set())
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
    yield from _same_numbers(context, set(mine["entity_id"]), known)


def _same_numbers(context: Context, mine: set[str], known: _Parties) -> Iterator[Finding]:
    numbers = context.frame("entity_identifiers")
    numbers = numbers[numbers["identifier_type"].isin(_UNIQUE_NUMBERS) & numbers["value"].notna()]
    if not numbers["entity_id"].isin(mine).any():
        return
    folded = numbers["identifier_type"] + " " + numbers["value"].map(fold_number)
    holders = numbers.groupby(folded)["entity_id"].agg(set)
    for row in numbers.index[numbers["entity_id"].isin(mine)]:
        entity_id = context.cell("entity_identifiers", row, "entity_id")
        sort = context.cell("entity_identifiers", row, "identifier_type")
        others = sorted(o for o in holders[folded[row]] if known.may_be_same(entity_id, o))
        if others:
            yield Finding(
                "entity_identifiers",
                row,
                "value",
                f"{others[0]} has the same {sort}",
                f"use entity_id {others[0]} instead of {entity_id}",
            )


class _Parties:
    """Which two parties may be one, as far as the rows do not say otherwise."""

    def __init__(self, context: Context) -> None:
        self._kind = _by_id(context, "kind")
        self._name = _by_id(context, "name")
        self._note = _by_id(context, "note")
        self._country = _by_id(context, "country")
        self._merged = _by_id(context, "merged_into")
        decisions = context.frame("match_decisions")
        listed = decisions["listing_id"].map(context.column_of("listings", "entity_id"))
        self._decided = set(zip(decisions["entity_id"], listed, strict=True))

    def may_be_same(self, one: str, other: str) -> bool:
        if one == other or other not in self._kind or self._merged[other]:
            return False
        if self._kind[one] != self._kind[other] or (one, other) in self._decided:
            return False
        return not (self._tells(one, other) or self._tells(other, one))

    def _tells(self, one: str, other: str) -> bool:
        note = self._note[one].casefold()
        return other in note or self._name[other].casefold() in note

    def are_of_two_countries(self, one: str, other: str) -> bool:
        """Whether the two are known to be of different countries."""
        return len({self._country[one], self._country[other]} - {""}) > 1


def _by_id(context: Context, column: str) -> dict[str, str]:
    """A column of the entities by their id; empty for a missing cell."""
    cells = context.column_of("entities", column).fillna("")
    return dict(zip(cells.index.tolist(), cells.tolist(), strict=True))


def _by_folded_name(context: Context, wanted: list[str]) -> dict[str, set[str]]:
    """The parties of each name, for the wanted names only, as names are compared."""
    folded = {context.folded(name) for name in wanted}
    found: dict[str, set[str]] = {name: set() for name in folded if name}
    for table in ("entities", "entity_names"):
        cells = context.cells(table, "name")
        names = {
            place: context.folded(cells.values[place].as_py())
            for place in _likely(cells, set(found))
        }
        wanted_places = np.zeros(len(cells.values), dtype=bool)
        wanted_places[[place for place, name in names.items() if name in found]] = True
        rows = cells.rows_with(wanted_places)
        ids = context.frame(table)["entity_id"].iloc[rows].fillna("")
        for place, entity_id in zip(cells.places[rows].tolist(), ids, strict=True):
            found[names[place]].add(entity_id)
    return found


def _likely(cells: Cells, folded: set[str]) -> list[int]:
    """The places of names that may be among the folded ones: a quick look at length and words.

    Folding every name would take longer than all other rules together.
    """
    words = sorted({max(name.split(), key=len) for name in folded})
    if not words or len(words) > _MOST_WORDS:
        return list(range(len(cells.values))) if words else []
    compute = pyarrow.compute
    bare = compute.utf8_lower(
        compute.replace_substring_regex(
            compute.utf8_normalize(cells.values, "NFKD"), r"[\pM\pP\pS\pZ]", ""
        )
    )
    lengths = pa.array(sorted({len(name.replace(" ", "")) for name in folded}), pa.int64())
    fits = marks(compute.is_in(compute.cast(compute.utf8_length(bare), pa.int64()), lengths))
    places = np.flatnonzero(fits)
    may = compute.match_substring_regex(bare.take(pa.array(places)), "|".join(words))
    return [int(place) for place in places[marks(may)]]


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
    names = _by_id(context, "name")
    known = _Parties(context)
    for table, frame in context.measures():
        same = ["authority_id", "measure_type", "instrument_id", "start_date"]
        same += ["restriction_kind"] if "restriction_kind" in frame else []
        curated = frame["listing_id"].isna()
        if not curated.any():
            continue
        groups = frame.groupby(same, dropna=False, sort=False).ngroup()
        near = frame.index[groups.isin(groups[curated].unique()) & groups.duplicated(keep=False)]
        ids = dict(zip(near, frame.loc[near, "entity_id"].fillna(""), strict=True))
        ours = set(frame.index[curated])
        members: dict[int, list[int]] = {}
        for row, group in zip(near, groups[near], strict=True):
            members.setdefault(group, []).append(row)
        for rows in members.values():
            parties = {row: ids[row] for row in rows}
            if len(set(parties.values())) > 1:
                yield from _alike(context, table, parties, ours, names, known)


def _alike(
    context: Context,
    table: str,
    ids: dict[int, str],
    ours: set[int],
    names: dict[str, str],
    known: _Parties,
) -> Iterator[Finding]:
    folded = {row: context.folded(names.get(entity_id, "")) for row, entity_id in ids.items()}
    orders = [sorted((text[::step], row) for row, text in folded.items()) for step in (1, -1)]
    told: set[frozenset[str]] = set()
    for row in ids.keys() & ours:
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
                    f"{context.cell(table, other_row, 'measure_id')} is the same measure on "
                    f"{other}, whose name is almost the same",
                    f"take one of the rows out; if {other} is another party, say so in its note",
                )


def _is_like(one: str, other: str) -> bool:
    return fuzz.ratio(one, other, score_cutoff=_LIKE) > 0 and _numerals(one) == _numerals(other)


def _numerals(name: str) -> list[str]:
    """The words with digits, by which alone ships and units may differ."""
    return [word for word in name.split() if any(map(str.isdigit, word))]
