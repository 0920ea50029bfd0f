"""Searching for many names at once: candidates, each with a score and a reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd
from rich.console import Console
from rich.progress import Progress

from sanctions_data.names.matching import MATCHING
from sanctions_data.names.search_key import search_key
from sanctions_data.query.edition import Edition
from sanctions_data.query.measures import measures
from sanctions_data.query.notebook.shown_frames import CandidatesFrame
from sanctions_data.query.search.bearers import score_single_words
from sanctions_data.query.search.joined_scores import joined_scores
from sanctions_data.query.search.name_index import NameIndex, index_of
from sanctions_data.query.search.reason import reason
from sanctions_data.query.search.split_words import split_words
from sanctions_data.query.search.vocabulary import build_vocabulary
from sanctions_data.query.search.word_scores import word_scores
from sanctions_data.query.stands_on import edition_of, stands_on
from sanctions_data.query.time.day_status import day_of
from sanctions_data.schema.text_type import TEXT

COLUMNS = ["query", "entity_id", "name", "score", "reason"]
_TYPES = {column: "float32" if column == "score" else TEXT for column in COLUMNS}
THRESHOLD = 80.0
LIMIT = 5
_CHUNK = 500


def search(
    names: Iterable[str],
    *,
    limit: int = LIMIT,
    threshold: float = THRESHOLD,
    on: str | date | None = None,
    version: str | None = None,
    root: Path | None = None,
    progress: bool | None = None,
) -> pd.DataFrame:
    """Parties that each of many names may mean.

    The score is the similarity from 0 to 100, word by word, regardless of case, accents, script
    and word order: rare words count more than common ones, vowels and other spellings of a
    sound cost little, and so do words that the longer name has alone. Only 100 is the same name;
    and even then it need not be the same party.

    Args:
        names: a list of names, or a column of a frame; a million is fine. Missing cells and
            names without a letter find nothing.
        limit: maximum number of parties a name.
        threshold: minimum score.
        on: a day; keeps parties under a measure in force on it.
        version: a released version.
        root: folder of the data; the installed data if left out.
        progress: whether to show a bar on standard error; on a terminal if left out.

    Returns:
        One row a name and party, best first, in the order asked: ``query``, ``entity_id``,
        ``name`` (the name of the party that is most like it), ``score`` and ``reason``; see
        ``sanctions_data.query.search.reason``. A name asked twice is answered twice; one that is
        like none has no row. ``attrs["stands_on"]`` tells what was searched.

    Raises:
        ValueError: ``names`` is one text, or ``on`` is no day.
        UnknownCodeError: there is no such version; the message names the nearest.

    Example:
        >>> import sanctions_data as sd
        >>> found = sd.search(["AIR, Irán", "Iran Airr"], limit=1)
        >>> found[["entity_id", "reason"]].values.tolist()
        [['iran-air', 'word order'], ['iran-air', 'spelling']]
    """
    if isinstance(names, str):
        raise ValueError(f"found the text {names!r}, expected a list of names: [{names!r}]")
    edition = edition_of(root, version)
    index = index_of(edition)
    among = None if on is None else under_measures(edition, on)
    queries = names.tolist() if isinstance(names, pd.Series) else list(names)
    found = CandidatesFrame(
        search_index(
            index, queries, limit=limit, threshold=threshold, among=among, progress=progress
        )
    )
    searched = {"names": [f"{len(index.forms):,} different names of parties"]}
    day = None if on is None else day_of(on)
    found.attrs["stands_on"] = stands_on(edition, on=day, searched=searched)
    return found


def search_index(
    index: NameIndex,
    queries: list[str],
    *,
    limit: int = LIMIT,
    threshold: float = THRESHOLD,
    among: set[str] | None = None,
    progress: bool | None = False,
) -> pd.DataFrame:
    """What ``search`` does, on an index that is at hand.

    Args:
        index: the names.
        queries: names to search for.
        limit: maximum number of parties a name.
        threshold: minimum score.
        among: keeps these parties only.
        progress: as in ``search``.
    """
    allowed = None if among is None else np.isin(index.entity_ids.astype(str), list(among))
    found = [
        _search_chunk(index, chunk, limit, threshold, allowed)
        for chunk in _chunks(queries, progress)
    ]
    # Of names that are like none pandas cannot tell the types.
    return pd.concat([no_candidates(), *found], ignore_index=True).astype(_TYPES)


def no_candidates() -> pd.DataFrame:
    """The answer without a row."""
    return pd.DataFrame(columns=COLUMNS).astype(_TYPES)


def under_measures(edition: Edition, on: str | date) -> set[str]:
    """Parties under a measure in force on a day, of their own or as member of a class."""
    found = set(measures(on, version=edition.version, root=edition.root)["entity_id"])
    facts = edition.load("entity_attributes")
    members = facts[(facts["attribute"] == "member_of") & facts["value"].isin(found)]
    return found | set(members["entity_id"])


def _search_chunk(
    index: NameIndex,
    queries: list[str],
    limit: int,
    threshold: float,
    allowed: npt.NDArray[np.bool_] | None,
) -> pd.DataFrame:
    written = [search_key(query) if isinstance(query, str) else "" for query in queries]
    asked = [split_words(key, index.words) for key in written]
    is_split = np.array([key != split for key, split in zip(written, asked, strict=True)])
    query, form = index.pairs(asked)
    words = build_vocabulary(asked, index.words)
    score = word_scores(words, index.words, query, form)
    score = np.maximum(score, joined_scores(asked, index.joined, query, form))
    score = score_single_words(words, index.words, query, form, score)
    score = np.where(is_split[query], np.minimum(score, MATCHING.maximum_joined), score)
    good = score >= threshold
    query, form, score = query[good], form[good], score[good]
    pair, row = index.rows_of(form)
    if allowed is not None:
        pair, row = pair[allowed[row]], row[allowed[row]]
    found = pd.DataFrame(
        {
            "place": query[pair],
            "entity_id": index.entity_ids[row],
            "name": index.names[row],
            "score": score[pair],
            "lists": index.lists[row],
        }
    )
    # Of parties alike, the best known is the one that most lists name.
    found = found.sort_values(
        ["place", "score", "lists", "entity_id", "name"],
        ascending=[True, False, False, True, True],
    ).drop_duplicates(["place", "entity_id"])
    found = found[found.groupby("place").cumcount() < limit]
    text = [queries[place] for place in found["place"]]
    why = [reason(one, other) for one, other in zip(text, found["name"], strict=True)]
    return found.assign(query=text, reason=why)[COLUMNS]


def _chunks(queries: list[str], progress: bool | None) -> Iterator[list[str]]:
    console = Console(stderr=True)
    shown = console.is_terminal if progress is None else progress
    with Progress(console=console, disable=not shown, transient=True) as bar:
        task = bar.add_task("Searching", total=len(queries))
        for start in range(0, len(queries), _CHUNK):
            chunk = queries[start : start + _CHUNK]
            yield chunk
            bar.advance(task, len(chunk))
