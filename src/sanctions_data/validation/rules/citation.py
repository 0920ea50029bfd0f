"""Rules about the source or the act that a row cites."""

from __future__ import annotations

from collections.abc import Iterator

from sanctions_data.validation.engine.columns import rows_of
from sanctions_data.validation.engine.context import Context, Finding, rule
from sanctions_data.validation.engine.definition import TABLES


@rule(
    "evidence-has-source",
    "A row that is primary or secondary cites a source with an address.",
    "Who doubts a row must be able to look it up.",
)
def evidence_has_source(context: Context) -> Iterator[Finding]:
    """Look up kind and address of the source."""
    sources = context.rows("sources")
    without_address = sources["source_id"].texts(~sources["url"].filled)
    reports = sources["source_id"].texts(sources["kind"].isin("report"))
    issues = (
        (
            ("primary", "secondary"),
            without_address,
            "this source has no address",
            "add its https address in sources, or write evidence unverified",
        ),
        (
            ("primary",),
            reports,
            "evidence is primary, but this is a report",
            "cite the act or the list itself, or write evidence secondary",
        ),
    )
    for table, definition in TABLES.items():
        if not {"evidence", "source_id"} <= set(definition.header) or not context.is_read(table):
            continue
        cited, evidence = context.rows(table)["source_id"], context.rows(table)["evidence"]
        for levels, unfit, problem, hint in issues:
            for row in rows_of(cited.isin(*unfit) & evidence.isin(*levels)):
                yield Finding(table, row, "source_id", problem, hint)


@rule(
    "flight-primary-has-act",
    "A flight restriction that is primary cites an act with an address.",
    "Primary means that the act itself can be read.",
)
def flight_primary_has_act(context: Context) -> Iterator[Finding]:
    """Look up the address of the instrument."""
    if not context.is_read("instruments"):
        return
    rows = context.rows("flight_restrictions")
    address = context.look_up(rows["instrument_id"], "instruments", "url")
    for row in rows_of(rows["evidence"].isin("primary") & ~address.filled):
        yield Finding(
            "flight_restrictions",
            row,
            "instrument_id",
            "evidence is primary, but no act with an address is cited",
            "cite the act, add its address, or write evidence secondary",
        )
