"""The rule that a fact and a measure fit the kind of party."""

from __future__ import annotations

from collections.abc import Iterator

from sanctions_data.schema.allowed import allowed
from sanctions_data.schema.vocabularies import ENTITY_KIND
from sanctions_data.validation.engine.columns import Cells, rows_of
from sanctions_data.validation.engine.context import Context, Finding, rule
from sanctions_data.validation.rules.contributed import are_ours, severity_of


@rule(
    "fits-kind",
    "An attribute, an identifier and a measure are such as a party of that kind can have.",
    "A ship has no passport, and a person no date of building: one of the two is a slip.",
)
def fits_kind(context: Context) -> Iterator[Finding]:
    """Look up the kind of the party, and what the table of what is allowed says of it."""
    for table, column, group in (
        ("entity_attributes", "attribute", "attributes"),
        ("entity_identifiers", "identifier_type", "identifiers"),
    ):
        yield from _find_misfits(context, table, column, group)
    for table, _ in context.measures():
        if table == "flight_restrictions":
            yield from _find_misfits(context, table, "restriction_kind", "restrictions")
        elif table != "travel_bans":  # Of these a rule of their own tells.
            yield from _find_misfits(context, table, "measure_type", "measures")


def _find_misfits(context: Context, table: str, column: str, group: str) -> Iterator[Finding]:
    rows = context.rows(table)
    codes: Cells = rows[column]
    kind = context.look_up(rows["entity_id"], "entities", "kind")
    known = kind.isin(*ENTITY_KIND)  # A kind that is none has an issue of its own.
    ours = are_ours(context, table)
    for code, what in allowed(group).items():
        here = codes.isin(code) & known
        if not here.any():
            continue
        fits = kind.isin("unknown", *what.kinds) | (kind.isin(*what.printed) & ~ours)
        for row in rows_of(here & ~fits):
            is_entered = table in _MEASURED
            yield Finding(
                table,
                row,
                "entity_id" if is_entered else column,
                f"{code} of a party of kind {kind.text(row)}",
                f"it fits {', '.join(what.kinds)} alone: fix the party, its kind, or the {column}",
                severity_of(context, table, row),
            )


_MEASURED = ("asset_freezes", "flight_restrictions", "other_measures")
