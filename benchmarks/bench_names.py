"""Finding a party by a name that was written wrongly, kind by kind, beside other ways to do it.

    python benchmarks/bench_names.py [FOLDER] [--parties 2000] [--others 500] [--seed 18]

2,000 persons and 2,000 organisations, each with one letter replaced, one vowel replaced, the first
letter of a word replaced, two words swapped, the patronymic left out, transliterated, with
initials, or with another legal form. Recall@5 is the share of names whose party is among the five
best candidates. As many innocent names, made of words of real ones as no list has them, tell
the precision: the share of best candidates that are right. A last block asks for names that
lists print in another script than Latin, while that name is not in the index.

rapidfuzz scans all names, tantivy searches its words with a typo each, and nomenklatura, if it is
installed, compares what its own index finds by ``logic-v2``; they are asked for the first
``--others`` of the shuffled names, and ours is told on the same ones.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
from made_kinds import innocent_bodies, made_of
from made_names import Asked, innocent_names
from rapidfuzz import fuzz, process

from sanctions_data.names.fold import latin_key, latin_words
from sanctions_data.query.edition import Edition
from sanctions_data.query.search.name_index import NameIndex, build_index, index_of
from sanctions_data.query.search.search import search_index

LIMIT = 5
Found = list[list[str]]


def by_ours(index: NameIndex, texts: list[str]) -> Found:
    """The five best parties of each name, found with the index of the package."""
    found = search_index(index, texts, limit=LIMIT)
    best: dict[str, list[str]] = {}
    for text, entity_id in zip(found["query"], found["entity_id"], strict=True):
        best.setdefault(text, []).append(entity_id)
    return [list(dict.fromkeys(best.get(text, [])))[:LIMIT] for text in texts]


def by_rapidfuzz(index: NameIndex, texts: list[str]) -> Found:
    """The same by ``cdist`` of all names, words in order (``token_sort_ratio``), from 80 on."""
    forms, found = index.forms.tolist(), Found()
    for start in range(0, len(texts), 100):
        asked = [latin_key(text) for text in texts[start : start + 100]]
        scores = process.cdist(asked, forms, scorer=fuzz.ratio, score_cutoff=80, dtype=np.float32)
        for row in scores:
            top = np.argpartition(-row, 20)[:20]
            top = top[np.argsort(-row[top], kind="stable")]
            found.append(_parties(index, [place for place in top if row[place] > 0]))
    return found


def by_tantivy(index: NameIndex, texts: list[str]) -> Found:
    """The same by tantivy: any of the words, each with up to one typo, best first."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("name", stored=False)
    builder.add_integer_field("place", stored=True)
    schema = builder.build()
    shelf = tantivy.Index(schema)
    writer = shelf.writer(heap_size=200_000_000)
    for place, form in enumerate(index.forms):
        writer.add_document(tantivy.Document(name=form, place=place))
    writer.commit()
    shelf.reload()
    searcher, found = shelf.searcher(), Found()
    start = time.perf_counter()
    for text in texts:
        words = [
            (tantivy.Occur.Should, tantivy.Query.fuzzy_term_query(schema, "name", word, distance=1))
            for word in latin_words(text)
        ]
        hits = searcher.search(tantivy.Query.boolean_query(words), 20).hits if words else []
        places = [searcher.doc(address)["place"][0] for _, address in hits]
        found.append(_parties(index, places))
    print(f"  (of which {time.perf_counter() - start:.1f} s without building its index)")
    return found


