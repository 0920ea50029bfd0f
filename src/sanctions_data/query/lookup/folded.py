"""The names and numbers of an edition, folded: what a query is compared with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from sanctions_data.names.fold import fold_name, fold_number
from sanctions_data.query.edition import Edition, keep_until_changed
from sanctions_data.query.search.kept_arrays import keep_arrays
from sanctions_data.schema.text_type import TEXT


@dataclass(frozen=True, eq=False)
class _FoldedNames:
    texts: npt.NDArray[Any]


@keep_until_changed("entity_names", "entities")
def folded_names(edition: Edition) -> pd.Series[str]:
    """The names in the order of ``entity_names``, as ``fold_name`` makes them."""
    kept = keep_arrays(_FoldedNames, edition, lambda: _fold_names(edition))
    return pd.Series(kept.texts, dtype=TEXT)


@keep_until_changed("entity_identifiers")
def folded_numbers(edition: Edition) -> pd.Series[str]:
    """The numbers in the order of ``entity_identifiers``, as ``fold_number`` makes them."""
    return edition.load("entity_identifiers", ("value",))["value"].map(fold_number)


@keep_until_changed("listings")
def folded_listings(edition: Edition) -> pd.DataFrame:
    """The ids and references of the listings, without case."""
    listings = edition.load("listings", ("listing_id", "entry_ref"))
    return pd.DataFrame({name: texts.str.casefold() for name, texts in listings.items()})


def _fold_names(edition: Edition) -> _FoldedNames:
    names = edition.load("entity_names", ("name",))["name"]
    return _FoldedNames(np.array([fold_name(name) for name in names], dtype=object))
