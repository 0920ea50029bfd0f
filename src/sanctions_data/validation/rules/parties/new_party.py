"""The rule against entering a party a second time."""

from __future__ import annotations

from collections.abc import Iterator

from sanctions_data.names.fold import fold_number
from sanctions_data.validation.engine.columns import rows_of
from sanctions_data.validation.engine.context import Context, Finding, rule
from sanctions_data.validation.rules.parties.folded_names import find_by_folded_name
from sanctions_data.validation.rules.parties.known_parties import KnownParties

# Numbers that only one party can have.
_UNIQUE_NUMBERS = (
    "imo_number",
    "mmsi",
    "aircraft_msn",
    "mode_s",
    "lei",
    "swift_bic",
    "un_reference",
)


@rule(
    "party-is-new",
    "A party that no list names is not the same as one that is there already.",
    "Measures on one party must be found together.",
)
def party_is_new(context: Context) -> Iterator[Finding]:
    """Compare names and numbers of curated parties with those of all others.

    Two parties that truly share a name say so: the ``note`` of one names the other, or a
    match decision keeps them apart.
    """
    entities = context.rows("entities")
    ids, names = entities["entity_id"], entities["name"]
    is_free = ids.select_rows(~ids.known(context.rows("listings")["entity_id"].values))
    mine = is_free & ~entities["merged_into"].filled
    by_name = find_by_folded_name(context, names.texts(mine))
    known = context.once("parties", lambda: KnownParties(context))
    for row in rows_of(mine & names.filled):
        entity_id = ids.text(row)
        same = by_name.get(context.fold(names.text(row)), set())
        other = next((o for o in sorted(same) if known.may_be_same(entity_id, o)), None)
        if other:
            yield Finding(
                "entities",
                row,
                "name",
                f"{other} has the same name",
                f"use entity_id {other}; if it is another party, say so in the note of "
                f"this one and name {other} there",
            )
    yield from _find_same_numbers(context, set(ids.texts(mine & names.filled)), known)


def _find_same_numbers(context: Context, mine: set[str], known: KnownParties) -> Iterator[Finding]:
    rows = context.rows("entity_identifiers")
    ids, sorts, values = (rows[c] for c in ("entity_id", "identifier_type", "value"))
    unique = sorts.isin(*_UNIQUE_NUMBERS) & values.filled
    ours = unique & ids.isin(*mine)
    if not ours.any():
        return

    def folded(row: int) -> str:
        return f"{sorts.text(row)} {fold_number(values.text(row))}"

    holders: dict[str, set[str]] = {folded(row): set() for row in rows_of(ours)}
    for row in rows_of(unique):
        if (number := folded(row)) in holders:
            holders[number].add(ids.text(row))
    for row in rows_of(ours):
        entity_id = ids.text(row)
        others = sorted(o for o in holders[folded(row)] if known.may_be_same(entity_id, o))
        if others:
            yield Finding(
                "entity_identifiers",
                row,
                "value",
                f"{others[0]} has the same {sorts.text(row)}",
                f"use entity_id {others[0]} instead of {entity_id}",
            )
