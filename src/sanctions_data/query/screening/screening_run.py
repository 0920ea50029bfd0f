"""A screening that goes on part by part: candidates by name and number, weighed."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd

from sanctions_data.names.fold import fold_number
from sanctions_data.names.known_codes import KnownCodes
from sanctions_data.query.codes import Choice, codes_of
from sanctions_data.query.edition import Edition
from sanctions_data.query.measures import measures
from sanctions_data.query.screening.customers import Customer, read_customers
from sanctions_data.query.screening.imposed_measures import Imposed
from sanctions_data.query.screening.weigh_facts import VERDICTS, facts_of, weigh_facts
from sanctions_data.query.search.name_index import index_of
from sanctions_data.query.search.search import search_index
from sanctions_data.query.stands_on import StandsOn, stands_on
from sanctions_data.query.time.day_status import day_of
from sanctions_data.schema.text_type import TEXT
from sanctions_data.tables.records import records

COLUMNS = ["customer_id", "customer", "entity_id", "party", "name", "score", "reason", "verdict",
           "facts", "imposed", "listings", "sources"]  # fmt: skip
Records = list[dict[str, Any]]

# Below the threshold, what comes this near is a near miss, kept in a receipt.
_MISSED_BY = 10


def no_candidates() -> pd.DataFrame:
    """The answer without a row."""
    return pd.DataFrame(columns=COLUMNS, dtype=TEXT).astype({"score": "float32"})


class Screening:
    """A screening that goes on part by part, in bounded memory, and knows what it found."""

    def __init__(
        self,
        edition: Edition,
        *,
        limit: int = 5,
        threshold: float = 80,
        on: str | date | None = None,
        authority: Choice = None,
        list: Choice = None,
        measure_type: Choice = None,
        exclude: pd.DataFrame | None = None,
    ) -> None:
        base = edition.base
        choices = {
            "authority": codes_of("authority", authority, base),
            "list": codes_of("list", list, base),
            "measure type": codes_of("measure type", measure_type, base),
        }
        searched = {what: codes for what, codes in choices.items() if codes is not None}
        day = None if on is None else day_of(on)
        self.edition, self.limit, self.threshold = edition, limit, threshold
        self.exclude = _pairs(exclude, edition)
        self.settings = {
            "limit": limit,
            "threshold": threshold,
            "on": None if day is None else f"{day:%Y-%m-%d}",
            **{what.replace(" ", "_"): codes for what, codes in choices.items()},
            "exclude": sorted([customer, party] for customer, party in self.exclude),
        }
        self.stands_on: StandsOn = stands_on(
            edition, authorities=searched.get("authority"), on=day, searched=searched
        )
        self.done = 0
        self.digests: dict[str, str] = {}
        self.hits: Records = []
        self.misses: Records = []
        found = measures(
            day, authority=authority, measure_type=measure_type, undecided="include",
            version=edition.version, root=edition.root,
        )  # fmt: skip
        if choices["list"] is not None:
            listings = edition.load("listings", ("listing_id", "list_id"))
            of = listings.loc[listings["list_id"].isin(choices["list"]), "listing_id"]
            found = found[found["listing_id"].isin(of)]
        self.imposed = Imposed(found, edition)
        self._among = self.imposed.parties if searched or day is not None else None

    def screen_part(self, frame: pd.DataFrame, roles: dict[str, str]) -> pd.DataFrame:
        """The candidates of the next customers."""
        customers = read_customers(frame, roles, self.edition, self.done + 1)
        self.done += len(customers)
        self.digests |= {f"{self.done - len(customers) + n}": each.digest
                         for n, each in enumerate(customers, 1)}  # fmt: skip
        hits, misses = self._weigh(customers, self._candidates(customers))
        self.hits += records(hits)
        self.misses += records(misses)
        return hits

    def _candidates(self, customers: list[Customer]) -> pd.DataFrame:
        """By name, and by number where a name may have nothing in common."""
        index = index_of(self.edition)
        names = list(dict.fromkeys(each.name for each in customers))
        by_name = search_index(
            index,
            names,
            limit=self.limit * 3,
            threshold=self.threshold - _MISSED_BY,
            among=self._among,
        )
        place = pd.DataFrame(
            {"place": range(len(customers)), "query": [each.name for each in customers]}
        )
        found = place.merge(by_name, on="query")
        rows = [
            (place, each.name, party, "", 0.0, "number")
            for place, each in enumerate(customers)
            for _, number in each.numbers
            for party in self._numbers.get(number, ())
            if self._among is None or party in self._among
        ]
        numbers = pd.DataFrame(rows, columns=[*found.columns])
        every = pd.concat([found, numbers]) if rows else found
        return every.drop_duplicates(["place", "entity_id"])

    def _weigh(
        self, customers: list[Customer], found: pd.DataFrame
    ) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Hits and near misses, best first; what is excluded is neither."""
        ids = [customers[place].id for place in found["place"]]
        keep = [pair not in self.exclude for pair in zip(ids, found["entity_id"], strict=True)]
        found = found.assign(customer_id=pd.Series(ids, found.index, dtype=TEXT)).loc[keep]
        facts = facts_of(set(found["entity_id"]), self.edition)
        weighed = [
            weigh_facts(customers[place], facts[party])
            for place, party in zip(found["place"], found["entity_id"], strict=True)
        ]
        found = found.assign(
            verdict=[verdict for verdict, _ in weighed],
            facts=[words for _, words in weighed],
            party=found["entity_id"].map(self._names),
            rank=[VERDICTS.index(verdict) for verdict, _ in weighed],
        ).rename(columns={"query": "customer"})
        found = found.sort_values(
            ["place", "rank", "score", "entity_id"], ascending=[True, True, False, True]
        )
        near = (found["score"] < self.threshold) & (found["verdict"] != VERDICTS[0])
        hits, misses = found[~near], found[near]
        hits = hits[hits.groupby("place").cumcount() < self.limit]
        misses = misses[misses.groupby("place").cumcount() < 1]
        words = [self.imposed.words(party) for party in hits["entity_id"]]
        told = pd.DataFrame(words, hits.index, ["imposed", "listings", "sources"], dtype=TEXT)
        hits = pd.concat([hits, told], axis=1)
        return hits.reset_index(drop=True)[COLUMNS], misses[COLUMNS[:9]]

    @cached_property
    def _names(self) -> dict[str, str]:
        entities = self.edition.load("entities", ("entity_id", "name"))
        return dict(zip(entities["entity_id"], entities["name"], strict=True))

    @cached_property
    def _numbers(self) -> dict[str, set[str]]:
        numbers = self.edition.load("entity_identifiers")
        found: dict[str, set[str]] = defaultdict(set)
        for value, party in zip(numbers["value"], numbers["entity_id"], strict=True):
            found[fold_number(value)].add(party)
        return found


def _pairs(exclude: pd.DataFrame | None, edition: Edition) -> set[tuple[str, str]]:
    """The confirmed non-matches, each the id of a customer and a party that it is not."""
    if exclude is None:
        return set()
    known = KnownCodes("column of non-matches", [*exclude.columns])
    ids, parties = (exclude[known.code_of(each)] for each in ("customer_id", "entity_id"))
    codes_of("entity", sorted(set(parties)), edition.base)
    return set(zip(ids.astype(TEXT), parties, strict=True))
