"""Tables about parties: who they are, what they are called, and what tells them apart."""

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
    currency: Series[str] = f.text(
        "Currency",
        "Of a crypto address: the codes under which the list prints it, in alphabetical order with "
        "a space between them.",
        "ETH USDT",
        pattern=r"^[A-Z0-9]{2,8}( [A-Z0-9]{2,8})*$",
    )

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
