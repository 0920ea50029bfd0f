"""The measures: one prohibition a row. Common columns first, then those of the kind."""

from __future__ import annotations

from pandera.typing import Series

from sanctions_data.schema import fields as f
from sanctions_data.schema import vocabularies as v
from sanctions_data.schema.models.table_model import TableModel


class Measures(TableModel):
    """The columns that every measure has."""

    measure_id: Series[str] = f.identifier(
        "Measure",
        "Code of the row: the listing and the kind, or what a contributor chose.",
        "gb-fcdo-IRN0240-asset-freeze",
        required=True,
        unique=True,
    )
    entity_id: Series[str] = f.reference(
        "entities", "Entity", "On whom it is imposed.", "iran-air", required=True
    )
    authority_id: Series[str] = f.reference(
        "authorities", "Authority", "Who imposes it.", "gb", required=True
    )
    programme_id: Series[str] = f.reference(
        "programmes", "Programme", "Under which regime.", "gb-iran"
    )
    instrument_id: Series[str] = f.reference(
        "instruments", "Instrument", "Under which act.", "gb-uksi-2023-1314"
    )
    measure_type: Series[str] = f.reference(
        "measure_types", "Measure type", "What kind of measure.", "asset_freeze", required=True
    )
    status: Series[str] = f.category(
        v.STATUS,
        "Status",
        "Its state on the day of the data.",
        "in_force",
        required=True,
    )
    start_date: Series[str] = f.date(
        "Start", "First day in force; empty when not known.", "2024-11-18"
    )
    start_precision: Series[str] = f.category(
        v.DATE_PRECISION,
        "Precision of start",
        "How exact the start is; empty when the measure has not begun.",
        "day",
    )
    start_rule: Series[str] = f.category(
        v.START_RULE,
        "Rule of start",
        "The rule by which the start was inferred; empty where a source prints it, and where it "
        "is not known.",
        "eu_act_before_sighting",
    )
    end_date: Series[str] = f.date("End", "First day no longer in force.", "2025-11-04")
    end_precision: Series[str] = f.category(
        v.DATE_PRECISION,
        "Precision of end",
        "How exact the end is; empty when it has none.",
        "day",
    )
    announced_on: Series[str] = f.date(
        "Announced",
        "Day on which it was announced or adopted, where that is not the start.",
        "2024-09-10",
    )
    first_seen: Series[str] = f.date(
        "First seen",
        "Day of the first snapshot or edit in which we knew of it: an upper bound of the start.",
        "2026-08-22",
        required=True,
    )
    basis: Series[str] = f.category(
        v.BASIS,
        "Basis",
        "Whether the source states the measure or a rule implies it.",
        "stated",
        required=True,
    )
    rule_id: Series[str] = f.reference(
        "programme_measures",
        "Rule",
        "The rule that implies it; only for `derived`.",
        "un-sc-dprk-travel-ban",
    )
    evidence: Series[str] = f.category(
        v.EVIDENCE, "Evidence", "How it is known.", "primary", required=True
    )
    listing_id: Series[str] = f.reference(
        "listings",
        "Listing",
        "The entry from which it was read. A party that its list prints twice, such as in the "
        "annexes of the UN's choice and of the EU's own, has a row for each entry, as each stands "
        "until it is taken off.",
        "gb-fcdo-IRN0240",
    )
    source_id: Series[str] = f.reference(
        "sources", "Source", "Who says so.", "gb-fcdo-2026-08-22", required=True
    )
    note: Series[str] = f.text(
        "Note",
        "What a reader must know, in our own words.",
        "A freeze of assets; it does not by itself close the airspace.",
    )


class TravelBans(Measures):
    """A travel ban."""

    entry_scope: Series[str] = f.category(
        v.ENTRY_SCOPE,
        "Scope",
        "What the person may not do, where the act is known to say.",
        "entry_and_transit",
    )

    class Config:
        """Table-wide settings."""

        title = "Travel bans"
        description = "A ban on entry, transit or stay, on one person. Never on an organisation."


class AssetFreezes(Measures):
    """An asset freeze."""

    asset_scope: Series[str] = f.category(
        v.ASSET_SCOPE, "Scope", "What is frozen, where the act is known to say.", "all_assets"
    )

    class Config:
        """Table-wide settings."""

        title = "Asset freezes"
        description = "A freeze of funds and economic resources, or blocking of property."


class FlightRestrictions(Measures):
    """A flight restriction."""

    restriction_kind: Series[str] = f.category(
        v.RESTRICTION_KIND,
        "Kind of restriction",
        "What may not be done.",
        "overflight",
        required=True,
    )
    nature: Series[str] = f.category(
        v.RESTRICTION_NATURE,
        "Nature",
        "Sanction, or political and retaliatory. Safety and health notices are not rows.",
        "sanction",
        required=True,
    )
    applies_where: Series[str] = f.category(
        v.APPLIES_WHERE,
        "Where it applies",
        "In what or on whom the authority applies it.",
        "airspace_and_airports",
    )
    notice_given_on: Series[str] = f.date(
        "Notice given", "Day on which notice to end a treaty was given.", "2024-09-10"
    )
    effect_due: Series[str] = f.partial_date(
        "Effect due", "When the notice was due to run out, as far as known.", "2025-09"
    )
    exemptions: Series[str] = f.text(
        "Exemptions",
        "Flights that remain allowed, in our own words.",
        "Humanitarian flights and emergencies.",
    )
    last_confirmed: Series[str] = f.date(
        "Last confirmed",
        "Latest day on which a source is known to say that it was still in force.",
        "2026-01-20",
    )
    confirmed_by: Series[str] = f.reference(
        "sources", "Confirmed by", "Who said so on that day.", "newindianexpress-pk-in-2026"
    )

    class Config:
        """Table-wide settings."""

        title = "Flight restrictions"
        description = "A limit on who may fly where, or on services to aircraft."


class OtherMeasures(Measures):
    """Any other measure that a source states."""

    printed_term: Series[str] = f.text(
        "Printed term", "The source's own term.", "Trust Services Sanctions"
    )

    class Config:
        """Table-wide settings."""

        title = "Other measures"
        description = (
            "A prohibition that a list or an act states and that is none of the three kinds, so "
            "that nothing a source states is lost."
        )
