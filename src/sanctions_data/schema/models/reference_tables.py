"""Reference tables: who imposes, under what programme, by what act."""

from __future__ import annotations

from pandera.typing import Series

from sanctions_data.schema import fields as f
from sanctions_data.schema import vocabularies as v
from sanctions_data.schema.models.table_model import TableModel


class Authorities(TableModel):
    """A body that imposes measures."""

    authority_id: Series[str] = f.identifier(
        "Authority", "Short code of the body.", "gb", required=True, unique=True, pattern=f.SLUG
    )
    name: Series[str] = f.text("Name", "Official name in English.", "United Kingdom", required=True)
    kind: Series[str] = f.category(
        v.AUTHORITY_KIND, "Kind", "What sort of body it is.", "state", required=True
    )
    country: Series[str] = f.country(
        "Country", "State that the authority belongs to; empty for organisations of states.", "GB"
    )
    url: Series[str] = f.url(
        "Address",
        "Where the authority publishes its measures.",
        "https://www.gov.uk/government/collections/uk-sanctions-regimes-under-the-sanctions-act",
    )
    note: Series[str] = f.text(
        "Note",
        "What a reader must know, in our own words.",
        "Departments that act in its name are not told apart.",
    )

    class Config:
        """Table-wide settings."""

        title = "Authorities"
        description = "A body that imposes measures: a state, a union, the UN, or an agency."


class Programmes(TableModel):
    """A sanctions regime of one authority."""

    programme_id: Series[str] = f.identifier(
        "Programme",
        "Code of the programme, beginning with its authority.",
        "gb-russia",
        required=True,
        unique=True,
        pattern=f.SLUG,
    )
    authority_id: Series[str] = f.reference(
        "authorities", "Authority", "Who runs the programme.", "gb", required=True
    )
    name: Series[str] = f.text(
        "Name", "Name of the regime in English.", "Russia sanctions regime", required=True
    )
    opensanctions_key: Series[str] = f.text(
        "OpenSanctions key",
        "Key of the same programme at OpenSanctions, for joining.",
        "GB-RUS",
        pattern=r"^[A-Z0-9-]+$",
    )
    instrument_id: Series[str] = f.reference(
        "instruments", "Instrument", "The act on which the programme rests.", "gb-uksi-2019-855"
    )
    source_id: Series[str] = f.reference(
        "sources", "Source", "Who says so.", "opensanctions-programmes", required=True
    )
    note: Series[str] = f.text(
        "Note",
        "What a reader must know, in our own words.",
        "Replaced the EU regime that applied in the United Kingdom until the end of 2020.",
    )

    class Config:
        """Table-wide settings."""

        title = "Programmes"
        description = "A sanctions regime of one authority."


class Instruments(TableModel):
    """A legal act."""

    instrument_id: Series[str] = f.identifier(
        "Instrument",
        "Code of the act: authority, sort and number.",
        "gb-uksi-2019-855",
        required=True,
        unique=True,
        pattern=f.SLUG,
    )
    authority_id: Series[str] = f.reference(
        "authorities", "Authority", "Who adopted it.", "gb", required=True
    )
    kind: Series[str] = f.category(
        v.INSTRUMENT_KIND, "Kind", "What sort of act it is.", "regulation", required=True
    )
    number: Series[str] = f.text("Number", "Official number.", "SI 2019/855")
    title: Series[str] = f.text(
        "Title",
        "Official title, or a short description in our own words.",
        "The Russia (Sanctions) (EU Exit) Regulations 2019",
        required=True,
    )
    adopted_on: Series[str] = f.date(
        "Adopted", "Day on which it was adopted or made.", "2019-04-10"
    )
    in_force_on: Series[str] = f.date("In force", "Day on which it took effect.", "2020-12-31")
    ended_on: Series[str] = f.date(
        "Ended", "First day on which it no longer applied.", "2025-06-30"
    )
    replaces: Series[str] = f.reference(
        "instruments",
        "Replaces",
        "The act that it took over from: what that one had imposed goes on under this one, so "
        "that a measure may be older than its act.",
        "eu-reg-36-2012",
    )
    url: Series[str] = f.url(
        "Address",
        "The act at its publisher, by the publisher's own scheme.",
        "https://www.legislation.gov.uk/uksi/2019/855",
    )
    evidence: Series[str] = f.category(
        v.EVIDENCE, "Evidence", "How the dates and the number are known.", "primary", required=True
    )
    source_id: Series[str] = f.reference(
        "sources", "Source", "Who says so.", "gb-fcdo-2026-08-22", required=True
    )
    note: Series[str] = f.text(
        "Note",
        "What a reader must know, in our own words.",
        "Amended many times; the dates are those of the first version.",
    )

    class Config:
        """Table-wide settings."""

        title = "Instruments"
        description = "A legal act, or the statement that announced a measure."
