"""The names and numbers of an edition, folded: what a query is compared with."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import pyarrow as pa

from sanctions_data.identifiers.match_key import match_key
from sanctions_data.names.fold import fold_name
from sanctions_data.query.edition import Edition, keep_until_changed
from sanctions_data.query.search.kept_arrays import keep_arrays
from sanctions_data.schema.text_type import TEXT


@dataclass(frozen=True, eq=False)
class FoldedNames:
    """The names in the order of ``entity_names``, as ``fold_name`` makes them, with their rows."""

    folded: pa.Array
    entity_id: pa.Array
    name: pa.Array


@dataclass(frozen=True, eq=False)
class FoldedNumbers:
    """The numbers in the order of ``entity_identifiers``, as ``match_key`` makes them."""

    folded: pa.Array
    entity_id: pa.Array
    identifier_type: pa.Array
    value: pa.Array


@dataclass(frozen=True, eq=False)
class FoldedListings:
    """The ids and references of the listings in their order, without case."""

    folded_id: pa.Array
    folded_ref: pa.Array
    entity_id: pa.Array
    listing_id: pa.Array


@keep_until_changed("entity_names")
def folded_names(edition: Edition) -> FoldedNames:
    """What a query is compared with to find a name."""
    return keep_arrays(FoldedNames, edition, lambda: _fold_names(edition), ["entity_names"])


@keep_until_changed("entity_identifiers")
def folded_numbers(edition: Edition) -> FoldedNumbers:
    """What a query is compared with to find a number."""
    make = lambda: _fold_numbers(edition)  # noqa: E731
    return keep_arrays(FoldedNumbers, edition, make, ["entity_identifiers"])


@keep_until_changed("listings")
def folded_listings(edition: Edition) -> FoldedListings:
    """What a query is compared with to find a listing."""
    return keep_arrays(FoldedListings, edition, lambda: _fold_listings(edition), ["listings"])


def _fold_names(edition: Edition) -> FoldedNames:
    names = edition.load("entity_names", ("entity_id", "name"))
    folded = [fold_name(name) for name in names["name"]]
    return FoldedNames(pa.array(folded, pa.string()), *_texts(names[["entity_id", "name"]]))


def _fold_numbers(edition: Edition) -> FoldedNumbers:
    columns = ["entity_id", "identifier_type", "value"]
    numbers = edition.load("entity_identifiers", columns)[columns].astype(TEXT)
    folded = [
        match_key(*each) for each in zip(numbers["identifier_type"], numbers["value"], strict=True)
    ]
    return FoldedNumbers(pa.array(folded, pa.string()), *_texts(numbers))


def _fold_listings(edition: Edition) -> FoldedListings:
    listings = edition.load("listings", ("listing_id", "entry_ref", "entity_id"))
    ids = listings[["listing_id", "entry_ref"]]
    folded = pd.DataFrame({name: texts.str.casefold() for name, texts in ids.items()})
    return FoldedListings(*_texts(folded), *_texts(listings[["entity_id", "listing_id"]]))


def _texts(frame: pd.DataFrame) -> list[pa.Array]:
    return [pa.array(frame[name], pa.string(), from_pandas=True) for name in frame]
