"""Rules about what a measure is, on whom, and on what it rests."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np

from sanctions_data.schema import MEASURE_TABLES
from sanctions_data.schema.vocabularies import ENTITY_KIND
from sanctions_data.validation.engine.columns import (
    rows_of,
)
from sanctions_data.validation.engine.context import Context, Finding, rule


@rule(
    "type-in-its-table",
    "A measure stands in the table of its type.",
    "Who reads one table must find every measure of that kind in it, and no other.",
)
def type_in_its_table(context: Context) -> Iterator[Finding]:
    """Compare with ``measure_types.table``."""
    for table, rows in context.measures():
        home = context.look_up(rows["measure_type"], "measure_types", "table")
        for row in rows_of(home.filled & ~home.isin(table)):
            yield Finding(
                table,
                row,
                "measure_type",
                f"its rows belong in {home.text(row)}.csv",
                "move the row there, or fix the type",
            )


_NO_PERSON = ("organisation", "vessel", "aircraft", "state", "class")


@rule(
    "travel-ban-on-person",
    "A travel ban is on a person.",
    "An organisation or a ship cannot be refused entry; a row that says so is a misreading.",
)
def travel_ban_on_person(context: Context) -> Iterator[Finding]:
    """Compare with ``entities.kind``."""
    kind = context.look_up(context.rows("travel_bans")["entity_id"], "entities", "kind")
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
        of_list = context.look_up(rule_id, "programme_measures", "list_id")
        authority = context.look_up(of_list, "lists", "authority_id")
        for row in rows_of(authority.filled & ~authority.equals(rows["authority_id"])):
            yield Finding(
                table,
                row,
                "rule_id",
                f"this rule is about a list of {authority.text(row)}",
                f"name a rule about a list of {rows['authority_id'].text(row)}",
            )
        party = context.look_up(rule_id, "programme_measures", "party_kind")
        is_of = context.look_up(rows["entity_id"], "entities", "kind")
        differs = party.filled & ~party.isin("any") & ~party.equals(is_of)
        for row in rows_of(differs & is_of.isin(*ENTITY_KIND)):
            yield Finding(
                table,
                row,
                "rule_id",
                f"this rule is about a party of kind {party.text(row)}",
                f"name a rule about a party of kind {is_of.text(row)}",
            )
        kind = context.look_up(rule_id, "programme_measures", "measure_type")
        for row in rows_of(kind.filled & ~kind.equals(rows["measure_type"])):
            yield Finding(
                table,
                row,
                "rule_id",
                f"this rule is about {kind.text(row)}",
                "name a rule about the measure_type of the row",
            )


@rule(
    "programme-of-authority",
    "Programme, instrument and list belong to the authority of the row.",
    "A measure of one authority cannot rest on the regime of another.",
)
def programme_of_authority(context: Context) -> Iterator[Finding]:
    """The programme's authority is the row's; an agency may use an act of its state."""
    for table, rows in context.measures():
        authority = context.look_up(rows["programme_id"], "programmes", "authority_id")
        for row in rows_of(authority.filled & ~authority.equals(rows["authority_id"])):
            yield Finding(
                table,
                row,
                "programme_id",
                f"this programme is run by {authority.text(row)}, the row "
                f"says {rows['authority_id'].text(row)}",
                "fix one of the two",
            )
    for table in ("source_terms", "programme_measures"):
        rows = context.rows(table)
        run_by = context.look_up(rows["programme_id"], "programmes", "authority_id")
        imposer = context.look_up(rows["list_id"], "lists", "authority_id")
        for row in rows_of(run_by.filled & imposer.filled & ~run_by.equals(imposer)):
            yield Finding(
                table,
                row,
                "programme_id",
                f"this programme is run by {run_by.text(row)}, the list by {imposer.text(row)}",
                "fix one of the two",
            )


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
        for row in rows_of(ids.select_rows(ids.known(context.rows(earlier)["measure_id"].values))):
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
        for row in rows_of(links.select_rows(~known)):
            yield Finding(
                "event_measures",
                row,
                "measure_id",
                "no table has such a measure",
                "write the id of a measure, or add the measure first",
            )
