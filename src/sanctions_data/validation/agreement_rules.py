"""Rules about rows that contradict each other, or themselves."""

from __future__ import annotations

from collections.abc import Iterator

from sanctions_data.schema import TABLES
from sanctions_data.validation.context import Context, Finding, rule


@rule(
    "listing-fits-measure",
    "A measure is on the party of its listing, by the authority of its list.",
    "Otherwise one of the two rows is about somebody else.",
)
def listing_fits_measure(context: Context) -> Iterator[Finding]:
    """Compare the row with the listing that it names."""
    party = context.column_of("listings", "entity_id")
    authority = context.column_of("listings", "list_id").map(
        context.column_of("lists", "authority_id")
    )
    for table, frame in context.measures():
        for column, of_listing in (("entity_id", party), ("authority_id", authority)):
            expected = frame["listing_id"].map(of_listing)
            for row in frame.index[expected.notna() & (expected != frame[column])]:
                yield Finding(
                    table,
                    row,
                    column,
                    f"listing {context.cell(table, row, 'listing_id')} is of {expected[row]}",
                    f"write {expected[row]}, or name another listing",
                )


@rule(
    "ended-with-listing",
    "A measure that was read from a listing is not in force when the listing is over.",
    "Delisting ends what follows from the listing.",
)
def ended_with_listing(context: Context) -> Iterator[Finding]:
    """Compare the status with the day of delisting."""
    delisted = context.column_of("listings", "delisted_on")
    for table, frame in context.measures():
        over = frame["listing_id"].map(delisted)
        for row in frame.index[over.notna() & frame["status"].isin(["in_force", "suspended"])]:
            yield Finding(
                table,
                row,
                "status",
                f"its listing ended on {over[row]}",
                "write ended with the end_date, or mend delisted_on of the listing",
            )


@rule(
    "one-listing-an-entry",
    "An entry of a list is one listing, and its id begins with the list.",
    "Two listings of one entry would count its measures twice.",
)
def one_listing_an_entry(context: Context) -> Iterator[Finding]:
    """Compare list and reference among the rows, and with the id."""
    frame = context.frame("listings")
    filled = frame["list_id"].notna() & frame["entry_ref"].notna() & frame["listing_id"].notna()
    for row in frame.index[filled & frame.duplicated(["list_id", "entry_ref"])]:
        yield Finding(
            "listings",
            row,
            "entry_ref",
            "another listing has the same entry of the same list",
            "make one row of the two",
        )
    for list_id, group in frame[filled].groupby("list_id", sort=False):
        begun = group["listing_id"].str.startswith(f"{list_id}-")
        for row in group.index[~begun.astype(bool)]:
            yield Finding(
                "listings",
                row,
                "listing_id",
                f"the entry is on {list_id}",
                f"begin the id with {list_id}-",
            )


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
            frame = context.frame(name)
            for row in frame.index[frame[column].notna() & (frame[column] == frame[key])]:
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
    frame = context.frame("match_decisions")
    same = frame[frame["decision"] == "same"]
    for row in same.index[same["listing_id"].duplicated()]:
        yield Finding(
            "match_decisions",
            row,
            "entity_id",
            "another row says that the listing is another party",
            "keep the right one, or mark one of the two parties as merged into the other",
        )


_OPPOSED = {"confirmed": "denied", "admitted": "denied", "denied": "confirmed or admitted"}


@rule(
    "statements-agree",
    "Nobody asserts and denies one claim on one day.",
    "One of the two rows is a misreading.",
)
def statements_agree(context: Context) -> Iterator[Finding]:
    """Compare the stances of a speaker on a claim."""
    frame = context.frame("statements")
    same = ["claim_id", "speaker", "stated_on"]
    repeated = frame[frame[same].notna().all(axis=1) & frame.duplicated(same, keep=False)]
    for _, group in repeated.groupby(same, sort=False):
        first = group["stance"].iloc[0]
        for row in group.index[1:]:
            stance = context.cell("statements", row, "stance")
            if stance in _OPPOSED and first in _OPPOSED.get(stance, ""):
                yield Finding(
                    "statements",
                    row,
                    "stance",
                    f"the same speaker {first} the claim on the same day",
                    "read the source again, and mend one of the two",
                )
