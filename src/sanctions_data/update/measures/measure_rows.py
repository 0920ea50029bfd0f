"""A measure that an entry is under, as a row of our tables."""

from __future__ import annotations

from collections.abc import Container

from slugify import slugify

from sanctions_data.lists.common.partial_dates import iso
from sanctions_data.tables.store import Row
from sanctions_data.update.sources import Snapshot
from sanctions_data.update.terms.imposed import UNCLASSIFIED, Imposed


def make_row(
    snapshot: Snapshot, authority_id: str, listing_id: str, entity_id: str, measure: Imposed
) -> Row:
    """The row of a measure as it stands on the day of a snapshot, without its id.

    It has the columns of every table of measures; what one of them lacks is left out later.
    """
    day = snapshot.taken_on
    is_ahead = measure.start is not None and measure.start > day
    has_ended = measure.end is not None and measure.end <= day
    over = "suspended" if measure.is_suspended else "ended"
    # A list is a report on an act that it does not name, and flights need the act.
    is_report = measure.measure_type == "flight_restriction" and not measure.instrument_id
    status = over if has_ended else "announced" if is_ahead else "in_force"
    return {
        "entity_id": entity_id,
        "authority_id": authority_id,
        "programme_id": measure.programme_id,
        "instrument_id": measure.instrument_id,
        "measure_type": measure.measure_type,
        "status": status,
        "start_date": iso(measure.start),
        "start_precision": measure.start_precision,
        "start_rule": measure.start_rule,
        "end_date": iso(measure.end),
        "end_precision": "day" if measure.end else "",
        "announced_on": day.isoformat() if status == "announced" else "",
        "first_seen": day.isoformat(),
        "basis": measure.basis,
        "rule_id": measure.rule_id,
        "evidence": "secondary" if is_report else measure.evidence,
        "listing_id": listing_id,
        "source_id": snapshot.source_id,
        "note": "",
        "printed_term": measure.printed_term,
        "entry_scope": measure.scope,
        "asset_scope": measure.scope,
        "restriction_kind": measure.scope,
        "nature": "sanction",
    }


def new_measure_id(
    snapshot: Snapshot, authority_id: str, listing_id: str, measure: Imposed, taken: Container[str]
) -> str:
    """An id that no measure has: listing, kind, and the programme where there may be several."""
    base = f"{listing_id}-{measure.measure_type.replace('_', '-')}"
    if measure.measure_type == UNCLASSIFIED:
        base = f"{base}-{slugify(measure.printed_term, max_length=40) or 'term'}"
    elif snapshot.has_many_programmes and measure.programme_id:
        base = f"{base}-{measure.programme_id.removeprefix(f'{authority_id}-')}"
    measure_id, number = base, 1
    while measure_id in taken:
        number += 1
        measure_id = f"{base}-{number}"
    return measure_id
