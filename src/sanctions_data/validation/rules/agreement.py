"""Rules about rows that contradict each other, or themselves."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow.compute

from sanctions_data.validation.engine.arrow import Numbers, integers, marks
from sanctions_data.validation.engine.columns import CodedRows, rows_of
from sanctions_data.validation.engine.context import Context, Finding, rule
from sanctions_data.validation.engine.definition import TABLES
from sanctions_data.validation.engine.grouping import are_shared, find_repeats, group_rows


@rule(
    "listing-fits-measure",
    "A measure is on the party of its listing, by the authority of its list.",
    "Otherwise one of the two rows is about somebody else.",
)
def listing_fits_measure(context: Context) -> Iterator[Finding]:
    """Compare the row with the listing that it names."""
    for table, rows in context.measures():
        listing = rows["listing_id"]
        party = context.look_up(listing, "listings", "entity_id")
        of_list = context.look_up(listing, "listings", "list_id")
        authority = context.look_up(of_list, "lists", "authority_id")
        for column, expected in (("entity_id", party), ("authority_id", authority)):
            for row in rows_of(expected.filled & ~expected.equals(rows[column])):
                yield Finding(
                    table,
                    row,
                    column,
                    f"listing {listing.text(row)} is of {expected.text(row)}",
                    f"write {expected.text(row)}, or name another listing",
                )


@rule(
    "ended-with-listing",
    "A measure that was read from a listing is not in force when the listing is over.",
    "Delisting ends what follows from the listing.",
)
def ended_with_listing(context: Context) -> Iterator[Finding]:
    """Compare the status with the day of delisting."""
    for table, rows in context.measures():
        over = context.look_up(rows["listing_id"], "listings", "delisted_on")
        for row in rows_of(over.filled & rows["status"].isin("in_force", "suspended")):
            yield Finding(
                table,
                row,
                "status",
                f"its listing ended on {over.text(row)}",
                "write ended with the end_date, or fix delisted_on of the listing",
            )


@rule(
    "one-listing-an-entry",
    "An entry of a list is one listing, and its id begins with the list.",
    "Two listings of one entry would count its measures twice.",
)
def one_listing_an_entry(context: Context) -> Iterator[Finding]:
    """Compare list and reference among the rows, and with the id.

    A reference that another party had before stands in two listings, one of which has ended.
    """
    rows = context.rows("listings")
    filled = rows["list_id"].filled & rows["entry_ref"].filled & rows["listing_id"].filled
    current = np.flatnonzero(filled & ~rows["delisted_on"].filled)
    same = group_rows([rows["list_id"], rows["entry_ref"]])[current]
    for row in current[find_repeats(same)].tolist():
        yield Finding(
            "listings",
            row,
            "entry_ref",
            "another listing has the same entry of the same list",
            "make one row of the two",
        )
    for row in _find_begun_otherwise(rows, np.flatnonzero(filled)):
        list_id = rows["list_id"].text(row)
        yield Finding(
            "listings",
            row,
            "listing_id",
            f"the entry is on {list_id}",
            f"begin the id with {list_id}-",
        )


def _find_begun_otherwise(rows: CodedRows, wanted: Numbers) -> Iterator[int]:
    """The wanted rows whose id does not begin with their list, list by list."""
    ids, lists = rows["listing_id"], rows["list_id"]
    in_order = wanted[np.argsort(lists.places[wanted], kind="stable")]
    borders = np.flatnonzero(np.diff(lists.places[in_order])) + 1
    for same in np.split(in_order, borders):
        if len(same):
            texts = ids.values.take(integers(ids.places[same]))
            begun = pyarrow.compute.starts_with(texts, f"{lists.text(same[0])}-")
            yield from same[~marks(begun)].tolist()


@rule(
    "not-of-itself",
    "A row does not refer to itself.",
    "A party that is merged into itself, or an event that is part of itself, has no end.",
)
def not_of_itself(context: Context) -> Iterator[Finding]:
    """Compare references to the own table with the key."""
    for name, table in TABLES.items():
        key = table.key[0]
        for column in (c.name for c in table.columns if c.reference == name):
            rows = context.rows(name)
            for row in rows_of(rows[column].equals(rows[key])):
                yield Finding(
                    name, row, column, "the row refers to itself", "name another row, or none"
                )


@rule(
    "decisions-agree",
    "A listing is decided to be one party only.",
    "Which decision the next import follows would be a matter of chance.",
)
def decisions_agree(context: Context) -> Iterator[Finding]:
    """Look for two decisions ``same`` about one listing."""
    rows = context.rows("match_decisions")
    same = np.flatnonzero(rows["decision"].isin("same"))
    for row in same[find_repeats(rows["listing_id"].places[same])].tolist():
        yield Finding(
            "match_decisions",
            row,
            "entity_id",
            "another row says that the listing is another party",
            "keep the right one, or mark one of the two parties as merged into the other",
        )


_OPPOSED = {
    "confirmed": "denied",
    "admitted": "denied",
    "alleged": "denied",
    "denied": "confirmed, admitted or alleged",
}


@rule(
    "statements-agree",
    "Nobody asserts and denies one claim on one day.",
    "One of the two rows is a misreading.",
)
def statements_agree(context: Context) -> Iterator[Finding]:
    """Compare the stances of a speaker on a claim."""
    rows = context.rows("statements")
    same = [rows[column] for column in ("claim_id", "speaker", "stated_on")]
    about = group_rows(same)
    first: dict[int, str] = {}
    for row in rows_of(are_shared(about) & np.all([cells.filled for cells in same], axis=0)):
        stance = rows["stance"].text(row)
        before = first.setdefault(int(about[row]), stance)
        if before and before in _OPPOSED.get(stance, ""):
            yield Finding(
                "statements",
                row,
                "stance",
                f"the same speaker {before} the claim on the same day",
                "read the source again, and fix one of the two",
            )
