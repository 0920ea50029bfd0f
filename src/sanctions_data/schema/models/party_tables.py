"""Tables about parties: who they are, what they are called, and where they are listed."""

from __future__ import annotations

from pandera.typing import Series

from sanctions_data.schema import fields as f
from sanctions_data.schema import vocabularies as v
from sanctions_data.schema.models.table_model import TableModel

_ENTITY = ("Entity", "The party.", "iran-air")
_LIST = ("List", "The list that says so, or `curated`.", "gb-fcdo")


class Entities(TableModel):
    """A party."""

    entity_id: Series[str] = f.identifier(
        "Entity",
        "Stable code of the party; it survives every refresh and is never reused.",
        "iran-air",
        required=True,
        unique=True,
        pattern=f.SLUG,
    )
    kind: Series[str] = f.category(
        v.ENTITY_KIND, "Kind", "What sort of party it is.", "organisation", required=True
    )
    name: Series[str] = f.text("Name", "The name that we use for it.", "Iran Air", required=True)
    country: Series[str] = f.country(
        "Country",
        "Nationality, seat, flag or, of a class, the state whose parties it covers; "
        "empty where there is none or more than one.",
        "IR",
    )
    merged_into: Series[str] = f.reference(
        "entities", "Merged into", "The party that this one turned out to be.", "iran-air"
    )
    note: Series[str] = f.text(
        "Note",
        "What a reader must know, in our own words.",
        "The national airline; not to be confused with Iran Aseman Airlines.",
    )

    class Config:
        """Table-wide settings."""

        title = "Entities"
        description = "A person, organisation, vessel, aircraft, state or class of parties."


class EntityNames(TableModel):
    """A name of a party."""

    entity_id: Series[str] = f.reference("entities", *_ENTITY, required=True)
    name: Series[str] = f.text(
        "Name", "The name as printed.", "HAVAPEYMAYI MELLI IRAN", required=True
    )
    list_id: Series[str] = f.reference("lists", *_LIST, required=True)
    name_type: Series[str] = f.category(
        v.NAME_TYPE, "Name type", "What sort of name it is.", "alias", required=True
    )
    script: Series[str] = f.text(
        "Script",
        "ISO 15924 code of the script of its letters.",
        "Latn",
        pattern=r"^[A-Z][a-z]{3}$",
    )

    class Config:
        """Table-wide settings."""

        title = "Entity names"
        description = "A name under which a list or a contributor knows a party."
        unique = ["list_id", "entity_id", "name"]


class EntityIdentifiers(TableModel):
    """An identifier of a party."""

    entity_id: Series[str] = f.reference("entities", *_ENTITY, required=True)
    identifier_type: Series[str] = f.category(
        v.IDENTIFIER_TYPE, "Type", "What sort of identifier it is.", "imo_number", required=True
    )
    value: Series[str] = f.text("Value", "The identifier as printed.", "9481910", required=True)
    list_id: Series[str] = f.reference("lists", *_LIST, required=True)
    country: Series[str] = f.country("Country", "State that issued it.", "IR")

    class Config:
        """Table-wide settings."""

        title = "Entity identifiers"
        description = "A number or code that identifies a party."
        unique = ["list_id", "entity_id", "identifier_type", "value"]


class EntityAttributes(TableModel):
    """A fact that distinguishes a party from others."""

    entity_id: Series[str] = f.reference("entities", *_ENTITY, required=True)
    attribute: Series[str] = f.category(
        v.ATTRIBUTE, "Attribute", "What the fact is about.", "birth_date", required=True
    )
    value: Series[str] = f.text(
        "Value",
        "The fact: a code, a partial date or words as printed.",
        "1966-01-11",
        required=True,
    )
    list_id: Series[str] = f.reference("lists", *_LIST, required=True)

    class Config:
        """Table-wide settings."""

        title = "Entity attributes"
        description = (
            "A fact that distinguishes a party from others, such as a date of birth; a party may "
            "have several of one sort, as lists do not agree."
        )
        unique = ["list_id", "entity_id", "attribute", "value"]


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
