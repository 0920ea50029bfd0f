"""The rule against entering a measure again on a party in another spelling."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

import numpy as np
from rapidfuzz import fuzz

from sanctions_data.validation.engine.context import Context, Finding, rule
from sanctions_data.validation.engine.grouping import are_shared, group_rows
from sanctions_data.validation.rules.parties.known_parties import KnownParties

_MINIMUM_SIMILARITY = 90
_NEIGHBOURS = 4


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
    known = context.once("parties", lambda: KnownParties(context))
    for table, rows in context.measures():
        curated = ~rows["listing_id"].filled
        same = group_rows(rows[column] for column in _SAME_MEASURE if column in rows)
        near = np.flatnonzero(np.isin(same, same[curated]))
        near = near[are_shared(same[near])]
        names = context.look_up(rows["entity_id"], "entities", "name")
        members: dict[int, list[int]] = {}
        for row, group in zip(near.tolist(), same[near].tolist(), strict=True):
            members.setdefault(group, []).append(row)
        for group in members.values():
            parties = {row: rows["entity_id"].text(row) for row in group}
            if len(set(parties.values())) > 1:
                folded = {row: context.fold(names.text(row)) for row in group}
                ours = [row for row in group if curated[row]]
                yield from _find_alike(context, table, parties, folded, ours, known)


_SAME_MEASURE = ("authority_id", "measure_type", "instrument_id", "start_date", "restriction_kind")


def _find_alike(
    context: Context,
    table: str,
    ids: dict[int, str],
    folded: dict[int, str],
    ours: list[int],
    known: KnownParties,
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
                if pair in told or not name or not _are_similar(name, folded[other_row]):
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


def _are_similar(one: str, other: str) -> bool:
    similarity = fuzz.ratio(one, other, score_cutoff=_MINIMUM_SIMILARITY)
    return similarity > 0 and _find_numerals(one) == _find_numerals(other)


def _find_numerals(name: str) -> list[str]:
    """The words with digits, by which alone ships and units may differ."""
    return [word for word in name.split() if any(map(str.isdigit, word))]
