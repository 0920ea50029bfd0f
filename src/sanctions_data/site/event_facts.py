"""What happened, which measures it brought, and who alleged, confirmed, denied or admitted what."""

from __future__ import annotations

from typing import Any

import pandas as pd

from sanctions_data.site.reference_facts import text_rows
from sanctions_data.site.site_tables import SiteTables

_MEASURE = ["entity_id", "authority_id", "measure_type", "scope", "status", "start", "end"]


def event_facts(tables: SiteTables) -> dict[str, Any]:
    """Events, their measures, claims and statements, with the sources that they cite."""
    edition = tables.edition
    events, claims, statements = map(edition.load, ("events", "claims", "statements"))
    return {
        "events": text_rows(
            events[["event_id", "title", "occurred_on", "date_precision", "part_of", "summary",
                    "evidence", "source_id"]]
        ),
        "measures": text_rows(_measures(tables)),
        "claims": text_rows(claims[["claim_id", "proposition", "event_id", "note"]]),
        "statements": text_rows(
            statements[
                ["statement_id", "claim_id", "speaker", "speaker_role", "on_behalf_of", "stance",
                 "stated_on", "date_precision", "summary", "evidence", "source_id"]
            ].sort_values(["claim_id", "stated_on", "statement_id"])
        ),
        "sources": _sources(tables, [events, statements]),
    }  # fmt: skip


def _measures(tables: SiteTables) -> pd.DataFrame:
    brought = tables.edition.load("event_measures")[["event_id", "measure_id", "relation"]]
    measures = tables.measures.set_index("measure_id")[_MEASURE]
    names = tables.edition.load("entities").set_index("entity_id")["name"]
    found = brought.join(measures, on="measure_id")
    return found.assign(party=found["entity_id"].map(names))


def _sources(tables: SiteTables, citing: list[pd.DataFrame]) -> list[list[str]]:
    sources = tables.edition.load("sources")
    cited = set(pd.concat([each["source_id"] for each in citing]))
    found = sources[sources["source_id"].isin(cited)]
    return text_rows(found[["source_id", "title", "publisher", "url", "published_on"]])
