"""Rules about the source or the act that a row cites."""

from __future__ import annotations

from collections.abc import Iterator

from sanctions_data.validation.engine.columns import rows_of
from sanctions_data.validation.engine.context import Context, Finding, rule
from sanctions_data.validation.engine.definition import TABLES
from sanctions_data.validation.rules.contributed import OF_LISTS

_COPY_OF = (
    r"(?i)\b(?:texts?|copy|annex(?:es)?|articles?|regulation|decision|notice|order|resolution|law"
    r"|entries of|entry|list as it stood)\b"
)


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
    # A data set made by others is primary only as a copy, and its title says of what.
    copies = sources["title"].select_rows(sources["title"].matches(_COPY_OF))
    others = sources["source_id"].texts(sources["kind"].isin("dataset") & ~copies)
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
        (
            ("primary",),
            others,
            "evidence is primary, but this is a data set made by others",
            "cite the act or the list itself, or write evidence secondary; of a copy let the title "
            "in sources say what it is a copy of",
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


_OF_SNAPSHOTS = ("list_id", "sha256", "entries", "completeness")


@rule(
    "source-fits-kind",
    "A source is a snapshot of a list, or something else, in all its columns.",
    "The newest snapshot of a list is the day of the data; a report must not pass for one.",
)
def source_fits_kind(context: Context) -> Iterator[Finding]:
    """A list, a hash, a number of entries and completeness are of snapshots alone."""
    rows = context.rows("sources")
    is_snapshot, days = rows["kind"].isin("list_snapshot"), context.days("sources", "published_on")
    for column in _OF_SNAPSHOTS:
        for row in rows_of(rows[column].filled & ~rows["kind"].isin(*OF_LISTS)):
            problem = (
                f"only a list_snapshot has {column}, and this is of kind {rows['kind'].text(row)}"
            )
            yield Finding("sources", row, column, problem, "leave it empty, or fix the kind")
    for row in rows_of(is_snapshot):
        list_id, day = rows["list_id"].text(row), rows["published_on"].text(row)
        if day and not days.filled[row]:
            continue  # What is no day has an issue of its own.
        if not list_id:
            yield Finding("sources", row, "list_id", "a snapshot is of a list", "name the list")
        elif rows["source_id"].text(row) != f"{list_id}-{day}":
            hint = f"write {list_id}-{day or 'YYYY-MM-DD'}, or fix the kind"
            yield Finding("sources", row, "source_id", "a snapshot is its list and its day", hint)
