"""Which parties a query means."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from sanctions_data.names.fold import fold_name, fold_number
from sanctions_data.query.edition import Edition
from sanctions_data.query.lookup.folded import folded_listings, folded_names, folded_numbers
from sanctions_data.query.lookup.identifier_words import split_identifier
from sanctions_data.query.merged_entities import survivors_of
from sanctions_data.query.search.name_index import index_of
from sanctions_data.query.search.search import search_index
from sanctions_data.tables.records import records

NEAR = 78
MAXIMUM_NEAR = 10
MAXIMUM_WITH_WORDS = 20
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
    entities = edition.load("entities")
    if (entities["entity_id"] == query).any():
        return [Match(query, "entity", query)]
    hits = edition.load("listings")[(folded_listings(edition) == query.casefold()).any(axis=1)]
    return [Match(row["entity_id"], "listing", row["listing_id"]) for row in records(hits)]


def _find_by_identifier(query: str, edition: Edition) -> list[Match]:
    """A number, alone or behind the word for its type: ``LEI …``, ``passport …``, ``MMSI …``."""
    kind, number = split_identifier(query)
    wanted = fold_number(number)
    if not any(map(str.isdigit, wanted)):
        return []
    numbers = edition.load("entity_identifiers")
    is_found = folded_numbers(edition).isin([wanted, wanted.removeprefix("imo")])
    if kind:
        is_found &= numbers["identifier_type"] == kind
    hits = numbers[is_found]
    # Two addresses of a currency may differ in the case of a letter.
    is_crypto = hits["identifier_type"] == "crypto_address"
    hits = hits[~is_crypto | hits["value"].str.endswith(number.replace(" ", ""))]
    return [
        Match(row["entity_id"], "identifier", f"{row['identifier_type']} {row['value']}")
        for row in records(hits)
    ]


def _find_by_name(query: str, edition: Edition) -> list[Match]:
    wanted = fold_name(query)
    if not wanted:
        return []
    names = edition.load("entity_names")
    folded = folded_names(edition)
    if matches := records(names[folded == wanted]):
        return [Match(row["entity_id"], "name", row["name"]) for row in matches]
    return _find_by_words(wanted.split(), names, folded, edition)


def _find_by_words(
    words: list[str], names: pd.DataFrame, folded: pd.Series[str], edition: Edition
) -> list[Match]:
    spaced, has_all = " " + folded + " ", pd.Series(True, index=names.index)
    for word in words:
        has_all &= spaced.str.contains(f" {word} ", regex=False)
    hits = names[has_all].drop_duplicates("entity_id")
    listed = edition.load("listings")["entity_id"].value_counts()
    rank = hits["entity_id"].map(listed).fillna(0)
    first = hits.loc[rank.sort_values(ascending=False, kind="stable").index]
    return [
        Match(row["entity_id"], "part_of_name", row["name"])
        for row in records(first.head(MAXIMUM_WITH_WORDS))
    ]


def _find_near(query: str, edition: Edition) -> list[Match]:
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