def by_nomenklatura(index: NameIndex, texts: list[str]) -> Found:
    """The same by nomenklatura's blocking index and its algorithm ``logic-v2``, from 0.7 on."""
    from followthemoney import Dataset, StatementEntity
    from nomenklatura.blocker.index import Index
    from nomenklatura.matching import LogicV2

    dataset = Dataset.make({"name": "names", "title": "Names"})

    def entity(key: str, names: list[str]) -> Any:
        data = {"id": key, "schema": "LegalEntity", "properties": {"name": names}}
        return StatementEntity.from_data(dataset, data)

    names = pd.Series(index.names).groupby(index.entity_ids).agg(list)
    parties = {str(key): entity(str(key), each) for key, each in names.items()}
    queries = {f"query-{i}": entity(f"query-{i}", [text]) for i, text in enumerate(texts)}
    view = SimpleNamespace(entities=lambda include_schemata: iter(parties.values()))
    config = LogicV2.default_config()
    scored: dict[str, list[tuple[float, str]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        blocker = Index(view, Path(folder))
        blocker.build()
        start = time.perf_counter()
        for query, candidates in blocker.match_entities(queries.values()):
            for party, _ in candidates:
                score = LogicV2.compare(queries[query.id], parties[party.id], config).score
                if score >= 0.7:
                    scored.setdefault(query.id, []).append((-score, party.id))
        print(f"  (of which {time.perf_counter() - start:.1f} s without building its index)")
    return [[key for _, key in sorted(scored.get(query, []))[:LIMIT]] for query in queries]


def _parties(index: NameIndex, places: list[int]) -> list[str]:
    _, rows = index.rows_of(np.array(places, dtype=np.int64))
    return list(dict.fromkeys(index.entity_ids[rows]))[:LIMIT]


def judge(asked: list[Asked], found: Found, same: dict[str, set[str]]) -> pd.DataFrame:
    """One row a name: its kind, whether it has a candidate, is found, and is found first."""
    return pd.DataFrame(
        {
            "kind": [each.way for each in asked],
            "answered": [bool(parties) for parties in found],
            "found": [
                each.entity_id in parties for each, parties in zip(asked, found, strict=True)
            ],
            "first": [
                bool(parties) and parties[0] in same.get(str(each.entity_id), set())
                for each, parties in zip(asked, found, strict=True)
            ],
        }
    )  # fmt: skip


def tell(name: str, seconds: float, rows: pd.DataFrame) -> None:
    """Print recall, precision and speed of one method."""
    real, innocent = (rows[(rows["kind"] == "innocent") == is_innocent] for is_innocent in (0, 1))
    print(
        f"{name:26} {len(rows) / seconds:9,.0f} names/s   recall@5 {real['found'].mean():.4f}   "
        f"first {real['first'].mean():.4f}   precision "
        f"{rows['first'].sum() / max(rows['answered'].sum(), 1):.4f}   innocent with a candidate "
        f"{innocent['answered'].mean():.4f}   ({len(rows):,} names)"
    )


def chosen_parties(edition: Edition, kind: str, count: int, chance: random.Random) -> pd.DataFrame:
    """Parties of a kind, each with one primary name of two words or more in Latin letters."""
    names = edition.load("entity_names")
    entities = edition.load("entities", ("entity_id", "kind", "merged_into"))
    living = entities[entities["merged_into"].isna() & (entities["kind"] == kind)]
    rows = names[
        names["entity_id"].isin(living["entity_id"])
        & (names["script"] == "Latn")
        & (names["name_type"] == "primary")
    ].drop_duplicates("entity_id")
    good = rows[rows["name"].map(_is_long_enough)].sort_values("entity_id")
    return good.iloc[sorted(chance.sample(range(len(good)), count))]


def _is_long_enough(name: str) -> bool:
    return sum(len(word) > 2 for word in latin_words(name)) >= 2


def other_scripts(
    edition: Edition, count: int, chance: random.Random
) -> tuple[NameIndex, list[Asked]]:
    """An index without the names in another script of some parties, and these names."""
    names = edition.load("entity_names")
    has_latin = set(names.loc[names["script"] == "Latn", "entity_id"])
    scripts = names["script"].isin(["Cyrl", "Arab", "Kana", "Hani", "Hang", "Grek"])
    rows = names[scripts & names["entity_id"].isin(has_latin)]
    rows = rows.drop_duplicates(["entity_id", "script"])
    picked = rows.sample(frac=1, random_state=chance.randrange(10**6))
    picked = picked.groupby("script", observed=True).head(count)
    left_out = names["entity_id"].isin(picked["entity_id"]) & (names["script"] != "Latn")
    kept = names[~left_out]
    asked = [
        Asked(row.name, f"held: {row.script}", row.entity_id)
        for row in picked[["name", "script", "entity_id"]].itertuples(index=False, name="Row")
    ]
    return build_index(kept["entity_id"].tolist(), kept["name"].tolist()), asked


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--parties", type=int, default=2000)
    parser.add_argument("--others", type=int, default=500)
    parser.add_argument("--seed", type=int, default=18)
    options = parser.parse_args()

    edition, chance = Edition(options.folder), random.Random(options.seed)
    start = time.perf_counter()
    index = index_of(edition)
    print(f"index of {len(index.forms):,} names, built in {time.perf_counter() - start:.1f} s")
    asked = list[Asked]()
    names_of = dict[str, list[str]]()
    for kind in ("person", "organisation"):
        rows = chosen_parties(edition, kind, options.parties, chance)
        names_of[kind] = rows["name"].tolist()
        for name, entity_id in zip(rows["name"], rows["entity_id"], strict=True):
            asked += made_of(name, entity_id, kind, chance)
    entities = edition.load("entities", ("entity_id", "kind"))
    persons = set(entities.loc[entities["kind"] == "person", "entity_id"])
    innocent = len(asked) // 2
    asked += innocent_names(index, persons, innocent, chance)
    common = {word for word, times in Counter(" ".join(index.forms).split()).items() if times > 200}
    bodies = names_of["organisation"]
    asked += innocent_bodies(bodies, set(index.forms), common, innocent, chance)
    chance.shuffle(asked)
    same = _same_names(index, {str(each.entity_id) for each in asked})

    texts = [each.text for each in asked]
    start = time.perf_counter()
    found = by_ours(index, texts)
    seconds = time.perf_counter() - start
    rows = judge(asked, found, same)
    tell("ours", seconds, rows)
    print(rows.groupby("kind")[["answered", "found", "first"]].mean().round(4).to_string())

    ways: dict[str, Callable[[NameIndex, list[str]], Found]] = {
        "rapidfuzz, token_sort_ratio": by_rapidfuzz
    }
    if find_spec("tantivy"):
        ways["tantivy, one typo a word"] = by_tantivy
    if find_spec("nomenklatura"):
        ways["nomenklatura, logic-v2"] = by_nomenklatura
    some = slice(0, options.others)
    for name, way in ways.items() if options.others else ():
        start = time.perf_counter()
        theirs = judge(asked[some], way(index, texts[some]), same)
        tell(name, time.perf_counter() - start, theirs)
        tell("  ours, on the same", seconds * options.others / len(asked), rows[some])
        print(theirs.groupby("kind")["found"].mean().round(3).to_dict())

    without, held = other_scripts(edition, options.parties // 4, chance)
    rows = judge(held, by_ours(without, [each.text for each in held]), {})
    print(rows.groupby("kind")["found"].agg(["mean", "size"]).round(4).to_string())


def _same_names(index: NameIndex, parties: set[str]) -> dict[str, set[str]]:
    """Of each party all that have one of its names: no name can tell these apart."""
    frame = pd.DataFrame({"party": index.entity_ids})
    frame["form"] = pd.factorize(np.array([latin_key(name) for name in index.names]))[0]
    mine = frame[frame["party"].isin(parties)]
    pairs = mine.merge(frame, on="form")
    return pairs.groupby("party_x")["party_y"].agg(set).to_dict()


if __name__ == "__main__":
    main()
