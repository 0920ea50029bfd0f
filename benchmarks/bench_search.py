"""Searching for 100,000 names with the index, against a scan of all names, in one run.

    python benchmarks/bench_search.py [FOLDER] [--names 100000] [--scan 500] [--seed 7]

``FOLDER`` holds ``datapackage.json`` and ``data/``; the installed data if left out. Half of the
names are real ones that someone wrote in another way: with a typo or two, words swapped, a
word dropped, spelled by another romanisation, in Cyrillic. The other half are innocent: a
common first word of one person's name and a common last word of another's, where no list has
the two together.

A real name is found if a party that bears the best candidate's name is the one that it was made
from. Precision is the share of best candidates that are right, so that an innocent name with a
candidate counts against it. Each method has the same folded names, each name once, and the
same threshold. The scans get the first ``--scan`` names of the shuffled whole (``cdist`` 20 times
as many, so that recall is told to a tenth of a percent), the index all, and the times a name are
compared. nomenklatura is only asked if it is installed, with its own threshold of 0.7.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
from made_names import Asked, innocent_names, real_names
from rapidfuzz import fuzz, process

from sanctions_data.names.search_key import search_key
from sanctions_data.query.edition import Edition
from sanctions_data.query.search.name_index import NameIndex, index_of
from sanctions_data.query.search.search import THRESHOLD, search_index

NOMENKLATURA_THRESHOLD = 0.7


def by_index(
    index: NameIndex, asked: list[Asked], threshold: float = THRESHOLD
) -> list[str | None]:
    """The form of the best candidate of each name, found with the index."""
    texts = [each.text for each in asked]
    found = search_index(index, texts, limit=1, threshold=threshold)
    best = dict(zip(found["query"], found["name"], strict=True))
    return [search_key(best[text]) if text in best else None for text in texts]


def by_scan(index: NameIndex, asked: list[Asked]) -> list[str | None]:
    """The same by ``extractOne`` with ``token_sort_ratio``."""
    forms = index.forms.tolist()
    return [
        hit[0] if (hit := _best(each.text, forms, fuzz.token_sort_ratio)) else None
        for each in asked
    ]


def by_sorted_scan(index: NameIndex, asked: list[Asked]) -> list[str | None]:
    """The same by ``extractOne`` with ``ratio``, which is equal as words are in order already."""
    forms = index.forms.tolist()
    return [hit[0] if (hit := _best(each.text, forms, fuzz.ratio)) else None for each in asked]


def by_matrix(index: NameIndex, asked: list[Asked]) -> list[str | None]:
    """The same by ``cdist``, which compares many names at once."""
    forms = index.forms.tolist()
    best: list[str | None] = []
    for start in range(0, len(asked), 100):
        texts = [search_key(each.text) for each in asked[start : start + 100]]
        scores = process.cdist(
            texts, forms, scorer=fuzz.ratio, score_cutoff=THRESHOLD, dtype=np.float32
        )
        places = scores.argmax(axis=1)
        top = scores[np.arange(len(texts)), places]
        best += [forms[at] if score else None for at, score in zip(places, top, strict=True)]
    return best


def by_nomenklatura(index: NameIndex, asked: list[Asked]) -> list[str | None]:
    """The same by nomenklatura's blocking index and its algorithm ``logic-v2``."""
    from followthemoney import Dataset, StatementEntity
    from nomenklatura.blocker.index import Index
    from nomenklatura.matching import LogicV2

    dataset = Dataset.make({"name": "names", "title": "Names"})

    def entity(key: str, names: list[str]) -> Any:
        data = {"id": key, "schema": "LegalEntity", "properties": {"name": names}}
        return StatementEntity.from_data(dataset, data)

    names = pd.Series(index.names).groupby(index.entity_ids).agg(list)
    parties = {str(key): entity(str(key), each) for key, each in names.items()}
    queries = {f"query-{i}": entity(f"query-{i}", [each.text]) for i, each in enumerate(asked)}
    view = SimpleNamespace(entities=lambda include_schemata: iter(parties.values()))
    config = LogicV2.default_config()
    best: dict[str, tuple[float, str]] = {}
    with tempfile.TemporaryDirectory() as folder:
        blocker = Index(view, Path(folder))
        blocker.build()
        start = time.perf_counter()
        for query, candidates in blocker.match_entities(queries.values()):
            for party, _ in candidates:
                similarity = LogicV2.compare(queries[query.id], parties[party.id], config).score
                if similarity >= NOMENKLATURA_THRESHOLD:
                    best[query.id] = max(best.get(query.id, (0.0, "")), (similarity, party.id))
        print(f"  (of which {time.perf_counter() - start:.1f} s without building its index)")
    return [search_key(names[best[query][1]][0]) if query in best else None for query in queries]


