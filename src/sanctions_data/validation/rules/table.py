"""Rules about reference tables and about references that no single foreign key can express."""

from __future__ import annotations

from collections.abc import Iterator

from sanctions_data.schema import vocabularies as v
from sanctions_data.schema.country_codes import codes_in_use
from sanctions_data.validation.engine.columns import rows_of
from sanctions_data.validation.engine.context import Context, Finding, rule
from sanctions_data.validation.engine.definition import TABLES
from sanctions_data.validation.issues import Severity

_SCOPES = {
    "travel_bans": v.ENTRY_SCOPE,
    "asset_freezes": v.ASSET_SCOPE,
    "flight_restrictions": v.RESTRICTION_KIND,
    "other_measures": {},
}


@rule(
    "table-not-empty",
    "A table has rows.",
    "A table that lost its rows is a mistake of the edit, not a fact.",
)
def table_not_empty(context: Context) -> Iterator[Finding]:
    """Tables that may be empty say so in their definition."""
    for name, table in TABLES.items():
        if context.is_read(name) and not len(context.rows(name)) and not table.may_be_empty:
            yield Finding(name, -1, "", "the table has no rows", "restore the rows it had")


@rule(
    "class-known",
    "A class to which a party belongs is an entity of kind class.",
    "Measures on a class are shown for every member.",
)
def class_known(context: Context) -> Iterator[Finding]:
    """Look up the value of ``member_of``."""
    if not context.is_read("entities"):
        return
    facts = context.rows("entity_attributes")
    kind = context.look_up(facts["value"], "entities", "kind")
    # A kind that is no code has an issue of its own, where it stands.
    is_other = ~kind.filled | kind.isin(*(set(v.ENTITY_KIND) - {"class"}))
    for row in rows_of(facts["attribute"].isin("member_of") & is_other):
        yield Finding(
            "entity_attributes",
            row,
            "value",
            "this is no entity of kind class",
            "write the entity_id of a class",
        )


@rule(
    "member-of-its-country",
    "A member of a class of a country is of that country.",
    "An airline belongs to the carriers of the country that the lists or our sources give it, and "
    "to no others: a ban on them is a ban on it.",
    Severity.warning,
)
def member_of_its_country(context: Context) -> Iterator[Finding]:
    """Compare ``entities.country`` of the party and of the class, where both are known."""
    if not context.is_read("entities"):
        return
    facts = context.rows("entity_attributes")
    wanted = context.look_up(facts["value"], "entities", "country")
    country = context.look_up(facts["entity_id"], "entities", "country")
    is_member = facts["attribute"].isin("member_of")
    # A code that is none is told at the party.
    known = wanted.filled & country.isin(*codes_in_use())
    for row in rows_of(is_member & known & ~country.equals(wanted)):
        yield Finding(
            "entity_attributes",
            row,
            "value",
            f"this class is of {wanted.text(row)}, the party of {country.text(row)}",
            "name the class of the country of the party, or fix the country",
        )


@rule(
    "term-has-meaning",
    "A term means a measure or a programme.",
    "A term without a meaning would drop a measure in silence.",
)
def term_has_meaning(context: Context) -> Iterator[Finding]:
    """At least one of the two columns is filled."""
    terms = context.rows("source_terms")
    for row in rows_of(~terms["measure_type"].filled & ~terms["programme_id"].filled):
        if not terms["note"].text(row).startswith("No measure"):
            yield Finding(
                "source_terms",
                row,
                "measure_type",
                "the term has no meaning",
                "name the measure_type or the programme_id; for a term that states "
                "neither begin the note with 'No measure'",
            )


@rule(
    "scope-fits-type",
    "A scope is one of the codes of the measure's own table.",
    "The importer writes it into that table.",
)
def scope_fits_type(context: Context) -> Iterator[Finding]:
    """Look up the table of the measure type and its vocabulary."""
    for table in ("source_terms", "programme_measures"):
        rows = context.rows(table)
        scope = rows["scope"]
        home = context.look_up(rows["measure_type"], "measure_types", "table")
        for where, codes in _SCOPES.items():
            for row in rows_of(home.isin(where) & scope.filled & ~scope.isin(*codes)):
                yield Finding(
                    table,
                    row,
                    "scope",
                    f"not a scope of {where}",
                    f"write one of: {', '.join(codes)}" if codes else "leave it empty",
                )
        for row in rows_of(home.isin("flight_restrictions") & ~scope.filled):
            yield Finding(
                table,
                row,
                "scope",
                "a flight restriction needs its kind",
                f"write one of {', '.join(v.RESTRICTION_KIND)}",
            )


@rule(
    "correction-hits",
    "A correction names a cell that exists.",
    "A correction that misses would be lost without a word.",
)
def correction_hits(context: Context) -> Iterator[Finding]:
    """Look for table, column and row."""
    rows = context.rows("corrections")
    for name in rows["table"].values.to_pylist():
        here = rows["table"].isin(name)
        table = TABLES.get(name)
        if table is None or len(table.key) != 1:
            for row in rows_of(here):
                yield Finding(
                    "corrections",
                    row,
                    "table",
                    "no table with a single key",
                    "write a table whose key is one column",
                )
            continue
        for row in rows_of(here & ~rows["column"].isin(*table.header)):
            yield Finding(
                "corrections",
                row,
                "column",
                f"{name} has no such column",
                f"write one of {', '.join(table.header)}",
            )
        if context.is_read(name):
            for row in rows_of(here & ~context.refers(rows["row_key"], name)):
                yield Finding(
                    "corrections",
                    row,
                    "row_key",
                    f"{name} has no such row",
                    "write the key of a row",
                )
