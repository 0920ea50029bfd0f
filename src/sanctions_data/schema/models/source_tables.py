"""Where rows come from: the official lists, and the documents and snapshots that rows cite."""

from __future__ import annotations

from pandera.typing import Series

from sanctions_data.schema import fields as f
from sanctions_data.schema import vocabularies as v
from sanctions_data.schema.models.table_model import TableModel


class Lists(TableModel):
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


class Sources(TableModel):
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
