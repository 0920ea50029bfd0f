"""Rules about what a measure is, on whom, and on what it rests."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pandas as pd

from sanctions_data.schema import MEASURE_TABLES, TABLES
from sanctions_data.validation.context import Context, Finding, rule


@rule(
    "type-in-its-table",
    "A measure stands in the table of its type.",
    "Who reads one table must find every measure of that kind in it, and no other.",
)
def type_in_its_table(context: Context) -> Iterator[Finding]:
    """Compare with ``measure_types.table``."""
    home = context.column_of("measure_types", "table")
    for table, frame in context.measures():
        belongs = frame["measure_type"].map(home)
        for row in frame.index[belongs.notna() & (belongs != table)]:
            yield Finding(
                table,
                row,
                "measure_type",
                f"its rows belong in {belongs[row]}.csv",
                "move the row there, or mend the type",
            )


_NO_PERSON = ("organisation", "vessel", "aircraft", "state")


@rule(
    "travel-ban-on-person",
    "A travel ban is on a person.",
    "An organisation or a ship cannot be refused entry; a row that says so is a misreading.",
)
def travel_ban_on_person(context: Context) -> Iterator[Finding]:
    """Compare with ``entities.kind``."""
    frame = context.frame("travel_bans")
    kind = frame["entity_id"].map(context.column_of("entities", "kind"))
    for row in frame.index[kind.isin(_NO_PERSON)]:
        yield Finding(
            "travel_bans",
            row,
            "entity_id",
            f"this party is of kind {kind[row]}",
            "a travel ban is on a person: mend the party, or write what is printed in "
            "other_measures",
        )


@rule(
    "derived-names-rule",
    "A derived measure names its rule, and a stated one names none.",
    "What a list states and what follows from a rule must be told apart.",
)
def derived_names_rule(context: Context) -> Iterator[Finding]:
    """``basis`` and ``rule_id`` go together; the rule must be about this kind of measure."""
    about = context.column_of("programme_measures", "measure_type")
    for table, frame in context.measures():
        derived, has_rule = frame["basis"] == "derived", frame["rule_id"].notna()
        for row in frame.index[derived & ~has_rule]:
            yield Finding(
                table,
                row,
                "rule_id",
                "basis is derived",
                "name the rule of programme_measures, or write basis stated",
            )
        for row in frame.index[(frame["basis"] == "stated") & has_rule]:
            yield Finding(
                table, row, "rule_id", "basis is stated", "leave it empty, or write basis derived"
            )
        kind = frame["rule_id"].map(about)
        for row in frame.index[kind.notna() & (kind != frame["measure_type"])]:
            yield Finding(
                table,
                row,
                "rule_id",
                f"this rule is about {kind[row]}",
                "name a rule about the measure_type of the row",
            )


@rule(
    "evidence-has-source",
    "A row that is primary or secondary cites a source with an address.",
    "Who doubts a row must be able to look it up.",
)
def evidence_has_source(context: Context) -> Iterator[Finding]:
    """Look up kind and address of the source."""
    sources = context.frame("sources")
    faults = (
        (
            ("primary", "secondary"),
            set(sources["source_id"][sources["url"].isna()].dropna()),
            "this source has no address",
            "add its https address in sources, or write evidence unverified",
        ),
        (
            ("primary",),
            set(sources["source_id"][sources["kind"] == "report"].dropna()),
            "evidence is primary, but this is a report",
            "cite the act or the list itself, or write evidence secondary",
        ),
    )
    for table, definition in TABLES.items():
        if not {"evidence", "source_id"} <= set(definition.header) or not context.is_read(table):
            continue
        cells = context.cells(table, "source_id")
        evidence = context.frame(table)["evidence"]
        for levels, unfit, problem, remedy in faults:
            marked = np.array([value in unfit for value in cells.values.to_pylist()], dtype=bool)
            rows = cells.rows_with(marked)
            for row in rows[evidence.iloc[rows].isin(levels).to_numpy(dtype=bool)]:
                yield Finding(table, int(row), "source_id", problem, remedy)


@rule(
    "programme-of-authority",
    "Programme, instrument and list belong to the authority of the row.",
    "A measure of one authority cannot rest on the regime of another.",
)
def programme_of_authority(context: Context) -> Iterator[Finding]:
    """The programme's authority is the row's; an agency may use an act of its state."""
    owner = context.column_of("programmes", "authority_id")
    for table, frame in context.measures():
        authority = frame["programme_id"].map(owner)
        for row in frame.index[authority.notna() & (authority != frame["authority_id"])]:
            yield Finding(
                table,
                row,
                "programme_id",
                f"this programme is run by {authority[row]}, the row "
                f"says {context.cell(table, row, 'authority_id')}",
                "mend one of the two",
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
    for table, frame in context.measures():
        same = [
            column
            for column in (
                "entity_id",
                "authority_id",
                "programme_id",
                "instrument_id",
                "measure_type",
                "restriction_kind",
                "listing_id",
                "applies_where",
            )
            if column in frame
        ]
        # A quick look at two columns first, as few parties have two rows of a kind.
        parties, kinds = context.cells(table, "entity_id"), context.cells(table, "measure_type")
        both = pd.Series(parties.places * np.int64(len(kinds.values) + 1) + kinds.places)
        taken = frame[both.duplicated(keep=False).to_numpy()]
        ended_some_day = (taken["status"] == "ended") & taken["end_date"].isna()
        taken = taken[(taken["status"] != "never_in_force") & ~ended_some_day]
        taken = taken[taken.duplicated(same, keep=False)].fillna({"start_date": "0000-00-00"})
        prohibition = taken.groupby(same, dropna=False, sort=False).ngroup()
        taken = taken.assign(prohibition=prohibition).sort_values(["prohibition", "start_date"])
        earlier = taken.shift()
        overlaps = (taken["prohibition"] == earlier["prohibition"]) & (
            earlier["end_date"].isna() | (taken["start_date"] < earlier["end_date"])
        )
        before = earlier["measure_id"].astype("str")
        for row in taken.index[overlaps.fillna(False).astype(bool)]:
            yield Finding(
                table,
                row,
                "start_date",
                f"overlaps the interval of {before[row]}, the same prohibition",
                "end that one first, or make one row of the two",
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
        cells = context.cells(table, "measure_id")
        for row in cells.rows_with(cells.is_among(context.cells(earlier, "measure_id"))):
            yield Finding(
                table,
                int(row),
                "measure_id",
                f"this id is used in {earlier}.csv as well",
                "choose an id of its own",
            )
    if context.is_read("event_measures", *MEASURE_TABLES):
        links = context.cells("event_measures", "measure_id")
        known = np.zeros(len(links.values), dtype=bool)
        for table in MEASURE_TABLES:
            known |= links.is_among(context.cells(table, "measure_id"))
        for row in links.rows_with(~known):
            yield Finding(
                "event_measures",
                int(row),
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
    frame = context.frame("flight_restrictions")
    address = frame["instrument_id"].map(context.column_of("instruments", "url"))
    for row in frame.index[(frame["evidence"] == "primary") & address.isna()]:
        yield Finding(
            "flight_restrictions",
            row,
            "instrument_id",
            "evidence is primary, but no act with an address is cited",
            "cite the act, add its address, or write evidence secondary",
        )
