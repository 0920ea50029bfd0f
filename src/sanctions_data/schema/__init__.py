"""The tables: the one place that says what they are, column by column.

``datapackage.json``, the data dictionary, the loader's dtypes and the contributor's
checks are all read from here.

Example:
    >>> from sanctions_data.schema import TABLES
    >>> TABLES["listings"].column("list_id").reference
    'lists'
"""

from __future__ import annotations

from sanctions_data.schema.base import Column, Table

__all__ = ["MEASURE_TABLES", "SCHEMA_VERSION", "TABLES", "Column", "Table"]

SCHEMA_VERSION = "1.0.0"

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table("authorities", "reference", ".reference_tables:Authorities", ("authority_id",)),
        Table("lists", "reference", ".source_tables:Lists", ("list_id",)),
        Table("programmes", "reference", ".reference_tables:Programmes", ("programme_id",)),
        Table("instruments", "reference", ".reference_tables:Instruments", ("instrument_id",)),
        Table("measure_types", "reference", ".crosswalk_tables:MeasureTypes", ("measure_type",)),
        Table(
            "source_terms",
            "reference",
            ".crosswalk_tables:SourceTerms",
            ("list_id", "field", "term", "party_kind"),
        ),
        Table(
            "programme_measures",
            "reference",
            ".crosswalk_tables:ProgrammeMeasures",
            ("rule_id",),
        ),
        Table("sources", "reference", ".source_tables:Sources", ("source_id",)),
        Table("entities", "parties", ".party_tables:Entities", ("entity_id",)),
        Table(
            "entity_names",
            "parties",
            ".party_tables:EntityNames",
            ("list_id", "entity_id", "name"),
        ),
        Table(
            "entity_identifiers",
            "parties",
            ".party_tables:EntityIdentifiers",
            ("list_id", "entity_id", "identifier_type", "value"),
            may_be_empty=True,
        ),
        Table(
            "entity_attributes",
            "parties",
            ".party_tables:EntityAttributes",
            ("list_id", "entity_id", "attribute", "value"),
            may_be_empty=True,
        ),
        Table("listings", "parties", ".listing_tables:Listings", ("listing_id",)),
        Table(
            "sightings",
            "parties",
            ".listing_tables:Sightings",
            ("listing_id", "source_id", "first_seen"),
            may_be_empty=True,
        ),
        Table("matches", "parties", ".listing_tables:Matches", ("listing_id",), may_be_empty=True),
        Table(
            "match_decisions",
            "parties",
            ".listing_tables:MatchDecisions",
            ("listing_id", "entity_id"),
            may_be_empty=True,
        ),
        Table(
            "listing_links",
            "parties",
            ".link_tables:ListingLinks",
            ("listing_id", "relation", "related_listing_id"),
            may_be_empty=True,
        ),
        Table("travel_bans", "measures", ".measure_tables:TravelBans", ("measure_id",)),
        Table("asset_freezes", "measures", ".measure_tables:AssetFreezes", ("measure_id",)),
        Table(
            "flight_restrictions",
            "measures",
            ".measure_tables:FlightRestrictions",
            ("measure_id",),
        ),
        Table("other_measures", "measures", ".measure_tables:OtherMeasures", ("measure_id",)),
        Table("events", "events", ".event_tables:Events", ("event_id",)),
        Table(
            "event_measures",
            "events",
            ".event_tables:EventMeasures",
            ("event_id", "measure_id"),
        ),
        Table("claims", "events", ".event_tables:Claims", ("claim_id",)),
        Table("statements", "events", ".event_tables:Statements", ("statement_id",)),
        Table(
            "releases",
            "history",
            ".history_tables:Releases",
            ("version", "table"),
            may_be_empty=True,
        ),
        Table(
            "changes",
            "history",
            ".history_tables:Changes",
            ("version", "table", "row_key", "column"),
            may_be_empty=True,
        ),
        Table(
            "corrections",
            "history",
            ".history_tables:Corrections",
            ("table", "row_key", "column"),
            may_be_empty=True,
        ),
    )
}

MEASURE_TABLES = tuple(name for name, table in TABLES.items() if table.group == "measures")
