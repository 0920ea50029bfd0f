"""The measures in chunks that a page loads by filter, and how many there are on any day.

A day is counted from bounds alone: measures of one chunk with the same bounds are one line of
``counts.json``, so that the page counts all of them without loading any.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from sanctions_data.query.time.day_bounds import BOUNDS
from sanctions_data.site.compact_json import Places, write_compact
from sanctions_data.site.site_tables import SiteTables, text_of

COLUMNS = [
    "measure_id", "entity_id", "party", "instrument_id", "status", "scope", "start", "end", *BOUNDS,
]  # fmt: skip
_ROWS_A_CHUNK = 1_500
_CHUNK_KEYS = ["authority_id", "measure_type", "programme_id"]


def write_measure_rows(folder: Path, tables: SiteTables) -> None:
    """Write the chunks, and ``counts.json`` that tells what is in each."""
    names = tables.edition.load("entities").set_index("entity_id")["name"]
    frame = tables.measures
    frame = frame.assign(party=text_of(frame["entity_id"].map(names)))
    frame = frame.sort_values([*_CHUNK_KEYS, "measure_id"], kind="stable")
    columns = [text_of(frame[name]).tolist() for name in (*_CHUNK_KEYS, *COLUMNS)]
    by_chunk: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for row in zip(*columns, strict=True):
        by_chunk.setdefault(row[:3], []).append(row[3:])
    days, acts = Places(), Places()
    chunks: list[list[Any]] = []
    for key, rows in sorted(by_chunk.items()):
        for first in range(0, len(rows), _ROWS_A_CHUNK):
            part = rows[first : first + _ROWS_A_CHUNK]
            write_compact(folder / f"{len(chunks)}.json", part)
            chunks.append([*key, len(part), _acts(part, acts), _counts(part, days)])
    content = {"columns": COLUMNS, "days": days.things, "acts": acts.things, "chunks": chunks}
    write_compact(folder / "counts.json", content)


def _acts(rows: list[tuple[str, ...]], acts: Places) -> list[int]:
    place = COLUMNS.index("instrument_id")
    return [acts.of(each) for each in sorted({row[place] for row in rows} - {""})]


def _counts(rows: list[tuple[str, ...]], days: Places) -> list[int]:
    """Four days and a number, one after the other, for each set of bounds."""
    counted = Counter(row[-len(BOUNDS) :] for row in rows)
    return [
        value
        for bounds, number in sorted(counted.items())
        for value in (*map(days.of, bounds), number)
    ]
