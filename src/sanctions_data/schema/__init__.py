"""The tables: the one place that says what they are, column by column.

``datapackage.json``, the data dictionary, the loader's dtypes and the contributor's
checks are all read from here. This package imports nothing else of the project.

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
        Table("authorities", "reference", ".reference:Authorities", ("authority_id",)),
        Table("lists", "reference", ".reference:Lists", ("list_id",)),
        Table("programmes", "reference", ".reference:Programmes", ("programme_id",)),
        Table("instruments", "reference", ".reference:Instruments", ("instrument_id",)),
        Table("measure_types", "reference", ".crosswalk:MeasureTypes", ("measure_type",)),
        Table(
            "source_terms",
            "reference",
            ".crosswalk:SourceTerms",
            ("list_id", "field", "term", "party_kind"),
        ),
        Table("programme_measures", "reference", ".crosswalk:ProgrammeMeasures", ("rule_id",)),
        Table("sources", "reference", ".reference:Sources", ("source_id",)),
        Table("entities", "parties", ".parties:Entities", ("entity_id",)),
        Table("entity_names", "parties", ".parties:EntityNames", ("list_id", "entity_id", "name")),
        Table(
            "entity_identifiers",
            "parties",
            ".parties:EntityIdentifiers",
            ("list_id", "entity_id", "identifier_type", "value"),
            may_be_empty=True,
        ),
        Table(
            "entity_attributes",
            "parties",
            ".parties:EntityAttributes",
            ("list_id", "entity_id", "attribute", "value"),
            may_be_empty=True,
        ),
        Table("listings", "parties", ".parties:Listings", ("listing_id",)),
        Table("matches", "parties", ".parties:Matches", ("listing_id",), may_be_empty=True),
        Table(
            "match_decisions",
            "parties",
            ".parties:MatchDecisions",
            ("listing_id", "entity_id"),
            may_be_empty=True,
        ),
        Table("travel_bans", "measures", ".measures:TravelBans", ("measure_id",)),
        Table("asset_freezes", "measures", ".measures:AssetFreezes", ("measure_id",)),
        Table("flight_restrictions", "measures", ".measures:FlightRestrictions", ("measure_id",)),
        Table("other_measures", "measures", ".measures:OtherMeasures", ("measure_id",)),
        Table("events", "events", ".events:Events", ("event_id",)),
        Table("event_measures", "events", ".events:EventMeasures", ("event_id", "measure_id")),
        Table("claims", "events", ".events:Claims", ("claim_id",)),
        Table("statements", "events", ".events:Statements", ("statement_id",)),
        Table("releases", "history", ".history:Releases", ("version", "table"), may_be_empty=True),
        Table(
            "changes",
            "history",
            ".history:Changes",
            ("version", "table", "row_key", "column"),
            may_be_empty=True,
        ),
        Table(
            "corrections",
            "history",
            ".history:Corrections",
            ("table", "row_key", "column"),
            may_be_empty=True,
        ),
    )
}

MEASURE_TABLES = tuple(name for name, table in TABLES.items() if table.group == "measures")
