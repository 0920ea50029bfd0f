"""Why the data say that a measure was imposed: every step from the source to the row."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from sanctions_data.names.known_codes import KnownCodes
from sanctions_data.query.edition import Edition
from sanctions_data.query.labels import spell_out
from sanctions_data.query.measures import measures
from sanctions_data.query.stands_on import StandsOn, edition_of, stands_on
from sanctions_data.query.why.printed_entry import PrintedEntry, find_printed
from sanctions_data.tables.records import cell_text, records

Row = dict[str, str]


@dataclass(frozen=True)
class Why:
    """From a measure back to its source.

    Attributes:
        measure: its row, with ``authority``, ``act``, ``act_url``, ``source`` and ``source_url``
            spelled out.
        party: the row of ``entities``.
        source: the row of ``sources``: publisher, address, day and, of a list, the SHA-256.
        listing: the row of ``listings`` on which it rests; empty where none does.
        rule: the row of ``programme_measures`` by which it follows, with the article.
        terms: rows of ``source_terms``: what the list prints that means this.
        corrections: cells of the measure, its party or its listing that were corrected.
        decisions: what was decided on which party the listing is.
        events: events that brought the measure.
        printed: the entry in the file, where the snapshots are at hand.
        stands_on: version, day of the data and age of the lists.
    """

    measure: Row
    party: Row
    source: Row
    listing: Row
    rule: Row
    terms: list[Row]
    corrections: list[Row]
    decisions: list[Row]
    events: list[Row]
    printed: PrintedEntry | None
    stands_on: StandsOn

    def __str__(self) -> str:
        """The steps as the command line prints them."""
        from sanctions_data.query.why.steps import steps_text

        return steps_text(self)


def why(
    measure_id: str,
    *,
    snapshots: Path | str | None = None,
    version: str | None = None,
    root: Path | None = None,
) -> Why:
    """Why the data say that a measure was imposed.

    Args:
        measure_id: the id of a measure, as in every table of measures.
        snapshots: a folder with ``LIST/YYYY-MM-DD/`` snapshots of the lists; with it, the
            entry is looked up in the very file, and its position and words are told.
        version: a released version.
        root: folder of the data; the installed data if left out.

    Returns:
        The steps; printed, they are a text.

    Raises:
        UnknownCodeError: there is no such measure or version; the message names the nearest.

    Example:
        >>> import sanctions_data as sd
        >>> found = sd.why("de-operating-permit-mahan-air-2019")
        >>> found.party["name"], bool(found.source["publisher"])
        ('Mahan Air', True)
    """
    edition = edition_of(root, version)
    every = measures(version=version, root=root)
    known = KnownCodes("measure", frozenset(every["measure_id"]), listed="sd.measures()")
    measure_id = known.code_of(measure_id)
    measure = _row(spell_out(every[every["measure_id"] == measure_id], edition))
    listing = _find(edition, "listings", "listing_id", measure["listing_id"])
    source = _find(edition, "sources", "source_id", measure["source_id"])
    keys = {measure_id, measure["entity_id"], measure["listing_id"]} - {""}
    corrections = edition.load("corrections")
    is_of = corrections["row_key"].isin(keys)
    decisions = edition.load("match_decisions")
    brought = edition.load("event_measures")
    of_event = brought.loc[brought["measure_id"] == measure_id, "event_id"]
    events = edition.load("events")
    return Why(
        measure=measure,
        party=_find(edition, "entities", "entity_id", measure["entity_id"]),
        source=source,
        listing=listing,
        rule=_find(edition, "programme_measures", "rule_id", measure["rule_id"]),
        terms=_terms(measure, listing, edition),
        corrections=_rows(corrections[is_of]),
        decisions=_rows(decisions[decisions["listing_id"] == (measure["listing_id"] or None)]),
        events=_rows(events[events["event_id"].isin(of_event)]),
        printed=find_printed(listing, source, Path(snapshots)) if snapshots and listing else None,
        stands_on=stands_on(edition, authorities=[measure["authority_id"]]),
    )


def _terms(measure: Row, listing: Row, edition: Edition) -> list[Row]:
    """What the list prints for the measure, or for the programme from which it follows."""
    if not listing:
        return []
    terms = edition.load("source_terms")
    terms = terms[terms["list_id"] == listing["list_id"]]
    by_kind = terms["measure_type"].eq(measure["measure_type"])
    by_programme = terms["programme_id"].eq(measure["programme_id"])
    return _rows(terms[by_programme if measure["basis"] == "derived" else by_kind])


def _find(edition: Edition, table: str, key: str, value: str) -> Row:
    frame = edition.load(table)
    return _row(frame[frame[key] == value]) if value else {}


def _row(frame: pd.DataFrame) -> Row:
    return next(iter(_rows(frame)), {})


def _rows(frame: pd.DataFrame) -> list[Row]:
    return [{column: _text(cell) for column, cell in row.items()} for row in records(frame)]


def _text(cell: object) -> str:
    return f"{cell:%Y-%m-%d}" if isinstance(cell, pd.Timestamp) else cell_text(cell)
