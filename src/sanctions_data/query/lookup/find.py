"""Which parties a query means."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from sanctions_data.identifiers.match_key import match_key
from sanctions_data.names.fold import fold_name
from sanctions_data.query.edition import Edition
from sanctions_data.query.lookup.folded import (
    FoldedNames,
    folded_listings,
    folded_names,
    folded_numbers,
)
from sanctions_data.query.lookup.identifier_words import split_identifier
from sanctions_data.query.merged_entities import survivors_of
from sanctions_data.tables.records import records

NEAR = 78
MAXIMUM_NEAR = 10
MAXIMUM_WITH_WORDS = 20
# Types whose numbers are compared each in its own way; all others as "other".
_ANY_TYPE = ("other", "imo_number", "crypto_address")
# Matches that only may be meant: they are shown, and never taken for the party.
UNSURE = ("part_of_name", "near_miss")


@dataclass(frozen=True, slots=True)
class Match:
    """A party that a query may mean, and why.

    ``how`` is ``entity``, ``listing``, ``identifier``, ``name``, ``part_of_name`` or
    ``near_miss``; ``matched`` is what it was found by, ``score`` the similarity from 0 to 100.
    """

    entity_id: str
    how: str
    matched: str
    score: float = 100.0


def find(query: str, edition: Edition | None = None) -> list[Match]:
    """Parties that the query means, best first.

    An entity id, a listing or an identifier is looked for first, then any name regardless
    of case, accents, punctuation and word order. Only if nothing is found so are names that
    have all its words and more, of the parties on most lists first, and then names that are
    merely like it: these say so.
    """
    edition = edition or Edition()
    for step in (_find_by_id, _find_by_identifier, _find_by_name):
        if matches := step(query.strip(), edition):
            return _merge_by_party(matches, edition)
    return _merge_by_party(_find_near(query, edition), edition)


def _find_by_id(query: str, edition: Edition) -> list[Match]:
    if (edition.look_at("entities")["entity_id"] == query).any():
        return [Match(query, "entity", query)]
    listings, wanted = folded_listings(edition), query.casefold()
    is_found = pc.or_kleene(
        pc.equal(listings.folded_id, wanted), pc.equal(listings.folded_ref, wanted)
    )
    hits = pa.table([listings.entity_id, listings.listing_id], ["entity_id", "listing_id"])
    return [
        Match(row["entity_id"], "listing", row["listing_id"])
        for row in hits.filter(is_found).to_pylist()
    ]


def _find_by_identifier(query: str, edition: Edition) -> list[Match]:
    """A number, alone or behind the word for its type: ``LEI …``, ``passport …``, ``MMSI …``."""
    kind, number = split_identifier(query)
    keys = {match_key(each, number) for each in ([kind] if kind else _ANY_TYPE)} - {""}
    numbers = folded_numbers(edition)
    is_found = pc.is_in(numbers.folded, pa.array(keys, pa.string()))
    if kind:
        is_found = pc.and_(is_found, pc.equal(numbers.identifier_type, kind))
    elif not any(map(str.isdigit, number)):
        # A word is a number of no other sort.
        is_word = pc.equal(numbers.identifier_type, "aircraft_registration")
        is_found = pc.and_(is_found, is_word)
    hits = pa.table(
        [numbers.entity_id, numbers.identifier_type, numbers.value],
        ["entity_id", "identifier_type", "value"],
    )
    return [
        Match(row["entity_id"], "identifier", f"{row['identifier_type']} {row['value']}")
        for row in hits.filter(is_found).to_pylist()
    ]


def _find_by_name(query: str, edition: Edition) -> list[Match]:
    wanted = fold_name(query)
    if not wanted:
        return []
    names = folded_names(edition)
    hits = pa.table([names.entity_id, names.name], ["entity_id", "name"])
    if matches := hits.filter(pc.equal(names.folded, wanted)).to_pylist():
        return [Match(row["entity_id"], "name", row["name"]) for row in matches]
    return _find_by_words(wanted.split(), names, hits, edition)


def _find_by_words(
    words: list[str], names: FoldedNames, hits: pa.Table, edition: Edition
) -> list[Match]:
    spaced = pc.binary_join_element_wise("", names.folded, "", " ")
    for word in words:
        has_word = pc.match_substring(spaced, f" {word} ")
        spaced, hits = spaced.filter(has_word), hits.filter(has_word)
    once = dict[str, str]()
    for row in hits.to_pylist():
        once.setdefault(row["entity_id"], row["name"])
    listed = folded_listings(edition).entity_id
    is_asked = pc.is_in(listed, pa.array(once, pa.string()))
    number = Counter(listed.filter(is_asked).to_pylist())
    first = sorted(once, key=number.__getitem__, reverse=True)
    return [
        Match(entity_id, "part_of_name", once[entity_id])
        for entity_id in first[:MAXIMUM_WITH_WORDS]
    ]


def _find_near(query: str, edition: Edition) -> list[Match]:
    # Only here, as most queries are found without.
    from sanctions_data.query.search.name_index import index_of
    from sanctions_data.query.search.search import search_index

    hits = search_index(index_of(edition), [query], limit=MAXIMUM_NEAR, threshold=NEAR)
    return [
        Match(row["entity_id"], "near_miss", row["name"], row["score"]) for row in records(hits)
    ]


def _merge_by_party(matches: list[Match], edition: Edition) -> list[Match]:
    """One match an entity, with entities that were merged followed to the one that remains."""
    if not matches:
        return []
    final = survivors_of(edition)
    best: dict[str, Match] = {}
    for match in matches:
        entity_id = final.get(match.entity_id, match.entity_id)
        best.setdefault(entity_id, Match(entity_id, match.how, match.matched, match.score))
    return list(best.values())