def _best(
    text: str, forms: list[str], scorer: Callable[..., float]
) -> tuple[str, float, int] | None:
    return process.extractOne(search_key(text), forms, scorer=scorer, score_cutoff=THRESHOLD)


def judged(
    index: NameIndex, asked: list[Asked], best: list[str | None], bearers: dict[str, set[str]]
) -> pd.DataFrame:
    """One row a name: in which way it was made, whether it has a candidate, and is found."""
    return pd.DataFrame(
        {
            "way": [each.way for each in asked],
            "answered": [form is not None for form in best],
            "found": [
                form is not None and each.entity_id in bearers[form]
                for each, form in zip(asked, best, strict=True)
            ],
        }
    )


def tell(name: str, seconds: float, rows: pd.DataFrame) -> None:
    """Print recall, precision and speed of one method."""
    real = rows[rows["way"] != "innocent"]
    innocent = rows[rows["way"] == "innocent"]
    right, answered = rows["found"].sum(), rows["answered"].sum()
    print(
        f"{name:34} {len(rows) / seconds:9,.0f} names/s   recall {real['found'].mean():.4f}   "
        f"precision {right / max(answered, 1):.4f}   innocent with a candidate "
        f"{innocent['answered'].mean():.4f}   ({len(rows):,} names, {seconds:.1f} s)"
    )


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--names", type=int, default=100_000)
    parser.add_argument("--scan", type=int, default=500)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()

    edition = Edition(options.folder)
    start = time.perf_counter()
    index = index_of(edition)
    print(f"index of {len(index.names):,} names, {len(index.forms):,} of them different, built in "
          f"{time.perf_counter() - start:.1f} s")  # fmt: skip
    entities = edition.load("entities")
    persons = set(entities.loc[entities["kind"] == "person", "entity_id"])
    chance = random.Random(options.seed)
    half = options.names // 2
    asked = real_names(index, half, chance) + innocent_names(index, persons, half, chance)
    chance.shuffle(asked)
    bearers: dict[str, set[str]] = {}
    for name, entity_id in zip(index.names, index.entity_ids, strict=True):
        bearers.setdefault(search_key(name), set()).add(entity_id)

    start = time.perf_counter()
    best = by_index(index, asked)
    seconds = time.perf_counter() - start
    rows = judged(index, asked, best, bearers)
    tell("index", seconds, rows)
    print(rows.groupby("way")[["answered", "found"]].mean().round(4).to_string(), "\n")

    for threshold in (85, 90, 95):
        start = time.perf_counter()
        strict = judged(index, asked[:20_000], by_index(index, asked[:20_000], threshold), bearers)
        tell(f"index, threshold {threshold}", time.perf_counter() - start, strict)

    scans = {
        "extractOne, token_sort_ratio": (by_scan, options.scan),
        "extractOne, ratio of sorted words": (by_sorted_scan, options.scan),
        "cdist, ratio of sorted words": (by_matrix, 20 * options.scan),
    }
    if find_spec("nomenklatura"):
        scans["nomenklatura, logic-v2"] = (by_nomenklatura, 4 * options.scan)
    for name, (scan, count) in scans.items():
        some = asked[:count]
        print()
        start = time.perf_counter()
        found = scan(index, some)
        took = time.perf_counter() - start
        theirs = judged(index, some, found, bearers)
        tell(name, took, theirs)
        tell("index, on the same names", seconds * len(some) / len(asked), rows[: len(some)])
        both = (theirs["found"] & rows["found"][: len(some)]).sum() / theirs["found"].sum()
        times = (took / len(some)) / (seconds / len(asked))
        print(f"  the index is {times:.0f} times faster and finds {both:.4f} of what it finds")


if __name__ == "__main__":
    main()
