"""Rules about what a measure is, on whom, and on what it rests."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from sanctions_data.files.records import cell_text, records
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


@rule(
    "travel-ban-on-person",
    "A travel ban is on a person.",
    "An organisation or a ship cannot be refused entry; a row that says so is a misreading.",
)
def travel_ban_on_person(context: Context) -> Iterator[Finding]:
    """Compare with ``entities.kind``."""
    frame = context.frame("travel_bans")
    kind = frame["entity_id"].map(context.column_of("entities", "kind"))
    for row in frame.index[kind.notna() & ~kind.isin(["person", "class", "unknown"])]:
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
    url = context.column_of("sources", "url")
    kind = context.column_of("sources", "kind")
    for table, definition in TABLES.items():
        if not {"evidence", "source_id"} <= set(definition.header) or not context.is_read(table):
            continue
        frame = context.frame(table)
        source = frame["source_id"]
        known = source.isin(kind.index)
        checked = frame["evidence"].isin(["primary", "secondary"])
        for row in frame.index[known & checked & source.map(url).isna()]:
            yield Finding(
                table,
                row,
                "source_id",
                "this source has no address",
                "add its https address in sources, or write evidence unverified",
            )
        backed = known & (frame["evidence"] == "primary") & (source.map(kind) == "report")
        for row in frame.index[backed]:
            yield Finding(
                table,
                row,
                "source_id",
                "evidence is primary, but this is a report",
                "cite the act or the list itself, or write evidence secondary",
            )


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
    """Sort the intervals of each prohibition and compare neighbours."""
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
        ended_some_day = (frame["status"] == "ended") & frame["end_date"].isna()
        taken = frame[(frame["status"] != "never_in_force") & ~ended_some_day]
        taken = taken[taken.duplicated(same, keep=False)].fillna({"start_date": "0000-00-00"})
        taken = taken.assign(row=taken.index)
        for _, group in taken.sort_values("start_date").groupby(same, dropna=False, sort=False):
            yield from _overlaps(table, records(group))


def _overlaps(table: str, rows: list[dict[str, Any]]) -> Iterator[Finding]:
    for earlier, later in pairwise(rows):
        end = cell_text(earlier["end_date"])
        if not end or later["start_date"] < end:
            yield Finding(
                table,
                later["row"],
                "start_date",
                f"overlaps the interval of {earlier['measure_id']}, the same prohibition",
                "end that one first, or make one row of the two",
            )


@rule(
    "measure-known",
    "An id of a measure is in one of the measure tables, and in one only.",
    "Events point to measures wherever they stand.",
)
def measure_known(context: Context) -> Iterator[Finding]:
    """Look for the id in all measure tables."""
    seen: dict[str, str] = {}
    for table, frame in context.measures():
        for row in frame.index[frame["measure_id"].isin(seen)]:
            where = seen[context.cell(table, row, "measure_id")]
            yield Finding(
                table,
                row,
                "measure_id",
                f"this id is used in {where}.csv as well",
                "choose an id of its own",
            )
        seen.update(dict.fromkeys(frame["measure_id"].dropna(), table))
    if context.is_read("event_measures", *MEASURE_TABLES):
        links = context.frame("event_measures")
        for row in links.index[links["measure_id"].notna() & ~links["measure_id"].isin(seen)]:
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
