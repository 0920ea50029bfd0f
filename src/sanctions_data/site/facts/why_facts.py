"""What stands behind measures: what a ``why`` needs beyond the measure itself, each fact once.

A page has measure, act, listing and source already; here is the rest, by the id that leads to it.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sanctions_data.site.reference_facts import text_rows
from sanctions_data.site.site_tables import SiteTables

_TERM = ["list_id", "field", "term", "measure_type", "programme_id"]
_CORRECTION = ["row_key", "table", "column", "imported_value", "corrected_value", "source_id"]
_DECISION = ["listing_id", "decision", "decided_on", "source_id"]


def why_facts(tables: SiteTables) -> dict[str, Any]:
    """Files of the sources, rules, printed terms, corrections, decisions and events of measures."""
    load = tables.edition.load
    sources, rules = load("sources"), load("programme_measures")
    sources = sources[sources["source_id"].isin(tables.measures["source_id"])]
    events = load("events").set_index("event_id")[["title", "occurred_on"]]
    brought = load("event_measures")[["measure_id", "event_id"]]
    # In the order of the table of events, as the library tells them.
    ordered = brought.sort_values(
        "event_id", key=lambda ids: ids.map({each: i for i, each in enumerate(events.index)})
    )
    return {
        "sources": _by_first(
            text_rows(sources[["source_id", "publisher", "published_on", "sha256", "bytes"]])
        ),
        "rules": _by_first(text_rows(rules[["rule_id", "instrument_id", "article"]])),
        "terms": text_rows(load("source_terms")[_TERM]),
        "corrections": _grouped(text_rows(load("corrections")[_CORRECTION])),
        "decisions": _grouped(text_rows(load("match_decisions")[_DECISION])),
        "events": _by_first(
            [[str(event), *cells] for event, cells in zip(events.index, text_rows(events),
                                                          strict=True)]
        ),
        "brought": {key: [each for (each,) in of] for key, of in
                    _grouped(text_rows(ordered)).items()},
    }  # fmt: skip


def _by_first(rows: list[list[str]]) -> dict[str, list[str]]:
    return {key: cells for key, *cells in rows}


def _grouped(rows: list[list[str]]) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = defaultdict(list)
    for key, *cells in rows:
        found[key].append(cells)
    return found
