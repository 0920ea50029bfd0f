"""Tables about the entries of official lists: which there are, when, and of whom."""

from __future__ import annotations

from pandera.typing import Series

from sanctions_data.schema import fields as f
from sanctions_data.schema import vocabularies as v
from sanctions_data.schema.models.table_model import TableModel

_LIST = ("List", "The list that has the entry.", "gb-fcdo")
_ENTITY = ("Entity", "The party.", "iran-air")


class Listings(TableModel):
    """An entry of an official list."""

    listing_id: Series[str] = f.identifier(
        "Listing",
        "List and reference of the entry.",
        "gb-fcdo-IRN0240",
        required=True,
        unique=True,
    )
    list_id: Series[str] = f.reference("lists", *_LIST, required=True)
    entry_ref: Series[str] = f.text(
        "Reference", "The list's own reference of the entry.", "IRN0240", required=True
    )
    entity_id: Series[str] = f.reference("entities", *_ENTITY, required=True)
    matched_by: Series[str] = f.text(
        "Matched by",
        "The evidence on which the entry was taken to be this party.",
        "un_reference",
        required=True,
    )
    name: Series[str] = f.text(
        "Name", "Primary name, as printed.", "Islamic Republic of Iran Airlines", required=True
    )
    listed_on: Series[str] = f.date("Listed", "Day on which the party was listed.", "2024-11-18")
    listed_precision: Series[str] = f.category(
        v.DATE_PRECISION, "Precision of listed", "How exact that day is.", "day", required=True
    )
    delisted_on: Series[str] = f.date("Delisted", "First day off the list.", "2026-08-22")
    delisted_precision: Series[str] = f.category(
        v.DATE_PRECISION, "Precision of delisted", "How exact that day is.", "on_or_before"
    )
    first_seen: Series[str] = f.date(
        "First seen",
        "Day of the first snapshot in which we read the entry.",
        "2026-08-22",
        required=True,
    )
    source_id: Series[str] = f.reference(
        "sources",
        "Source",
        "The snapshot in which it was first read.",
        "gb-fcdo-2026-08-22",
        required=True,
    )

    class Config:
        """Table-wide settings."""

        title = "Listings"
        description = "An entry of one official list, and the party it was matched to."


class Sightings(TableModel):
    """When a listing was seen by others than us."""

    listing_id: Series[str] = f.reference(
        "listings", "Listing", "The entry.", "us-ofac-sdn-25237", required=True
    )
    source_id: Series[str] = f.reference(
        "sources",
        "Source",
        "The history that says so.",
        "us-ofac-sdn-history-2024-07-02",
        required=True,
    )
    first_seen: Series[str] = f.date(
        "First seen",
        "Day of the first file that has the entry.",
        "2022-02-25",
        required=True,
    )
    absent_on: Series[str] = f.date(
        "Absent",
        "Day of the last file before that lacks it: it was listed then or later. Empty where the "
        "history begins with the entry, or follows the list with a delay.",
        "2022-02-24",
    )
    last_seen: Series[str] = f.date(
        "Last seen",
        "Day of the last file that has the entry; empty where the history follows the list with "
        "a delay.",
        "2024-07-02",
    )
    gone_on: Series[str] = f.date(
        "Gone", "Day of the first file after that lacks it: it was taken off by then.", "2023-03-04"
    )

    class Config:
        """Table-wide settings."""

        title = "Sightings"
        description = (
            "When an entry stood on its list, from histories that know many more files of the list "
            "than we have read. They bound the days between which it was listed and taken off."
        )
        unique = ["listing_id", "source_id", "first_seen"]


class Matches(TableModel):
    """The evidence on which a listing was matched to a party."""

    listing_id: Series[str] = f.reference(
        "listings",
        "Listing",
        "The entry of an official list.",
        "gb-fcdo-IRN0240",
        required=True,
        unique=True,
    )
    entity_id: Series[str] = f.reference("entities", *_ENTITY, required=True)
    rule: Series[str] = f.text(
        "Rule",
        "What matched: a kind of identifier, or a name and what backed it.",
        "name_birth_day_country",
        required=True,
        pattern=r"^[a-z]+(?:_[a-z]+)*$",
    )
    matched_listing_id: Series[str] = f.reference(
        "listings",
        "Matched listing",
        "The entry with which it was matched; empty for a party that contributors keep.",
        "us-ofac-sdn-25237",
    )
    matched_value: Series[str] = f.text(
        "Matched value",
        "What the two have in common, as compared: folded, in Latin letters.",
        "air iran; IR",
        required=True,
    )
    score: Series[str] = f.integer(
        "Score", "Points of evidence; a match needs 80.", "95", required=True
    )
    matched_on: Series[str] = f.date(
        "Matched", "Day of the newest snapshot that was known.", "2026-08-22", required=True
    )

    class Config:
        """Table-wide settings."""

        title = "Matches"
        description = (
            "Why a listing was taken to be a party: the strongest evidence that links it to the "
            "rest of the party's listings. Listings that founded their party, that cite another "
            "listing of their own list, or that a contributor decided on have no row."
        )


class MatchDecisions(TableModel):
    """A contributor's word on whether a listing is a party."""

    listing_id: Series[str] = f.reference(
        "listings", "Listing", "The entry of an official list.", "gb-fcdo-IRN0240", required=True
    )
    entity_id: Series[str] = f.reference("entities", *_ENTITY, required=True)
    decision: Series[str] = f.category(
        v.MATCH_DECISION, "Decision", "Whether the two are the same.", "same", required=True
    )
    decided_on: Series[str] = f.date("Decided", "Day of the decision.", "2026-11-23", required=True)
    source_id: Series[str] = f.reference(
        "sources", "Source", "On what it rests.", "gb-fcdo-2026-08-22", required=True
    )
    note: Series[str] = f.text("Note", "Why, in our own words.", "Same name, seat and website.")

    class Config:
        """Table-wide settings."""

        title = "Match decisions"
        description = "A decision that a listing is, or is not, a party; it overrides every rule."
        unique = ["listing_id", "entity_id"]
