"""The crosswalk: what a list's words mean, and what follows from being listed."""

from __future__ import annotations

from pandera.typing import Series

from sanctions_data.schema import fields as f
from sanctions_data.schema import vocabularies as v
from sanctions_data.schema.models.table_model import TableModel


class MeasureTypes(TableModel):
    """A kind of measure."""

    measure_type: Series[str] = f.identifier(
        "Measure type",
        "Code of the kind of measure.",
        "asset_freeze",
        required=True,
        unique=True,
        pattern=r"^[a-z]+(?:_[a-z]+)*$",
    )
    title: Series[str] = f.text("Title", "Name for people.", "Asset freeze", required=True)
    table: Series[str] = f.category(
        v.MEASURE_TABLE,
        "Table",
        "The table in which its rows stand.",
        "asset_freezes",
        required=True,
    )
    definition: Series[str] = f.text(
        "Definition",
        "What it prohibits, in our own words.",
        "Funds and economic resources of the party must not be dealt with.",
        required=True,
    )
    not_to_confuse: Series[str] = f.text(
        "Not to be confused with",
        "The similar measure that it is mistaken for.",
        "A ban on transactions with an airport or a bank, which freezes nothing.",
    )

    class Config:
        """Table-wide settings."""

        title = "Measure types"
        description = "A kind of measure, its definition, and what it must not be confused with."


class SourceTerms(TableModel):
    """A term as a list prints it, and what it means here."""

    list_id: Series[str] = f.reference(
        "lists", "List", "The list that prints the term.", "gb-fcdo", required=True
    )
    field: Series[str] = f.text(
        "Field",
        "Element or column of the list in which the term stands.",
        "SanctionsImposed",
        required=True,
    )
    term: Series[str] = f.text(
        "Term",
        "The term as printed, with runs of white space replaced by one space.",
        "Travel Ban",
        required=True,
    )
    party_kind: Series[str] = f.category(
        v.PARTY_KIND,
        "Party kind",
        "Kind of party for which the term is read so.",
        "person",
        required=True,
    )
    measure_type: Series[str] = f.reference(
        "measure_types", "Measure type", "The measure that the term states.", "travel_ban"
    )
    scope: Series[str] = f.text(
        "Scope",
        "Code of the scope in the table of the measure: `entry_scope`, `asset_scope` or "
        "`restriction_kind`.",
        "aviation_services",
        pattern=r"^[a-z]+(?:_[a-z]+)*$",
    )
    programme_id: Series[str] = f.reference(
        "programmes", "Programme", "The programme that the term names.", "gb-russia"
    )
    not_before: Series[str] = f.date(
        "Not before",
        "Day before which the measure did not exist; an entry that is older and "
        "gives no date for the measure gets an unknown start.",
        "2025-04-09",
    )
    note: Series[str] = f.text(
        "Note",
        "Why it is read so, in our own words.",
        "The list prints the same term in two spellings.",
    )

    class Config:
        """Table-wide settings."""

        title = "Source terms"
        description = "A term as an official list prints it, and the measure or programme it means."
        unique = ["list_id", "field", "term", "party_kind"]


class ProgrammeMeasures(TableModel):
    """A rule from listing to measure."""

    rule_id: Series[str] = f.identifier(
        "Rule",
        "Code of the rule.",
        "un-sc-dprk-travel-ban",
        required=True,
        unique=True,
        pattern=f.SLUG,
    )
    list_id: Series[str] = f.reference(
        "lists", "List", "The list on which the party stands.", "un-sc", required=True
    )
    programme_id: Series[str] = f.reference(
        "programmes",
        "Programme",
        "The programme under which it is listed; empty for an entry "
        "of which no programme is known.",
        "un-sc-dprk",
    )
    party_kind: Series[str] = f.category(
        v.PARTY_KIND,
        "Party kind",
        "Kind of party to which the rule applies.",
        "person",
        required=True,
    )
    measure_type: Series[str] = f.reference(
        "measure_types", "Measure type", "The measure that follows.", "travel_ban", required=True
    )
    scope: Series[str] = f.text(
        "Scope",
        "Code of the scope in the table of the measure: `entry_scope`, `asset_scope` or "
        "`restriction_kind`.",
        "aviation_services",
        pattern=r"^[a-z]+(?:_[a-z]+)*$",
    )
    instrument_id: Series[str] = f.reference(
        "instruments",
        "Instrument",
        "The act that says so; empty where the programme, and so the act, is not known.",
        "un-scr-1718",
    )
    article: Series[str] = f.text("Article", "Article or paragraph of the act.", "paragraph 8(e)")
    from_date: Series[str] = f.date(
        "From",
        "Day from which the rule applies; a party listed earlier is under the measure "
        "from this day.",
        "2006-10-14",
    )
    to_date: Series[str] = f.date(
        "To", "First day on which the rule no longer applied.", "2015-01-16"
    )
    evidence: Series[str] = f.category(
        v.EVIDENCE, "Evidence", "How the rule is known.", "primary", required=True
    )
    source_id: Series[str] = f.reference(
        "sources", "Source", "Who says so.", "un-sc-fact-sheets", required=True
    )
    note: Series[str] = f.text(
        "Note",
        "What a reader must know, in our own words.",
        "The paragraph also covers family members of the persons designated.",
    )

    class Config:
        """Table-wide settings."""

        title = "Programme measures"
        description = (
            "A rule: being listed under this programme puts this kind of party under this "
            "measure, by this article of this act."
        )
