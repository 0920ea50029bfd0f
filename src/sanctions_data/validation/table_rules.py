"""Rules about reference tables and about references that no single foreign key can express."""

from __future__ import annotations

from collections.abc import Iterator

from sanctions_data.schema import TABLES
from sanctions_data.schema import vocabularies as v
from sanctions_data.validation.context import Context, Finding, rule

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
        if context.is_read(name) and context.frame(name).empty and not table.may_be_empty:
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
    facts = context.frame("entity_attributes")
    kind = facts["value"].map(context.column_of("entities", "kind"))
    for row in facts.index[(facts["attribute"] == "member_of") & (kind != "class")]:
        yield Finding(
            "entity_attributes",
            row,
            "value",
            "this is no entity of kind class",
            "write the entity_id of a class",
        )


@rule(
    "term-has-meaning",
    "A term means a measure or a programme.",
    "A term without a meaning would drop a measure in silence.",
)
def term_has_meaning(context: Context) -> Iterator[Finding]:
    """At least one of the two columns is filled."""
    terms = context.frame("source_terms")
    for row in terms.index[terms["measure_type"].isna() & terms["programme_id"].isna()]:
        if not context.cell("source_terms", row, "note").startswith("No measure"):
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
    home = context.column_of("measure_types", "table")
    for table in ("source_terms", "programme_measures"):
        frame = context.frame(table)
        homes = frame["measure_type"].map(home)
        for where, codes in _SCOPES.items():
            bad = (homes == where) & frame["scope"].notna() & ~frame["scope"].isin(list(codes))
            for row in frame.index[bad]:
                yield Finding(
                    table,
                    row,
                    "scope",
                    f"not a scope of {where}",
                    f"write one of: {', '.join(codes)}" if codes else "leave it empty",
                )
        lacking = (homes == "flight_restrictions") & frame["scope"].isna()
        for row in frame.index[lacking]:
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
    frame = context.frame("corrections")
    for name, group in frame.groupby("table"):
        table = TABLES.get(str(name))
        if table is None or len(table.key) != 1:
            for row in group.index:
                yield Finding(
                    "corrections",
                    row,
                    "table",
                    "no table with a single key",
                    "write a table whose key is one column",
                )
            continue
        for row in group.index[~group["column"].isin(table.header)]:
            yield Finding(
                "corrections",
                row,
                "column",
                f"{name} has no such column",
                f"write one of {', '.join(table.header)}",
            )
        if context.is_read(table.name):
            keys = context.frame(table.name)[table.key[0]]
            for row in group.index[~group["row_key"].isin(keys)]:
                yield Finding(
                    "corrections",
                    row,
                    "row_key",
                    f"{name} has no such row",
                    "write the key of a row",
                )
