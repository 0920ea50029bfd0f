"""What each release changed, from the one before: all that the files of the feed are made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pandas as pd

from sanctions_data.export.feed.cell_changes import cell_changes
from sanctions_data.history.diff import COLUMNS, compare_lines, tables_in_states
from sanctions_data.history.versions import History
from sanctions_data.schema.text_type import TEXT


@dataclass
class ReleaseNews:
    """A release, the one before it, and what makes the one the other.

    ``cells`` are rows of ``delta.csv``; ``found`` is what ``sd.diff`` tells.
    """

    version: str
    before: str
    released_on: str
    cells: list[list[str]] = field(default_factory=list)
    found: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=COLUMNS))


def release_news(root: Path, until: str | None = None) -> list[ReleaseNews]:
    """The news of every release but the first, the oldest first.

    Args:
        root: the folder of the data.
        until: the last version to tell of; the newest if left out.

    Raises:
        HistoryError: a version cannot be rebuilt.
    """
    history = History(root)
    versions = history.versions
    if until is not None:
        versions = versions[: versions.index(until) + 1]
    news = [
        ReleaseNews(version, before, _day_of(history, version))
        for before, version in pairwise(versions)
    ]
    rows: list[list[list[str]]] = [[] for _ in news]
    for name, states in tables_in_states(versions, root) if news else ():
        for place, (before, after) in enumerate(pairwise(states)):
            rows[place] += compare_lines(name, before, after)
            news[place].cells += (row for row, _ in cell_changes(name, before, after))
    for each, of in zip(news, rows, strict=True):
        each.found = pd.DataFrame(of, columns=COLUMNS, dtype=TEXT)
    return news


def _day_of(history: History, version: str) -> str:
    return history.release_of(version, "entities")["released_on"]


def authorities_in(news: list[ReleaseNews]) -> Iterator[str]:
    """The authorities of which any release has news, in order."""
    yield from sorted({code for each in news for code in each.found["authority_id"]} - {""})
