"""Reference tables: who imposes, where it is published, and under what act."""

from __future__ import annotations

from pandera.typing import Series

from sanctions_data.schema import fields as f
from sanctions_data.schema import vocabularies as v
from sanctions_data.schema.models.table_model import Rows


class Authorities(Rows):
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


class Lists(Rows):
    """An official list that is imported."""

    list_id: Series[str] = f.identifier(
        "List", "Short code of the list.", "gb-fcdo", required=True, unique=True, pattern=f.SLUG
    )
    authority_id: Series[str] = f.reference(
        "authorities", "Authority", "Who imposes what the list states; empty for `curated`.", "gb"
    )
    title: Series[str] = f.text("Title", "Name of the list.", "UK Sanctions List", required=True)
    publisher: Series[str] = f.text(
        "Publisher",
        "Who publishes it.",
        "Foreign, Commonwealth & Development Office",
        required=True,
    )
    url: Series[str] = f.url(
        "Address",
        "Where the publisher serves it.",
        "https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.xml",
    )
    licence: Series[str] = f.text(
        "Licence",
        "Terms under which the publisher lets it be used.",
        "Open Government Licence v3.0",
        required=True,
    )
    note: Series[str] = f.text(
        "Note",
        "What a reader must know, in our own words.",
        "The copy that we read lacks dates of birth and passports.",
    )

    class Config:
        """Table-wide settings."""

        title = "Lists"
        description = (
            "An official list whose entries are imported, or `curated` for rows that "
            "contributors write from acts and reports."
        )


class Programmes(Rows):
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


class Instruments(Rows):
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


class Sources(Rows):
    """A document or a list snapshot."""

    source_id: Series[str] = f.identifier(
        "Source",
        "Code of the source; a snapshot is the list and its day.",
        "gb-fcdo-2026-08-22",
        required=True,
        unique=True,
    )
    kind: Series[str] = f.category(
        v.SOURCE_KIND, "Kind", "What sort of source it is.", "list_snapshot", required=True
    )
    title: Series[str] = f.text(
        "Title", "Title or short description.", "UK Sanctions List", required=True
    )
    publisher: Series[str] = f.text(
        "Publisher", "Who published it.", "Foreign, Commonwealth & Development Office"
    )
    url: Series[str] = f.url(
        "Address",
        "Where it stands.",
        "https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.xml",
    )
    licence: Series[str] = f.text("Licence", "Terms of use.", "Open Government Licence v3.0")
    published_on: Series[str] = f.date(
        "Published",
        "Day of publication; for a snapshot the day on which it was taken.",
        "2026-08-22",
    )
    retrieved_at: Series[str] = f.text(
        "Retrieved",
        "Moment of the download (ISO 8601, UTC), where we made it.",
        "2026-08-22T04:00:00Z",
        pattern=r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$",
    )
    list_id: Series[str] = f.reference(
        "lists", "List", "The list of which it is a snapshot.", "gb-fcdo"
    )
    sha256: Series[str] = f.text(
        "SHA-256",
        "Hash of the file that was read; for a set of files, of their hashes in order of name.",
        "0" * 64,
        pattern=f.SHA256,
    )
    bytes: Series[str] = f.integer("Bytes", "Size of what was read.", "13349938")
    entries: Series[str] = f.integer("Entries", "Number of entries that were read.", "6337")
    completeness: Series[str] = f.category(
        v.LIST_COMPLETENESS,
        "Completeness",
        "Whether the snapshot holds the whole list.",
        "incomplete",
    )
    note: Series[str] = f.text(
        "Note",
        "What a reader must know, in our own words.",
        "Three entries are stale and cannot be told apart.",
    )

    class Config:
        """Table-wide settings."""

        title = "Sources"
        description = "A document or a snapshot of an official list."
