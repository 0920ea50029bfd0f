"""The table of ties between the entries of a list."""

from __future__ import annotations

from pandera.typing import Series

from sanctions_data.schema import fields as f
from sanctions_data.schema import vocabularies as v
from sanctions_data.schema.models.table_model import TableModel


class ListingLinks(TableModel):
    """A tie between two entries of a list."""

    listing_id: Series[str] = f.reference(
        "listings", "Listing", "The entry that prints the tie.", "us-ofac-sdn-26665", required=True
    )
    relation: Series[str] = f.category(
        v.LINK_RELATION,
        "Relation",
        "What the party of the entry is to the party of the other.",
        "acts_for",
        required=True,
    )
    related_listing_id: Series[str] = f.reference(
        "listings", "Related listing", "The other entry.", "us-ofac-sdn-26664", required=True
    )

    class Config:
        """Table-wide settings."""

        title = "Listing links"
        description = (
            "A tie between two entries of a list, as the list states it. `listings` says which "
            "party each of them is. Ties to parties that are not on the list stand in "
            "`entity_attributes` as `linked_to`, by name only."
        )
        unique = ["listing_id", "relation", "related_listing_id"]
