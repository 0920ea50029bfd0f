"""Rules about what a measure is, on whom, and on what it rests."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np

from sanctions_data.schema import MEASURE_TABLES
from sanctions_data.validation.engine.columns import (
    CodedRows,
    are_shared,
    groups,
    ranks,
    rows_of,
)
from sanctions_data.validation.engine.context import Context, Finding, rule
from sanctions_data.validation.engine.definition import TABLES


@rule(
    "type-in-its-table",
    "A measure stands in the table of its type.",
    "Who reads one table must find every measure of that kind in it, and no other.",
)
def type_in_its_table(context: Context) -> Iterator[Finding]:
    """Compare with ``measure_types.table``."""
    for table, rows in context.measures():
        home = context.follow(rows["measure_type"], "measure_types", "table")
        for row in rows_of(home.filled & ~home.isin(table)):
            yield Finding(
                table,
                row,
                "measure_type",
                f"its rows belong in {home.text(row)}.csv",
                "move the row there, or fix the type",
            )


_NO_PERSON = ("organisation", "vessel", "aircraft", "state")


@rule(
    "travel-ban-on-person",
    "A travel ban is on a person.",
    "An organisation or a ship cannot be refused entry; a row that says so is a misreading.",
)
def travel_ban_on_person(context: Context) -> Iterator[Finding]:
    """Compare with ``entities.kind``."""
    kind = context.follow(context.rows("travel_bans")["entity_id"], "entities", "kind")
    for row in rows_of(kind.isin(*_NO_PERSON)):
        yield Finding(
            "travel_bans",
            row,
            "entity_id",
            f"this party is of kind {kind.text(row)}",
            "a travel ban is on a person: fix the party, or write what is printed in "
            "other_measures",
        )


@rule(
    "derived-names-rule",
    "A derived measure names its rule, and a stated one names none.",
    "What a list states and what follows from a rule must be told apart.",
)
def derived_names_rule(context: Context) -> Iterator[Finding]:
    """``basis`` and ``rule_id`` go together; the rule must be about this kind of measure."""
    for table, rows in context.measures():
        basis, rule_id = rows["basis"], rows["rule_id"]
        for row in rows_of(basis.isin("derived") & ~rule_id.filled):
            yield Finding(
                table,
                row,
                "rule_id",
                "basis is derived",
                "name the rule of programme_measures, or write basis stated",
            )
        for row in rows_of(basis.isin("stated") & rule_id.filled):
            yield Finding(
                table, row, "rule_id", "basis is stated", "leave it empty, or write basis derived"
            )
        kind = context.follow(rule_id, "programme_measures", "measure_type")
        for row in rows_of(kind.filled & ~kind.equals(rows["measure_type"])):
            yield Finding(
                table,
                row,
                "rule_id",
                f"this rule is about {kind.text(row)}",
                "name a rule about the measure_type of the row",
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
    "programme-of-authority",
    "Programme, instrument and list belong to the authority of the row.",
    "A measure of one authority cannot rest on the regime of another.",
)
def programme_of_authority(context: Context) -> Iterator[Finding]:
    """The programme's authority is the row's; an agency may use an act of its state."""
    for table, rows in context.measures():
        authority = context.follow(rows["programme_id"], "programmes", "authority_id")
        for row in rows_of(authority.filled & ~authority.equals(rows["authority_id"])):
            yield Finding(
                table,
                row,
                "programme_id",
                f"this programme is run by {authority.text(row)}, the row "
                f"says {rows['authority_id'].text(row)}",
                "fix one of the two",
            )


@rule(
    "intervals-apart",
    "Rows about the same prohibition do not overlap in time.",
    "One prohibition is one row; two that overlap would be counted twice.",
)
def intervals_apart(context: Context) -> Iterator[Finding]:
    """Sort the intervals of each prohibition and compare neighbours.

    A row that ended on a day nobody knows cannot be compared.
    """
    for table, rows in context.measures():
        for row, before in _overlaps(rows):
            yield Finding(
                table,
                row,
                "start_date",
                f"overlaps the interval of {rows['measure_id'].text(before)}, the same prohibition",
                "end that one first, or make one row of the two",
            )


_PROHIBITION = (
    "entity_id",
    "authority_id",
    "programme_id",
    "instrument_id",
    "measure_type",
    "restriction_kind",
    "listing_id",
    "applies_where",
)


def _overlaps(rows: CodedRows) -> Iterator[tuple[int, int]]:
    """Rows that begin before another of the same prohibition has ended, and that other."""
    start, end = ranks(rows["start_date"], rows["end_date"])  # A missing one is below all.
    status = rows["status"]
    ended_some_day = status.isin("ended") & (end < 0)
    compared = np.flatnonzero(~status.isin("never_in_force") & ~ended_some_day)
    about = groups(rows[column] for column in _PROHIBITION if column in rows)[compared]
    several = are_shared(about)
    compared, about = compared[several], about[several]
    order = np.lexsort((start[compared], about))
    compared, about = compared[order], about[order]
    earlier, later = compared[:-1], compared[1:]
    overlaps = (about[1:] == about[:-1]) & ((end[earlier] < 0) | (start[later] < end[earlier]))
    yield from zip(later[overlaps].tolist(), earlier[overlaps].tolist(), strict=True)


@rule(
    "measure-known",
    "An id of a measure is in one of the measure tables, and in one only.",
    "Events point to measures wherever they stand.",
)
def measure_known(context: Context) -> Iterator[Finding]:
    """Look for the id in all measure tables."""
    tables = [table for table, _ in context.measures()]
    for earlier, table in combinations(tables, 2):
        ids = context.rows(table)["measure_id"]
        for row in rows_of(ids.where(ids.known(context.rows(earlier)["measure_id"].values))):
            yield Finding(
                table,
                row,
                "measure_id",
                f"this id is used in {earlier}.csv as well",
                "choose an id of its own",
            )
    if context.is_read("event_measures", *MEASURE_TABLES):
        links = context.rows("event_measures")["measure_id"]
        known = np.zeros(len(links.values), dtype=bool)
        for table in MEASURE_TABLES:
            known |= links.known(context.rows(table)["measure_id"].values)
        for row in rows_of(links.where(~known)):
            yield Finding(
                "event_measures",
                row,
                "measure_id",
                "no table has such a measure",
                "write the id of a measure, or add the measure first",
            )


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
    address = context.follow(rows["instrument_id"], "instruments", "url")
    for row in rows_of(rows["evidence"].isin("primary") & ~address.filled):
        yield Finding(
            "flight_restrictions",
            row,
            "instrument_id",
            "evidence is primary, but no act with an address is cited",
            "cite the act, add its address, or write evidence secondary",
        )
