"""The steps from a measure back to its source, as text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sanctions_data.query.stands_on import stands_on_text

if TYPE_CHECKING:
    from sanctions_data.query.why.trace import Row, Why

_MAXIMUM_TERMS = 5
_EVIDENCE = {
    "primary": "read in the act or list itself",
    "secondary": "read in a report or a copy",
    "unverified": "general knowledge, read nowhere",
}


def steps_text(found: Why) -> str:
    """One line a step, what is not known left out."""
    return "\n".join([*_steps(found), "", stands_on_text(found.stands_on)])


def _steps(found: Why) -> Iterator[str]:
    row = found.measure
    kind = row["measure_type"].replace("_", " ")
    yield f"{kind} on {found.party['name']} by {row['authority']} [{row['measure_id']}]"
    start = f"since {row['start_date']} ({row['start_precision']})" if row["start_date"] else ""
    end = f"until {row['end_date']} ({row['end_precision']})" if row["end_date"] else ""
    inferred = f"start by rule {row['start_rule']}" if row["start_rule"] else ""
    yield "; ".join(filter(None, [row["status"].replace("_", " "), start, end, inferred]))
    yield _step("Act", row["act"] or "none is named", row["act_url"])
    if found.rule:
        article = found.rule.get("article", "")
        yield _step("Rule", row["rule_id"], found.rule["instrument_id"], article)
    yield from _listing(found)
    source = found.source
    yield _step("Source", source["title"], source["publisher"], source["published_on"])
    yield _step("Address", source["url"])
    if source["sha256"]:
        yield _step("File", f"SHA-256 {source['sha256']}", f"{source['bytes']} bytes")
    yield _step("Evidence", _EVIDENCE[row["evidence"]], row["basis"])
    for each in found.events:
        yield _step("Event", each["title"], each["occurred_on"])
    for each in found.corrections:
        was = f"{each['table']}.{each['column']}: {each['imported_value']!r}"
        yield _step("Corrected", f"{was} -> {each['corrected_value']!r}", each["source_id"])
    if row["note"]:
        yield _step("Note", row["note"])


def _listing(found: Why) -> Iterator[str]:
    if not (listing := found.listing):
        yield "Entered by contributors: no list's entry stands behind it."
        return
    yield _step("Listing", listing["listing_id"], f"printed as {listing['name']}")
    yield _step("Matched", listing["matched_by"].replace("_", " ") or "it founded the party")
    for each in found.decisions:
        yield _step("Decided", each["decision"], each["decided_on"], each["source_id"])
    if found.printed:
        yield _step("Position", found.printed.position, found.printed.folder)
        yield from (_step("Printed", term) for term in found.printed.terms)
    else:
        yield from map(_term, found.terms[:_MAXIMUM_TERMS])


def _term(row: Row) -> str:
    return _step("May be printed as", f"{row['field']}: {row['term']}")


def _step(label: str, *parts: str) -> str:
    return f"{label}: {', '.join(filter(None, parts))}"
