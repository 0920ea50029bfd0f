"""An index of all names, which finds the few names worth comparing with a query."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from sanctions_data.names.index_keys import KEY_BITS, Numbers, index_keys, starts
from sanctions_data.names.search_key import search_key
from sanctions_data.query.edition import Edition, keep_until_changed
from sanctions_data.query.merged_entities import survivors
from sanctions_data.query.search.joined_scores import Joined, join_words
from sanctions_data.query.search.kept_arrays import keep_arrays
from sanctions_data.query.search.vocabulary import Vocabulary, build_vocabulary

Texts = npt.NDArray[np.object_]

_MAXIMUM_NAMES = 1000
_MAXIMUM_PAIRS = 64
_WEIGHT_BITS = 8
_WEIGHT_OF_WORD = 2
_WEIGHT_OF_SOUND = 3
_PIECE_BITS = 32


@dataclass(frozen=True, eq=False)
class NameIndex:
    """Names of all parties, ready to be searched.

    A *form* is a name as ``search_key`` makes it. Names that differ only
    in case, accents, script, punctuation or word order have one form.

    Attributes:
        entity_ids, names: one a row: the party and its name as printed.
        lists: one a row: how many lists name its party.
        forms: the forms, each once.
        first_row: ``rows[first_row[f]:first_row[f + 1]]`` are the rows of form ``f``.
        rows: rows in order of form.
        words: the words of the forms.
        joined: the forms without spaces.
        keys: the keys of all forms, each once, in rising order.
        first_place: like ``first_row``, for ``places``.
        places: the forms of each key.
    """

    entity_ids: Texts
    names: Texts
    lists: Numbers
    forms: Texts
    first_row: Numbers
    rows: Numbers
    words: Vocabulary
    joined: Joined
    keys: Numbers
    first_place: Numbers
    places: Numbers

    def pairs(self, queries: Sequence[str]) -> tuple[Numbers, Numbers]:
        """Places of queries, which are forms too, and of the forms to compare each with.

        The rarest keys of a query count, until together they stand for some 1,000 names; of
        the names found, those that share most and rarest keys are kept.
        """
        asked = index_keys(queries)
        query, key = asked >> KEY_BITS, asked & ((1 << KEY_BITS) - 1)
        where = np.minimum(np.searchsorted(self.keys, key), max(len(self.keys) - 1, 0))
        known = self.keys[where] == key if len(self.keys) else np.zeros(len(key), dtype=bool)
        query, where = query[known], where[known]
        spread = self.first_place[where + 1] - self.first_place[where]
        order = np.lexsort((spread, query))
        query, where, spread = query[order], where[order], spread[order]
        total = np.cumsum(spread)
        before = total - spread
        new = np.diff(query, prepend=-1) != 0
        start = np.maximum.accumulate(np.where(new, before, 0))
        few = (total - start <= _MAXIMUM_NAMES) | new
        query, where, spread = query[few], where[few], spread[few]
        form = self.places[_ranges(self.first_place[where], spread)]
        rarity = np.log2(len(self.forms) / spread).astype(np.int64) + 1
        # Words of one sound tell more than a piece that words happen to share.
        rarity *= np.where(self.keys[where] >> _PIECE_BITS, _WEIGHT_OF_SOUND, 1)
        return self._heaviest(np.repeat(query, spread), form, np.repeat(rarity, spread))

    def _heaviest(self, query: Numbers, form: Numbers, weight: Numbers) -> tuple[Numbers, Numbers]:
        if not len(query):
            return query, form
        count = len(self.forms)
        packed = np.sort(((query * count + form) << _WEIGHT_BITS) | weight)
        pair, weight = packed >> _WEIGHT_BITS, packed & ((1 << _WEIGHT_BITS) - 1)
        first = starts(pair)
        weight = np.add.reduceat(weight, first)
        query, form = np.divmod(pair[first], count)
        # Of names that share as much, the one with the fewest other words is the likeliest.
        weight -= _WEIGHT_OF_WORD * self.words.sizes()[form]
        # The queries are in order; one number sorts faster than two.
        order = np.argsort((query << 2 * _WEIGHT_BITS) - weight, kind="stable")
        query, form = query[order], form[order]
        new = starts(query)
        sizes = np.diff(new, append=len(query))
        rank = np.arange(len(query)) - np.repeat(new, sizes)
        return query[rank < _MAXIMUM_PAIRS], form[rank < _MAXIMUM_PAIRS]

    def rows_of(self, form: Numbers) -> tuple[Numbers, Numbers]:
        """For each place in ``form`` the rows that have it: places in ``form``, and rows."""
        sizes = self.first_row[form + 1] - self.first_row[form]
        return np.repeat(np.arange(len(form)), sizes), self.rows[
            _ranges(self.first_row[form], sizes)
        ]


def build_index(
    entity_ids: Sequence[str], names: Sequence[str], lists: Sequence[str] = ()
) -> NameIndex:
    """An index of names.

    Args:
        entity_ids: the party of each name.
        names: the names as printed.
        lists: the list that prints each; one for all if left out.
    """
    form, unique = pd.factorize(np.array([search_key(name) for name in names], dtype=object))
    forms: list[str] = unique.tolist()
    return NameIndex(
        entity_ids=np.array(entity_ids, dtype=object),
        names=np.array(names, dtype=object),
        lists=_count_lists(entity_ids, lists or [""] * len(names)),
        forms=np.array(forms, dtype=object),
        first_row=np.searchsorted(np.sort(form), np.arange(len(forms) + 1)),
        rows=np.argsort(form, kind="stable"),
        words=build_vocabulary(forms),
        joined=join_words(forms),
        **_postings(index_keys(forms, known=True)),
    )


def _count_lists(entity_ids: Sequence[str], lists: Sequence[str]) -> Numbers:
    frame = pd.DataFrame({"entity": list(entity_ids), "list": list(lists)})
    counts = frame.drop_duplicates()["entity"].value_counts()
    return np.asarray(frame["entity"].map(counts), dtype=np.int64)


def _postings(found: Numbers) -> dict[str, Any]:
    place, key = found >> KEY_BITS, found & ((1 << KEY_BITS) - 1)
    order = np.argsort(key, kind="stable")
    key, first = key[order], starts(key[order])
    return {"keys": key[first], "first_place": np.append(first, len(key)), "places": place[order]}


def _ranges(start: Numbers, size: Numbers) -> Numbers:
    """All numbers from each start on, as many as its size, one range after the other."""
    shift = start - (np.cumsum(size) - size)
    return np.repeat(shift, size) + np.arange(size.sum())


@keep_until_changed("entity_names", "entities")
def index_of(edition: Edition) -> NameIndex:
    """The index of an edition, built once and kept in the user's cache until the names change."""
    return keep_arrays(NameIndex, edition, lambda: _build_index_of(edition))


def _build_index_of(edition: Edition) -> NameIndex:
    names = edition.load("entity_names")
    final = survivors(edition.load("entities"))
    entity_ids = [final.get(each, each) for each in names["entity_id"]]
    return build_index(entity_ids, names["name"].tolist(), names["list_id"].tolist())
