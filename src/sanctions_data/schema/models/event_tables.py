"""Tables about events: what happened, what it brought, and who says so."""

from __future__ import annotations

from pandera.typing import Series

from sanctions_data.schema import fields as f
from sanctions_data.schema import vocabularies as v
from sanctions_data.schema.models.table_model import TableModel

_EVENT = ("Event", "The event.", "iran-missiles-2024-09-10")


class Events(TableModel):
    """Something that happened."""

    event_id: Series[str] = f.identifier(
        "Event",
        "Code of the event.",
        "iran-missiles-2024-09-10",
        required=True,
        unique=True,
        pattern=f.SLUG,
    )
    title: Series[str] = f.text(
        "Title", "Short title.", "E3 notice on air services with Iran", required=True
    )
    occurred_on: Series[str] = f.date("Date", "Day of the event.", "2024-09-10")
    date_precision: Series[str] = f.category(
        v.DATE_PRECISION, "Precision", "How exact the day is.", "day", required=True
    )
    part_of: Series[str] = f.reference(
        "events", "Part of", "The larger event it belongs to.", "iran-missiles-2024-09-10"
    )
    summary: Series[str] = f.text(
        "Summary",
        "What happened, in our own words.",
        "France, Germany and the United Kingdom announced steps to end air services agreements.",
        required=True,
        max_length=1000,
    )
    evidence: Series[str] = f.category(
        v.EVIDENCE, "Evidence", "How it is known.", "secondary", required=True
    )
    source_id: Series[str] = f.reference(
        "sources", "Source", "Who says so.", "e3-statement-2024-09-10", required=True
    )

    class Config:
        """Table-wide settings."""

        title = "Events"
        description = "Something that happened and that measures answer to, or follow from."


class EventMeasures(TableModel):
    """A measure that an event brought."""

    event_id: Series[str] = f.reference("events", *_EVENT, required=True)
    measure_id: Series[str] = f.identifier(
        "Measure",
        "The measure, in whichever of the four tables it stands.",
        "gb-fcdo-IRN0240-asset-freeze",
        required=True,
    )
    relation: Series[str] = f.category(
        v.EVENT_RELATION,
        "Relation",
        "How the measure relates to the event.",
        "followed",
        required=True,
    )
    source_id: Series[str] = f.reference(
        "sources", "Source", "Who says so.", "e3-statement-2024-09-10", required=True
    )
    note: Series[str] = f.text(
        "Note",
        "What a reader must know, in our own words.",
        "Announced on the day; it took effect later.",
    )

    class Config:
        """Table-wide settings."""

        title = "Event measures"
        description = "A measure that an event brought, and how the two relate."
        unique = ["event_id", "measure_id"]


class Claims(TableModel):
    """A disputed proposition."""

    claim_id: Series[str] = f.identifier(
        "Claim",
        "Code of the claim.",
        "iran-delivered-missiles-to-russia",
        required=True,
        unique=True,
        pattern=f.SLUG,
    )
    proposition: Series[str] = f.text(
        "Proposition",
        "What is disputed, in our own words.",
        "Iran delivered short-range ballistic missiles to Russia.",
        required=True,
    )
    event_id: Series[str] = f.reference("events", *_EVENT)
    note: Series[str] = f.text(
        "Note",
        "What a reader must know, in our own words.",
        "Reports differ on whether launchers were delivered as well.",
    )

    class Config:
        """Table-wide settings."""

        title = "Claims"
        description = "A proposition on which the parties to an event do not agree."


class Statements(TableModel):
    """Who said what about a claim."""

    statement_id: Series[str] = f.identifier(
        "Statement",
        "Code of the statement.",
        "blinken-2024-09-10",
        required=True,
        unique=True,
        pattern=f.SLUG,
    )
    claim_id: Series[str] = f.reference(
        "claims",
        "Claim",
        "The claim it is about.",
        "iran-delivered-missiles-to-russia",
        required=True,
    )
    speaker: Series[str] = f.text("Speaker", "Who said it.", "Antony Blinken", required=True)
    speaker_role: Series[str] = f.text("Role", "In what capacity.", "US Secretary of State")
    on_behalf_of: Series[str] = f.country(
        "On behalf of", "State for which the speaker spoke; empty for none.", "US"
    )
    stance: Series[str] = f.category(
        v.STANCE, "Stance", "What the speaker did with the claim.", "confirmed", required=True
    )
    stated_on: Series[str] = f.date("Date", "Day of the statement.", "2024-09-10")
    date_precision: Series[str] = f.category(
        v.DATE_PRECISION, "Precision", "How exact the day is.", "day", required=True
    )
    summary: Series[str] = f.text(
        "Summary",
        "What was said, in our own words.",
        "Said that Russia had received shipments of the missiles.",
        required=True,
    )
    evidence: Series[str] = f.category(
        v.EVIDENCE, "Evidence", "How it is known.", "secondary", required=True
    )
    source_id: Series[str] = f.reference(
        "sources", "Source", "Who reports it.", "naijanews-2024-09-10", required=True
    )

    class Config:
        """Table-wide settings."""

        title = "Statements"
        description = "Who alleged, confirmed, denied or admitted a claim, and when."
